using Azygos.Circulation.Waveforms;

namespace Azygos.Body.Heart;

/// <summary>Contraction and relaxation of the ventricles over a beat, 0 to 1.</summary>
/// <remarks>
/// With t from the beat's start: φ = ½(1 − cos(πt/T_c)) for t ≤ T_c; ½(1 + cos(π(t − T_c)/T_r)) for t ≤ T_c + T_r; else
/// 0.
/// T_c and T_r [s] are the published shares of the period T.
/// </remarks>
/// <source doi="10.1007/s11517-009-0449-9" at="Table 2, timing (through a public repository)"/>
public sealed class VentricularActivation(double period, double contraction, double relaxation) : Waveform
{
    /// <inheritdoc/>
    public override double At(double time)
    {
        double t = Phase.Within(time, period);
        if (t <= contraction) return 0.5 * (1 - Math.Cos(Math.PI * t / contraction));
        return t <= contraction + relaxation ? 0.5 * (1 + Math.Cos(Math.PI * (t - contraction) / relaxation)) : 0;
    }
}
