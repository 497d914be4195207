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

/// <summary>Many pooled means at once, four in the lanes of a core and spread over the cores; the same bits for any
/// number of threads, and for any company of a table.</summary>
/// <remarks>
/// Equal effects, DL, ML and REML of up to 128 studies run in lanes, tables of one size together; every other
/// estimator, and a table that is not ordinary (one study outweighs the rest, a likelihood with two maxima), is fitted
/// by itself.
/// Lanes and single fits agree to rounding, not to the bit: they add in another order.
/// </remarks>
/// <source choice="tables of a simulation are alike in size, so that lanes across tables stay full; a single table has
/// lanes across its studies"/>
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
        if (tables < 0 || fits.Length != tables || firstStudy.Span[tables] != effects.Length
            || effects.Length != variances.Length)
            throw new ArgumentException(
                $"{effects.Length} effects, {variances.Length} variances, {firstStudy.Length} first studies and "
                    + $"{fits.Length} results do not belong together");
        for (int table = 0; table < tables; table++)
            if (firstStudy.Span[table] < 0 || firstStudy.Span[table] > firstStudy.Span[table + 1])
                throw new ArgumentException($"table {table} ends before it begins", nameof(firstStudy));
        LaneLoop.Run(new Tables(effects, variances, firstStudy, fits), options, Math.Max(1, threads));
    }

    private sealed class Tables(ReadOnlyMemory<double> effects, ReadOnlyMemory<double> variances,
        ReadOnlyMemory<int> first, Memory<BulkFit> fits) : ITables
    {
        public int Count => first.Length - 1;

        public int SizeOf(int table) => first.Span[table + 1] - first.Span[table];

        public void Fill(int table, Span<double> y, Span<double> v)
        {
            int from = first.Span[table], size = SizeOf(table);
            effects.Span.Slice(from, size).CopyTo(y);
            variances.Span.Slice(from, size).CopyTo(v);
        }

        public void Take(int table, Outcome<QuickFit> outcome) => fits.Span[table] = outcome.TryGet(out QuickFit fit)
            ? new BulkFit(fit.Estimate, fit.StandardError, fit.Tau2, fit.I2Percent, null)
            : new BulkFit(0, 0, 0, 0, outcome.Refused);
    }
}
