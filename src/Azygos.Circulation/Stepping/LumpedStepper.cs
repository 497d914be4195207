using System.Runtime.InteropServices;
using Azygos.Circulation.Assembly;

namespace Azygos.Circulation.Stepping;

/// <summary>One step of the lumped network in time: TR-BDF2, second order, L-stable, one matrix weight for both
/// stages.</summary>
/// <remarks>
/// γ = 2 − √2, w = γh/2. Stage 1 (trapezoid to t + γh): M₁ − w F₁ = M₀ + w F₀. Stage 2 (BDF2 to t + h): M₂ − w F₂ = c₁
/// M₁ − c₀ M₀ with c₁ = 1/(γ(2−γ)), c₀ = (1−γ)²/(γ(2−γ)), c₁ − c₀ = 1. M are contents, F rates. After each stage the
/// carried content is the right-hand side plus w F, so the total is constant to rounding.
/// </remarks>
/// <source doi="10.1109/TCAD.1985.1270142" at="TR-BDF2"/>
/// <source doi="10.1016/0168-9274(95)00115-8" at="γ = 2 − √2, both stages with one matrix"/>
internal sealed class LumpedStepper
{
    private static readonly double Gamma = 2 - Math.Sqrt(2);
    private static readonly double C1 = 1 / (Gamma * (2 - Gamma));

    private readonly LumpedSystem system;
    private readonly StageSolver solver;
    private readonly Evaluation evaluation;
    private readonly double[] target;
    private readonly double[] middle;
    private readonly double[] previous;
    private readonly double[] previousMiddle;
    private double previousStep;
    private bool isEvaluated;   // the evaluation has contents and rates of its values

    public LumpedStepper(LumpedSystem system)
    {
        this.system = system;
        solver = new StageSolver(system);
        evaluation = system.NewEvaluation();
        target = new double[system.Unknowns.Length + system.KnownCount];
        middle = new double[target.Length];
        previous = new double[system.Unknowns.Length];
        previousMiddle = new double[system.Unknowns.Length];
    }

    /// <summary>Contents, rates and outputs at the last state evaluated.</summary>
    public Evaluation Evaluation => evaluation;

    /// <summary>What the stages of all steps have cost.</summary>
    public SolverWork Work => solver.Work;

    /// <summary>The state that nodes' and elements' initial values give: contents from the laws, algebraic nodes
    /// balanced.</summary>
    public SolveFailure? Initialise(LumpedState state)
    {
        for (int i = 0; i < system.Unknowns.Length; i++)
            state.Value[i] = system.Unknowns[i].Initial;
        return MakeConsistent(state);
    }

    /// <summary>Balances algebraic nodes while volumes and states stay, and takes contents from the laws.</summary>
    public SolveFailure? MakeConsistent(LumpedState state)
    {
        previousStep = 0;
        isEvaluated = false;
        Load(state);
        system.SetTime(evaluation, state.Time, beforeJump: false);
        system.Evaluate(evaluation);
        Array.Copy(evaluation.Content, middle, middle.Length);
        SolveFailure? failure = Balance(middle);
        if (failure is null) Store(state, evaluation.Content);
        return failure;
    }

    /// <summary>Finds the values that carry the state's contents, with algebraic nodes balanced.</summary>
    /// <param name="state">Contents in, values out.</param>
    /// <param name="yielded">True: contents were moved by other means than a step, and viscoelastic walls have yielded
    /// to them.</param>
    public SolveFailure? SolveForContents(LumpedState state, bool yielded = false)
    {
        previousStep = 0;
        isEvaluated = false;
        Load(state);
        system.SetTime(evaluation, state.Time, beforeJump: false);
        if (yielded)
        {
            // s − W (p − s)/τ = s₀ − W (p₀ − s₀)/τ: for a W this long, the viscous part p − s stays what it was.
            system.Evaluate(evaluation);
            for (int i = 0; i < state.Value.Length; i++)
                if (system.Unknowns[i].Kind == UnknownKind.Elastic)
                    state.Content[i] = state.Value[i] - Relaxed * evaluation.Rate[i];
            if (Balance(state.Content, Relaxed) is { } stiff) return stiff;
            for (int i = 0; i < state.Value.Length; i++)
                if (system.Unknowns[i].Kind == UnknownKind.Elastic) state.Content[i] = evaluation.Value[i];
        }

        SolveFailure? failure = Balance(state.Content);
        if (failure is null) Array.Copy(evaluation.Value, state.Value, state.Value.Length);
        return failure;
    }

    /// <summary>Forgets what was found of the present state: numbers of elements have changed.</summary>
    public void Forget() => isEvaluated = false;

    /// <summary>Evaluates outputs at a state.</summary>
    public void Observe(LumpedState state) => Arrive(state, beforeJump: true);

    /// <summary>Advances to <paramref name="end"/> [s]; on failure the state is as it was.</summary>
    public SolveFailure? Step(LumpedState state, double end)
    {
        double step = end - state.Time, w = 0.5 * Gamma * step;
        Arrive(state, beforeJump: false);
        isEvaluated = false;
        Sweeps.Add(target, state.Content, w, evaluation.Rate);
        system.Collect(evaluation, C1 * w);
        system.SetTime(evaluation, state.Time + Gamma * step, beforeJump: true);
        if (previousStep > 0) GuessMiddle(state, step);
        if (solver.Solve(evaluation, target, w) is { } first) return first;
        system.Collect(evaluation, C1 * w);
        Sweeps.Add(middle, target, w, evaluation.Rate);
        Sweeps.Mix(target, state.Content, C1, middle);
        system.SetTime(evaluation, end, beforeJump: true);
        GuessEnd(state, step);
        if (solver.Solve(evaluation, target, w) is { } second) return second;
        system.Collect(evaluation, w);
        isEvaluated = true;
        Array.Copy(state.Value, previous, previous.Length);
        previousStep = step;
        state.Time = end;
        Array.Copy(evaluation.Value, state.Value, state.Value.Length);
        Sweeps.Add(state.Content, target, w, evaluation.Rate);
        return null;
    }

    // Contents, rates and outputs at a state: found already where it is the one that a step ended with and no waveform
    // jumps.
    private void Arrive(LumpedState state, bool beforeJump)
    {
        bool isThere = isEvaluated && MemoryMarshal.AsBytes(state.Value.AsSpan())
            .SequenceEqual(MemoryMarshal.AsBytes(evaluation.Value.AsSpan(0, state.Value.Length)));
        bool moved = system.SetTime(evaluation, state.Time, beforeJump);
        if (isThere && !moved)
        {
            system.ChangeInterfaces(evaluation);
            return;
        }

        Load(state);
        system.Evaluate(evaluation);
        isEvaluated = true;
    }

    // The parabola through the last step's start, middle and end.
    private void GuessMiddle(LumpedState state, double step)
    {
        double x = Gamma * step, start = -previousStep, between = -(1 - Gamma) * previousStep;
        double a = x * (x - between) / (start * (start - between)), b = x * (x - start) / (between * (between - start));
        Sweeps.Combine(evaluation.Value, (1 - a - b, b, a), state.Value, previousMiddle, previous);
    }

    // The cubic through these and this step's middle, or the line through the last two points; the middle is kept.
    private void GuessEnd(LumpedState state, double step)
    {
        double x = step, middle = Gamma * step, start = -previousStep, between = -(1 - Gamma) * previousStep;
        double a = 0, b = 0, c = 1 / Gamma;
        if (previousStep > 0)
        {
            a = x * (x - middle) * (x - between) / (start * (start - middle) * (start - between));
            b = x * (x - middle) * (x - start) / (between * (between - middle) * (between - start));
            c = x * (x - start) * (x - between) / (middle * (middle - start) * (middle - between));
        }

        Sweeps.Extrapolate(evaluation.Value, c, (1 - a - b - c, b, a), state.Value, previousMiddle, previous);
    }

    /// <summary>Backward Euler, first order: the march of the steady solve, where only the end counts.</summary>
    public SolveFailure? MarchStep(LumpedState state, double step)
    {
        isEvaluated = false;
        Load(state);
        system.SetTime(evaluation, state.Time, beforeJump: false);
        if (solver.Solve(evaluation, state.Content, step) is { } failure) return failure;
        for (int i = 0; i < target.Length; i++)
            middle[i] = state.Content[i] + step * evaluation.Rate[i];
        Store(state, middle);
        return null;
    }

    // s, far longer than any wall's time: the elastic pressure follows the node's.
    private const double Relaxed = 1e9;

    // Content stays, what has none is balanced: M(u) − w F(u) = M₀ − w F, with the F of the pass before, so that w F
    // cancels as the passes agree. A balance that only rates decide (a compliance between two nodes without storage, a
    // node between inertances) is found to about 10⁻¹⁶ M/(w F); w alone, without passes, would have to be so short
    // that nothing is left of it.
    private SolveFailure? Balance(double[] content, double? elasticWeight = null)
    {
        Array.Copy(content, target, target.Length);
        for (int pass = 0; pass < BalancePasses; pass++)
        {
            if (solver.Solve(evaluation, target, BalanceWeight, elasticWeight) is { } failure) return failure;
            for (int i = 0; i < target.Length; i++)
                target[i] = content[i] - BalanceWeight * evaluation.Rate[i];
        }

        return null;
    }

    // Chosen: s, far below the fastest time constant of a circulation (0.1 ms); what w F leaves falls by w/τ a pass.
    private const double BalanceWeight = 1e-7;
    private const int BalancePasses = 3;

    private void Load(LumpedState state) => Array.Copy(state.Value, evaluation.Value, state.Value.Length);

    private void Store(LumpedState state, double[] content)
    {
        Array.Copy(evaluation.Value, state.Value, state.Value.Length);
        Array.Copy(content, state.Content, state.Content.Length);
    }
}
