namespace Azygos.Evidence.Effects;

/// <summary>Log odds ratio.</summary>
/// <remarks>y = ln(AD/(BC)), v = 1/A + 1/B + 1/C + 1/D.</remarks>
/// <source doi="10.1111/j.1469-1809.1955.tb01348.x" at="Woolf, variance of the log odds ratio"/>
public readonly struct OddsRatio : ITwoByTwoMeasure
{
    /// <inheritdoc/>
    public static string Key => "OR";

    /// <inheritdoc/>
    public static EffectEstimate? From(TwoByTwo table)
    {
        (double a, double b, double c, double d) = table;
        return EffectEstimate.OrNone(Math.Log(a * d / (b * c)), 1 / a + 1 / b + 1 / c + 1 / d);
    }
}
