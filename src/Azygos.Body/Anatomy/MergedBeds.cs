using Azygos.Body.Model;

namespace Azygos.Body.Anatomy;

/// <summary>Beds side by side as one.</summary>
/// <remarks>
/// Conductances, compliances, volumes and flow shares add up. A bed is three resistances in series; the sum of the
/// beds' conductances is shared out so that each of the three dissipates what it did before: with a bed's share of the
/// flow w = G/ΣG, R = Σ w² R for each of them, and their sum is 1/ΣG. Heights are weighted by what the bed holds, shares
/// of the reflex by flow.
/// </remarks>
internal static class MergedBeds
{
    public static BedRow Of(IReadOnlyList<BedRow> beds, string id, string name)
    {
        double conductance = beds.Sum(Conductance), compliance = beds.Sum(bed => bed.VenousCompliance);
        return beds[0] with
        {
            Id = id,
            Name = name,
            ProximalResistance = Series(bed => bed.ProximalResistance),
            ArterialCompliance = beds.Sum(bed => bed.ArterialCompliance),
            DistalResistance = Series(bed => bed.DistalResistance),
            VenousCompliance = compliance,
            UnstressedVolume = beds.Sum(bed => bed.UnstressedVolume),
            SaturationVolume = beds.Sum(bed => bed.SaturationVolume),
            VenuleResistance = Series(bed => bed.VenuleResistance),
            ReflexShare = beds.Sum(bed => bed.ReflexShare * Conductance(bed)) / conductance,
            Height = beds.Sum(bed => bed.Height * bed.VenousCompliance) / compliance,
            Provenance = Merged([.. beds.Select(bed => (bed.Id, bed.Provenance))]),
        };

        double Series(Func<BedRow, double> resistance) => beds.Sum(bed =>
        {
            double w = Conductance(bed) / conductance;
            return w * w * resistance(bed);
        });
    }

    public static CerebralBedRow Of(IReadOnlyList<CerebralBedRow> beds, string id, string name)
    {
        double share = beds.Sum(bed => bed.FlowShare);
        return beds[0] with
        {
            Id = id,
            Name = name,
            FlowShare = share,
            Height = beds.Sum(bed => bed.Height * (share > 0 ? bed.FlowShare / share : 1.0 / beds.Count)),
            Provenance = Merged([.. beds.Select(bed => (bed.Id, bed.Provenance))]),
        };
    }

    private static double Conductance(BedRow bed) =>
        1 / (bed.ProximalResistance + bed.DistalResistance + bed.VenuleResistance);

    private static Provenance Merged(IReadOnlyList<(string Id, Provenance Of)> parts) => new(
        parts.Max(part => part.Of.Basis),
        string.Join(";", parts.SelectMany(part =>
            part.Of.Source.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()),
        $"merged by core detail: {string.Join(" ", parts.Select(part => part.Id))}");
}
