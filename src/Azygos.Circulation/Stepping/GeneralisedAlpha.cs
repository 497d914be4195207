using Azygos.Circulation.Assembly;

namespace Azygos.Circulation.Stepping;

/// <summary>One step of the lumped network in time by the generalised-α method, as other programs integrate: for
/// comparing with them at their own step.</summary>
/// <remarks>
/// α_m = ½(3 − ρ)/(1 + ρ), α_f = 1/(1 + ρ), γ = ½ + α_m − α_f. The equations hold between the ends of the step:
/// M′_m = F(u_f) and M(u_f) = M_f, with M_f = M₀ + α_f (M₁ − M₀), M′_m = M′₀ + α_m (M′₁ − M′₀) and M₁ = M₀ +
/// h (M′₀ + γ (M′₁ − M′₀)). So one stage, M_f − w F = M₀ + α_f h (1 − γ/α_m) M′₀ with w = α_f γ h/α_m. M are contents,
/// F rates, ρ the damping of the fastest oscillation in a step.
/// </remarks>
/// <source doi="10.1016/S0045-7825(00)00203-6" at="generalised-α method for first-order systems"/>
internal sealed class GeneralisedAlpha
{
    private readonly StageSolver solver;
    private readonly LumpedSystem system;
    private readonly double[] slope;
    private readonly double[] target;
    private readonly double[] correction;
    private readonly double[] residualUnit;
    private readonly OneWayGroup? valves;

    /// <summary>Prepares steps.</summary>
    /// <param name="system">The network.</param>
    /// <param name="rhoInfinity">ρ [1], 0 … 1.</param>
    /// <param name="residualUnit">What the residual of an unknown's row is multiplied with to be 1 where the iteration of
    /// switching valves may end.</param>
    public GeneralisedAlpha(LumpedSystem system, double rhoInfinity, Func<UnknownInfo, double> residualUnit)
    {
        this.system = system;
        solver = new StageSolver(system);
        Evaluation = system.NewEvaluation();
        slope = new double[system.Unknowns.Length + system.KnownCount];
        target = new double[slope.Length];
        correction = new double[system.Unknowns.Length];
        valves = system.OneWay;
        this.residualUnit = [.. system.Unknowns.Select(residualUnit)];
        AlphaM = 0.5 * (3 - rhoInfinity) / (1 + rhoInfinity);
        AlphaF = 1 / (1 + rhoInfinity);
        Gamma = 0.5 + AlphaM - AlphaF;
    }

    /// <summary>α_m [1].</summary>
    public double AlphaM { get; }

    /// <summary>α_f [1]: where in the step the equations hold.</summary>
    public double AlphaF { get; }

    /// <summary>γ [1].</summary>
    public double Gamma { get; }

    /// <summary>Values, contents and rates at the time t + α_f h of the last step.</summary>
    public Evaluation Evaluation { get; }

    /// <summary>Advances by <paramref name="step"/> [s]; the evaluation has the values at t + α_f h.</summary>
    public SolveFailure? Step(LumpedState state, double step)
    {
        double share = Gamma / AlphaM, w = AlphaF * share * step;
        state.Value.CopyTo(Evaluation.Value, 0);
        system.SetTime(Evaluation, state.Time + AlphaF * step, beforeJump: false);
        for (int i = 0; i < target.Length; i++)
            target[i] = state.Content[i] + AlphaF * step * (1 - share) * slope[i];
        if (valves is not null || solver.Solve(Evaluation, target, w) is not null)
        {
            // What a line search cannot solve, a valve that switches at a large step, plain iteration often can.
            state.Value.CopyTo(Evaluation.Value, 0);
            if (Plain(state, w) is { } failure) return failure;
        }
        for (int i = 0; i < slope.Length; i++)
        {
            double before = slope[i];
            slope[i] += (Evaluation.Rate[i] - before) / AlphaM;
            // The same by the rates, to rounding, but for the flow of a valve that was held.
            if (valves is null) state.Content[i] += step * (before + Gamma * (slope[i] - before));
            else if (i < state.Value.Length)
                state.Content[i] += (Evaluation.Content[i] - state.Content[i]) / AlphaF;
        }
        // The first iterate of the next step: where valves switch, the values at its start, as in the program compared
        // with; else the last solution, which obeys the equations.
        for (int i = 0; i < state.Value.Length; i++)
            state.Value[i] = valves is null ? Evaluation.Value[i]
                : state.Value[i] + (Evaluation.Value[i] - state.Value[i]) / AlphaF;
        state.Time += step;
        return null;
    }

    // Chosen: as the program compared with; its valves settle within five.
    private const int MaximumIterations = 30;

    // Newton's method as it is, with ideal valves that switch at each iterate. A valve that is shut keeps the rate of its flow, L dq/dt =
    // Δp, while the flow at the end of the step is set to 0; so the flow and its rate part, and where they meet again
    // depends on the path of the iteration, which is why it is followed as it is.
    private SolveFailure? Plain(LumpedState state, double w)
    {
        double[] u = Evaluation.Value;
        Evaluation.ValvesSwitch = valves is not null;
        for (int i = 0; i < correction.Length; i++)
            Evaluation.RowWeight[i] = system.HasContent[i] ? w : 1;
        for (int k = 0; k < MaximumIterations; k++)
        {
            system.EvaluateWithSlopes(Evaluation);
            for (int i = 0; i < correction.Length; i++)
                correction[i] = system.HasContent[i]
                    ? target[i] + w * Evaluation.Rate[i] - Evaluation.Content[i] : Evaluation.Rate[i];
            if (IsSettled(w)) return null;
            if (!system.Matrix.TryFactor(Evaluation.Jacobian, out int pivot))
                return new SolveFailure(
                    $"'{system.Unknowns[pivot].Name}' cannot be determined", system.Unknowns[pivot].Name);
            system.Matrix.Solve(correction);
            foreach (int row in valves?.ShutRows ?? [])
            {
                double rate = (u[row] - target[row]) / w;
                u[row] = (1 - AlphaF) * state.Content[row];
                target[row] = u[row] - w * rate;
            }
            for (int i = 0; i < correction.Length; i++) u[i] += correction[i];
        }
        return new SolveFailure("the iteration of a step does not settle", "");
    }

    // By the residuals, as the program compared with ends its iteration: a valve that is held remembers the last
    // correction, so one more or less shows.
    private bool IsSettled(double w)
    {
        for (int i = 0; i < correction.Length; i++)
            if (!(Math.Abs(correction[i]) * residualUnit[i] <= (system.HasContent[i] ? w : 1))) return false;
        return true;
    }
}
