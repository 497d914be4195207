using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Circulation.Running;
using Azygos.Circulation.Transport;

namespace Azygos.Body.Gases;

/// <summary>Mean flows of a whole body: every vessel, bed, valve and compartment, and the cerebrospinal fluid.</summary>
/// <remarks>
/// A vessel is one branch, whatever its cells: over a period what flows in flows out. A bed is a node of its own, where
/// its tissue takes oxygen. Cerebrospinal fluid counts as blood: what filters out of the capillaries comes back into the
/// torcular, 0.06 % of the brain's flow; real filtrate leaves the cells behind, which changes no saturation either.
/// </remarks>
internal sealed class BodyFlows
{
    private readonly List<(string Id, string From, string To, Func<Recording, double[]> Flow)> branches = [];
    private readonly List<Probe> probes = [];

    public BodyFlows(BodyNetwork body)
    {
        BodyModel model = body.Model;
        foreach (VesselRow vessel in model.Vessels)
            if (body.Vessels.TryGetValue(vessel.Id, out VesselPlace? place))
            {
                probes.AddRange(place.InTheMiddle());
                branches.Add((vessel.Id, vessel.From, vessel.To, recording => place.Flow(0.5, recording)));
            }

        foreach (BedRow bed in model.Beds)
        {
            Add(bed.Id, bed.Artery, TissueOf(bed.Id));
            Add(bed.Id + ".venous", TissueOf(bed.Id), bed.Vein);
        }

        foreach (CerebralBedRow bed in model.CerebralBeds)
        {
            Add(bed.Id, bed.Artery, TissueOf(bed.Id));
            Add(bed.Id + CraniumPart.Formation, TissueOf(bed.Id), BodyBuilder.CranialFluid);
        }

        foreach (CerebralDrainRow drain in model.CerebralDrains)
            Add(CraniumPart.DrainOf(drain), TissueOf(drain.Bed), drain.Vein);
        foreach (BridgingVeinRow bridge in model.BridgingVeins) Add(bridge.Id, bridge.From, bridge.To);
        foreach (CompartmentRow compartment in model.Compartments)
            Add(compartment.Id, compartment.From, compartment.To);
        foreach (ValveRow valve in model.Valves) Add(valve.Id, valve.From, valve.To);
        Add(CraniumPart.Exchange, BodyBuilder.CranialFluid, BodyBuilder.SpinalFluid);
        Add(CraniumPart.Absorption, BodyBuilder.CranialFluid, CraniumPart.AbsorptionSite);
    }

    /// <summary>What a run has to record.</summary>
    public IReadOnlyList<Probe> Probes => probes;

    /// <summary>The node of a bed's tissue; in no table.</summary>
    public static string TissueOf(string bed) => bed + " (tissue)";

    /// <summary>The mean flows of a recorded period.</summary>
    public MeanFlows In(Recording recording) => MeanFlows.Balanced(
        [.. branches.Select(b => MeanBranch.Of(b.Id, b.From, b.To, b.Flow(recording)))]);

    private void Add(string element, string from, string to)
    {
        var probe = new Probe(element + ":flow", element, "flow");
        probes.Add(probe);
        branches.Add((element, from, to, recording => recording[probe.Id]));
    }
}
