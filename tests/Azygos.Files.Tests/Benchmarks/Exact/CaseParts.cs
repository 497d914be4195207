using Azygos.Circulation.ExactSolutions;
using Azygos.Circulation.Verification;
using Azygos.Circulation.Vessels;

namespace Azygos.Files.Tests.Benchmarks.Exact;

/// <summary>A case's vessels, blood and waveforms as the exact solutions take them.</summary>
internal static class CaseParts
{
    public static Blood BloodOf(CaseNetwork network)
    {
        CaseFluid fluid = network.Fluid!;
        return new Blood(fluid.Density, fluid.Viscosity, fluid.ProfileZeta ?? 2, fluid.MomentumFactor);
    }

    public static Vessel VesselOf(CaseNetwork network, string id)
    {
        CaseVessel one = network.Vessels.First(vessel => vessel.Id == id);
        return new Vessel
        {
            Id = one.Id,
            From = one.From,
            To = one.To,
            Length = one.Length,
            Wall = VesselWall.Power(one.Law.RisingExponent, one.Law.FallingExponent),
            Profile = ProfileOf(one, network.Gravity ?? 0),
            Start = one.Initial,
        };
    }

    /// <summary>The tube at a place of a vessel.</summary>
    public static ElasticTube TubeOf(CaseNetwork network, string id, double x = 0, bool fromLeft = false)
    {
        Vessel vessel = VesselOf(network, id);
        return new ElasticTube(vessel.Wall, vessel.Profile.At(x, fromLeft), network.Fluid!.Density);
    }

    public static UniformStart StartOf(CaseNetwork network, string id)
        => (UniformStart)network.Vessels.First(vessel => vessel.Id == id).Initial;

    public static T Node<T>(CaseNetwork network, string id)
        where T : NetworkNode
        => (T)network.Nodes.First(node => node.Id == id);

    private static VesselProfile ProfileOf(CaseVessel one, double gravity)
    {
        double offset = one.Law.OffsetPressure;
        switch (one.Geometry)
        {
            case UniformGeometry uniform:
                return new UniformProfile(new(
                    uniform.ReferenceArea, one.Law.Stiffness!.Value, one.Law.Stiffness.Value,
                    uniform.ExternalPressure + offset, gravity));
            case TaperedGeometry taper:
                return new TaperedProfile
                {
                    Length = one.Length,
                    Radius = (taper.RadiusIn, taper.RadiusOut),
                    Thickness = (taper.ThicknessIn, taper.ThicknessOut),
                    YoungModulus = taper.YoungModulus,
                    ReferencePressure = taper.ExternalPressure + offset,
                    Gravity = gravity,
                };
            default:
                FieldGeometry field = (FieldGeometry)one.Geometry;
                return new TabulatedProfile(field.Position, [.. field.Position.Select((_, i) => new WallPoint(
                    field.ReferenceArea[i], field.Stiffness[i], field.Stiffness[i],
                    field.ExternalPressure[i] + offset, gravity))]);
        }
    }
}
