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
    private double previousStep;

    public LumpedStepper(LumpedSystem system)
    {
        this.system = system;
        solver = new StageSolver(system);
        evaluation = system.NewEvaluation();
        target = new double[system.Unknowns.Length + system.KnownCount];
        middle = new double[target.Length];
        previous = new double[system.Unknowns.Length];
    }

    /// <summary>Contents, rates and outputs at the last state evaluated.</summary>
    public Evaluation Evaluation => evaluation;

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

    /// <summary>Evaluates outputs at a state.</summary>
    public void Observe(LumpedState state)
    {
        Load(state);
        system.SetTime(evaluation, state.Time, beforeJump: true);
        system.Evaluate(evaluation);
    }

    /// <summary>Advances to <paramref name="end"/> [s]; on failure the state is as it was.</summary>
    public SolveFailure? Step(LumpedState state, double end)
    {
        double step = end - state.Time, w = 0.5 * Gamma * step;
        int n = system.Unknowns.Length;
        Load(state);
        system.SetTime(evaluation, state.Time, beforeJump: false);
        system.Evaluate(evaluation);
        for (int i = 0; i < target.Length; i++)
            target[i] = state.Content[i] + w * evaluation.Rate[i];
        system.Collect(evaluation, C1 * w);
        if (previousStep > 0)
        {
            double share = Gamma * step / previousStep;   // linear guess from the last step
            for (int i = 0; i < n; i++)
                evaluation.Value[i] += share * (state.Value[i] - previous[i]);
        }

        system.SetTime(evaluation, state.Time + Gamma * step, beforeJump: true);
        if (solver.Solve(evaluation, target, w) is { } first) return first;
        system.Collect(evaluation, C1 * w);
        for (int i = 0; i < target.Length; i++)
        {
            middle[i] = target[i] + w * evaluation.Rate[i];
            target[i] = state.Content[i] + C1 * (middle[i] - state.Content[i]);   // c₁ − c₀ = 1, without its rounding
        }

        // Guess: the parabola through the last step's start, this one's and the first stage, or the line through the
        // last two.
        double bend = previousStep > 0 ? step * (1 - Gamma) / (Gamma * step + previousStep) : 0;
        double before = previousStep > 0 ? step / previousStep : 0;
        for (int i = 0; i < n; i++)
        {
            double rise = (evaluation.Value[i] - state.Value[i]) / Gamma,
                last = before * (state.Value[i] - previous[i]);
            evaluation.Value[i] = state.Value[i] + rise + bend * (rise - last);
        }

        system.SetTime(evaluation, end, beforeJump: true);
        if (solver.Solve(evaluation, target, w) is { } second) return second;
        system.Collect(evaluation, w);
        for (int i = 0; i < target.Length; i++)
            middle[i] = target[i] + w * evaluation.Rate[i];
        Array.Copy(state.Value, previous, n);
        previousStep = step;
        state.Time = end;
        Store(state, middle);
        return null;
    }

    /// <summary>Backward Euler, first order: the march of the steady solve, where only the end counts.</summary>
    public SolveFailure? MarchStep(LumpedState state, double step)
    {
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
        Array.Copy(content, state.Content, content.Length);
    }
}
