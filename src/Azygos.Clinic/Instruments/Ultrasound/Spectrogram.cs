using Azygos.Clinic.Signals;

namespace Azygos.Clinic.Instruments.Ultrasound;

/// <summary>What the screen of a pulsed Doppler examination shows: power by time and velocity, and what the machine
/// reads off it.</summary>
/// <source choice="128 classes of velocity, one spectrum a sample"/>
public sealed record Spectrogram
{
    /// <summary>Time from one spectrum to the next [s].</summary>
    public required double Step { get; init; }

    /// <summary>Highest velocity of the scale, as reported [m/s]; the lowest is its negative.</summary>
    public required double NyquistVelocity { get; init; }

    /// <summary>Power [1] where blood filling the gate adds up to 1; shape [times][classes], lowest velocity first.
    /// </summary>
    public required IReadOnlyList<float[]> Power { get; init; }

    /// <summary>Velocity weighted by power [m/s]; 0 where nothing is lit.</summary>
    public required Trace Mean { get; init; }

    /// <summary>Velocity that 95 % of the power of the stronger direction stays below [m/s]; 0 where nothing is
    /// lit.</summary>
    public required Trace Envelope { get; init; }
}
