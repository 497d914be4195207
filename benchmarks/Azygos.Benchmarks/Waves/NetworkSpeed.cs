using System.Diagnostics;
using System.Globalization;
using Azygos.Circulation.Running;
using Azygos.Circulation.Verification;
using Azygos.Circulation.Vessels;
using Azygos.Files.Benchmarks;
using Azygos.Files.Faults;

namespace Azygos.Benchmarks.Waves;

/// <summary>Networks of a folder of verification cases, from rest to periodic (0.1 % of each site's pulse), with the
/// error beside the time.</summary>
/// <remarks>
/// Each network runs twice; the second run is measured, the compiler's work is in the first. Cells of at most 1 cm and 5
/// mm, steps of the network of at most 1 ms. Errors are the largest over the sites of the case's own comparison: RMS of
/// pressures relative to the reference, of flows relative to its scale.
/// </remarks>
internal static class NetworkSpeed
{
    private const double Norm = 1e-3, LargestStep = 1e-3;
    private const int Samples = 1000;

    private static readonly double[] s_cells = [0.01, 0.005];

    /// <summary>Runs every periodic case of family network below a folder.</summary>
    public static IEnumerable<Measurement> Measure(string folder)
    {
        FaultList faults = new();
        IReadOnlyList<VerificationCase> cases = BenchmarkReader.ReadAll(Path.GetFullPath(folder), folder, faults);
        faults.ThrowIfAny();
        foreach (VerificationCase @case in cases.Where(one => one.Family == CaseFamily.Network))
            if (@case.Runs[0].Until is EndWhenPeriodic until)
                foreach (double cell in s_cells)
                {
                    Run(@case, until.Period, cell);
                    yield return Run(@case, until.Period, cell);
                }
    }

    private static Measurement Run(VerificationCase @case, double period, double cell)
    {
        Probe[] probes = [.. @case.Probes.OfType<PointProbe>().Select(probe => Probe.InVessel(probe.Vessel,
            probe.Position, probe.Quantity == CaseQuantity.Pressure ? Probe.PressureQuantity : "flow") with
        { Id = probe.Id })];
        Stopwatch watch = Stopwatch.StartNew();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        VesselSimulation simulation = new(
            VesselCaseNetwork.Of(@case.Network).Network, new MeshOptions { LargestCell = cell });
        RunOutcome outcome = simulation.RunToPeriodic(
            new PeriodicOptions { Period = period, Tolerance = Norm, MaximumPeriods = 60 },
            new StepOptions { LargestStep = LargestStep, SampleInterval = period / Samples }, probes);
        double processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds, wall = watch.Elapsed.TotalSeconds;
        if (outcome is RunOutcome.Stopped stopped)
            throw new InvalidOperationException($"{@case.Name}: {stopped.Reason} ({stopped.Place})");
        string name = string.Create(CultureInfo.InvariantCulture,
            $"{@case.Name}, {simulation.Cells} cells, {simulation.CellSteps / 1e6:F1} M cell-steps, "
                + $"{outcome.Report.Periods} beats, error {100 * Error(@case, outcome, Metric.RmsRelative):F2} % of p, "
                + $"{100 * Error(@case, outcome, Metric.RmsRelativeMax):F2} % of q");
        return new Measurement(name, wall, wall, processor, null);
    }

    private static double Error(VerificationCase @case, RunOutcome outcome, Metric metric)
    {
        double worst = 0;
        foreach (Bar bar in @case.Bars.Where(bar => bar.Metric == metric && bar.ExpectedReference is not null))
        {
            Series expected = ((SeriesReference)@case.References.First(one => one.Id == bar.ExpectedReference))
                .For(bar.Probe);
            double[] found = Interpolation.AtTimes(
                new Series(outcome.Recording.Times, outcome.Recording[bar.Probe]), expected.Abscissa);
            worst = Math.Max(worst, metric == Metric.RmsRelative
                ? Metrics.RmsRelative(found, expected.Values)
                : Metrics.RootMeanSquare(found, expected.Values) / (bar.Scale ?? expected.Values.Max(Math.Abs)));
        }

        return worst;
    }
}
