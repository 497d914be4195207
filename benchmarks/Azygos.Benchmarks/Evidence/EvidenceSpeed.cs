using Azygos.Evidence.Counts;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Resampling;

namespace Azygos.Benchmarks.Evidence;

/// <summary>The speed bars of the evidence engine.</summary>
internal static class EvidenceSpeed
{
    /// <summary>Tuberculosis after BCG vaccination, 13 trials: Colditz et al. 1994, doi
    /// 10.1001/jama.1994.03510330076038.</summary>
    private static readonly TwoByTwo[] s_trials =
    [
        new(4, 119, 11, 128), new(6, 300, 29, 274), new(3, 228, 11, 209), new(62, 13536, 248, 12619),
        new(33, 5036, 47, 5761), new(180, 1361, 372, 1079), new(8, 2537, 10, 619), new(505, 87886, 499, 87892),
        new(29, 7470, 45, 7232), new(17, 1699, 65, 1600), new(186, 50448, 141, 27197), new(5, 2493, 3, 2338),
        new(27, 16886, 29, 17825),
    ];

    private static readonly PoolingOptions s_restricted = new();
    private static readonly PoolingOptions s_moments = new() { Estimator = HeterogeneityEstimators.DerSimonianLaird };

    /// <summary>Measures them all.</summary>
    /// <param name="measure">How long each is measured.</param>
    public static IEnumerable<Measurement> Measure(Stopwatches measure)
    {
        EffectTable thirteen = RiskRatios();
        yield return measure.Of("one REML fit, 13 studies", 25e-6, () => Pool(thirteen));
        const int Fits = 10_000;
        EffectTable[] many = [.. Enumerable.Range(0, Fits).Select(seed => MadeUp(13, seed))];
        double[] effects = [.. many.SelectMany(table => table.Effects.ToArray())];
        double[] variances = [.. many.SelectMany(table => table.Variances.ToArray())];
        int[] first = [.. Enumerable.Range(0, Fits + 1).Select(table => 13 * table)];
        BulkFit[] fits = new BulkFit[Fits];
        yield return measure.Of("10,000 REML fits, 13 studies each, all cores", 0.4, () => Bulk(-1));
        yield return measure.Of("the same, one thread", 0.4, () => Bulk(1));
        yield return measure.Of("the same, one by one, all cores", null, () =>
        {
            double[] means = new double[Fits];
            Parallel.For(0, Fits, i => means[i] = Pool(many[i]));
            return means[0] + means[^1];
        });
        double Bulk(int threads)
        {
            BulkPooling.Pool(effects, variances, first, s_restricted, fits,
                threads < 0 ? Environment.ProcessorCount : threads);
            return fits[0].Estimate + fits[^1].Estimate;
        }
        yield return measure.Of("GOSH: 8,191 subsets of 13 studies, REML",
            0.3, () => AllSubsets.Fit(thirteen, s_restricted).Value.Length);
        yield return measure.Of("GOSH: 8,191 subsets of 13 studies, DerSimonian-Laird",
            0.3, () => AllSubsets.Fit(thirteen, s_moments).Value.Length);
        yield return measure.Of("exact permutation: 8,192 sign flips, REML", 0.1,
            () => PermutationTest.SignFlips(thirteen, s_restricted).Value.Permutations);
        yield return measure.Of("exact permutation: 8,192 sign flips, DerSimonian-Laird", 0.1,
            () => PermutationTest.SignFlips(thirteen, s_moments).Value.Permutations);
        CountModelOptions exact = new() { Model = CountModel.ConditionalExact, RandomEffects = true };
        yield return measure.Of("conditional-exact GLMM, 13 trials",
            0.3, () => CountModels.OddsRatio(s_trials, exact).Value.LogLikelihood);
        EffectTable thousand = MadeUp(1000, 1);
        yield return measure.Of("one REML fit, 1,000 studies", 1e-3, () => Pool(thousand));
    }

    private static double Pool(EffectTable table) => RandomEffects.Pool(table, s_restricted).Value.Mean.Estimate;

    private static EffectTable RiskRatios()
    {
        EffectEstimate[] effects = [.. s_trials.Select(static t => RiskRatio.From(t)!.Value)];
        return EffectTable.From([.. effects.Select(static e => e.Value)],
            [.. effects.Select(static e => e.Variance)]).Value;
    }

    /// <summary>Effects with τ² near 0.3 and variances between 0.005 and 0.5: the spread of the trials above; a fixed
    /// table a seed.</summary>
    private static EffectTable MadeUp(int studies, int seed)
    {
        Random random = new(seed);
        double[] effects = new double[studies], variances = new double[studies];
        for (int i = 0; i < studies; i++)
        {
            variances[i] = 0.005 * Math.Pow(100, random.NextDouble());
            double normal = -6;
            for (int j = 0; j < 12; j++) normal += random.NextDouble();         // twelve uniform numbers: variance 1
            effects[i] = -0.7 + Math.Sqrt(0.3 + variances[i]) * normal;
        }
        return EffectTable.From(effects, variances).Value;
    }
}
