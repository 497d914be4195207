using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Distributions;

namespace Azygos.Evidence.Claims;

/// <summary>A harm with its printed denominator and exact interval; kinds of denominator are never merged.</summary>
/// <param name="Row">The row.</param>
/// <param name="Percent">100 x/n.</param>
/// <param name="LowerPercent">Lower limit, 95 %.</param>
/// <param name="UpperPercent">Upper limit; above 0 also where nothing happened.</param>
/// <source doi="10.1093/biomet/26.4.404" at="Clopper and Pearson 1934"/>
public sealed record HarmRate(HarmRow Row, double Percent, double LowerPercent, double UpperPercent)
{
    /// <summary>Rows of harms whose number of treated people nobody printed; unverified ones never.</summary>
    public static IReadOnlyList<HarmRow> WithoutDenominator(IEnumerable<HarmRow> rows) =>
        [.. rows.Where(row => row.DisplayGroup == "reported_without_denominator"
            && row.Status != RowStatus.Unverified)];

    /// <summary>Rows shown as rates; unverified ones never.</summary>
    public static IReadOnlyList<HarmRate> Of(IEnumerable<HarmRow> rows) =>
        [.. from row in rows
            where row is { DisplayGroup: "rate", Events: not null, Denominator: not null }
                && row.Status != RowStatus.Unverified
            let exact = ClopperPearson.Of(row.Events!.Value, row.Denominator!.Value)
            select new HarmRate(
                row, 100.0 * row.Events!.Value / row.Denominator!.Value, 100 * exact.Lower, 100 * exact.Upper)];
}
