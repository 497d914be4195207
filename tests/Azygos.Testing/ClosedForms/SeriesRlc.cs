using System.Numerics;

namespace Azygos.Testing.ClosedForms;

/// <summary>A constant pressure P0 behind R and L fills C.</summary>
/// <remarks>
/// L q' = P0 − p − R q, C p' = q; p = P0 + A e^{s₁t} + B e^{s₂t} with the roots s of L C s² + R C s + 1 = 0.
/// </remarks>
public sealed class SeriesRlc
{
    public required double R { get; init; }

    public required double L { get; init; }

    public required double C { get; init; }

    public required double SourcePressure { get; init; }

    public required double InitialPressure { get; init; }

    public required double InitialFlow { get; init; }

    public double Pressure(double t) => SourcePressure + Sum(t, derivative: false);

    public double Flow(double t) => C * Sum(t, derivative: true);

    private double Sum(double t, bool derivative)
    {
        Complex root = Complex.Sqrt(R * R * C * C - 4 * L * C);
        Complex s1 = (-R * C + root) / (2 * L * C), s2 = (-R * C - root) / (2 * L * C);
        double y0 = InitialPressure - SourcePressure, slope = InitialFlow / C;
        Complex A = (slope - s2 * y0) / (s1 - s2), B = y0 - A;
        Complex sum = A * Complex.Exp(s1 * t) * (derivative ? s1 : 1) + B * Complex.Exp(s2 * t) * (derivative ? s2 : 1);
        return sum.Real;
    }
}
