namespace Azygos.Evidence.Effects;

/// <summary>Difference of the arcsines of the square roots of two risks: needs no correction at zero cells.</summary>
/// <remarks>y = asin √p₁ − asin √p₂, v = 1/(4N₁) + 1/(4N₂).</remarks>
/// <source doi="10.1002/sim.3511" at="arcsine difference and its variance"/>
public readonly struct ArcsineDifference : ITwoByTwoMeasure
{
    /// <inheritdoc/>
    public static string Key => "AS";

    /// <inheritdoc/>
    public static EffectEstimate? From(TwoByTwo table)
    {
        (double a, _, double c, _) = table;
        double n1 = table.N1, n2 = table.N2;
        return EffectEstimate.OrNone(
            Math.Asin(Math.Sqrt(a / n1)) - Math.Asin(Math.Sqrt(c / n2)), 1 / (4 * n1) + 1 / (4 * n2));
    }
}
