using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Verification;

/// <summary>The vessels of a case as a network, and the circuit of its lumped elements, if it has any.</summary>
/// <remarks>Nodes that lumped elements touch belong to the circuit; vessels that end there share them.</remarks>
internal sealed class VesselCaseNetwork
{
    private VesselCaseNetwork(VesselNetwork network, LumpedCircuit? circuit)
    {
        Network = network;
        Circuit = circuit;
    }

    /// <summary>The network.</summary>
    public VesselNetwork Network { get; }

    /// <summary>The circuit; null without lumped elements.</summary>
    public LumpedCircuit? Circuit { get; }

    /// <summary>Builds it.</summary>
    public static VesselCaseNetwork Of(CaseNetwork network)
    {
        CaseFluid fluid = network.Fluid!;
        // ζ null: the case has no friction, whatever the viscosity.
        Blood blood = fluid.ProfileZeta is { } ζ
            ? new Blood(fluid.Density, fluid.Viscosity, ζ, fluid.MomentumFactor)
            : new Blood(fluid.Density, 0, MomentumFactor: fluid.MomentumFactor);
        HashSet<string> ofVessels = [.. network.Vessels.SelectMany(vessel => (string[])[vessel.From, vessel.To])];
        HashSet<string> ofElements =
            [.. network.Elements.OfType<CaseBranch>().SelectMany(branch => (string[])[branch.From, branch.To])];
        LumpedCircuit? circuit = ofElements.Count == 0 ? null : new LumpedCircuit(
            network with { Vessels = [], Nodes = [.. network.Nodes.Where(node => ofElements.Contains(node.Id))] },
            steady: false);
        return new VesselCaseNetwork(
            new VesselNetwork
            {
                Blood = blood,
                Vessels = [.. network.Vessels.Select(vessel => VesselOf(vessel, network.Gravity ?? 0))],
                Nodes = [.. network.Nodes.Where(node => ofVessels.Contains(node.Id)).Select(node =>
                    ofElements.Contains(node.Id) ? new LumpedEnd(node.Id, circuit!.NodeOf(node.Id)) : node)],
                Lumped = circuit?.Network,
            },
            circuit);
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
