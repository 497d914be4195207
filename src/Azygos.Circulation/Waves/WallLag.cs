using Azygos.Numerics;

namespace Azygos.Circulation.Waves;

/// <summary>The memory of a viscoelastic wall, a standard linear solid: p = p_ref + y(A) + g (y(A) − s), ds/dt =
/// (y(A) − s)/τ_m.</summary>
/// <remarks>
/// y is the wall at rest, (1 + g) y′ what a fast wave meets, s [Pa] what the wall has got used to. For slow changes it is
/// the wall y + τ dy/dt with τ = g τ_m. In a step of its vessel s stands still, at its value in the middle of the step:
/// every cell is elastic then, with (1 + g) times the stiffness and another reference pressure. Between steps, where areas
/// stand still, it relaxes exactly.
/// </remarks>
/// <source choice="splitting after Strang, order 2"/>
internal sealed class WallLag
{
    private readonly double time;

    /// <param name="viscousTime">τ [s], positive.</param>
    /// <param name="stiffening">g [1], positive.</param>
    /// <param name="length">Length of the arrays of the line.</param>
    public WallLag(double viscousTime, double stiffening, int length)
    {
        if (!(stiffening > 0 && double.IsFinite(stiffening)))
            throw new ArgumentException($"A viscoelastic wall needs a stiffening g above 0; it is {stiffening}.", nameof(stiffening));
        time = viscousTime / stiffening;
        Stiffening = stiffening;
        Stress = new double[length];
    }

    /// <summary>g [1].</summary>
    public double Stiffening { get; }

    /// <summary>s of every cell [Pa], at a time <see cref="Behind"/> before the present one.</summary>
    public double[] Stress { get; }

    /// <summary>How long s has not relaxed [s].</summary>
    public double Behind { get; set; }

    /// <summary>Share of y − s that is left after a time [s].</summary>
    public double Left(double duration) => Real.Exp(new(-duration / time)).Value;
}
