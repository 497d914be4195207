using System.Text.Json.Serialization;
using Azygos.Body.Results;

namespace Azygos.Files.Runs;

/// <summary>Oxygen on the mean flows, in <c>result.json</c>.</summary>
internal sealed record OxygenEntry
{
    /// <summary>What stands beside the numbers wherever they are written.</summary>
    public const string Caution = "Computed, not observed. Published oxygen data in multiple sclerosis point to lower "
        + "or equal extraction, the opposite of a brain starved by its veins.";

    [JsonPropertyName("arterial_saturation")]
    public required double ArterialSaturation { get; init; }

    [JsonPropertyName("arterial_content_mL_dL")]
    public required double ArterialContent { get; init; }

    [JsonPropertyName("mixed_venous_saturation")]
    public required double MixedVenousSaturation { get; init; }

    [JsonPropertyName("uptake_mL_min")]
    public required double Uptake { get; init; }

    [JsonPropertyName("consumption_mL_min")]
    public required double Consumption { get; init; }

    [JsonPropertyName("demand_mL_min")]
    public required double Demand { get; init; }

    [JsonPropertyName("conservation_error")]
    public required double ConservationError { get; init; }

    [JsonPropertyName("flow_correction_mL_min")]
    public required double FlowCorrection { get; init; }

    [JsonPropertyName("corrected_branch")]
    public required string CorrectedBranch { get; init; }

    [JsonPropertyName("sites")]
    public required IReadOnlyDictionary<string, SaturationEntry> Sites { get; init; }

    [JsonPropertyName("brain")]
    public required BedOxygenEntry Brain { get; init; }

    [JsonPropertyName("territories")]
    public required IReadOnlyList<BedOxygenEntry> Territories { get; init; }

    [JsonPropertyName("beds")]
    public required IReadOnlyList<BedOxygenEntry> Beds { get; init; }

    [JsonPropertyName("statement")]
    public string Statement { get; init; } = Caution;
}

/// <summary>Saturation at a site; null where no blood from the lungs passes.</summary>
internal sealed record SaturationEntry(
    [property: JsonPropertyName("saturation")] double? Saturation,
    [property: JsonPropertyName("with_all_mixing")] double? Mixed,
    [property: JsonPropertyName("pO2_mmHg")] double? Pressure);

/// <summary>Oxygen of a bed.</summary>
internal sealed record BedOxygenEntry(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("flow_mL_min")] double Flow,
    [property: JsonPropertyName("mass_g")] double? Mass,
    [property: JsonPropertyName("demand_mL_min")] double Demand,
    [property: JsonPropertyName("consumption_mL_min")] double Consumption,
    [property: JsonPropertyName("oxygen_extraction_fraction")] double Fraction,
    [property: JsonPropertyName("venous_saturation")] double VenousSaturation,
    [property: JsonPropertyName("capillary_pO2_mmHg")] double CapillaryPressure,
    [property: JsonPropertyName("tissue_pO2_mmHg")] double? TissuePressure,
    [property: JsonPropertyName("limited")] bool IsLimited);

/// <summary>Puts oxygen into the shape of <c>result.json</c>.</summary>
internal static class OxygenDocumentBuilder
{
    /// <summary>The entry.</summary>
    /// <param name="oxygen">The result; null stays null.</param>
    /// <param name="finite">Notes a number that is not finite under its place, and gives it back.</param>
    public static OxygenEntry? Build(OxygenResult? oxygen, Func<double, string, double> finite)
    {
        return oxygen is null ? null : new OxygenEntry
        {
            ArterialSaturation = Finite(oxygen.ArterialSaturation, "arterial_saturation"),
            ArterialContent = Finite(oxygen.ArterialContent, "arterial_content_mL_dL"),
            MixedVenousSaturation = Finite(oxygen.MixedVenousSaturation, "mixed_venous_saturation"),
            Uptake = Finite(oxygen.Uptake, "uptake_mL_min"),
            Consumption = Finite(oxygen.Consumption, "consumption_mL_min"),
            Demand = Finite(oxygen.Demand, "demand_mL_min"),
            ConservationError = Finite(oxygen.ConservationError, "conservation_error"),
            FlowCorrection = Finite(oxygen.FlowCorrection, "flow_correction_mL_min"),
            CorrectedBranch = oxygen.CorrectedBranch,
            Sites = oxygen.Sites.ToDictionary(site => site.Site.Id, site => new SaturationEntry(
                Optional(site.Saturation, $"sites.{site.Site.Id}.saturation"),
                Optional(site.Mixed, $"sites.{site.Site.Id}.with_all_mixing"),
                Optional(site.Pressure, $"sites.{site.Site.Id}.pO2_mmHg"))),
            Brain = Bed(oxygen.Brain),
            Territories = [.. oxygen.Territories.Select(Bed)],
            Beds = [.. oxygen.Beds.Select(Bed)],
        };

        double Finite(double value, string place) => finite(value, "oxygen." + place);

        double? Optional(double? value, string place) => value is { } some ? Finite(some, place) : null;

        BedOxygenEntry Bed(BedOxygen bed) => new(
            bed.Id, bed.Name, Finite(bed.Flow, $"{bed.Id}.flow_mL_min"), Optional(bed.Mass, $"{bed.Id}.mass_g"),
            Finite(bed.Demand, $"{bed.Id}.demand_mL_min"), Finite(bed.Consumption, $"{bed.Id}.consumption_mL_min"),
            Finite(bed.ExtractionFraction, $"{bed.Id}.oxygen_extraction_fraction"),
            Finite(bed.VenousSaturation, $"{bed.Id}.venous_saturation"),
            Finite(bed.CapillaryPressure, $"{bed.Id}.capillary_pO2_mmHg"),
            Optional(bed.TissuePressure, $"{bed.Id}.tissue_pO2_mmHg"), bed.IsLimited);
    }
}
