using Azygos.Quantities;

namespace Azygos.Body.Gases;

/// <summary>The standard human curve at 37 °C and pH 7.4.</summary>
/// <remarks>S = 1/(23400/(p³ + 150 p) + 1), p in mmHg. Its inverse is the real root of p³ + 150 p = 23400 S/(1 − S), by
/// Cardano's formula. Half full at 26.9 mmHg.</remarks>
/// <source doi="10.1152/jappl.1979.46.3.599" at="equation 1 (recalled; the spec's vectors agree)"/>
public readonly struct Severinghaus : IDissociationCurve
{
    private const double A = 23400, B = 150;   // mmHg³, mmHg²

    /// <inheritdoc/>
    public static double Saturation(double pressure)
    {
        double p = Quantities.Pressure.FromPascals(pressure).MillimetresOfMercury, x = p * (p * p + B);
        return x / (x + A);
    }

    /// <inheritdoc/>
    public static double Pressure(double saturation)
    {
        double x = A * Require.NotNegative(saturation, "saturation", "S", "1")
            / Require.Positive(1 - saturation, "free haemoglobin", "1 − S", "1");
        // p = u − v with u v = B/3, written without the difference, which cancels at small p.
        double third = B / 3, u = Math.Cbrt(0.5 * x + Math.Sqrt(0.25 * x * x + third * third * third)), v = third / u;
        return Quantities.Pressure.FromMillimetresOfMercury(x / (u * u + third + v * v)).Pascals;
    }
}
