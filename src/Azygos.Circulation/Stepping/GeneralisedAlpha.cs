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

    public GeneralisedAlpha(LumpedSystem system, double rhoInfinity)
    {
        this.system = system;
        solver = new StageSolver(system);
        Evaluation = system.NewEvaluation();
        slope = new double[system.Unknowns.Length + system.KnownCount];
        target = new double[slope.Length];
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

    /// <summary>Advances by <paramref name="step"/> [s]; the state's values are those at t + α_f h.</summary>
    public SolveFailure? Step(LumpedState state, double step)
    {
        double share = Gamma / AlphaM, w = AlphaF * share * step;
        state.Value.CopyTo(Evaluation.Value, 0);
        system.SetTime(Evaluation, state.Time + AlphaF * step, beforeJump: false);
        for (int i = 0; i < target.Length; i++)
            target[i] = state.Content[i] + AlphaF * step * (1 - share) * slope[i];
        if (solver.Solve(Evaluation, target, w) is { } failure) return failure;
        for (int i = 0; i < slope.Length; i++)
        {
            double before = slope[i];
            slope[i] += (Evaluation.Rate[i] - before) / AlphaM;
            state.Content[i] += step * (before + Gamma * (slope[i] - before));
        }
        Array.Copy(Evaluation.Value, state.Value, state.Value.Length);
        state.Time += step;
        return null;
    }
}
