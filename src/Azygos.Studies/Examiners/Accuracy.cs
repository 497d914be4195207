using Azygos.Evidence;

namespace Azygos.Studies.Examiners;

/// <summary>What a yes-or-no examination can tell, and how far two examiners agree on it.</summary>
/// <param name="Sensitivity">s, share of those with the finding that are called positive [1].</param>
/// <param name="Specificity">c, share of those without it that are called negative [1].</param>
/// <source choice="definitions of diagnostic accuracy"/>
public sealed record Accuracy(double Sensitivity, double Specificity)
{
    /// <summary>J = s + c − 1 [1]; 0: the examination tells nothing.</summary>
    public double Youden => Sensitivity + Specificity - 1;

    /// <summary>m = p s + (1 − p)(1 − c), share called positive [1].</summary>
    /// <param name="prevalence">p in [0, 1].</param>
    public double PositiveRate(double prevalence) =>
        prevalence * Sensitivity + (1 - prevalence) * (1 - Specificity);

    /// <summary>κ = p (1 − p) J²/(m (1 − m)): Cohen's κ of two examiners of this accuracy who err independently.</summary>
    /// <remarks>P(both) − m² = p (1 − p) J², and likewise for both negative.</remarks>
    /// <param name="prevalence">p in [0, 1].</param>
    /// <source choice="derived from Cohen's definition (10.1177/001316446002000104); a test simulates it"/>
    public Outcome<double> Kappa(double prevalence)
    {
        double m = PositiveRate(prevalence), chance = m * (1 - m);
        return chance > 0 ? prevalence * (1 - prevalence) * Youden * Youden / chance
            : new NoAnswer(Refusal.NotEstimable, "Both examiners call everybody the same: κ is 0/0.");
    }

    /// <summary>The accuracy behind a published κ: J = √(κ m (1 − m)/(p (1 − p))), 1 − c = m − p J, s = 1 − c + J.</summary>
    /// <param name="kappa">κ, 0 to 1; a negative one says less than guessing and has no such accuracy.</param>
    /// <param name="positiveRate">m, share called positive, in (0, 1).</param>
    /// <param name="prevalence">p, share with the finding, in (0, 1).</param>
    /// <source choice="the formula of κ solved for s and c, J taken positive"/>
    public static Outcome<Accuracy> FromKappa(double kappa, double positiveRate, double prevalence)
    {
        if (!(kappa is >= 0 and <= 1) || !(positiveRate is > 0 and < 1) || !(prevalence is > 0 and < 1))
            return new NoAnswer(Refusal.BadValue,
                $"κ {kappa} must lie from 0 to 1, positive rate {positiveRate} and prevalence {prevalence} within.");
        double youden = Math.Sqrt(kappa * positiveRate * (1 - positiveRate) / (prevalence * (1 - prevalence)));
        double falsePositive = positiveRate - prevalence * youden, sensitivity = falsePositive + youden;
        return falsePositive >= 0 && sensitivity <= 1 ? new Accuracy(sensitivity, 1 - falsePositive)
            : new NoAnswer(Refusal.NotEstimable, FormattableString.Invariant(
                $"no sensitivity and specificity give κ {kappa} with {positiveRate} positive and {prevalence} affected"));
    }
}
