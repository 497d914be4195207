namespace Azygos.Evidence.Effects;

/// <summary>Events among people of one group.</summary>
/// <param name="Events">x in [0, n].</param>
/// <param name="Size">n &gt; 0.</param>
/// <source choice="one place for the transformations of one proportion"/>
public readonly record struct Proportion(double Events, double Size)
{
    /// <summary>Counts after a zero-cell policy: x + a of n + 2a.</summary>
    public static Proportion[] Correct(IReadOnlyList<Proportion> studies, ZeroCells policy)
    {
        static bool Zero(Proportion s) => s.Events == 0 || s.Events == s.Size;
        bool any = studies.Any(Zero);
        return [.. studies.Select(s => policy.Corrects(Zero(s), any)
            ? new Proportion(s.Events + policy.Addition, s.Size + 2 * policy.Addition) : s)];
    }

    /// <summary>p = x/n, variance p(1 − p)/n.</summary>
    /// <source doi="10.1002/0471445428" at="ch. 2, one proportion"/>
    public EffectEstimate? Raw() => EffectEstimate.OrNone(
        Events / Size, Events / Size * ((Size - Events) / Size) / Size);

    /// <summary>ln(p/(1 − p)), variance 1/x + 1/(n − x).</summary>
    /// <source doi="10.1002/0471445428" at="ch. 2, logit"/>
    public EffectEstimate? Logit() => EffectEstimate.OrNone(
        Math.Log(Events / (Size - Events)), 1 / Events + 1 / (Size - Events));

    /// <summary>asin √p, variance 1/(4n).</summary>
    /// <source doi="10.2307/3001536" at="arcsine transformation"/>
    public EffectEstimate? Arcsine() => EffectEstimate.OrNone(Math.Asin(Math.Sqrt(Events / Size)), 1 / (4 * Size));

    /// <summary>½ (asin √(x/(n + 1)) + asin √((x + 1)/(n + 1))), variance 1/(4n + 2).</summary>
    /// <source doi="10.1214/aoms/1177729756" at="Freeman and Tukey's double arcsine"/>
    public EffectEstimate? FreemanTukey() => EffectEstimate.OrNone(
        0.5 * (Math.Asin(Math.Sqrt(Events / (Size + 1))) + Math.Asin(Math.Sqrt((Events + 1) / (Size + 1)))),
        1 / (4 * Size + 2));
}
