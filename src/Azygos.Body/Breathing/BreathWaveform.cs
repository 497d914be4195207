using Azygos.Body.Heart;
using Azygos.Circulation.Waveforms;

namespace Azygos.Body.Breathing;

/// <summary>A pressure that moves with the breath from its value at the end of expiration to that at the end of
/// inspiration and back.</summary>
/// <remarks>
/// With φ the phase of the breath and d the inspiratory share: s = ½(1 − cos(πφ/d)) for φ ≤ d, ½(1 + cos(π(φ − d)/(1 −
/// d))) after; p = p_ee + (p_ei − p_ee) s.
/// </remarks>
/// <source choice="smooth breath of the project's physiology specification; its values carry their own source"/>
public sealed class BreathWaveform(
    double period, double inspiratoryShare, double endExpiration, double endInspiration) : Waveform
{
    /// <summary>Mean over a breath [Pa]: the cosine halves average one half.</summary>
    public double Mean => 0.5 * (endExpiration + endInspiration);

    /// <inheritdoc/>
    public override double At(double time) => AtPhase(PhaseAt(time), null);

    /// <summary>The share of the breath that is over [1].</summary>
    public double PhaseAt(double time) => Phase.Within(time, period) / period;

    /// <summary>The value in a phase, 0 to 1; at 1 the breath is held at the end of expiration.</summary>
    /// <param name="phase">φ [1].</param>
    /// <param name="deep">Value at the end of inspiration, or null for the usual one.</param>
    public double AtPhase(double phase, double? deep)
    {
        double φ = phase, d = inspiratoryShare;
        double s = φ <= d ? 0.5 * (1 - Math.Cos(Math.PI * φ / d)) : 0.5 * (1 + Math.Cos(Math.PI * (φ - d) / (1 - d)));
        return endExpiration + ((deep ?? endInspiration) - endExpiration) * s;
    }
}
