using System.Numerics;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Womersley;

namespace Azygos.Circulation.ExactSolutions;

/// <summary>Small oscillations of a viscous elastic tube: pressure and flow of one frequency along it.</summary>
/// <remarks>
/// dP/dx = −Z′ Q, dQ/dx = −iωC′ P, C′ = A/(ρc²). Z′ = (iωρ + ρκ/A)/A for a fixed velocity profile (κ = 2(ζ+2)πμ/ρ), or
/// iωρ/(A M(α)) with Womersley's M for the true oscillating profile. γ = √(iωC′ Z′), Z_c = √(Z′/(iωC′)).
/// </remarks>
/// <source doi="10.1088/0031-9155/2/2/305" at="Womersley 1957; telegraph equation for a fixed profile"/>
public sealed class TransmissionLine
{
    private readonly double length, area, compliance;
    private readonly Func<double, Complex> impedancePerLength;

    private TransmissionLine(ElasticTube tube, double area, double length, Func<double, Complex> impedancePerLength)
    {
        (this.length, this.area, this.impedancePerLength) = (length, area, impedancePerLength);
        double c = tube.WaveSpeed(area);
        compliance = area / (tube.Density * c * c);
    }

    /// <summary>A tube with the friction of a fixed velocity profile, as the 1D equations have it.</summary>
    /// <param name="tube">The tube.</param>
    /// <param name="area">At rest [m²].</param>
    /// <param name="length">[m].</param>
    /// <param name="blood">Its profile and viscosity; density as the tube's.</param>
    public static TransmissionLine OfProfile(ElasticTube tube, double area, double length, Blood blood)
    {
        ArgumentNullException.ThrowIfNull(tube);
        ArgumentNullException.ThrowIfNull(blood);
        double ρ = tube.Density, κ = blood.FrictionFactor;
        return new TransmissionLine(tube, area, length, ω => new Complex(ρ * κ / area, ω * ρ) / area);
    }

    /// <summary>A round tube with the true oscillating profile.</summary>
    /// <param name="tube">The tube.</param>
    /// <param name="area">At rest [m²].</param>
    /// <param name="length">[m].</param>
    /// <param name="viscosity">μ [Pa s], positive.</param>
    public static TransmissionLine OfWomersley(ElasticTube tube, double area, double length, double viscosity)
    {
        ArgumentNullException.ThrowIfNull(tube);
        double ρ = tube.Density, radius = Math.Sqrt(area / Math.PI);
        return new TransmissionLine(tube, area, length, ω => ω == 0
            ? 8 * Math.PI * viscosity / (area * area)
            : new Complex(0, ω * ρ) / (area * new WomersleyFunctions(radius * Math.Sqrt(ω * ρ / viscosity)).M));
    }

    /// <summary>Pressure and flow amplitudes at a place, for a unit of flow entering at x = 0.</summary>
    /// <param name="position">x [m].</param>
    /// <param name="angularFrequency">ω [rad/s], not negative.</param>
    /// <param name="load">Impedance at x = length [Pa s/m³].</param>
    public (Complex Pressure, Complex Flow) At(double position, double angularFrequency, Complex load)
    {
        double ω = angularFrequency, rest = length - position;
        Complex Z1 = impedancePerLength(ω);
        if (ω == 0) return (load + Z1 * rest, 1);
        Complex γ = Complex.Sqrt(new Complex(0, ω * compliance) * Z1), Zc = Z1 / γ;
        // Seen from the end: P ∝ load cosh γs + Z_c sinh γs, Q ∝ cosh γs + (load/Z_c) sinh γs; e^(−γ length) taken out.
        Complex entry = Cosh(length) + load / Zc * Sinh(length);
        return ((load * Cosh(rest) + Zc * Sinh(rest)) / entry, (Cosh(rest) + load / Zc * Sinh(rest)) / entry);

        Complex Cosh(double s) => 0.5 * (Complex.Exp(γ * (s - length)) + Complex.Exp(-γ * (s + length)));
        Complex Sinh(double s) => 0.5 * (Complex.Exp(γ * (s - length)) - Complex.Exp(-γ * (s + length)));
    }
}
