using Azygos.Circulation.Verification;

namespace Azygos.Files.Tests.Benchmarks;

/// <summary>A result made from a case's own reference, as it is or moved away by three bars.</summary>
internal static class ReferenceAsResult
{
    private const int Cells = 400;

    public static ProbeRecords Of(VerificationCase @case, Bar bar, bool moved) => (run, probe) =>
    {
        if (bar.Metric == Metric.OrderMin) return Refined(@case, bar, moved);
        if (bar.Metric == Metric.SpreadRelative)
        {
            double of = @case.Bars.First(one => one.Runs is [var only] && only == run && one.ExpectedValue is not null
                && one.Probe == probe).ExpectedValue!.Value;
            return [new Series([0], [moved && run == bar.Runs[0] ? of * (1 + 3 * bar.Limit) : of])];
        }
        Series truth = Truth(@case, bar, run);
        return [moved ? Moved(@case, bar, run, truth) : truth];
    };

    private static Series Truth(VerificationCase @case, Bar bar, string run)
    {
        SeriesReference? reference = @case.References.OfType<SeriesReference>().FirstOrDefault(one =>
            bar.ExpectedReference is { } id ? one.Id == id : one.Run == run && one.Values.ContainsKey(bar.Probe));
        if (reference is not null) return reference.For(bar.Probe);
        string? vessel = @case.Probe(bar.Probe) is ProfileProbe profile ? profile.Vessel : null;
        double length = @case.Network.Vessels.FirstOrDefault(one => one.Id == vessel)?.Length ?? 1;
        double[] x = [.. Enumerable.Range(0, Cells).Select(i => (i + 0.5) * length / Cells)];
        double value = bar.ExpectedValue * (bar.Scale ?? 1) ?? bar.Metric switch
        {
            Metric.MaxUOverC => 0,
            Metric.Minimum => 0.5,
            _ => 1,
        };
        return new Series(x, [.. x.Select(_ => value)]);
    }

    private static Series Moved(VerificationCase @case, Bar bar, string run, Series truth)
    {
        double[] t = truth.Abscissa, y = [.. truth.Values];
        double far = 3 * bar.Limit, largest = y.Max(Math.Abs), range = y.Max() - y.Min();
        double scale = bar.Scale ?? (largest == 0 ? 1 : largest);
        int top = Array.IndexOf(y, y.Max());
        double sign = y.MaxBy(Math.Abs) < 0 ? -1 : 1;
        double period = (@case.ForRun(run).Run(run).Until as EndWhenPeriodic)?.Period ?? double.NaN;
        double late = far / (2 * Math.PI * (bar.Harmonic ?? 1)) * period;
        Series Later(Func<double, double> when) => new(t, Interpolation.AtPlaces(truth, [.. t.Select(when)]));
        switch (bar.Metric)
        {
            case Metric.PeakTimeAbsolute: return Later(s => s - far);
            case Metric.JumpPositionCells: return Later(x => x - far * (t[1] - t[0]));
            case Metric.HarmonicPhaseAbsolute: return Later(s => s - late < t[0] ? s - late + period : s - late);
            case Metric.HarmonicAmplitudeRelative: y = [.. y.Select(v => v * (1 + far))]; break;
            case Metric.OvershootFraction: y[top] += far * range; break;
            case Metric.MaxUOverC: y[5] = far; break;
            case Metric.Minimum: y[5] = bar.Limit / 3; break;
            case Metric.DriftRelative: y[^1] *= 1 + far; break;
            case Metric.UniformityRelative: y[5] *= 1 + far; break;
            case Metric.L1RelativeRange: y = [.. y.Select((v, i) => v + (i % 2 == 0 ? -far : far) * range)]; break;
            case Metric.RmsRelativeMax or Metric.MaxRelative: y = [.. y.Select(v => v + far * scale)]; break;
            case Metric.MaxAbsolute: y = [.. y.Select(v => v + far)]; break;
            case Metric.ValueAbsolute: y = [.. y.Select(v => v + far * sign * (bar.Scale ?? 1))]; break;
            default: y = [.. y.Select(v => v * (1 + far))]; break;
        }
        return new Series(t, y);
    }

    /// <summary>Errors that fall with order 2, or with 0.3 less than the bar asks.</summary>
    private static IReadOnlyList<Series> Refined(VerificationCase @case, Bar bar, bool moved)
    {
        Series truth = Truth(@case, bar, bar.Runs[0]);
        IReadOnlyList<double> h = @case.ForRun(bar.Runs[0]).Run(bar.Runs[0]).RefinementLengths;
        double scale = 1e-3 * truth.Values.Max(Math.Abs), order = moved ? bar.Limit - 0.3 : 2;
        return [.. h.Select(length => Math.Pow(length / h[0], order) * scale).Select(error =>
            new Series(truth.Abscissa, [.. truth.Values.Select((value, i) => value + error * Math.Cos(7 * i))]))];
    }
}
