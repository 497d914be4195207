using Azygos.Evidence.Tables;

namespace Azygos.Evidence.Tests.Tables;

/// <summary>The BCG trials as a table of studies, with latitude and allocation as predictors.</summary>
internal static class BcgStudies
{
    public static IReadOnlyList<StudyNumbers> All { get; } =
    [
        .. PublishedTables.Bcg.Select((t, i) => new StudyNumbers($"trial {i + 1}",
            PublishedTables.BcgAllocation[i], new double[] { t.A, t.N1, t.C, t.N2 })
        {
            Predictors =
            [
                PublishedTables.BcgLatitude[i].ToString(System.Globalization.CultureInfo.InvariantCulture),
                PublishedTables.BcgAllocation[i],
            ],
        }),
    ];
}
