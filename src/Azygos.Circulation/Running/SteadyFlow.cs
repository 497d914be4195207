using Azygos.Circulation.Assembly;
using Azygos.Circulation.Stepping;
using Azygos.Quantities;

namespace Azygos.Circulation.Running;

/// <summary>The mean-flow steady state of a network without beating parts: marched with growing steps until nothing
/// moves.</summary>
/// <remarks>
/// Backward Euler from the given initial pressures, the step doubled as long as it converges: the march ends as
/// Newton's method, conserves volume from the first step to the last (so a closed loop keeps its blood), and cannot be
/// lost in a state that no blood volume has.
/// </remarks>
/// <source choice="pseudo-transient continuation; the start of every run"/>
public sealed class SteadyFlow
{
    private const double FirstStep = 1e-3;      // s, chosen: shorter than a beat's events
    private const double LargestStep =
        1e7;     // s, chosen: far beyond the slowest time constant (cerebrospinal fluid, 500 s)
    private const double SmallestStep = 1e-9;   // s, below it the march has failed
    private const int MaximumSteps = 400;
    private const double Still =
        1e-6;          // share of the largest pressure, flow or state; chosen: a thousandth of the periodic tolerance

    private SteadyFlow(LumpedSystem system, LumpedState state, SolveFailure? failure, int steps)
    {
        System = system;
        State = state;
        Failure = failure?.Reason;
        Place = failure?.Place ?? "";
        Steps = steps;
    }

    internal LumpedSystem System { get; }

    internal LumpedState State { get; }

    /// <summary>Why there is no steady state, or null when there is one.</summary>
    public string? Failure { get; }

    /// <summary>Where the march failed, or empty.</summary>
    public string Place { get; }

    /// <summary>Steps of the march.</summary>
    public int Steps { get; }

    /// <summary>Pressure of a node [Pa].</summary>
    public double Pressure(string node)
    {
        int slot = System.SlotOf(node);
        Evaluation evaluation = Observed();
        return evaluation.Value[slot];
    }

    /// <summary>A quantity of an element, SI.</summary>
    public double Quantity(string element, string quantity) => System.OutputOf(element, quantity).Read(Observed());

    /// <summary>Fluid that the nodes hold, by the laws; fluid compartments (cerebrospinal fluid) not counted.</summary>
    public Volume HeldVolume() => Volume.FromCubicMetres(System.BloodContent(Observed().Content));

    /// <summary>Gives every unknown of the same name and kind its value and content.</summary>
    internal void CopyTo(LumpedSystem system, LumpedState state)
    {
        var rows = new Dictionary<(string, UnknownKind), int>();
        for (int i = 0; i < System.Unknowns.Length; i++)
            rows[(System.Unknowns[i].Name, System.Unknowns[i].Kind)] = i;
        for (int i = 0; i < system.Unknowns.Length; i++)
        {
            if (!rows.TryGetValue((system.Unknowns[i].Name, system.Unknowns[i].Kind), out int row)) continue;
            state.Value[i] = State.Value[row];
            state.Content[i] = State.Content[row];
        }
    }

    /// <summary>Finds the steady state.</summary>
    public static SteadyFlow Solve(LumpedNetwork network, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        var system = new LumpedSystem(network);
        var stepper = new LumpedStepper(system);
        var state = new LumpedState(system.Unknowns.Length, system.KnownCount);
        if (stepper.Initialise(state) is { } start) return new(system, state, start, 0);
        double step = FirstStep;
        double[] last = new double[state.Value.Length];
        string moving = "";
        for (int k = 0; k < MaximumSteps; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            state.Value.CopyTo(last, 0);
            if (stepper.MarchStep(state, step) is { } failure)
            {
                step *= 0.25;
                if (step < SmallestStep) return new(system, state, failure, k);
                continue;
            }

            if (step >= LargestStep && (moving = Moving(system, last, state.Value)).Length == 0)
                return new(system, state, null, k + 1);
            step = Math.Min(step * 2, LargestStep);
        }

        return new(system, state,
            new(moving.Length > 0
                ? $"no steady state was reached: '{moving}' still moves"
                : "no steady state was reached", moving), MaximumSteps);
    }

    // Where the last step moved most, or empty when it moved nothing.
    private static string Moving(LumpedSystem system, double[] before, double[] after)
    {
        // An opening on its way to 0 never stops moving by its own measure.
        double[] scale = [.. Enum.GetValues<UnknownKind>().Select(StageSolver.Floor)];
        for (int i = 0; i < after.Length; i++)
        {
            ref double s = ref scale[(int)system.Unknowns[i].Kind];
            s = Math.Max(s, Math.Abs(after[i]));
        }

        double largest = Still;
        string at = "";
        for (int i = 0; i < after.Length; i++)
        {
            double moved = Math.Abs(after[i] - before[i]) / scale[(int)system.Unknowns[i].Kind];
            if (!(moved > largest)) continue;
            largest = moved;
            at = system.Unknowns[i].Name;
        }

        return at;
    }

    private Evaluation Observed()
    {
        Evaluation evaluation = System.NewEvaluation();
        State.Value.CopyTo(evaluation.Value, 0);
        System.SetTime(evaluation, State.Time, beforeJump: false);
        System.Evaluate(evaluation);
        return evaluation;
    }
}
