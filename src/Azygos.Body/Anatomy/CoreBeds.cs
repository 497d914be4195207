using Azygos.Body.Model;

namespace Azygos.Body.Anatomy;

/// <summary>The beds of a model where core detail hangs them.</summary>
internal sealed class CoreBeds
{
    private const string MergedEnding = "_beds";

    private readonly CoreNodes nodes;
    private readonly Dictionary<string, string> names;
    private readonly HashSet<string> ids;
    private readonly List<MovedBed> moved = [];

    public CoreBeds(BodyModel model, CoreNodes nodes)
    {
        this.nodes = nodes;
        names = model.Nodes.ToDictionary(node => node.Id, node => node.Name);
        ids = [.. model.Beds.Select(bed => bed.Id), .. model.CerebralBeds.Select(bed => bed.Id)];
        Tissue = MoveTissue(model);
        (Cerebral, Drains) = MoveCerebral(model);
    }

    public IReadOnlyList<BedRow> Tissue { get; }

    public IReadOnlyList<CerebralBedRow> Cerebral { get; }

    public IReadOnlyList<CerebralDrainRow> Drains { get; }

    /// <summary>Beds that hang elsewhere than in the full model, in its order.</summary>
    public IReadOnlyList<MovedBed> Moved => moved;

    // Beds that move to the same two nodes in the same surroundings become one; a linear and a saturating reservoir do
    // not mix. Where a bed of tier 1 hangs already it stays by itself.
    private List<BedRow> MoveTissue(BodyModel model)
    {
        List<BedRow> beds = [.. model.Beds.Where(IsKept)];
        foreach (IGrouping<object, BedRow> group in model.Beds.Where(bed => !IsKept(bed)).GroupBy(bed => (object)(
            nodes.Upstream(bed.Artery), nodes.Downstream(bed.Vein), bed.Space, bed.SaturationVolume > 0)))
        {
            BedRow first = group.First();
            string artery = nodes.Upstream(first.Artery)!, vein = nodes.Downstream(first.Vein)!;
            (string id, string name) = Name([.. group.Select(bed => (bed.Id, bed.Name))], artery);
            List<BedRow> parts = [.. group.Select(bed => bed with { Artery = artery, Vein = vein })];
            beds.Add(parts.Count == 1 ? parts[0] : MergedBeds.Of(parts, id, name));
            moved.AddRange(group.Select(bed => new MovedBed(bed.Id, bed.Artery, artery, id)));
        }

        return beds;
    }

    private bool IsKept(BedRow bed) => nodes.Keeps(bed.Artery) && nodes.Keeps(bed.Vein);

    private (List<CerebralBedRow> Beds, List<CerebralDrainRow> Drains) MoveCerebral(BodyModel model)
    {
        List<CerebralBedRow> beds = [];
        List<CerebralDrainRow> drains = [];
        foreach (CerebralBedRow bed in model.CerebralBeds.Where(bed => nodes.Keeps(bed.Artery)))
        {
            beds.Add(bed);
            drains.AddRange(DrainsOf(bed.Id, [bed]));
        }

        foreach (IGrouping<string, CerebralBedRow> group in model.CerebralBeds
            .Where(bed => !nodes.Keeps(bed.Artery)).GroupBy(bed => nodes.Upstream(bed.Artery)!))
        {
            List<CerebralBedRow> parts = [.. group.Select(bed => bed with { Artery = group.Key })];
            (string id, string name) = Name([.. parts.Select(bed => (bed.Id, bed.Name))], group.Key);
            beds.Add(parts.Count == 1 ? parts[0] : MergedBeds.Of(parts, id, name));
            drains.AddRange(DrainsOf(id, parts));
            moved.AddRange(group.Select(bed => new MovedBed(bed.Id, bed.Artery, group.Key, id)));
        }

        return (beds, drains);

        IEnumerable<CerebralDrainRow> DrainsOf(string id, List<CerebralBedRow> parts)
        {
            Dictionary<string, double> weights = parts.ToDictionary(bed => bed.Id, bed => Weight(bed, parts));
            return model.CerebralDrains.Where(drain => weights.ContainsKey(drain.Bed))
                .GroupBy(drain => nodes.Downstream(drain.Vein)!)
                .Select(group => group.Count() == 1 && parts.Count == 1 && group.Key == group.First().Vein
                    ? group.First()
                    : new CerebralDrainRow(id, group.Key, group.Sum(drain => drain.Share * weights[drain.Bed]),
                        group.First().Provenance with { Note = "merged by core detail" }));
        }
    }

    // Share of the merged bed's flow; equal where the flow shares are all zero.
    private static double Weight(CerebralBedRow bed, List<CerebralBedRow> parts)
    {
        double sum = parts.Sum(part => part.FlowShare);
        return sum > 0 ? bed.FlowShare / sum : 1.0 / parts.Count;
    }

    private (string Id, string Name) Name(List<(string Id, string Name)> parts, string artery)
    {
        if (parts.Count == 1) return parts[0];
        string id = artery + MergedEnding;
        for (int k = 2; !ids.Add(id); k++) id = FormattableString.Invariant($"{artery}{MergedEnding}_{k}");
        return (id, $"Beds beyond: {names[artery]}");
    }
}
