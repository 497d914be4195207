using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Pooling;

/// <summary>Many small tables, and what becomes of their fits.</summary>
internal interface ITables
{
    /// <summary>How many tables there are.</summary>
    int Count { get; }

    /// <summary>Studies of a table.</summary>
    int SizeOf(int table);

    /// <summary>Writes effects and variances of a table.</summary>
    void Fill(int table, Span<double> effects, Span<double> variances);

    /// <summary>Takes the fit of a table; called once for each, by any thread.</summary>
    void Take(int table, Outcome<QuickFit> fit);
}

/// <summary>Fits many tables: four of one size at a time in lanes, groups of them spread over the cores.</summary>
/// <remarks>A table's fit depends on the table alone: not on its lane, its neighbours, or the number of
/// threads.</remarks>
internal static class LaneLoop
{
    private const int GroupsAtOnce = 32;          // chosen: a task of about 50 µs, far above what starting one costs

    /// <summary>Fits every table.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="options">Estimator and test.</param>
    /// <param name="threads">Threads at most; −1 for all cores.</param>
    internal static void Run<TTables>(TTables tables, PoolingOptions options, int threads)
        where TTables : class, ITables
    {
        bool inLanes = LanePools.Knows(options.Estimator);
        int[] order = BySize(tables);
        List<(int From, int Count)> groups = [];
        for (int at = 0; at < order.Length;)
        {
            int size = tables.SizeOf(order[at]), count = 1;
            bool fits = inLanes && size is > 0 and <= LanePools.LargestTable;
            while (fits && count < LanePools.Lanes && at + count < order.Length
                && tables.SizeOf(order[at + count]) == size) count++;
            groups.Add((at, count));
            at += count;
        }
        int chunks = (groups.Count + GroupsAtOnce - 1) / GroupsAtOnce;
        Parallel.For(0, chunks, new ParallelOptions { MaxDegreeOfParallelism = threads }, chunk =>
        {
            int end = Math.Min(groups.Count, (chunk + 1) * GroupsAtOnce);
            for (int group = chunk * GroupsAtOnce; group < end; group++)
            {
                (int from, int count) = groups[group];
                int size = tables.SizeOf(order[from]);
                if (inLanes && size is > 0 and <= LanePools.LargestTable)
                    Together(tables, order.AsSpan(from, count), size, options);
                else
                    Alone(tables, order[from], options);
            }
        });
    }

    private static void Together<TTables>(
        TTables tables, ReadOnlySpan<int> own, int size, PoolingOptions options)
        where TTables : class, ITables
    {
        const int Lanes = LanePools.Lanes;
        Span<Vector256<double>> y = stackalloc Vector256<double>[size], v = stackalloc Vector256<double>[size];
        Span<double> flatY = MemoryMarshal.Cast<Vector256<double>, double>(y);
        Span<double> flatV = MemoryMarshal.Cast<Vector256<double>, double>(v);
        Span<double> effects = stackalloc double[size], variances = stackalloc double[size];
        Span<double> shift = stackalloc double[Lanes];
        Span<bool> sound = stackalloc bool[Lanes];
        for (int lane = 0; lane < Lanes; lane++)
        {
            // A lane without a table repeats the last one: whatever it computes, nobody takes it.
            tables.Fill(own[Math.Min(lane, own.Length - 1)], effects, variances);
            sound[lane] = IsSound(effects, variances);
            shift[lane] = effects[0];
            for (int i = 0; i < size; i++)
            {
                flatY[Lanes * i + lane] = sound[lane] ? effects[i] - effects[0] : 0;
                flatV[Lanes * i + lane] = sound[lane] ? variances[i] : 1;
            }
        }
        LaneFit fit = LanePools.Fit(y, v, options);
        uint holds = Vector256.ExtractMostSignificantBits(fit.Holds);
        for (int lane = 0; lane < own.Length; lane++)
        {
            if (sound[lane] && (holds >> lane & 1) == 1)
                tables.Take(own[lane], new QuickFit(fit.Mean[lane] + shift[lane], fit.StandardError[lane],
                    fit.Tau2[lane], fit.I2Percent[lane]));
            else
                Alone(tables, own[lane], options);
        }
    }

    private static bool IsSound(ReadOnlySpan<double> effects, ReadOnlySpan<double> variances)
    {
        for (int i = 0; i < effects.Length; i++)
            if (!double.IsFinite(effects[i]) || !double.IsFinite(variances[i]) || variances[i] <= 0) return false;
        return true;
    }

    private static void Alone<TTables>(TTables tables, int table, PoolingOptions options)
        where TTables : class, ITables
    {
        int size = tables.SizeOf(table);
        double[] effects = new double[size], variances = new double[size];
        tables.Fill(table, effects, variances);
        tables.Take(table, EffectTable.From(effects, variances).Then(static t => LinearModel.From(t))
            .Then(model => QuickFit.Of(model, options)));
    }

    /// <summary>Tables by rising size, those of one size in their own order.</summary>
    private static int[] BySize<TTables>(TTables tables)
        where TTables : class, ITables
    {
        int largest = 0;
        for (int i = 0; i < tables.Count; i++) largest = Math.Max(largest, tables.SizeOf(i));
        int[] next = new int[largest + 2], order = new int[tables.Count];
        for (int i = 0; i < order.Length; i++) next[tables.SizeOf(i) + 1]++;
        for (int size = 1; size < next.Length; size++) next[size] += next[size - 1];
        for (int i = 0; i < order.Length; i++) order[next[tables.SizeOf(i)]++] = i;
        return order;
    }
}
