namespace Azygos.Evidence.Effects;

/// <summary>Log risk ratio.</summary>
/// <remarks>y = ln(p₁/p₂), v = 1/A − 1/N₁ + 1/C − 1/N₂; p₁ = A/N₁, p₂ = C/N₂.</remarks>
/// <source doi="10.2307/2530610" at="variance of the log relative risk"/>
public readonly struct RiskRatio : ITwoByTwoMeasure
{
    /// <inheritdoc/>
    public static string Key => "RR";

    /// <inheritdoc/>
    public static EffectEstimate? From(TwoByTwo table)
    {
        (double a, _, double c, _) = table;
        return EffectEstimate.OrNone(
            Math.Log(a / table.N1) - Math.Log(c / table.N2), 1 / a - 1 / table.N1 + 1 / c - 1 / table.N2);
    }
}
