namespace Azygos.Testing.ClosedForms;

/// <summary>A constant pressure difference speeds up a flow from rest against a viscous and a quadratic loss.</summary>
/// <remarks>
/// L q' = Δp − R q − B q|q|, q(0) = 0. For Δp > 0: q = q₁ (1 − e^{−λt})/(1 + (q₁/q₂) e^{−λt}) with the roots
/// q₁ > 0 > −q₂ of B q² + R q = Δp and λ = B (q₁ + q₂)/L; a negative Δp gives the mirrored flow.
/// </remarks>
public sealed class LossyStart
{
    public double R { get; init; }

    public required double B { get; init; }

    public required double L { get; init; }

    public required double Difference { get; init; }

    public double Flow(double t)
    {
        double root = Math.Sqrt(R * R + 4 * B * Math.Abs(Difference));
        double q1 = (root - R) / (2 * B), q2 = (root + R) / (2 * B), λ = B * (q1 + q2) / L;
        return Math.Sign(Difference) * q1 * (1 - Math.Exp(-λ * t)) / (1 + q1 / q2 * Math.Exp(-λ * t));
    }
}
