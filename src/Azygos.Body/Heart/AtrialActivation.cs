using Azygos.Circulation.Waveforms;

namespace Azygos.Body.Heart;

/// <summary>Contraction and relaxation of the atria over a beat, 0 to 1; the contraction comes before the beat's end,
/// the relaxation runs past it.</summary>
/// <remarks>
/// With t from the last onset t_ac: φ = ½(1 − cos(πt/T_c)) for t ≤ T_c; ½(1 + cos(π(t − T_c)/T_r)) for t ≤ T_c + T_r;
/// else 0.
/// All times [s] are the published shares of the period T.
/// </remarks>
/// <source doi="10.1007/s11517-009-0449-9" at="Table 2, timing (through a public repository)"/>
public sealed class AtrialActivation(double period, double onset, double contraction, double relaxation) : Waveform
{
    /// <inheritdoc/>
    public override double At(double time)
    {
        double t = Phase.Within(time - onset, period);
        if (t <= contraction) return 0.5 * (1 - Math.Cos(Math.PI * t / contraction));
        return t <= contraction + relaxation ? 0.5 * (1 + Math.Cos(Math.PI * (t - contraction) / relaxation)) : 0;
    }
}
