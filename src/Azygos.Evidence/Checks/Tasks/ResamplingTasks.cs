using System.Text.Json;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Resampling;

namespace Azygos.Evidence.Checks.Tasks;

/// <summary>Task gosh: summaries over all subsets.</summary>
internal sealed class AllSubsetsTask : ICaseTask
{
    private static readonly double[] s_estimateQuantiles = [0, 0.025, 0.25, 0.5, 0.75, 0.975, 1];
    private static readonly double[] s_i2Quantiles = [0.025, 0.25, 0.5, 0.75, 0.975, 1];

    public string Task => "gosh";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
        => CaseOptions.Studies(table, options).Then(s => AllSubsets.Fit(s.Table, CaseOptions.Pooling(options)))
            .Then<CaseValues>(static fits =>
        {
            double[] estimates = [.. fits.Select(static f => f.Estimate).Order()];
            double[] i2 = [.. fits.Select(static f => f.I2Percent).Order()];
            var bySize = fits.GroupBy(static f => f.Size).OrderBy(static g => g.Key).ToList();
            return new CaseValues
            {
                ["subsets"] = fits.Length,
                ["estimate_quantiles_type7"] = s_estimateQuantiles.Select(p => Quantile(estimates, p)).ToList(),
                ["estimate_mean"] = estimates.Average(),
                ["I2_quantiles_type7"] = s_i2Quantiles.Select(p => Quantile(i2, p)).ToList(),
                ["I2_mean"] = i2.Average(),
                ["by_size"] = new CaseValues
                {
                    ["size"] = bySize.Select(static g => g.Key).ToList(),
                    ["mean_estimate"] = bySize.Select(static g => g.Average(static f => f.Estimate)).ToList(),
                    ["max_estimate"] = bySize.Select(static g => g.Max(static f => f.Estimate)).ToList(),
                },
                ["first_row_subset_excluding_nothing"] = fits[^1].Size,
            };
        });

    /// <summary>Linear between order statistics, position (n − 1)p.</summary>
    private static double Quantile(double[] sorted, double p)
    {
        double at = (sorted.Length - 1) * p;
        int low = (int)Math.Floor(at), high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }
}

/// <summary>Task permutation.</summary>
internal sealed class PermutationTask : ICaseTask
{
    public string Task => "permutation";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
    {
        CaseTable used = options.Has("rows")
            ? table.Take(
                int.Parse(options.Text("rows").Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture))
            : table;
        return CaseOptions.Studies(used, options).Then(s =>
        {
            DesignMatrix design = RegressionTask.Design(used, options, s.Rows);
            return design.IsInterceptOnly ? PermutationTest.SignFlips(s.Table, CaseOptions.Pooling(options))
                : PermutationTest.Moderators(s.Table, design, CaseOptions.Pooling(options));
        }).Then<CaseValues>(static t => new CaseValues
        {
            ["permutations"] = (double)t.Permutations,
            ["observed_stat"] = t.Observed,
            ["pval"] = t.PValues.ToList(),
            ["p_count"] = t.AtLeastAsExtreme.Select(static n => (double)n).ToList(),
            ["parametric_pval"] = t.Parametric,
            ["QM_pval"] = t.OmnibusAtLeast is { } n ? (double)n / t.Permutations : null,
        });
    }
}
