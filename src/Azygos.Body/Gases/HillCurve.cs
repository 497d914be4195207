using Azygos.Quantities;

namespace Azygos.Body.Gases;

/// <summary>Hill's curve: the simplest one with the right half-saturation.</summary>
/// <remarks>S = pⁿ/(pⁿ + P50ⁿ), P50 = 26.8 mmHg, n = 2.7. Too low above 90 %: 0.968 where blood has 0.974.</remarks>
/// <source choice="textbook values; a second curve, to see what hangs on the first"/>
public readonly struct HillCurve : IDissociationCurve
{
    private const double N = 2.7;
    private static readonly double P50 = Quantities.Pressure.FromMillimetresOfMercury(26.8).Pascals;

    /// <inheritdoc/>
    public static double Saturation(double pressure)
    {
        double x = Math.Pow(pressure / P50, N);
        return x / (x + 1);
    }

    /// <inheritdoc/>
    public static double Pressure(double saturation) => P50 * Math.Pow(
        Require.NotNegative(saturation, "saturation", "S", "1")
            / Require.Positive(1 - saturation, "free haemoglobin", "1 − S", "1"),
        1 / N);
}
