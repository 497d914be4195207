using System.Text.Json.Serialization;
using Azygos.Body.Results;
using Azygos.Clinic.Iron;

namespace Azygos.Files.Runs;

/// <summary>The iron hypothesis beside a run, in <c>result.json</c>; only where the case asked for it.</summary>
internal sealed record IronEntry(
    [property: JsonPropertyName("label")] string Label,
    [property: JsonPropertyName("shielding")] string Shielding,
    [property: JsonPropertyName("leak_gain_mL_per_g_year_mmHg")] double Gain,
    [property: JsonPropertyName("threshold_mmHg")] double Threshold,
    [property: JsonPropertyName("bridging_veins")] IReadOnlyList<ShieldedVeinEntry> Veins,
    [property: JsonPropertyName("regions")] IReadOnlyList<IronRegionEntry> Regions,
    [property: JsonPropertyName("competing_account")] string Competing);

/// <summary>Transmural pressure of cerebral veins.</summary>
internal sealed record ShieldedVeinEntry(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("sinus_mmHg")] double Sinus,
    [property: JsonPropertyName("transmural_mmHg")] double Transmural,
    [property: JsonPropertyName("flow_times_resistance_mmHg")] double Shielded);

/// <summary>Iron of a region at an age, mg in 100 g of wet tissue.</summary>
internal sealed record IronRegionEntry(
    [property: JsonPropertyName("region")] string Region,
    [property: JsonPropertyName("age_years")] double Age,
    [property: JsonPropertyName("healthy_mg_per_100g")] double Background,
    [property: JsonPropertyName("HYPOTHESIS_mg_per_100g")] double Hypothesis,
    [property: JsonPropertyName("inflammatory_account_mg_per_100g")] double Inflammatory);

/// <summary>The iron hypothesis beside a run.</summary>
internal static class IronDocumentBuilder
{
    private static readonly double[] Ages = [30, 50, 70];

    /// <summary>The entry; null where the case did not ask for it, or the run left nothing.</summary>
    public static IronEntry? Build(SimulationResult result) => IronAccount.Of(result) is not { } iron ? null : new IronEntry(
        IronHypothesis.Label, IronAccount.Shielding, iron.Law.LeakGain, iron.Law.Threshold,
        [.. result.BridgingVeins.Select(vein => new ShieldedVeinEntry(
            vein.Vein.Id, vein.Vein.Name, vein.Sinus, vein.Transmural, vein.Shielded))],
        [.. IronBackground.All.SelectMany(region => Ages.Select(age => new IronRegionEntry(
            region.Region, age, region.At(age), iron.Law.Total(region, age, iron.Transmural),
            region.At(age) + iron.Released)))],
        IronAccount.Competing);
}
