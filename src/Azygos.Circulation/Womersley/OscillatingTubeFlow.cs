using System.Numerics;

namespace Azygos.Circulation.Womersley;

/// <summary>Flow of a viscous fluid in a rigid round tube under an oscillating pressure gradient.</summary>
/// <remarks>
/// −∂p/∂x = Re(G e^{iωt}). Velocity u = Re(G/(iωρ) (1 − J₀(zr/R)/J₀(z)) e^{iωt}), z = i^{3/2} α, α = R √(ωρ/μ); flow
/// q = Re(πR² G M/(iωρ) e^{iωt}); wall shear τ = μ ∂u/∂r at r = R, negative for forward flow.
/// </remarks>
/// <source doi="10.1113/jphysiol.1955.sp005276" at="velocity and flow"/>
public sealed record OscillatingTubeFlow
{
    /// <summary>R [m], positive.</summary>
    public required double Radius { get; init; }

    /// <summary>ω [rad/s], positive.</summary>
    public required double AngularFrequency { get; init; }

    /// <summary>G [Pa/m]: amplitude of −∂p/∂x.</summary>
    public required double PressureGradient { get; init; }

    /// <summary>ρ [kg/m³], positive.</summary>
    public required double Density { get; init; }

    /// <summary>μ [Pa s], positive.</summary>
    public required double Viscosity { get; init; }

    /// <summary>α [1].</summary>
    /// <source choice="definition"/>
    public double WomersleyNumber => Radius * Math.Sqrt(AngularFrequency * Density / Viscosity);

    /// <summary>Complex amplitude of the flow [m³/s]; its argument is the phase against the gradient.</summary>
    /// <source doi="10.1113/jphysiol.1955.sp005276" at="flow"/>
    public Complex Flow => Math.PI * Radius * Radius * Inertial * new WomersleyFunctions(WomersleyNumber).M;

    /// <summary>Complex amplitude of the wall shear stress μ ∂u/∂r [Pa].</summary>
    /// <source doi="10.1113/jphysiol.1955.sp005276" at="derivative of the velocity"/>
    public Complex WallShear
    {
        get
        {
            double α = WomersleyNumber;
            return -Viscosity * Inertial * new Complex(0, α * α) / Radius * KelvinBessel.Ratios(α).First;
        }
    }

    /// <summary>Complex amplitude of the velocity [m/s] at r [m], in [0, R].</summary>
    /// <source doi="10.1113/jphysiol.1955.sp005276" at="velocity"/>
    public Complex VelocityAmplitude(double radius)
    {
        // Chosen: printed radii of a wall may exceed R by their last digit.
        if (!(radius >= 0 && radius <= Radius * (1 + 1e-9)))
            throw new ArgumentOutOfRangeException(
                nameof(radius), radius, FormattableString.Invariant($"r [m] must lie in [0, {Radius}]."));
        double y = Math.Min(radius / Radius, 1);
        return Inertial * KelvinBessel.Defect(WomersleyNumber, y);
    }

    /// <summary>Velocity [m/s] at r [m] and the phase ωt [rad] of the gradient.</summary>
    /// <source doi="10.1113/jphysiol.1955.sp005276" at="velocity"/>
    public double Velocity(double radius, double phase)
        => (VelocityAmplitude(radius) * Complex.FromPolarCoordinates(1, phase)).Real;

    /// <summary>G/(iωρ): the velocity amplitude without viscosity.</summary>
    private Complex Inertial => new(0, -PressureGradient / (AngularFrequency * Density));
}
