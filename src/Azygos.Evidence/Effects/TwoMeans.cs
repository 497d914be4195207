using MathNet.Numerics;

namespace Azygos.Evidence.Effects;

/// <summary>Mean, standard deviation and size of one group.</summary>
/// <param name="Mean">m.</param>
/// <param name="Deviation">s &gt; 0.</param>
/// <param name="Size">n ≥ 2.</param>
/// <source choice="what a table of a paper prints for a continuous outcome"/>
public readonly record struct GroupMean(double Mean, double Deviation, double Size);

/// <summary>Effects of a continuous outcome in two groups.</summary>
/// <param name="First">First group (treated, cases).</param>
/// <param name="Second">Second group.</param>
/// <source choice="one place for the four measures of two means"/>
public readonly record struct TwoMeans(GroupMean First, GroupMean Second)
{
    /// <summary>Mean difference m₁ − m₂, variance s₁²/n₁ + s₂²/n₂ (variances not pooled).</summary>
    /// <source doi="10.18637/jss.v036.i03" at="§3.1, measure MD"/>
    public EffectEstimate? MeanDifference() => EffectEstimate.OrNone(
        First.Mean - Second.Mean,
        First.Deviation * First.Deviation / First.Size + Second.Deviation * Second.Deviation / Second.Size);

    /// <summary>Standardised mean difference g = J(m)(m₁ − m₂)/s_p, m = n₁ + n₂ − 2; variance 1/n₁ + 1/n₂ + g²/(2(n₁ +
    /// n₂)).</summary>
    /// <source doi="10.3102/10769986006002107" at="eq. 6e (exact J) and eq. 8 (large-sample variance)"/>
    public EffectEstimate? StandardisedMeanDifference()
    {
        double n1 = First.Size, n2 = Second.Size, m = n1 + n2 - 2;
        double pooled = Math.Sqrt(
            ((n1 - 1) * First.Deviation * First.Deviation + (n2 - 1) * Second.Deviation * Second.Deviation) / m);
        double g = SmallSample(m) * (First.Mean - Second.Mean) / pooled;
        return EffectEstimate.OrNone(g, 1 / n1 + 1 / n2 + g * g / (2 * (n1 + n2)));
    }

    /// <summary>Standardised mean difference with unequal variances, standardiser √((s₁² + s₂²)/2).</summary>
    /// <remarks>g = J(m) d; v = g²/(8 s⁴)(s₁⁴/(n₁ − 1) + s₂⁴/(n₂ − 1)) + (s₁²/(n₁ − 1) + s₂²/(n₂ − 1))/s².</remarks>
    /// <source doi="10.1037/1082-989X.13.2.99" at="eq. 6-7; J with the degrees of freedom of 10.1111/bmsp.12041"/>
    public EffectEstimate? StandardisedMeanDifferenceUnequal()
    {
        double n1 = First.Size, n2 = Second.Size;
        double s1 = First.Deviation * First.Deviation, s2 = Second.Deviation * Second.Deviation, s = (s1 + s2) / 2;
        double g = SmallSample(n1 + n2 - 2) * (First.Mean - Second.Mean) / Math.Sqrt(s);
        return EffectEstimate.OrNone(
            g,
            g * g / (8 * s * s) * (s1 * s1 / (n1 - 1) + s2 * s2 / (n2 - 1)) + (s1 / (n1 - 1) + s2 / (n2 - 1)) / s);
    }

    /// <summary>Log ratio of means ln(m₁/m₂), variance s₁²/(n₁m₁²) + s₂²/(n₂m₂²); none unless both have the same
    /// sign.</summary>
    /// <source doi="10.1890/0012-9658(1999)080[1150:TMAORR]2.0.CO;2" at="eq. 1"/>
    public EffectEstimate? RatioOfMeans() => EffectEstimate.OrNone(
        Math.Log(First.Mean / Second.Mean),
        First.Deviation * First.Deviation / (First.Size * First.Mean * First.Mean)
            + Second.Deviation * Second.Deviation / (Second.Size * Second.Mean * Second.Mean));

    /// <summary>J(m) = Γ(m/2) / (√(m/2) Γ((m − 1)/2)), the factor that makes g unbiased.</summary>
    internal static double SmallSample(double m)
        => m <= 1 ? double.NaN
            : Math.Exp(SpecialFunctions.GammaLn(m / 2) - SpecialFunctions.GammaLn((m - 1) / 2)) / Math.Sqrt(m / 2);
}
