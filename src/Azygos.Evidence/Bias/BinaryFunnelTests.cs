using Azygos.Evidence.Effects;
using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Bias;

/// <summary>Funnel tests for 2 × 2 tables, where Egger's test errs because a log odds ratio and its error are
/// related.</summary>
/// <source doi="10.1002/jrsm.1020" at="review of the tests for binary outcomes"/>
public static class BinaryFunnelTests
{
    /// <summary>Harbord: Z/V regressed on 1/√V with weights V; the score Z and its variance V replace effect and
    /// error.</summary>
    /// <remarks>Z = A − (A + C)N₁/N, V = N₁N₂(A + C)(B + D)/(N²(N − 1)); uninformative tables are left out.</remarks>
    /// <source doi="10.1002/sim.2380" at="§3"/>
    public static Outcome<FunnelRegression> Harbord(IReadOnlyList<TwoByTwo> tables, double level = 0.95)
    {
        EffectEstimate[] scores = [.. tables.Select(static t => PetoOddsRatio.From(t))
            .Where(static s => s is not null).Select(static s => s!.Value)];
        return EffectTable.From([.. scores.Select(static s => s.Value)], [.. scores.Select(static s => s.Variance)])
            .Then(table => FunnelRegression.Egger(table, level));
    }

    /// <summary>Peters: log odds ratio regressed on 1/N with weights (A + C)(B + D)/N.</summary>
    /// <remarks>½ is added to the cells of studies with a zero cell for the effect; weights and N use the counts as
    /// they are.</remarks>
    /// <source doi="10.1001/jama.295.6.676" at="modified Macaskill test"/>
    public static Outcome<FunnelRegression> Peters(IReadOnlyList<TwoByTwo> tables, double level = 0.95)
    {
        TwoByTwo?[] corrected = new ZeroCells().Apply(tables);
        List<double> effects = [], variances = [], inverse = [];
        for (int i = 0; i < tables.Count; i++)
        {
            TwoByTwo t = tables[i];
            double events = t.A + t.C, others = t.B + t.D;
            if (events == 0 || others == 0 || OddsRatio.From(corrected[i]!.Value) is not { } effect) continue;
            effects.Add(effect.Value);
            variances.Add(t.N / (events * others));
            inverse.Add(1 / t.N);
        }
        return EffectTable.From(effects.ToArray(), variances.ToArray())
            .Then(table => FunnelRegression.Weighted(table, [.. inverse], "1/N", level));
    }

    /// <summary>Deeks: log diagnostic odds ratio regressed on 1/√ESS with weights ESS = 4N₁N₂/N.</summary>
    /// <remarks>½ is added to the cells of studies with a zero cell; the effective sample size uses the counts as they
    /// are.</remarks>
    /// <param name="tables">A true positives, B false negatives, C false positives, D true negatives.</param>
    /// <param name="level">Confidence level.</param>
    /// <source doi="10.1016/j.jclinepi.2005.01.016" at="§2.5"/>
    public static Outcome<FunnelRegression> Deeks(IReadOnlyList<TwoByTwo> tables, double level = 0.95)
    {
        double[] size = [.. tables.Select(EffectiveSize)];
        return EffectTable.From([.. tables.Select(LogDiagnosticOddsRatio)], [.. size.Select(static n => 1 / n)])
            .Then(table =>
                FunnelRegression.Weighted(table, [.. size.Select(static n => 1 / Math.Sqrt(n))], "1/√ESS", level));
    }

    /// <summary>4N₁N₂/N, N₁ with and N₂ without the disease.</summary>
    internal static double EffectiveSize(TwoByTwo table) => 4 * table.N1 * table.N2 / table.N;

    internal static double LogDiagnosticOddsRatio(TwoByTwo table)
    {
        TwoByTwo t = table.HasZero ? table.Plus(0.5) : table;
        return Math.Log(t.A * t.D / (t.B * t.C));
    }
}
