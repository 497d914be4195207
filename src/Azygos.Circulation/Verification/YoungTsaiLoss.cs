using Azygos.Circulation.Lumped;
using Azygos.Circulation.Narrowings;
using Azygos.Numerics;
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
    /// <summary>The coefficients of a narrowing in a fluid.</summary>
    public YoungTsaiLoss(StenosisElement stenosis, CaseFluid fluid)
    {
        double D0 = stenosis.Diameter, Ls = stenosis.Length, μ = fluid.Viscosity, ρ = fluid.Density;
        double A0 = Math.PI * D0 * D0 / 4, A1 = A0 * (1 - stenosis.AreaReduction), friction = 8 * Math.PI * μ;
        // 32 μ Ls U/D0² is Poiseuille's loss of the healthy vessel: c_f Ls/A0² Q.
        double healthy = stenosis.Form == StenosisForm.Excess ? friction * Ls / (A0 * A0) : 0;
        Resistance = friction * NarrowingLaw.Viscous<Real>(new(A1), new(Ls)).Value - healthy;
        QuadraticLoss = NarrowingLaw.Quadratic<Real>(
            new(A0), new(A1), new(stenosis.TurbulentLoss), new(ρ)).Value;
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
