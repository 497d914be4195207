using Azygos.Circulation.Waveforms;

namespace Azygos.Body.Timeline;

/// <summary>The shapes of events in time.</summary>
internal static class Pulses
{
    /// <summary>0 until a time, then in a line to a height, held, and in a line back to 0.</summary>
    public static TableWaveform Held(double at, double rise, double hold, double fall, double height) =>
        new([at, at + rise, at + rise + hold, at + rise + hold + fall], [0, height, height, 0]);

    /// <summary>The same of a pressure given in mmHg [Pa].</summary>
    public static TableWaveform Pressure(double at, double rise, double hold, double fall, double millimetres) =>
        Held(at, rise, hold, fall, Quantities.Pressure.FromMillimetresOfMercury(millimetres).Pascals);
}

/// <summary>A strain: what the chest's pressure is drawn to, and how far.</summary>
/// <param name="Pressure">[Pa].</param>
/// <param name="Share">0 to 1, over the time of the timeline.</param>
internal sealed record Strain(double Pressure, Waveform Share);
