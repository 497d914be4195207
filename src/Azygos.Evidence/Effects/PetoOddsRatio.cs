namespace Azygos.Evidence.Effects;

/// <summary>Log odds ratio by Peto: observed less expected events over their hypergeometric variance.</summary>
/// <remarks>y = (O − E)/V, v = 1/V; O = A, E = (A + C)N₁/N, V = (A + C)(B + D)N₁N₂/(N²(N − 1)).</remarks>
/// <source doi="10.1016/S0033-0620(85)80003-7" at="statistical appendix"/>
public readonly struct PetoOddsRatio : ITwoByTwoMeasure
{
    /// <inheritdoc/>
    public static string Key => "PETO";

    /// <inheritdoc/>
    public static EffectEstimate? From(TwoByTwo table)
    {
        (double a, double b, double c, double d) = table;
        double n1 = table.N1, n2 = table.N2, n = table.N;
        double expected = (a + c) * n1 / n, variance = (a + c) * (b + d) * (n1 / n) * (n2 / n) / (n - 1);
        return EffectEstimate.OrNone((a - expected) / variance, 1 / variance);
    }
}
