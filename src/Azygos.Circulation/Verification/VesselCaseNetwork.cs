using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Verification;

/// <summary>The vessels of a case as a network.</summary>
internal static class VesselCaseNetwork
{
    /// <summary>Builds it.</summary>
    public static VesselNetwork Of(CaseNetwork network)
    {
        CaseFluid fluid = network.Fluid!;
        // ζ null: the case has no friction, whatever the viscosity.
        Blood blood = fluid.ProfileZeta is { } ζ
            ? new Blood(fluid.Density, fluid.Viscosity, ζ, fluid.MomentumFactor)
            : new Blood(fluid.Density, 0, MomentumFactor: fluid.MomentumFactor);
        HashSet<string> used = [.. network.Vessels.SelectMany(vessel => (string[])[vessel.From, vessel.To])];
        return new VesselNetwork
        {
            Blood = blood,
            Vessels = [.. network.Vessels.Select(vessel => VesselOf(vessel, network.Gravity ?? 0))],
            Nodes = [.. network.Nodes.Where(node => used.Contains(node.Id))],
        };
    }

    private static Vessel VesselOf(CaseVessel vessel, double gravity) => new()
    {
        Id = vessel.Id,
        From = vessel.From,
        To = vessel.To,
        Length = vessel.Length,
        Wall = VesselWall.Power(vessel.Law.RisingExponent, vessel.Law.FallingExponent),
        Profile = ProfileOf(vessel, gravity),
        Start = vessel.Initial,
    };

    private static VesselProfile ProfileOf(CaseVessel vessel, double gravity)
    {
        double p0 = vessel.Law.OffsetPressure;
        switch (vessel.Geometry)
        {
            case UniformGeometry uniform:
                double K = vessel.Law.Stiffness!.Value;
                return new UniformProfile(new(uniform.ReferenceArea, K, K, p0 + uniform.ExternalPressure, gravity));
            case TaperedGeometry tapered:
                return new TaperedProfile
                {
                    Length = vessel.Length,
                    Radius = (tapered.RadiusIn, tapered.RadiusOut),
                    Thickness = (tapered.ThicknessIn, tapered.ThicknessOut),
                    YoungModulus = tapered.YoungModulus,
                    ReferencePressure = p0 + tapered.ExternalPressure,
                    Gravity = gravity,
                };
            case FieldGeometry fields:
                return new TabulatedProfile(fields.Position, [.. fields.ReferenceArea.Select((A0, i) => new WallPoint(
                    A0, fields.Stiffness[i], fields.Stiffness[i], p0 + fields.ExternalPressure[i], gravity))]);
            default:
                throw new ArgumentException($"Vessel '{vessel.Id}' has an unknown geometry.", nameof(vessel));
        }
    }
}
