using Azygos.Circulation.Waveforms;

namespace Azygos.Body.Live;

/// <summary>The heart's time: it runs faster or slower than the body's as the rate is turned.</summary>
/// <remarks>dτ/dt = rate over that of the model; a chamber contracts at τ as it did at t before. Systole takes the share
/// of a beat that it has in the model.</remarks>
/// <source choice="shares of a beat, as the model's tables give them"/>
internal sealed class LiveBeat(EasedValue rate, double usual)
{
    private double counted = double.NaN;   // τ at the beginning of the present interval

    /// <summary>Begins an interval, before the rate begins its own.</summary>
    public void Step(double now)
    {
        if (rate.IsTouched) counted = double.IsNaN(counted) ? now : At(now);
    }

    /// <summary>τ [s].</summary>
    public double At(double time) => double.IsNaN(counted) ? time : counted + rate.SinceBegin(time) / usual;

    /// <summary>Contraction of a chamber.</summary>
    public Waveform Of(Waveform even) => new Contraction(even, this);

    private sealed class Contraction(Waveform even, LiveBeat beat) : Waveform
    {
        public override double At(double time) => even.At(beat.At(time));
    }
}
