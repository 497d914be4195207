using System.Globalization;
using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Circulation;
using Azygos.Circulation.Assembly;
using Azygos.Circulation.Running;
using Azygos.Circulation.Stepping;
using Azygos.Files.ModelFolder;
using Azygos.Quantities;

namespace Azygos.Benchmarks.Lumped;

/// <summary>What one step of 1 ms of a lumped network costs, averaged over a beat (of a body: over a breath).</summary>
/// <remarks>Beside the time what it was spent on: evaluations of all laws, factorisations of the whole matrix and of the
/// block of valves and chambers, solves.</remarks>
internal static class LumpedSpeed
{
    private const double Step = 1e-3;

    // A tenth of the best public solver of such a loop, on a processor of 2.8 GHz [s].
    private const double LoopBar = 1.7e-6;

    // Chosen: a step is many small methods, and the compiler is still at work on them when other jobs are warm.
    private static readonly TimeSpan s_compiling = TimeSpan.FromSeconds(1.5);

    /// <summary>Measures the closed loop and, where a folder is given, a body.</summary>
    /// <param name="measure">How long.</param>
    /// <param name="body">Folder of a model whose vessels are lumped; null: none.</param>
    public static IEnumerable<Measurement> Measure(Stopwatches measure, string? body)
    {
        yield return Of(measure, "closed loop 0D step", LoopBar, ClosedLoop.Network(), null, ClosedLoop.Beat);
        if (body is null) yield break;
        BodyModel model = ModelReader.Read(body);
        LumpedNetwork Build(HeartMode mode, Pressure filling) =>
            BodyBuilder.Build(model, default, mode, new BodyStart(filling, Flowing: true)).Network;
        Volume blood = Volume.FromMillilitres(model.Parameters["blood.volume_mL"].Value);
        Pressure filling = FillingPressure.Find(Build(HeartMode.MeanFlow, default), blood)
            ?? throw new InvalidOperationException($"{body}: no filling pressure");
        double beats = model.Parameters["heart.rate_per_min"].Value,
            breaths = model.Parameters["breathing.rate_per_min"].Value;
        yield return Of(
            measure, "lumped body step", null, Build(HeartMode.Beating, filling),
            SteadyFlow.Solve(Build(HeartMode.MeanFlow, filling)), Math.Round(beats / breaths) * 60 / beats);
    }

    private static Measurement Of(
        Stopwatches measure, string name, double? bar, LumpedNetwork network, SteadyFlow? steady, double period)
    {
        LumpedSystem system = new(network);
        LumpedStepper stepper = new(system);
        LumpedState state = new(system.Unknowns.Length, system.KnownCount);
        SolveFailure? failure = stepper.Initialise(state);
        steady?.CopyTo(system, state);
        failure ??= stepper.SolveForContents(state);
        if (failure is not null) throw new InvalidOperationException($"{name}: {failure}");
        int steps = (int)Math.Round(period / Step);
        long taken = 0;
        TimeSpan start = Environment.CpuUsage.TotalTime;
        while (Environment.CpuUsage.TotalTime - start < s_compiling)
            Period();
        Measurement cost = measure.Of(name, bar * steps, Period).Per(steps);
        SolverWork work = stepper.Work;
        return cost with
        {
            Bar = bar,
            Name = string.Create(CultureInfo.InvariantCulture,
                $"{name}: {system.Unknowns.Length} unknowns; {Per(work.Evaluations)} E {Per(work.Factorings)} F "
                    + $"{Per(work.Refactorings)} B {Per(work.Solves)} S"),
        };

        string Per(long count) => ((double)count / taken).ToString("F2", CultureInfo.InvariantCulture);

        double Period()
        {
            state.Time = 0;
            for (int k = 1; k <= steps; k++)
                StepOrCut(k * (period / steps));
            return state.Value[0];
        }

        // As a simulation does: where a valve is too quick for the step, two of half its length.
        void StepOrCut(double end)
        {
            taken++;
            if (stepper.Step(state, end) is not { } broken) return;
            double middle = 0.5 * (state.Time + end);
            if (end - middle < Step / 1024) throw new InvalidOperationException($"{name}: {broken}");
            StepOrCut(middle);
            StepOrCut(end);
        }
    }
}
