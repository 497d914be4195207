namespace Azygos.Evidence.Effects;

/// <summary>Risk difference.</summary>
/// <remarks>y = p₁ − p₂, v = p₁(1 − p₁)/N₁ + p₂(1 − p₂)/N₂.</remarks>
/// <source doi="10.1002/0471445428" at="ch. 6, difference of two proportions"/>
public readonly struct RiskDifference : ITwoByTwoMeasure
{
    /// <inheritdoc/>
    public static string Key => "RD";

    /// <inheritdoc/>
    public static EffectEstimate? From(TwoByTwo table)
    {
        (double a, double b, double c, double d) = table;
        double n1 = table.N1, n2 = table.N2;
        return EffectEstimate.OrNone(
            a / n1 - c / n2, a / n1 * (b / n1) / n1 + c / n2 * (d / n2) / n2);
    }
}
