using System.Numerics;

namespace Azygos.Circulation.Womersley;

/// <summary>Bessel functions of i^{3/2} α, as oscillating tube flow needs them, for any α without overflow.</summary>
/// <remarks>
/// J_n(i^{3/2} α) = iⁿ I_n(w), w = i^{1/2} α, w² = iα² (Kelvin's functions). With I_{n+1}/I_n = w s_n the recurrence is
/// s_n = 1/(2(n+1) + iα² s_{n+1}), downwards; every term has a positive real part, so nothing cancels and any start far
/// enough out is forgotten. Real and imaginary parts are each good to rounding, also where one is far the smaller. The
/// sum e^w = I₀ + 2 Σ I_n turns ratios into e^{−w} I₀.
/// </remarks>
/// <source doi="10.1137/1009002" at="Gautschi 1967, minimal solutions of three-term recurrences by ratios"/>
internal static class KelvinBessel
{
    // A ratio forgets its start by |I_{n+1}/I_n|² a step, about exp(−2 asinh(n/α)): exp(−n²/α) in all. Chosen: n² = 64
    // α leaves e^−64 for large α; 24 steps more serve small α.
    private const double ForgettingSteps = 8;
    private const int LeastSteps = 24;

    // Chosen: at α = 2 the difference in Defect is of order α²/4 = 1 and has lost nothing; (α²/4)^k/k!² is below 1e-17
    // after 12 terms.
    private const double SmallNumber = 2;
    private const int SeriesTerms = 12;

    /// <summary>I₁/(w I₀) and I₂/(w I₁) at w = i^{1/2} α.</summary>
    public static (Complex First, Complex Second) Ratios(double α)
    {
        Complex s1 = Complex.Zero, s0 = Complex.Zero, square = new(0, α * α);
        for (int n = Steps(α); n >= 0; n--) (s0, s1) = (1 / (2 * (n + 1) + square * s0), s0);
        return (s0, s1);
    }

    /// <summary>1 − I₀(wy)/I₀(w) for y in [0, 1]: the shape of the oscillating velocity.</summary>
    public static Complex Defect(double α, double y)
    {
        if (α > SmallNumber)
            return 1 - Complex.Exp(Argument(α) * (y - 1)) * ScaledI0(α * y) / ScaledI0(α);
        // Near α = 0 the two terms cancel: I₀(w) − I₀(wy) = Σ (iα²/4)^k (1 − y^{2k})/k!².
        Complex term = Complex.One, whole = Complex.One, difference = Complex.Zero, square = new(0, α * α / 4);
        double power = 1;
        for (int k = 1; k <= SeriesTerms; k++)
        {
            term *= square / ((double)k * k);
            power *= y * y;
            whole += term;
            difference += term * (1 - power);
        }
        return difference / whole;
    }

    /// <summary>e^{−w} I₀(w): I₀ (1 + 2 r₀ (1 + r₁ (1 + r₂ …))) = e^w, r_n = w s_n, summed from inside.</summary>
    private static Complex ScaledI0(double α)
    {
        Complex w = Argument(α), square = new(0, α * α), s = Complex.Zero, sum = Complex.One;
        for (int n = Steps(α); n >= 0; n--)
        {
            s = 1 / (2 * (n + 1) + square * s);
            sum = 1 + (n == 0 ? 2 : 1) * w * s * sum;
        }
        return 1 / sum;
    }

    private static Complex Argument(double α) => new(α * Math.Sqrt(0.5), α * Math.Sqrt(0.5));

    private static int Steps(double α) => LeastSteps + (int)Math.Ceiling(ForgettingSteps * Math.Sqrt(α));
}
