using Azygos.Body.Breathing;
using Azygos.Circulation.Waveforms;

namespace Azygos.Body.Timeline;

/// <summary>Pressure in the chest: quiet breathing until the timeline begins, then its breaths and strains.</summary>
internal sealed class ChestPressure(
    BreathWaveform quiet, BreathSchedule? schedule, IReadOnlyList<Strain> strains, TimelineClock clock) : Waveform
{
    /// <summary>The quiet breath underneath.</summary>
    public BreathWaveform Quiet => quiet;

    /// <summary>Until the first breath that differs, bit by bit that of quiet breathing.</summary>
    public override double At(double time)
    {
        if (time < clock.Start) return quiet.At(time);
        double t = time - clock.Start, breath = quiet.At(time);
        if (schedule is not null && t >= schedule.FirstChange)
        {
            (double phase, double? deep) = schedule.At(t);
            breath = quiet.AtPhase(phase, deep);
        }

        foreach (Strain strain in strains)
            if (strain.Share.At(t) is var share and > 0) breath += (strain.Pressure - breath) * share;
        return breath;
    }

    /// <summary>The share of the breath that is over; 1 where it is held at the end of expiration.</summary>
    public double PhaseAt(double time) =>
        time >= clock.Start && schedule is not null && time - clock.Start >= schedule.FirstChange
            ? schedule.At(time - clock.Start).Phase
            : quiet.PhaseAt(time);

    /// <summary>True while a strain is on.</summary>
    public bool StrainsAt(double time) =>
        time >= clock.Start && strains.Any(strain => strain.Share.At(time - clock.Start) > 0);
}

/// <summary>Pressure in the abdomen: rises with inspiration, and takes its share of a strain.</summary>
/// <param name="quiet">What quiet breathing gives.</param>
/// <param name="chest">Pressure in the chest.</param>
/// <param name="clock">When the timeline begins.</param>
internal sealed class AbdomenPressure(BreathWaveform quiet, ChestPressure chest, TimelineClock clock) : Waveform
{
    // ASSUMED, as the project's physiology specification says: what the abdomen has of a chest pressure above zero.
    private const double ShareOfStrain = 0.6;

    public override double At(double time)
    {
        if (time < clock.Start) return quiet.At(time);
        double breath = quiet.AtPhase(chest.PhaseAt(time), null);
        return chest.StrainsAt(time) ? breath + ShareOfStrain * Math.Max(0, chest.At(time)) : breath;
    }
}
