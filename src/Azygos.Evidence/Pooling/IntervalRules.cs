using Azygos.Evidence.Distributions;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Pooling;

/// <summary>An interval by a named rule.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="StandardError">Standard error it is built from (for predictions √(SE² + τ²)).</param>
/// <param name="Degrees">Degrees of freedom; infinite for the normal.</param>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
/// <source choice="rules side by side, so that a reader sees how much a conclusion leans on one of them"/>
public sealed record RuleInterval(string Rule, double StandardError, double Degrees, double Lower, double Upper)
{
    internal static RuleInterval Of(string rule, double centre, double se, double degrees, double level)
    {
        double half = StudentT.TwoSidedQuantile(level, degrees) * se;
        return new RuleInterval(rule, se, degrees, centre - half, centre + half);
    }
}

/// <summary>Kenward and Roger's corrected standard error and degrees of freedom of a REML mean.</summary>
/// <param name="StandardError">√Φ_A.</param>
/// <param name="Degrees">ν.</param>
/// <remarks>
/// With S_n = Σwⁿ, w = 1/(v + τ²): expected information of τ² I = S₂/2 − S₃/S₁ + (S₂/S₁)²/2; Φ_A = 1/S₁ + 2 (S₃ −
/// S₂²/S₁)/(I S₁²); ν = 2 I/(Φ_A S₂)².
/// </remarks>
/// <source doi="10.1002/sim.7140" at="§2.4, Kenward-Roger approach with the expected information"/>
public sealed record KenwardRoger(double StandardError, double Degrees)
{
    /// <summary>The correction of a pooled mean; needs two studies.</summary>
    public static Outcome<KenwardRoger> Of(PooledFit fit)
    {
        if (!fit.Model.Design.IsInterceptOnly || fit.Model.Count < 2)
            return new NoAnswer(Refusal.NotApplicable, "Kenward-Roger is given for a mean of at least two studies.");
        double s1 = 0, s2 = 0, s3 = 0;
        foreach (double v in fit.Model.Variances)
        {
            double w = 1 / (v + fit.Tau2);
            s1 += w;
            s2 += w * w;
            s3 += w * w * w;
        }
        double information = s2 / 2 - s3 / s1 + s2 / s1 * (s2 / s1) / 2;
        double variance = 1 / s1 + 2 * (s3 - s2 * s2 / s1) / (information * s1 * s1);
        if (!(information > 1e-14 * s2 && variance > 0))
            return new NoAnswer(Refusal.NotEstimable,
                "Kenward-Roger: one study carries all weight; τ² has no information.");
        return new KenwardRoger(Math.Sqrt(variance), 2 * information / (variance * s2 * (variance * s2)));
    }
}

/// <summary>All published interval rules of one pooled mean, side by side.</summary>
/// <source doi="10.1002/sim.7140" at="Partlett and Riley 2017, comparison of the rules"/>
public static class IntervalRules
{
    /// <summary>Confidence intervals: classic, HK and, after REML, KR.</summary>
    public static IReadOnlyList<RuleInterval> Confidence(PooledFit fit)
    {
        double centre = fit.Mean.Estimate, k = fit.Model.Count;
        List<RuleInterval> rules =
            [RuleInterval.Of("classic", centre, Classic(fit), double.PositiveInfinity, fit.Level)];
        if (k > 1) rules.Add(RuleInterval.Of("HK", centre, HartungKnapp(fit), k - 1, fit.Level));
        if (IsReml(fit) && KenwardRoger.Of(fit).TryGet(out KenwardRoger? kr))
            rules.Add(RuleInterval.Of("KR", centre, kr.StandardError, kr.Degrees, fit.Level));
        return rules;
    }

    /// <summary>Prediction intervals by rule; null where the rule has no degrees of freedom left.</summary>
    /// <remarks>V: k − 1 and HTS: k − 2 degrees with the classic error; HK, HK-PR the same with Hartung and Knapp's; S:
    /// normal; KR, KR-PR: Kenward and Roger's error with ν and ν − 1.</remarks>
    /// <source doi="10.1111/j.1467-985X.2008.00552.x" at="HTS; KR-PR: 10.1002/sim.7140"/>
    public static IReadOnlyList<RuleInterval?> Prediction(PooledFit fit)
    {
        double k = fit.Model.Count, classic = Classic(fit);
        List<RuleInterval?> rules =
        [
            Rule("V", classic, k - 1), Rule("HTS", classic, k - 2),
            Rule("HK", k > 1 ? HartungKnapp(fit) : classic, k - 1),
            Rule("HK-PR", k > 1 ? HartungKnapp(fit) : classic, k - 2),
            Rule("S", classic, double.PositiveInfinity),
        ];
        if (IsReml(fit) && KenwardRoger.Of(fit).TryGet(out KenwardRoger? kr))
        {
            rules.Add(Rule("KR", kr.StandardError, kr.Degrees));
            rules.Add(Rule("KR-PR", kr.StandardError, kr.Degrees - 1));
        }
        return rules;

        RuleInterval? Rule(string name, double se, double degrees) => degrees > 0
            ? RuleInterval.Of(name, fit.Mean.Estimate, Math.Sqrt(se * se + fit.Tau2), degrees, fit.Level) : null;
    }

    /// <summary>Ways to keep Hartung and Knapp's interval from being narrower than the classic one.</summary>
    /// <remarks>none; se: the larger standard error, t; ci: the wider interval as it stands; IQWiG6: classic error with
    /// t where the classic interval is wider.</remarks>
    /// <source doi="10.1002/jrsm.1316" at="ad hoc corrections; IQWiG General Methods 6.1 §9.3.8"/>
    public static IReadOnlyList<RuleInterval> HartungKnappCorrections(PooledFit fit)
    {
        double centre = fit.Mean.Estimate, classic = Classic(fit), hk = HartungKnapp(fit), df = fit.Model.Count - 1;
        RuleInterval plain = RuleInterval.Of("none", centre, hk, df, fit.Level);
        RuleInterval normal = RuleInterval.Of("ci", centre, classic, double.PositiveInfinity, fit.Level);
        bool narrower = plain.Upper - plain.Lower < normal.Upper - normal.Lower;
        return
        [
            plain,
            RuleInterval.Of("se", centre, Math.Max(hk, classic), df, fit.Level),
            narrower ? normal : plain with { Rule = "ci" },
            narrower ? RuleInterval.Of("IQWiG6", centre, classic, df, fit.Level) : plain with { Rule = "IQWiG6" },
        ];
    }

    private static bool IsReml(PooledFit fit) => fit.Estimator == HeterogeneityEstimators.RestrictedMaximumLikelihood;

    private static double Classic(PooledFit fit) => Math.Sqrt(1 / fit.Model.At(fit.Tau2).SumW);

    private static double HartungKnapp(PooledFit fit)
    {
        ModelSums sums = fit.Model.At(fit.Tau2);
        return Math.Sqrt(sums.Rss / (fit.Model.Count - 1) / sums.SumW);
    }
}

/// <summary>H and I² from Q with the test-based interval of Higgins and Thompson.</summary>
/// <param name="I2">max(0, (Q − df)/Q) with its interval [1].</param>
/// <param name="H">√max(1, Q/df) with its interval.</param>
/// <remarks>SE(ln H) = ½ (ln Q − ln(k − 1))/(√(2Q) − √(2k − 3)) for Q &gt; k, else √((1 − 1/(3(k − 2)²))/(2(k −
/// 2))).</remarks>
/// <source doi="10.1002/sim.1186" at="appendix A2"/>
public sealed record TestBasedInconsistency(
    (double Value, double Lower, double Upper) I2, (double Value, double Lower, double Upper) H)
{
    /// <summary>From Q of k studies; refused where the standard error of ln H does not exist.</summary>
    public static Outcome<TestBasedInconsistency> From(double q, int studies, double level = 0.95)
    {
        double k = studies;
        if (studies < 2 || (studies == 2 && q <= 2))
            return new NoAnswer(Refusal.TooFewStudies,
                $"The error of ln H does not exist for {studies} studies with Q = {q}.");
        double h = Math.Sqrt(Math.Max(1, q / (k - 1)));
        double se = q > k ? 0.5 * (Math.Log(q) - Math.Log(k - 1)) / (Math.Sqrt(2 * q) - Math.Sqrt(2 * k - 3))
            : Math.Sqrt((1 - 1 / (3 * (k - 2) * (k - 2))) / (2 * (k - 2)));
        double half = Normal.TwoSidedQuantile(level) * se;
        double low = Math.Max(1, h * Math.Exp(-half)), high = Math.Max(1, h * Math.Exp(half));
        return new TestBasedInconsistency((Share(h), Share(low), Share(high)), (h, low, high));

        static double Share(double h) => (h * h - 1) / (h * h);
    }
}
