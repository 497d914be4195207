using Azygos.Evidence.Distributions;
using Azygos.Evidence.Networks;
using Azygos.Evidence.Pooling;
using Azygos.Files.Sheets;
using static Azygos.Files.Sheets.Layout;

namespace Azygos.Files.EvidenceSheets;

/// <summary>Lays out a network: every pair of treatments, heterogeneity and inconsistency, P-scores.</summary>
/// <source choice="random effects first; intervals with normal quantiles, as the model's"/>
public static class NetworkSheet
{
    /// <summary>The sheet.</summary>
    /// <param name="network">The result.</param>
    /// <param name="measured">What the arms are measured in.</param>
    /// <param name="smallIsGood">True when smaller values are better.</param>
    /// <param name="level">Confidence level.</param>
    /// <param name="title">One line for people.</param>
    public static ResultSheet Of(
        NetworkModel network, NetworkColumns measured, bool smallIsGood, double level, string title)
    {
        IReadOnlyList<string> treatments = network.Random.Treatments;
        double[] scores = network.Random.Scores(smallIsGood);
        double z = Normal.TwoSidedQuantile(level);
        string words = EffectParts.Level(level);
        return new ResultSheet("azygos-network/1", title,
        [
            Facts("network", "",
                ("measure", "measure", measured.Key), ("trials", "trials", network.Studies),
                ("treatments", "treatments", treatments.Count), ("comparisons", "comparisons", network.Comparisons),
                ("designs", "sets of treatments compared", network.Designs), ("tau2", "τ²", network.Tau2),
                ("i2_percent", "I², %", 100 * network.I2), ("level", "level", level)),
            Table("tests", "", ["test", "q", "df", "p"],
            [
                Test("heterogeneity and inconsistency", network.Total),
                Test("heterogeneity within designs", network.WithinDesigns),
                Test("inconsistency between designs", network.BetweenDesigns),
            ]),
            Table("differences", "First against second treatment:",
                ["first", "second", $"random|{measured.Name}, random effects", $"random_ci|{words} interval",
                    "common|common effect", $"common_ci|{words} interval"],
                from i in Enumerable.Range(0, treatments.Count)
                from j in Enumerable.Range(i + 1, treatments.Count - i - 1)
                select (IReadOnlyList<SheetValue>)[treatments[i], treatments[j], .. Cells(network.Random, i, j),
                    .. Cells(network.Common, i, j)]),
            Table("scores", $"P-scores, {(smallIsGood ? "small" : "large")} values good:", ["treatment", "p_score"],
                treatments.Zip(scores).OrderByDescending(one => one.Second)
                    .Select(one => (IReadOnlyList<SheetValue>)[one.First, one.Second])),
        ]);

        static IReadOnlyList<SheetValue> Test(string name, OmnibusTest test) =>
            [name, test.Statistic, test.Degrees, test.PValue];

        SheetValue[] Cells(NetworkLeague league, int i, int j)
        {
            double difference = league.Difference[i, j], half = z * league.StandardError[i, j];
            return [measured.Shown(difference), (measured.Shown(difference - half), measured.Shown(difference + half))];
        }
    }
}
