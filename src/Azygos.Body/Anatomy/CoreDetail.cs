using Azygos.Body.Model;
using Azygos.Body.Simulation;

namespace Azygos.Body.Anatomy;

/// <summary>Core detail of a model: without its vessels of tier 2, their beds on the nearest vessels of tier 1.</summary>
/// <remarks>
/// A bed whose artery goes hangs on the nearest arterial node upstream, one whose vein goes on the nearest venous node
/// downstream. Beds that come to hang on the same nodes become one: conductances, compliances, volumes and flow shares
/// add up. What the dropped vessels held and resisted is gone. Sites on dropped vessels go, and validation rows that
/// need them. A model without vessels of tier 2 is its own core.
/// </remarks>
/// <source choice="tiers are a column of vessels.csv, docs/guide/model-files.md"/>
public static class CoreDetail
{
    /// <summary>The model at a level of detail.</summary>
    /// <param name="model">The model as its files say.</param>
    /// <param name="detail">The level.</param>
    public static BodyModel At(this BodyModel model, AnatomicalDetail detail) =>
        detail == AnatomicalDetail.Full ? model : Of(model).Model;

    /// <summary>The core of a model, and which beds it moved.</summary>
    /// <param name="model">The model as its files say.</param>
    /// <exception cref="ArgumentException">A bed hangs on no vessel of tier 1, not even through others.</exception>
    public static (BodyModel Model, IReadOnlyList<MovedBed> Moved) Of(BodyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Vessels.All(vessel => vessel.Tier == 1)) return (model, []);
        if (Stranded(model).FirstOrDefault() is { } stranded)
            throw new ArgumentException($"The bed '{stranded}' hangs on no vessel of tier 1.", nameof(model));
        CoreNodes nodes = new(model);
        CoreBeds beds = new(model, nodes);
        HashSet<string> kept = [.. model.Vessels.Where(vessel => vessel.Tier == 1).Select(vessel => vessel.Id)];
        List<SiteRow> sites = [.. model.Sites.Where(site =>
            site.Vessel.Length > 0 ? kept.Contains(site.Vessel) : nodes.Keeps(site.Node))];
        return (model with
        {
            Nodes = [.. model.Nodes.Where(node => nodes.Keeps(node.Id))],
            Vessels = [.. model.Vessels.Where(vessel => vessel.Tier == 1)],
            Beds = beds.Tissue,
            CerebralBeds = beds.Cerebral,
            CerebralDrains = beds.Drains,
            OxygenDemands = Demands(model, beds),
            Sites = sites,
            Validation = [.. model.Validation.Where(row => ValidationQuantity.Fault(row, sites) is null)],
        }, beds.Moved);
    }

    // Beds that became one consume together.
    private static List<OxygenDemandRow> Demands(BodyModel model, CoreBeds beds)
    {
        Dictionary<string, string> into = beds.Moved.ToDictionary(bed => bed.Bed, bed => bed.Into);
        return [.. model.OxygenDemands.GroupBy(row => into.GetValueOrDefault(row.Bed, row.Bed))
            .Select(group => group.Count() == 1
                ? group.First() with { Bed = group.Key }
                : new OxygenDemandRow(group.Key, group.Sum(row => row.Demand),
                    group.MaxBy(row => row.Provenance.Basis)!.Provenance with { Note = "merged by core detail" }))];
    }

    /// <summary>Beds of a model that core detail can hang nowhere.</summary>
    /// <param name="model">The model as its files say.</param>
    public static IEnumerable<string> Stranded(BodyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        CoreNodes nodes = new(model);
        return model.Beds.Where(bed => nodes.Upstream(bed.Artery) is null || nodes.Downstream(bed.Vein) is null)
            .Select(bed => bed.Id)
            .Concat(model.CerebralBeds.Where(bed => nodes.Upstream(bed.Artery) is null).Select(bed => bed.Id))
            .Concat(model.CerebralDrains.Where(drain => nodes.Downstream(drain.Vein) is null).Select(drain => drain.Bed))
            .Distinct();
    }
}
