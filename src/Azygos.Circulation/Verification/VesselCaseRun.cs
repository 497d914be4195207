using Azygos.Circulation.Stepping;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waves;

namespace Azygos.Circulation.Verification;

/// <summary>Runs one run of a case with vessels, once or for each refinement.</summary>
internal sealed class VesselCaseRun : PerformedRun
{
    // Chosen: where a case leaves the samples to the solver, it keeps no more than this many of a run.
    private const int DefaultSamples = 1000;

    private readonly VerificationCase @case;

    private VesselCaseRun(VerificationCase @case, CaseRun run)
        : base(run)
        => this.@case = @case;

    /// <summary>Runs it.</summary>
    public static VesselCaseRun Perform(VerificationCase @case, CaseRun run, CancellationToken cancellation)
    {
        VesselCaseRun performed = new(@case, run);
        try
        {
            foreach (MeshOptions mesh in performed.Meshes())
                if (performed.Result.Stopped.Length == 0) performed.Simulate(mesh, cancellation);
        }
        catch (ArgumentException impossible)
        {
            performed.Result = performed.Result with { Stopped = impossible.Message };
        }

        performed.CheckFinite();
        return performed;
    }

    private IEnumerable<MeshOptions> Meshes()
    {
        if (Run.CellRefinements.Count > 0)
        {
            foreach (int cells in Run.CellRefinements) yield return new MeshOptions { Cells = cells };
            yield break;
        }

        MeshOptions mesh = Run.Cells is { } n
            ? new MeshOptions { Cells = n }
            : new MeshOptions { LargestCell = Run.LargestCell ?? new MeshOptions().LargestCell };
        for (int i = 0; i < Math.Max(1, Run.StepRefinements.Count); i++) yield return mesh;
    }

    private void Simulate(MeshOptions options, CancellationToken cancellation)
    {
        VesselCaseRecorder recorder = new(@case, VesselCaseNetwork.Of(@case.Network), options);
        double largest = Run.LargestStep ?? double.PositiveInfinity;
        if (Run.StepRefinements.Count > 0) largest = Run.StepRefinements[Result.Steps.Count];
        string stopped = Run.Until switch
        {
            EndAtTime end => ToTime(recorder, end.Time, largest, cancellation),
            EndWhenSteady steady => ToSteady(recorder, steady, largest, cancellation),
            EndWhenPeriodic periodic => ToPeriodic(recorder, periodic, largest, cancellation),
            _ => "has an end that vessels do not have",
        };
        Result = Result with
        {
            Steps = [.. Result.Steps, recorder.Waves.Time / Math.Max(1, recorder.Waves.Stepper.Steps)],
            Stopped = stopped,
        };
        foreach (CaseProbe probe in @case.Probes)
            if (recorder.SeriesOf(probe) is { } series) Keep(probe.Id, series);
    }

    private string ToTime(VesselCaseRecorder recorder, double end, double largest, CancellationToken cancellation)
    {
        double interval = Math.Min(largest, Run.SampleInterval ?? end / DefaultSamples);
        double next = 0;
        while (recorder.Waves.Time < end)
        {
            cancellation.ThrowIfCancellationRequested();
            if (recorder.Waves.Time >= next)
            {
                recorder.Sample();
                next = recorder.Waves.Time + (Run.SampleInterval is null ? interval : 0);
            }

            if (recorder.Step(Math.Min(largest, Run.SampleInterval ?? double.PositiveInfinity), end) is { } failure)
                return Told(failure, recorder);
        }

        recorder.Sample();
        return "";
    }

    private string ToSteady(
        VesselCaseRecorder recorder, EndWhenSteady until, double largest, CancellationToken cancellation)
    {
        recorder.IsSteady = true;
        bool settled = false;
        while (!settled && recorder.Waves.Time < until.MaximumTime)
        {
            cancellation.ThrowIfCancellationRequested();
            if (recorder.Step(largest, until.MaximumTime) is { } failure) return Told(failure, recorder);
            settled = recorder.LargestRate < until.Tolerance;
        }

        recorder.Sample();
        Result = Result with { Settled = Result.Settled && settled };
        return "";
    }

    private string ToPeriodic(
        VesselCaseRecorder recorder, EndWhenPeriodic until, double largest, CancellationToken cancellation)
    {
        int samples = (int)Math.Ceiling(until.Period / (Run.SampleInterval ?? until.Period / DefaultSamples) * (1 - 1e-9));
        // As VesselSimulation: accelerated between periods, judged by two that follow each other untouched.
        SlowState slow = new(recorder.Waves.Mesh);
        PeriodAcceleration? acceleration = recorder.Waves.Coupling is null ? new(slow.Size) : null;
        bool settled = false, accelerated = false;
        int period = 0;
        while (!settled && period < until.MaximumPeriods)
        {
            double[] from = slow.Read();
            double start = period * until.Period;
            recorder.BeginPeriod(start);
            recorder.Sample();
            for (int i = 1; i <= samples; i++)
            {
                double end = start + until.Period * i / samples;
                while (recorder.Waves.Time < end)
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (recorder.Step(largest, end) is { } failure) return Told(failure, recorder);
                }

                recorder.Sample();
            }

            period++;
            double change = recorder.PeriodicChange();
            settled = change < until.Tolerance && !accelerated;
            accelerated = acceleration is not null && period > 1 && change >= until.Tolerance
                && period < until.MaximumPeriods - 1;
            if (accelerated) slow.Write(acceleration!.Next(from, slow.Read()));
        }

        Result = Result with
        {
            Periods = Math.Max(period, Result.Periods),
            Settled = Result.Settled && settled,
        };
        return "";
    }

    private static string Told(SolveFailure failure, VesselCaseRecorder recorder) => FormattableString.Invariant(
        $"stopped at {recorder.Waves.Time:G6} s: {failure.Reason} ({failure.Place})");
}
