using Azygos.Files.Runs;

namespace Azygos.Files.Comparisons;

/// <summary>The numbers of a result that are compared, each as it stands before.</summary>
internal static class ComparedNumbers
{
    /// <summary>All of them.</summary>
    public static IEnumerable<ComparedNumber> Of(ResultDocument document) =>
        [.. Headlines(document), .. Sites(document), .. Ways(document), .. Oxygen(document), .. Examined(document)];

    private static IEnumerable<ComparedNumber> Headlines(ResultDocument document) => document.Headlines.Select(row =>
        new ComparedNumber(RunComparison.Headlines, row.Id, row.Name, row.Unit, row.Value, null));

    private static IEnumerable<ComparedNumber> Sites(ResultDocument document)
    {
        foreach ((string id, SiteEntry site) in document.Sites)
        {
            yield return Number($"{id}.pressure_mmHg", "pressure", "mmHg", site.Pressure.Mean);
            if (site.Flow is { } flow) yield return Number($"{id}.flow_mL_min", "flow", "mL/min", flow.Mean);
            if (site.Area is { } area) yield return Number($"{id}.area_cm2", "area", "cm²", area.Mean);
            if (site.ReverseFlow is { } back) yield return Number($"{id}.reverse_flow_s", "reverse flow", "s", back);

            ComparedNumber Number(string key, string what, string unit, double value) =>
                new(RunComparison.Sites, key, $"{id.Replace('_', ' ')}, {what}", unit, value, null);
        }
    }

    private static IEnumerable<ComparedNumber> Ways(ResultDocument document) => document.PullBacks.SelectMany(way =>
        way.Stations.Select(station => new ComparedNumber(
            RunComparison.PullBack, $"{way.Side}.{station.Node}", $"{way.Side}: {station.Name}", "mmHg", station.Pressure.Mean,
            null)));

    private static IEnumerable<ComparedNumber> Oxygen(ResultDocument document)
    {
        if (document.Oxygen is not { } oxygen) yield break;
        yield return Number("brain.oef", "brain, oxygen extraction fraction", "%", 100 * oxygen.Brain.Fraction);
        yield return Number("brain.consumption", "brain, oxygen consumed", "mL/min", oxygen.Brain.Consumption);
        if (oxygen.Brain.TissuePressure is { } tissue)
            yield return Number("brain.tissue_pO2", "brain, tissue pO₂", "mmHg", tissue);
        yield return Number("mixed_venous", "mixed venous saturation", "%", 100 * oxygen.MixedVenousSaturation);
        foreach ((string id, SaturationEntry site) in oxygen.Sites)
            if (site.Saturation is { } saturation)
                yield return Number($"{id}.saturation", $"{id.Replace('_', ' ')}, saturation", "%", 100 * saturation);

        static ComparedNumber Number(string id, string name, string unit, double value) =>
            new(RunComparison.Oxygen, id, name, unit, value, null);
    }

    private static IEnumerable<ComparedNumber> Examined(ResultDocument document)
    {
        if (document.Examination?.Truth is { } truth)
            yield return new(RunComparison.Examination, "truth", "criteria met, of the body itself", "1", truth.Count, null);
        if (document.Examination?.Measured is { } measured)
            yield return new(RunComparison.Examination, "measured", "criteria met, as measured", "1", measured.Count, null);
    }
}
