using Azygos.Evidence.Distributions;
using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Bias;

/// <summary>How many null studies would undo a result; reported because readers ask, not because it answers
/// bias.</summary>
/// <param name="Number">Studies needed, rounded up.</param>
/// <param name="PValue">P value of the observed result; null for Orwin.</param>
/// <param name="MeanEffect">Equal-effects mean, where the rule uses it.</param>
/// <param name="Target">Effect that would no longer matter (Orwin).</param>
/// <source doi="10.1037/0033-2909.86.3.638" at="Rosenthal 1979, the file drawer problem"/>
public sealed record FailSafe(double Number, double? PValue, double? MeanEffect, double? Target)
{
    /// <summary>Rosenthal: null studies until Stouffer's combined one-sided p exceeds α.</summary>
    /// <remarks>N = k (z̄/z_α)² − k, z̄ = |Σ y/√v|/√k.</remarks>
    /// <source doi="10.1037/0033-2909.86.3.638" at="eq. for X"/>
    public static FailSafe Rosenthal(EffectTable table, double alpha = 0.05)
    {
        double z = 0;
        for (int i = 0; i < table.Count; i++) z += table.Effects[i] / Math.Sqrt(table.Variances[i]);
        z = Math.Abs(z) / Math.Sqrt(table.Count);
        double critical = Normal.Quantile(1 - alpha);
        return new FailSafe(
            Math.Ceiling(Math.Max(0, table.Count * (z / critical) * (z / critical) - table.Count)),
            Normal.UpperTail(z), null, null);
    }

    /// <summary>Orwin: null studies until the mean falls to a target; half the mean unless stated.</summary>
    /// <remarks>N = k (μ − target)/target.</remarks>
    /// <source doi="10.3102/10769986008002157" at="Orwin 1983, eq. 4"/>
    public static Outcome<FailSafe> Orwin(EffectTable table, double? target = null)
    {
        (double mean, _) = Mean(table);
        double goal = target ?? mean / 2;
        if (goal == 0 || Math.Sign(goal) != Math.Sign(mean))
            return new NoAnswer(Refusal.NotApplicable,
                $"Orwin: the target {goal} must lie between 0 and the mean {mean}.");
        // The mean over the target is 2 to rounding for the default target; a ceiling must not see that rounding.
        double number = table.Count * (mean - goal) / goal;
        return new FailSafe(Math.Max(0, Math.Ceiling(number - 1e-9 * Math.Abs(number))), null, mean, goal);
    }

    /// <summary>Rosenberg: studies of average weight and no effect until the weighted mean is no longer
    /// significant.</summary>
    /// <remarks>N = k ((Σ w y/z_{α/2})² − Σw)/Σw, w = 1/v.</remarks>
    /// <source doi="10.1111/j.0014-3820.2005.tb01004.x" at="eq. 6"/>
    public static FailSafe Rosenberg(EffectTable table, double alpha = 0.05)
    {
        (double mean, double sum) = Mean(table);
        double critical = Normal.Quantile(1 - alpha / 2), total = mean * sum / critical;
        return new FailSafe(
            Math.Ceiling(Math.Max(0, table.Count * (total * total - sum) / sum)),
            Normal.TwoSided(mean * Math.Sqrt(sum)), mean, null);
    }

    private static (double Mean, double SumOfWeights) Mean(EffectTable table)
    {
        double sum = 0, mean = 0;
        for (int i = 0; i < table.Count; i++)
        {
            sum += 1 / table.Variances[i];
            mean += table.Effects[i] / table.Variances[i];
        }
        return (mean / sum, sum);
    }
}
