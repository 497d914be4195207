using System.Numerics;

namespace Azygos.Circulation.Womersley;

/// <summary>What viscosity does to oscillating flow in a round tube at one Womersley number.</summary>
/// <remarks>
/// α = R √(ωρ/μ), z = i^{3/2} α, M = 1 − 2 J₁(z)/(z J₀(z)). The longitudinal impedance per length is
/// Z′ = iωρ/(A M), and a wave in an elastic tube that does not move along its axis travels as
/// e^{i(ωt − kx)}, k = ω/(c₀ √M). M goes to iα²/8 for α → 0 (Poiseuille) and to 1 for α → ∞. All are good to
/// rounding for any α whose fourth power neither overflows nor vanishes.
/// </remarks>
/// <source doi="10.1113/jphysiol.1955.sp005276" at="Womersley 1955, flow under an oscillating gradient"/>
/// <source doi="10.1088/0031-9155/2/2/305" at="Womersley 1957, wave speed and attenuation"/>
public readonly record struct WomersleyFunctions
{
    /// <summary>The functions at <paramref name="womersleyNumber"/> α [1], positive.</summary>
    public WomersleyFunctions(double womersleyNumber)
    {
        if (!(womersleyNumber > 0 && double.IsFinite(womersleyNumber)))
            throw new ArgumentOutOfRangeException(
                nameof(womersleyNumber), womersleyNumber, "A Womersley number α [1] must be positive and finite.");
        WomersleyNumber = womersleyNumber;
        // M = 1 − 2 s₀ = iα² s₀ s₁: the first form cancels while α is small, the second loses the small imaginary part
        // when α is large. Chosen: from α = 4 on, |2 s₀| is below a half.
        (Complex s0, Complex s1) = KelvinBessel.Ratios(womersleyNumber);
        M = womersleyNumber > 4 ? 1 - 2 * s0 : new Complex(0, womersleyNumber * womersleyNumber) * (s0 * s1);
    }

    /// <summary>α [1].</summary>
    public double WomersleyNumber { get; }

    /// <summary>M [1]: flow over that of a fluid without viscosity under the same gradient.</summary>
    /// <source doi="10.1088/0031-9155/2/2/305" at="M′₁₀ e^{iε₁₀}"/>
    public Complex M { get; }

    /// <summary>Re Z′ over Poiseuille's 8μ/(πR⁴) [1]; 1 for slow oscillation, growing like α/(4√2).</summary>
    /// <source choice="definition"/>
    public double ResistanceRatio
        => WomersleyNumber * WomersleyNumber / 8 * M.Imaginary / (M.Magnitude * M.Magnitude);

    /// <summary>Im Z′ over ωρ/A [1]; 4/3 for slow oscillation, 1 for fast.</summary>
    /// <source choice="definition"/>
    public double InertanceRatio => M.Real / (M.Magnitude * M.Magnitude);

    /// <summary>Phase speed over that without viscosity, c/c₀ [1].</summary>
    /// <source choice="definition: c = ω/Re k"/>
    public double WaveSpeedRatio => 1 / Slowness.Real;

    /// <summary>2π |Im k|/Re k [1]: a wave keeps the share e^{−value} of its amplitude over its length.</summary>
    /// <source choice="definition"/>
    public double AttenuationPerWavelength => -2 * Math.PI * Slowness.Imaginary / Slowness.Real;

    /// <summary>c₀ k/ω = 1/√M.</summary>
    private Complex Slowness => 1 / Complex.Sqrt(M);
}
