using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Numerics;

namespace Azygos.Circulation.ExactSolutions;

/// <summary>A small pulse of flow that runs into a long viscous tube at rest and fades: exact linear
/// solution.</summary>
/// <remarks>
/// ∂q/∂t + (A/ρ) ∂p/∂x = −2a q, 2a = κ/A, κ = 2(ζ+2)πμ/ρ; (A/(ρc²)) ∂p/∂t = −∂q/∂x. With τ = x/c and w = √(s² − τ²),
/// q = e^{−aτ} q₀(t − τ) + ∫_τ^∞ e^{−as} aτ I₁(aw)/w q₀(t − s) ds,
/// p/Z = e^{−aτ} q₀(t − τ) + ∫_τ^∞ e^{−as} a (I₀(aw) + s I₁(aw)/w) q₀(t − s) ds, Z = ρc/A: the telegraph equation.
/// </remarks>
/// <source choice="inverse Laplace transform of e^{−τ√(s(s+2a))}, textbook (telegraph equation)"/>
public sealed class ViscousPulse
{
    private readonly double speed, impedance, fading;
    private readonly Waveform inflow;
    private readonly double start, piece;

    /// <summary>A pulse.</summary>
    /// <param name="tube">The tube.</param>
    /// <param name="area">At rest [m²].</param>
    /// <param name="blood">Profile and viscosity; density as the tube's.</param>
    /// <param name="inflow">q₀(t) at x = 0 [m³/s].</param>
    /// <param name="start">Time before which the inflow is zero, or does not count [s].</param>
    /// <param name="piece">A time over which the inflow is a smooth arc, such as a quarter of a pulse's width
    /// [s].</param>
    public ViscousPulse(
        ElasticTube tube, double area, Blood blood, Waveform inflow, double start, double piece)
    {
        ArgumentNullException.ThrowIfNull(tube);
        ArgumentNullException.ThrowIfNull(blood);
        (this.inflow, this.start, this.piece) = (inflow, start, piece);
        speed = tube.WaveSpeed(area);
        impedance = tube.Density * speed / area;
        fading = blood.FrictionFactor / (2 * area);
    }

    /// <summary>p − p at rest [Pa] at a place [m] and time [s].</summary>
    public double Pressure(double position, double time)
    {
        double a = fading;
        return impedance * Carried(position, time, (s, w) => a * (I0(a * w) + a * s * HalfI1(a * w)));
    }

    /// <summary>q [m³/s] at a place [m] and time [s].</summary>
    public double Flow(double position, double time)
    {
        double a = fading, τ = position / speed;
        return Carried(position, time, (_, w) => a * a * τ * HalfI1(a * w));
    }

    private double Carried(double position, double time, Func<double, double, double> kernel)
    {
        double τ = position / speed, longest = time - start;
        if (longest <= τ) return 0;
        int pieces = (int)Math.Ceiling((longest - τ) / piece);
        double h = (longest - τ) / pieces, sum = 0;
        for (int i = 0; i < pieces; i++)
            sum += GaussLegendre.Integrate(
                s => Math.Exp(-fading * s) * kernel(s, Math.Sqrt(s * s - τ * τ)) * inflow.At(time - s),
                τ + i * h, τ + (i + 1) * h);
        return Math.Exp(-fading * τ) * inflow.At(time - τ) + sum;
    }

    /// <summary>I₀(x) = Σ (x²/4)^k/k!².</summary>
    private static double I0(double x) => Sum(x, 0);

    /// <summary>I₁(x)/x = ½ Σ (x²/4)^k/(k!(k+1)!).</summary>
    private static double HalfI1(double x) => 0.5 * Sum(x, 1);

    private static double Sum(double x, int order)
    {
        double quarter = x * x / 4, term = 1, sum = 0;
        for (int k = 0; term > sum * 1e-17; k++)
        {
            sum += term;
            term *= quarter / ((k + 1) * (k + 1 + order));
        }
        return sum;
    }
}
