using Azygos.Circulation.Verification;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Tests.Verification;

/// <summary>A bar holds when the reference is fed back, and fails when it is moved by three bars.</summary>
public sealed class BarMeasurementTests
{
    private const double Period = 0.8;
    private static readonly double[] Times = [.. Enumerable.Range(0, 161).Select(i => i * Period / 160)];

    private static readonly double[] Wave =
        [.. Times.Select(t => 12 + 3 * Math.Cos(2 * Math.PI * t / Period + 0.4) + Math.Sin(6 * Math.PI * t / Period))];

    private static readonly double Range = Metrics.Largest(Wave) - Metrics.Smallest(Wave);

    public static TheoryData<Metric, double> AgainstAReference => new()
    {
        { Metric.L1RelativeRange, 0.01 }, { Metric.MaxAbsolute, 0.05 }, { Metric.MaxRelative, 1e-5 },
        { Metric.MaxRelativePointwise, 1e-4 }, { Metric.RmsRelative, 1e-3 }, { Metric.RmsRelativeMax, 1e-3 },
        { Metric.PeakRelative, 1e-3 }, { Metric.PeakTimeAbsolute, 2e-3 }, { Metric.OvershootFraction, 0.01 },
    };

    private static double[] Moved(Metric metric, double bar) => metric switch
    {
        Metric.L1RelativeRange => [.. Wave.Select((y, i) => y + (i % 2 == 0 ? 3 : -3) * bar * Range)],
        Metric.MaxAbsolute => [.. Wave.Select(y => y + 3 * bar)],
        Metric.MaxRelative or Metric.RmsRelativeMax => [.. Wave.Select(y => y + 3 * bar * Metrics.Largest(Wave))],
        Metric.OvershootFraction => [.. Wave.Select(y => y == Metrics.Largest(Wave) ? y + 3 * bar * Range : y)],
        Metric.PeakTimeAbsolute => Interpolation.AtPlaces(new Series(Times, Wave), [.. Times.Select(t => t - 3 * bar)]),
        _ => [.. Wave.Select(y => y * (1 + 3 * bar))],
    };

    [Theory]
    [MemberData(nameof(AgainstAReference))]
    public void Reference_holds_and_moved_reference_fails(Metric metric, double limit)
    {
        Bar bar = BarOf(metric, limit) with { ExpectedReference = "exact" };
        Assert.True(bar.Holds(Measured(bar, Wave)));
        Assert.False(bar.Holds(Measured(bar, Moved(metric, limit))));
    }

    [Theory]
    [InlineData(Metric.ValueAbsolute, 0.01, 5.0)]
    [InlineData(Metric.ValueRelative, 0.01, 5.0)]
    [InlineData(Metric.DriftRelative, 1e-12, null)]
    [InlineData(Metric.MaxUOverC, 5.01, null)]
    public void Expected_number_holds_and_moved_number_fails(Metric metric, double limit, double? expected)
    {
        Bar bar = BarOf(metric, limit) with { ExpectedValue = expected };
        Assert.True(bar.Holds(Measured(bar, [5, 5, 5])));
        Assert.False(bar.Holds(Measured(bar, [5, 5, 5 + (metric == Metric.DriftRelative ? 15e-12 : 0.2)])));
    }

    [Fact]
    public void A_value_is_divided_by_its_scale()
    {
        Bar bar = BarOf(Metric.ValueAbsolute, 1e-9) with { ExpectedValue = -0.5, Scale = 10, Extremum = true };
        Assert.True(bar.Holds(Measured(bar, [1, -5, 2])));
    }

    [Fact]
    public void Harmonics_hold_and_moved_harmonics_fail()
    {
        Bar amplitude = BarOf(Metric.HarmonicAmplitudeRelative, 1e-3) with { ExpectedValue = 3, Harmonic = 1 };
        Bar phase = BarOf(Metric.HarmonicPhaseAbsolute, 1e-3) with { ExpectedValue = 0.4 - 2 * Math.PI, Harmonic = 1 };
        double[] late = [.. Times.Select(t => 3 * Math.Cos(2 * Math.PI * t / Period + 0.4 - 3e-3))];
        Assert.True(amplitude.Holds(Measured(amplitude, Wave)));
        Assert.True(phase.Holds(Measured(phase, Wave)));
        Assert.False(amplitude.Holds(Measured(amplitude, [.. Wave.Select(y => y * 1.003)])));
        Assert.False(phase.Holds(Measured(phase, late)));
    }

    [Fact]
    public void A_spread_is_taken_over_its_runs()
    {
        Bar bar = BarOf(Metric.SpreadRelative, 0.05) with { Runs = ["one", "two"] };
        double Spread(double second) => BarMeasurement.Measure(
            Case(bar), bar, (run, _) => [new Series([0], [run == "one" ? 10 : second])]);
        Assert.True(bar.Holds(Spread(10.4)));
        Assert.False(bar.Holds(Spread(11.5)));
    }

    [Theory]
    [InlineData(2.0, true)]
    [InlineData(1.6, false)]
    public void An_order_is_observed_over_the_refinements(double order, bool holds)
    {
        Bar bar = BarOf(Metric.OrderMin, 1.9)
            with
        { AtMost = false, ExpectedReference = "exact", Norm = ErrorNorm.Maximum };
        IReadOnlyList<Series> refined =
            [.. Steps.Select(h => Math.Pow(h, order)).Select(error =>
                new Series(Times, [.. Wave.Select((y, i) => y + Math.Cos(7 * i) * error)]))];
        Assert.Equal(holds, bar.Holds(BarMeasurement.Measure(Case(bar), bar, (_, _) => refined)));
    }

    [Fact]
    public void A_result_that_ends_early_or_is_not_finite_fails()
    {
        Bar bar = BarOf(Metric.MaxRelative, 1e9) with { ExpectedReference = "exact" };
        Assert.False(bar.Holds(Measured(bar, Wave[..100])));
        Assert.False(bar.Holds(double.PositiveInfinity));
    }

    private static readonly double[] Steps = [0.4, 0.2, 0.1, 0.05];

    private static Bar BarOf(Metric metric, double limit) => new()
    { Metric = metric, Probe = "p", Runs = ["one"], AtMost = true, Limit = limit, Unit = "1" };

    private static double Measured(Bar bar, double[] values) => BarMeasurement.Measure(
        Case(bar), bar, (_, _) => [new Series(Times[..values.Length], values)]);

    private static VerificationCase Case(Bar bar) => new()
    {
        Name = "synthetic/wave",
        Family = CaseFamily.ZeroD,
        Description = "a wave",
        Source = "this test",
        Network = new CaseNetwork { Nodes = [new PressureNode("n", new ConstantWaveform(0))] },
        Runs = [new CaseRun { Id = "one", Until = new EndWhenPeriodic(Period, 1e-6, 10), StepRefinements = Steps }],
        Probes = [new NodeSeriesProbe("p", "n", CaseQuantity.Pressure)],
        References =
        [
            new SeriesReference("exact", "one")
            { Abscissa = Times, Values = new Dictionary<string, double[]> { ["p"] = Wave } },
        ],
        Bars = [bar],
    };
}
