namespace Azygos.Evidence.Effects;

/// <summary>Yule's Q, the odds ratio mapped to −1…1.</summary>
/// <remarks>y = (OR − 1)/(OR + 1), v = ¼(1 − y²)²(1/A + 1/B + 1/C + 1/D).</remarks>
/// <source doi="10.2307/2340126" at="Yule 1912, coefficient of association and its error"/>
public readonly struct YuleQ : ITwoByTwoMeasure
{
    /// <inheritdoc/>
    public static string Key => "YUQ";

    /// <inheritdoc/>
    public static EffectEstimate? From(TwoByTwo table)
    {
        (double a, double b, double c, double d) = table;
        double odds = a * d / (b * c), q = (odds - 1) / (odds + 1);
        return EffectEstimate.OrNone(q, 0.25 * (1 - q * q) * (1 - q * q) * (1 / a + 1 / b + 1 / c + 1 / d));
    }
}
