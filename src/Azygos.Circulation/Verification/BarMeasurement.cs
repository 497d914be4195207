using System.Numerics;

namespace Azygos.Circulation.Verification;

/// <summary>What a probe recorded in a run: one series, or one for each refinement, coarse to fine.</summary>
public delegate IReadOnlyList<Series> ProbeRecords(string run, string probe);

/// <summary>Turns a bar and the records of the runs into the number that the bar limits.</summary>
/// <source choice="azygos-benchmark/1, table of metrics"/>
public static class BarMeasurement
{
    /// <summary>The metric of <paramref name="bar"/>, from what was recorded.</summary>
    /// <exception cref="NotSupportedException">The metric needs another program's table.</exception>
    public static double Measure(VerificationCase @case, Bar bar, ProbeRecords records)
    {
        if (bar.Metric == Metric.SpreadRelative)
            return Metrics.SpreadRelative([.. bar.Runs.Select(run => records(run, bar.Probe)[^1].Values[^1])]);
        string run = bar.Runs[0];
        IReadOnlyList<Series> series = records(run, bar.Probe);
        bool profile = @case.Probe(bar.Probe) is ProfileProbe;
        if (bar.Metric == Metric.OrderMin)
            return Metrics.ObservedOrder(
                [.. series.Select(one => Error(one, Reference(@case, bar), profile, bar.Norm))],
                [.. @case.ForRun(run).Run(run).RefinementLengths]);
        return bar.ExpectedReference is null
            ? AgainstNumber(@case, bar, series[^1])
            : AgainstReference(bar, series[^1], Reference(@case, bar), profile);
    }

    private static double AgainstNumber(VerificationCase @case, Bar bar, Series series)
    {
        double e = bar.ExpectedValue ?? double.NaN;
        return bar.Metric switch
        {
            Metric.MaxUOverC => Metrics.Largest([.. series.Values.Select(Math.Abs)]),
            Metric.Minimum => Metrics.Smallest(series.Values),
            Metric.DriftRelative => Metrics.DriftRelative(series.Values, series.Beginning),
            Metric.UniformityRelative => Metrics.UniformityRelative(series, e, bar.Exclude),
            Metric.JumpPositionCells => Metrics.JumpPositionCells(series, bar.Level!.Value, e),
            Metric.HarmonicAmplitudeRelative => Math.Abs(Harmonic().Magnitude - e) / Math.Abs(e),
            Metric.HarmonicPhaseAbsolute => Metrics.AngleBetween(Harmonic().Phase, e),
            Metric.ValueAbsolute => Math.Abs(Value() - e),
            Metric.ValueRelative => Math.Abs(Value() - e) / Math.Abs(e),
            _ => throw new NotSupportedException($"{bar.Metric} needs a reference."),
        };

        double Value() => Metrics.Reduced(series, bar.Extremum, bar.Window) / (bar.Scale ?? 1);
        Complex Harmonic()
        {
            string run = bar.Runs[0];
            double period = ((EndWhenPeriodic)@case.ForRun(run).Run(run).Until).Period;
            return Metrics.Harmonic(series, period, bar.Harmonic!.Value);
        }
    }

    private static double AgainstReference(Bar bar, Series series, Series reference, bool profile)
    {
        (double[] t, double[] x, double[] r) = Aligned(series, reference, profile);
        double scale = bar.Scale ?? Metrics.Largest([.. r.Select(Math.Abs)]);
        return bar.Metric switch
        {
            Metric.L1RelativeRange => Metrics.L1RelativeRange(x, r),
            Metric.RmsRelative => Metrics.RmsRelative(x, r),
            Metric.RmsRelativeMax => Metrics.RootMeanSquare(x, r) / scale,
            Metric.MaxRelative => Metrics.MaxAbsolute(x, r) / scale,
            Metric.MaxRelativePointwise => Metrics.MaxRelativePointwise(x, r),
            Metric.MaxAbsolute => Metrics.MaxAbsolute(x, r),
            Metric.PeakRelative => Metrics.PeakRelative(x, r),
            Metric.PeakTimeAbsolute => Math.Abs(Metrics.PeakTime(t, x) - Metrics.PeakTime(t, r)),
            Metric.OvershootFraction => Metrics.OvershootFraction(x, r),
            _ => throw new NotSupportedException($"{bar.Metric} cannot be taken of a series."),
        };
    }

    private static double Error(Series series, Series reference, bool profile, ErrorNorm norm)
    {
        double[] x = series.Values, r = profile
            ? Interpolation.AtSmoothPlaces(reference, series.Abscissa)
            : reference.Values;
        if (!profile) x = Interpolation.AtTimes(series, reference.Abscissa);
        return norm switch
        {
            ErrorNorm.RootMeanSquare => Metrics.RootMeanSquare(x, r),
            ErrorNorm.MeanAbsolute => Metrics.MeanAbsolute(x, r),
            _ => Metrics.MaxAbsolute(x, r),
        };
    }

    private static (double[] Abscissa, double[] Result, double[] Reference) Aligned(
        Series series, Series reference, bool profile)
        => profile
            ? (series.Abscissa, series.Values, Interpolation.AtPlaces(reference, series.Abscissa))
            : (reference.Abscissa, Interpolation.AtTimes(series, reference.Abscissa), reference.Values);

    private static Series Reference(VerificationCase @case, Bar bar)
        => ((SeriesReference)@case.References.First(reference => reference.Id == bar.ExpectedReference)).For(bar.Probe);
}
