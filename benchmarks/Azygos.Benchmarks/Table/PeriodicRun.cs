using Azygos.Circulation.Running;
using Azygos.Circulation.Verification;
using Azygos.Circulation.Vessels;
using Azygos.Quantities;

namespace Azygos.Benchmarks.Table;

/// <summary>A network of a verification case, run to periodic on a mesh of one's choice.</summary>
/// <param name="Outcome">Its last beat at the case's sites, a thousand samples.</param>
/// <param name="Processor">Processor time, building included [s].</param>
/// <param name="Cells">Cells.</param>
/// <param name="CellSteps">Cell-steps.</param>
internal sealed record PeriodicRun(RunOutcome Outcome, double Processor, int Cells, long CellSteps)
{
    /// <summary>Change of each site between two beats, as a share of its pulse, at which a run ends.</summary>
    public const double Norm = 1e-3;

    private const int Samples = 1000;

    // Floors of a pulse, as in the norm of periodic runs.
    private static readonly double s_pressureFloor = Pressure.FromMillimetresOfMercury(1).Pascals,
        s_flowFloor = Flow.FromMillilitresPerMinute(10).CubicMetresPerSecond;

    /// <summary>Runs a case.</summary>
    /// <param name="case">The case.</param>
    /// <param name="cell">Largest cell [m].</param>
    /// <param name="step">Largest step of the network [s].</param>
    public static PeriodicRun Of(VerificationCase @case, double cell, double step)
    {
        double period = ((EndWhenPeriodic)@case.Runs[0].Until).Period;
        TimeSpan before = Environment.CpuUsage.TotalTime;
        VesselSimulation simulation = new(
            VesselCaseNetwork.Of(@case.Network).Network, new MeshOptions { LargestCell = cell });
        RunOutcome outcome = simulation.RunToPeriodic(
            new PeriodicOptions { Period = period, Tolerance = Norm, MaximumPeriods = 60 },
            new StepOptions { LargestStep = step, SampleInterval = period / Samples }, Probes(@case));
        double processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        if (outcome is RunOutcome.Stopped stopped)
            throw new InvalidOperationException($"{@case.Name}: {stopped.Reason} ({stopped.Place})");
        return new PeriodicRun(outcome, processor, simulation.Cells, simulation.CellSteps);
    }

    /// <summary>Pressure and flow at the sites of a case.</summary>
    public static Probe[] Probes(VerificationCase @case) =>
        [.. @case.Probes.OfType<PointProbe>().Select(probe => Probe.InVessel(probe.Vessel, probe.Position,
            probe.Quantity == CaseQuantity.Pressure ? Probe.PressureQuantity : "flow") with
        { Id = probe.Id })];

    /// <summary>Largest RMS difference of a series from that of a finer run, as a share of its pulse, and its
    /// site.</summary>
    public (double Error, string Where) Against(PeriodicRun fine)
    {
        (double Error, string Where) worst = (0, "");
        foreach ((string id, double[] values) in Outcome.Recording.Series)
        {
            double[] exact = fine.Outcome.Recording[id];
            double largest = exact.Max(Math.Abs);
            double floor = largest > 1 ? s_pressureFloor : s_flowFloor;   // pressures in Pa, flows in m³/s
            double pulse = Math.Max(floor, exact.Max() - exact.Min());
            double error = Math.Sqrt(values.Zip(exact, (x, y) => (x - y) * (x - y)).Average()) / pulse;
            if (error > worst.Error) worst = (error, id);
        }

        return worst;
    }
}
