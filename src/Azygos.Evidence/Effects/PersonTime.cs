namespace Azygos.Evidence.Effects;

/// <summary>Events and person-time in two groups.</summary>
/// <param name="Events1">Events in the first group.</param>
/// <param name="Time1">Person-time of the first group.</param>
/// <param name="Events2">Events in the second group.</param>
/// <param name="Time2">Person-time of the second group, in the same unit.</param>
/// <source choice="letters as in the literature on incidence rates"/>
public readonly record struct PersonTime(double Events1, double Time1, double Events2, double Time2)
{
    /// <summary>Counts after a zero-cell policy; null for studies it leaves out.</summary>
    public static PersonTime?[] Correct(IReadOnlyList<PersonTime> studies, ZeroCells policy)
    {
        bool any = studies.Any(s => s.Events1 == 0 || s.Events2 == 0);
        var result = new PersonTime?[studies.Count];
        for (int i = 0; i < result.Length; i++)
        {
            PersonTime s = studies[i];
            if (policy.DropUninformative && s.Events1 == 0 && s.Events2 == 0) continue;
            bool zero = s.Events1 == 0 || s.Events2 == 0;
            result[i] = policy.Corrects(zero, any)
                ? s with { Events1 = s.Events1 + policy.Addition, Events2 = s.Events2 + policy.Addition }
                : s;
        }
        return result;
    }

    /// <summary>Log rate ratio: ln((x₁/t₁)/(x₂/t₂)), variance 1/x₁ + 1/x₂.</summary>
    /// <source doi="10.18637/jss.v036.i03" at="§3.1, measure IRR"/>
    public EffectEstimate? RateRatio() => EffectEstimate.OrNone(
        Math.Log(Events1 / Time1) - Math.Log(Events2 / Time2), 1 / Events1 + 1 / Events2);

    /// <summary>Rate difference: x₁/t₁ − x₂/t₂, variance x₁/t₁² + x₂/t₂².</summary>
    /// <source doi="10.18637/jss.v036.i03" at="§3.1, measure IRD"/>
    public EffectEstimate? RateDifference() => EffectEstimate.OrNone(
        Events1 / Time1 - Events2 / Time2, Events1 / (Time1 * Time1) + Events2 / (Time2 * Time2));

    /// <summary>Difference of the square roots of two rates, variance 1/(4t₁) + 1/(4t₂).</summary>
    /// <source doi="10.18637/jss.v036.i03" at="§3.1, measure IRSD: variance-stabilising square root of a Poisson
    /// rate"/>
    public EffectEstimate? SquareRootRateDifference() => EffectEstimate.OrNone(
        Math.Sqrt(Events1 / Time1) - Math.Sqrt(Events2 / Time2), 1 / (4 * Time1) + 1 / (4 * Time2));
}
