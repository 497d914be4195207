using Azygos.Body.Model;

namespace Azygos.Body.Calibration;

/// <summary>Keeps the shares of cerebral outflow adding up to 1 when some of them are scaled.</summary>
internal static class CerebralShares
{
    /// <summary>The drains that were not scaled take, in proportion, what is left of each bed, and the bridging veins
    /// the share of basal flow that now reaches them.</summary>
    /// <param name="model">The model, some drains scaled.</param>
    /// <param name="scaled">Those drains, as bed:vein.</param>
    public static BodyModel Rest(BodyModel model, IReadOnlyCollection<string> scaled)
    {
        Dictionary<string, double> factor = [];
        foreach (IGrouping<string, CerebralDrainRow> bed in model.CerebralDrains.GroupBy(d => d.Bed))
        {
            double taken = bed.Where(d => scaled.Contains(Key(d))).Sum(d => d.Share);
            double others = bed.Where(d => !scaled.Contains(Key(d))).Sum(d => d.Share);
            factor.Add(bed.Key, others > 0 ? Math.Max(0, 1 - taken) / others : 1);
        }

        BodyModel drained = model with
        {
            CerebralDrains = [.. model.CerebralDrains.Select(d =>
                scaled.Contains(Key(d)) ? d : d with { Share = d.Share * factor[d.Bed] })],
        };
        return Bridged(drained);
    }

    // Cerebral veins that hang together without crossing a bridging vein are one basin; its bridging veins divide what
    // drains into it as they did before.
    private static BodyModel Bridged(BodyModel model)
    {
        HashSet<string> drains = [.. model.CerebralDrains.Select(d => d.Vein)];
        HashSet<string> sinuses = [.. model.BridgingVeins.Select(b => b.To)];
        Dictionary<string, string> basin = [];
        foreach (string vein in drains.Concat(model.BridgingVeins.Select(b => b.From)))
            Spread(model, sinuses, vein, vein, basin);
        Dictionary<string, double> share = model.CerebralBeds.ToDictionary(b => b.Id, b => b.FlowShare);
        ILookup<string, double> reaching = model.CerebralDrains.ToLookup(
            d => basin[d.Vein], d => share[d.Bed] * d.Share);
        ILookup<string, double> before = model.BridgingVeins.ToLookup(b => basin[b.From], b => b.FlowShare);
        return model with
        {
            BridgingVeins = [.. model.BridgingVeins.Select(b => before[basin[b.From]].Sum() is > 0 and double all
                ? b with { FlowShare = reaching[basin[b.From]].Sum() * b.FlowShare / all }
                : b)],
        };
    }

    private static void Spread(
        BodyModel model, HashSet<string> sinuses, string from, string name, Dictionary<string, string> basin)
    {
        if (sinuses.Contains(from) || !basin.TryAdd(from, name)) return;
        foreach (VesselRow vessel in model.Vessels.Where(v => v.Space == Space.Skull && v.Kind != "artery"))
        {
            if (vessel.From == from) Spread(model, sinuses, vessel.To, name, basin);
            if (vessel.To == from) Spread(model, sinuses, vessel.From, name, basin);
        }
    }

    private static string Key(CerebralDrainRow drain) => $"{drain.Bed}:{drain.Vein}";
}
