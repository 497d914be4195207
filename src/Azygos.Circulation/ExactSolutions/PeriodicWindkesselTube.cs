using System.Numerics;
using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.ExactSolutions;

/// <summary>Small periodic flow into a viscous tube that ends in a three-element windkessel.</summary>
/// <remarks>
/// q(0, t) = mean + Σ a sin(2πnt/T + φ). Each harmonic obeys the transmission line with the load
/// R₁ + R₂/(1 + iωR₂C); the mean drops along the tube by its steady friction and over R₁ + R₂ to p_out.
/// </remarks>
/// <source choice="superposition of linear solutions"/>
public sealed class PeriodicWindkesselTube
{
    private readonly (double Frequency, Complex Amplitude)[] harmonics;

    /// <summary>The tube without its inflow.</summary>
    /// <param name="mean">Mean inflow [m³/s].</param>
    /// <param name="period">T [s], positive.</param>
    /// <param name="harmonics">Of the inflow.</param>
    public PeriodicWindkesselTube(double mean, double period, params IReadOnlyList<Harmonic> harmonics)
    {
        ArgumentNullException.ThrowIfNull(harmonics);
        // a sin(ωt + φ) = Re(a e^{i(φ − π/2)} e^{iωt})
        this.harmonics = [(0, mean), .. harmonics.Select(one => (2 * Math.PI * one.Order / period,
            Complex.FromPolarCoordinates(one.Amplitude, one.Phase - Math.PI / 2)))];
    }

    /// <summary>The tube.</summary>
    public required TransmissionLine Line { get; init; }

    /// <summary>R₁ [Pa s/m³], not negative.</summary>
    public required double ProximalResistance { get; init; }

    /// <summary>R₂ [Pa s/m³], positive.</summary>
    public required double DistalResistance { get; init; }

    /// <summary>C [m³/Pa], positive.</summary>
    public required double Compliance { get; init; }

    /// <summary>p_out [Pa].</summary>
    public required double OutletPressure { get; init; }

    /// <summary>Pressure [Pa] and flow [m³/s] at a place [m] and time [s].</summary>
    public (double Pressure, double Flow) At(double position, double time)
    {
        double p = OutletPressure, q = 0;
        foreach ((double ω, Complex amplitude) in harmonics)
        {
            (Complex pressure, Complex flow) = Line.At(position, ω, Load(ω));
            Complex turned = amplitude * Complex.FromPolarCoordinates(1, ω * time);
            p += (pressure * turned).Real;
            q += (flow * turned).Real;
        }
        return (p, q);
    }

    private Complex Load(double ω)
        => ProximalResistance + DistalResistance / new Complex(1, ω * DistalResistance * Compliance);
}
