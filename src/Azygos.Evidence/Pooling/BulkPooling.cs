using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Pooling;

/// <summary>A pooled mean of a bulk fit.</summary>
/// <param name="Estimate">μ.</param>
/// <param name="StandardError">Its standard error by the chosen test's rule.</param>
/// <param name="Tau2">τ².</param>
/// <param name="I2Percent">I² [%].</param>
/// <param name="Refused">Why there is none; the numbers are then 0. Null when there is one.</param>
/// <source choice="what simulations and multiverses need of a fit, and no more"/>
public readonly record struct BulkFit(double Estimate, double StandardError,
    double Tau2, double I2Percent, NoAnswer? Refused);

/// <summary>Many pooled means at once, spread over the cores; the same bits for any number of threads.</summary>
/// <source choice="each table is fitted by the single-fit code on its own; only the loop is shared out"/>
public static class BulkPooling
{
    /// <summary>Pools every table.</summary>
    /// <param name="effects">Effects of all tables, one table after the other.</param>
    /// <param name="variances">Variances in the same order.</param>
    /// <param name="firstStudy">First study of each table, then the number of studies; shape [tables + 1].</param>
    /// <param name="options">Estimator and test.</param>
    /// <param name="fits">Results; shape [tables].</param>
    /// <param name="threads">Threads at most; at least 1.</param>
    public static void Pool(
        ReadOnlyMemory<double> effects, ReadOnlyMemory<double> variances,
        ReadOnlyMemory<int> firstStudy, PoolingOptions options,
        Memory<BulkFit> fits, int threads)
    {
        int tables = firstStudy.Length - 1;
        if (fits.Length != tables || firstStudy.Span[tables] != effects.Length || effects.Length != variances.Length)
            throw new ArgumentException(
                $"{effects.Length} effects, {variances.Length} variances, "
                    + $"last index {firstStudy.Span[tables]} and {fits.Length} results for {tables} tables");
        Parallel.For(0, tables, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, table =>
        {
            int from = firstStudy.Span[table], to = firstStudy.Span[table + 1];
            var outcome = EffectTable.From(effects.Span[from..to], variances.Span[from..to])
                .Then(static t => LinearModel.From(t)).Then(model => QuickFit.Of(model, options));
            fits.Span[table] = outcome.TryGet(out QuickFit fit)
                ? new BulkFit(fit.Estimate, fit.StandardError, fit.Tau2, fit.I2Percent, null)
                : new BulkFit(0, 0, 0, 0, outcome.Refused);
        });
    }
}
