namespace Azygos.Circulation.Vessels;

/// <summary>The blood of a network of vessels, and the shape of its velocity profile.</summary>
/// <param name="Density">ρ [kg/m³], positive.</param>
/// <param name="Viscosity">μ [Pa·s], not negative.</param>
/// <param name="ProfileExponent">ζ [1], positive: u(r) ∝ 1 − (r/R)^ζ; friction per length −2(ζ+2)πμu, so 2 is the
/// parabola.</param>
/// <param name="MomentumFactor">α of ∂(αQ²/A)/∂x [1], at least 1.</param>
/// <source doi="10.1002/cnm.2732" at="friction and momentum factor of a power-law velocity profile"/>
public sealed record Blood(double Density, double Viscosity, double ProfileExponent = 2, double MomentumFactor = 1)
{
    /// <summary>κ = 2(ζ+2)πμ/ρ [m²/s]: the flow decays as dQ/dt = −κ Q/A.</summary>
    public double FrictionFactor => 2 * (ProfileExponent + 2) * Math.PI * Viscosity / Density;
}
