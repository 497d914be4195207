using Azygos.Circulation.Running;

namespace Azygos.Circulation.Blocks;

/// <summary>Series of a run by the generalised-α method at the ends of its steps.</summary>
/// <param name="run">The run.</param>
/// <param name="given">Value of a series before the first step, whatever the equations say; null: by the
/// equations.</param>
internal sealed class AlphaSeries(AlphaRun run, Func<BlockSeries, double>? given)
{
    private readonly Dictionary<BlockSeries, (double[] Values, double[] Slopes)> found = [];

    /// <summary>A series and its rate of change.</summary>
    public (double[] Values, double[] Slopes) Of(BlockSeries series)
    {
        if (found.TryGetValue(series, out (double[], double[]) known)) return known;
        Dictionary<BlockSeries.Term, double[]> terms = [];
        foreach (BlockSeries.Term term in series.Terms.Distinct())
        {
            double[] within = run.Within[term.Probe.Id];
            terms[term] = term.Rate ? run.AtEnds(within).SlopesWithin : within;
        }
        double[] sum = [.. Enumerable.Range(0, run.Steps.Length + 1).Select(i => series.From(term => terms[term][i]))];
        if (given is not null) sum[0] = given(series);
        (double[] values, _, double[] slopes) = run.AtEnds(sum);
        return found[series] = (values, slopes);
    }
}
