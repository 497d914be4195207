using Azygos.Studies.Examiners;

namespace Azygos.Studies.Conflict;

/// <summary>One state of a chain: what is true, how centres differ, and each centre's examiners.</summary>
internal sealed class ConflictState(int studies)
{
    /// <summary>Log odds of a narrowing in controls.</summary>
    public double Prevalence;

    /// <summary>True log odds ratio.</summary>
    public double Effect;

    /// <summary>Log odds of sensitivity and of a false positive call: means over centres.</summary>
    public double SensitivityMean, FalsePositiveMean;

    /// <summary>Logarithms of their deviations, and of the scales of expectation and recruitment.</summary>
    public double LogSensitivitySpread, LogFalsePositiveSpread, LogBiasScale, LogRecruitmentScale;

    /// <summary>Each centre's log odds of sensitivity, of a false positive call, its expectation and its
    /// recruitment.</summary>
    public readonly double[] Sensitivity = new double[studies], FalsePositive = new double[studies],
        Bias = new double[studies], Recruitment = new double[studies];

    /// <summary>Log odds of a positive call of both groups before expectation: logit(p s + (1 − p) f) ± γ.</summary>
    public (double Cases, double Controls) Unexpecting(double sensitivity, double falsePositive, double recruitment)
    {
        double s = Logit.Probability(sensitivity), f = Logit.Probability(falsePositive);
        double p0 = Logit.Probability(Prevalence), p1 = Logit.Probability(Prevalence + Effect);
        double m1 = p1 * s + (1 - p1) * f, m0 = p0 * s + (1 - p0) * f;
        return (Math.Log(m1 / (1 - m1)) + recruitment, Math.Log(m0 / (1 - m0)) - recruitment);
    }

    /// <summary>Shares called positive in both groups.</summary>
    public (double Cases, double Controls) Rates(
        double sensitivity, double falsePositive, double recruitment, double bias, double belief)
    {
        (double l1, double l0) = Unexpecting(sensitivity, falsePositive, recruitment);
        Expectation expectation = new(bias, belief);
        return (expectation.Mean(Logit.Probability(l1), hasDisease: true),
            expectation.Mean(Logit.Probability(l0), hasDisease: false));
    }
}
