using Azygos.Evidence.Effects;
using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Tests;

/// <summary>
/// Tables printed in papers that the expected values below are computed from. Reference values named "metafor" were
/// printed by metafor 5.1-12 on R 4.2.2 with a convergence threshold of 1e-13.
/// </summary>
internal static class PublishedTables
{
    /// <summary>Tuberculosis after BCG vaccination, 13 trials: Colditz et al. 1994, doi
    /// 10.1001/jama.1994.03510330076038.</summary>
    internal static readonly TwoByTwo[] Bcg =
    [
        new(4, 119, 11, 128), new(6, 300, 29, 274), new(3, 228, 11, 209), new(62, 13536, 248, 12619),
        new(33, 5036, 47, 5761), new(180, 1361, 372, 1079), new(8, 2537, 10, 619), new(505, 87886, 499, 87892),
        new(29, 7470, 45, 7232), new(17, 1699, 65, 1600), new(186, 50448, 141, 27197), new(5, 2493, 3, 2338),
        new(27, 16886, 29, 17825),
    ];

    /// <summary>Absolute latitude of each of those trials [degrees].</summary>
    internal static readonly double[] BcgLatitude = [44, 55, 42, 52, 13, 44, 19, 13, 27, 42, 18, 33, 33];

    /// <summary>How each of those trials allocated people.</summary>
    internal static readonly string[] BcgAllocation =
    [
        "random", "random", "random", "random", "alternate", "alternate", "random", "random", "random",
        "systematic", "systematic", "systematic", "systematic",
    ];

    /// <summary>
    /// Bloodstream infections, events and catheter days with and without coated catheters, 9 trials: Niel-Weise et al.
    /// 2008, doi 10.1007/s00134-007-0905-1.
    /// </summary>
    internal static readonly PersonTime[] Catheters =
    [
        new(7, 1344, 11, 1988), new(8, 1600, 8, 1461), new(3, 12012, 14, 10962),
        new(6, 1536, 10, 1503), new(1, 370, 1, 483),
        new(1, 729, 8, 913), new(17, 6760, 15, 6840), new(3, 1107, 7, 1015), new(2, 320, 3, 440),
    ];

    /// <summary>Small made-up 2 × 2 tables with empty cells, for exact methods; events and sizes.</summary>
    internal static readonly TwoByTwo[] Sparse =
    [
        new(0, 20, 2, 20), new(1, 24, 0, 24), new(0, 15, 0, 15), new(5, 35, 9, 32),
        new(12, 0, 15, 0), new(0, 30, 0, 28),
        new(3, 15, 3, 15), new(0, 10, 1, 9), new(7, 43, 6, 46), new(2, 20, 0, 21),
    ];

    /// <summary>Made-up accuracy tables with empty cells: true positives, false negatives, false positives, true
    /// negatives.</summary>
    internal static readonly TwoByTwo[] Accuracy =
    [
        new(20, 2, 3, 40), new(0, 3, 1, 12), new(35, 5, 0, 55), new(50, 0, 10, 90), new(12, 1, 5, 0), new(8, 2, 0, 33),
        new(100, 11, 40, 200), new(44, 6, 2, 75), new(7, 0, 1, 20), new(61, 9, 7, 110),
        new(30, 4, 8, 66), new(5, 1, 3, 14),
    ];

    /// <summary>Log risk ratios of those trials.</summary>
    internal static EffectTable BcgRiskRatios() => Effects<RiskRatio>(Bcg);

    internal static EffectTable Effects<T>(TwoByTwo[] tables)
        where T : struct, ITwoByTwoMeasure
    {
        EffectEstimate[] effects = [.. tables.Select(static t => T.From(t)!.Value)];
        return EffectTable.From([.. effects.Select(static e => e.Value)],
            [.. effects.Select(static e => e.Variance)]).Value;
    }

    internal static EffectTable Table(double[] effects, double[] variances)
        => EffectTable.From(effects, variances).Value;

    /// <summary>Equal to a relative tolerance.</summary>
    internal static void Close(double expected, double actual, double relative)
        => Assert.True(
            Math.Abs(expected - actual) <= relative * Math.Abs(expected),
            $"expected {expected:R}, got {actual:R}, relative difference "
                + $"{Math.Abs(expected - actual) / Math.Abs(expected):E1}");
}
