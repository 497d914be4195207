using Azygos.Evidence.Effects;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Stratified;

/// <summary>Tests on stratified 2 × 2 tables: association given the strata, and equality of the odds ratios.</summary>
/// <source doi="10.1093/jnci/22.4.719" at="Mantel-Haenszel chi-squared"/>
public static class StratifiedTests
{
    /// <summary>Cochran-Mantel-Haenszel test of no association in any stratum.</summary>
    /// <remarks>χ² = (|Σ(a − E)| − c)²/ΣV, c = ½ with the continuity correction; 1 degree of freedom.</remarks>
    /// <source doi="10.1093/jnci/22.4.719" at="chi-squared with continuity correction"/>
    public static Outcome<OmnibusTest> Association(IReadOnlyList<TwoByTwo> tables, bool continuityCorrection)
    {
        double difference = 0, variance = 0;
        foreach (TwoByTwo t in tables)
        {
            double n = t.N, m1 = t.A + t.C, m2 = t.B + t.D;
            if (n <= 1 || m1 == 0 || m2 == 0) continue;
            difference += t.A - m1 * t.N1 / n;
            variance += m1 * m2 * (t.N1 / n) * (t.N2 / n) / (n - 1);
        }
        if (variance == 0) return new NoAnswer(Refusal.NotEstimable, "No stratum has both events and non-events.");
        double distance = Math.Abs(difference) - (continuityCorrection ? 0.5 : 0);
        return OmnibusTest.ChiSquare(distance * distance / variance, 1);
    }

    /// <summary>Tarone's test that all odds ratios equal the Mantel-Haenszel one.</summary>
    /// <remarks>
    /// Σ(a − A)²/V − (Σa − ΣA)²/ΣV, A the expected cell under the common odds ratio ψ (root of a quadratic),
    /// V = 1/(1/A + 1/B + 1/C + 1/D); chi-squared with informative strata − 1 degrees of freedom.
    /// </remarks>
    /// <source doi="10.1093/biomet/72.1.91" at="Tarone's correction of Breslow and Day's test"/>
    public static Outcome<OmnibusTest> EqualOddsRatios(IReadOnlyList<TwoByTwo> tables)
        => MantelHaenszel.OddsRatio(tables).Then<OmnibusTest>(fit =>
        {
            double psi = Math.Exp(fit.Effect.Estimate), statistic = 0, difference = 0, variance = 0;
            int strata = 0;
            foreach (TwoByTwo t in tables)
            {
                double m1 = t.A + t.C, m2 = t.B + t.D;
                if (m1 == 0 || m2 == 0) continue;
                double a = Expected(t.N1, t.N2, m1, psi);
                double v = 1 / (1 / a + 1 / (t.N1 - a) + 1 / (m1 - a) + 1 / (t.N2 - m1 + a));
                statistic += (t.A - a) * (t.A - a) / v;
                difference += t.A - a;
                variance += v;
                strata++;
            }
            return strata > 1
                ? OmnibusTest.ChiSquare(statistic - difference * difference / variance, strata - 1)
                : new NoAnswer(Refusal.TooFewStudies, "Equality of odds ratios needs two informative strata.");
        });

    /// <summary>The root of A(N₂ − m₁ + A) = ψ (N₁ − A)(m₁ − A) that is a possible cell; stable near ψ = 1.</summary>
    private static double Expected(double n1, double n2, double m1, double psi)
    {
        // (1 − ψ) A² + (N₂ − m₁ + ψ(N₁ + m₁)) A − ψ N₁ m₁ = 0
        double a2 = 1 - psi, a1 = n2 - m1 + psi * (n1 + m1), a0 = -psi * n1 * m1;
        double root = Math.Sqrt(a1 * a1 - 4 * a2 * a0);
        return -2 * a0 / (a1 + root);
    }
}
