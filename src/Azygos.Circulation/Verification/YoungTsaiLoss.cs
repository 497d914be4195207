using Azygos.Circulation.Lumped;
using Azygos.Quantities;

namespace Azygos.Circulation.Verification;

/// <summary>The loss of a narrowing as resistance, quadratic loss and inertance of its flow.</summary>
/// <remarks>
/// Δp = Kv μU/D0 + Kt/2 (A0/A1 − 1)² ρU|U| + Ku ρ Ls dU/dt with U = q/A0, A0 = πD0²/4, A1 = A0 (1 − s),
/// D1 = D0 √(1 − s), Kv = 32 (0.83 Ls + 1.64 D1)/D0 (A0/A1)²; the excess form subtracts the healthy vessel's
/// 32 μ Ls U/D0². So Δp = R q + B q|q| + L dq/dt.
/// </remarks>
/// <source doi="10.1016/0021-9290(73)90099-7" at="unsteady loss, constants Kv, Kt, Ku"/>
internal sealed class YoungTsaiLoss
{
    private const double HealthyViscousLoss = 32;      // 32 μ L U/D²: Poiseuille, with the mean velocity
    private const double LengthShare = 0.83;           // of Ls in Kv
    private const double DiameterShare = 1.64;         // of D1 in Kv

    /// <summary>The coefficients of a narrowing in a fluid.</summary>
    public YoungTsaiLoss(StenosisElement stenosis, CaseFluid fluid)
    {
        double D0 = stenosis.Diameter, Ls = stenosis.Length, μ = fluid.Viscosity, ρ = fluid.Density;
        double open = 1 - stenosis.AreaReduction, D1 = D0 * Math.Sqrt(open), A0 = Math.PI * D0 * D0 / 4;
        double Kv = HealthyViscousLoss * (LengthShare * Ls + DiameterShare * D1) / D0 / (open * open);
        double healthy = stenosis.Form == StenosisForm.Excess ? HealthyViscousLoss * Ls / D0 : 0;
        double narrowing = 1 / open - 1;
        Resistance = (Kv - healthy) * μ / (D0 * A0);
        QuadraticLoss = 0.5 * stenosis.TurbulentLoss * narrowing * narrowing * ρ / (A0 * A0);
        Inertance = stenosis.InertialFactor * ρ * Ls / A0;
        HealthyInertance = ρ * Ls / A0;
    }

    /// <summary>R [Pa s/m³].</summary>
    public double Resistance { get; }

    /// <summary>B [Pa s²/m⁶].</summary>
    public double QuadraticLoss { get; }

    /// <summary>L [Pa s²/m³].</summary>
    public double Inertance { get; }

    private double HealthyInertance { get; }

    /// <summary>The element; where only its steady state counts it has inertia anyway, which lets R be 0.</summary>
    /// <exception cref="ArgumentException">The excess loss is negative: long, and hardly narrower.</exception>
    public ILumpedElement Element(string id, NodeId from, NodeId to, bool needsInertia)
    {
        double L = needsInertia ? HealthyInertance : Inertance;
        HydraulicResistance R = HydraulicResistance.FromPascalSecondsPerCubicMetre(Resistance);
        if (L == 0)
            return new QuadraticLoss { Id = id, From = from, To = to, Viscous = R, Coefficient = QuadraticLoss };
        return new Inertance
        {
            Id = id,
            From = from,
            To = to,
            Value = HydraulicInertance.FromPascalSecondsSquaredPerCubicMetre(L),
            Series = R,
            QuadraticLoss = QuadraticLoss,
        };
    }
}
