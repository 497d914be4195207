namespace Azygos.Evidence.Specifications;

/// <summary>How specifications fall on the two sides of no effect.</summary>
/// <param name="Count">Specifications with a result.</param>
/// <param name="Above">Of them with an estimate above no effect.</param>
/// <param name="Below">Of them with an estimate below it.</param>
/// <param name="ExcludingAbove">Of them with the whole interval above it.</param>
/// <param name="ExcludingBelow">Of them with the whole interval below it.</param>
/// <param name="Least">Least effect, on the scale shown.</param>
/// <param name="Median">Median effect.</param>
/// <param name="Largest">Largest effect.</param>
/// <source choice="counts, not a test: specifications are not independent"/>
public sealed record SpecificationShares(
    int Count, int Above, int Below, int ExcludingAbove, int ExcludingBelow, double? Least, double? Median,
    double? Largest)
{
    /// <summary>Share with the whole interval above no effect [%]; 0 where there is none.</summary>
    public double ExcludingAbovePercent => Percent(ExcludingAbove);

    /// <summary>Share with the whole interval below no effect [%].</summary>
    public double ExcludingBelowPercent => Percent(ExcludingBelow);

    /// <summary>Share whose interval includes no effect [%].</summary>
    public double IncludingPercent => Percent(Count - ExcludingAbove - ExcludingBelow);

    /// <summary>Share with an estimate above no effect [%].</summary>
    public double AbovePercent => Percent(Above);

    /// <summary>Counts results; effects of one measure only, or sizes cannot be compared and are null.</summary>
    public static SpecificationShares Of(IReadOnlyCollection<SpecificationResult> results)
    {
        bool comparable = results.Select(one => one.Specification.Measure).Distinct().Take(2).Count() == 1;
        double[] sizes = comparable ? [.. results.Select(one => one.Effect).Order()] : [];
        return new SpecificationShares(
            results.Count, results.Count(one => one.Side > 0), results.Count(one => one.Side < 0),
            results.Count(one => one is { Excludes: true, Side: > 0 }),
            results.Count(one => one is { Excludes: true, Side: < 0 }),
            sizes.Length > 0 ? sizes[0] : null,
            sizes.Length > 0 ? (sizes[(sizes.Length - 1) / 2] + sizes[sizes.Length / 2]) / 2 : null,
            sizes.Length > 0 ? sizes[^1] : null);
    }

    /// <summary>Shares by one of the choices, in the order in which they first occur.</summary>
    /// <param name="results">Results.</param>
    /// <param name="choice">The choice, such as the measure.</param>
    public static IReadOnlyList<(string Choice, SpecificationShares Shares)> By(
        IReadOnlyList<SpecificationResult> results, Func<Specification, string> choice) =>
        [.. results.GroupBy(one => choice(one.Specification)).Select(group => (group.Key, Of([.. group])))];

    private double Percent(int count) => Count == 0 ? 0 : 100.0 * count / Count;
}
