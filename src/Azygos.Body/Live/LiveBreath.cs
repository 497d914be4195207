using Azygos.Body.Breathing;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Body.Live;

/// <summary>The breath of a live body: rate, depth, holding and straining in one phase that runs on.</summary>
/// <remarks>
/// Φ counts breaths; dΦ/dt is the rate. A hold or a strain lets the breath under way finish and none begin: Φ stands at
/// the next whole number until it is let go. Chest p = b + strain, abdomen its own breath with the same share of the
/// depth, and three fifths of what the chest has above zero while it strains. Until anything is turned all values are
/// those of quiet breathing, bit by bit.
/// </remarks>
/// <source choice="holding and straining as the events of timelines have them"/>
internal sealed class LiveBreath(EasedValue rate, EasedValue depth, EasedValue hold, EasedValue strain, double usualDepth)
{
    // ASSUMED, as for a strain in a timeline: what the abdomen has of a chest pressure above zero.
    private const double ShareOfStrain = 0.6;

    private double counted = double.NaN;   // Φ at the beginning of the present interval
    private double standsAt = double.PositiveInfinity;   // Φ of the end of the breath under way, while it is held

    /// <summary>True: anything of the breath was turned.</summary>
    public bool IsTouched => rate.IsTouched || depth.IsTouched || hold.IsTouched || strain.IsTouched;

    /// <summary>Begins an interval, before the values begin theirs.</summary>
    /// <param name="now">[s].</param>
    /// <param name="quiet">Quiet breathing.</param>
    public void Step(double now, BreathWaveform quiet)
    {
        if (!IsTouched) return;
        counted = double.IsNaN(counted) ? quiet.PhaseAt(now) : Math.Min(Counted(now), standsAt);
        bool held = hold.Target > 0.5 || strain.Target > 0;
        if (!held) standsAt = double.PositiveInfinity;
        else if (double.IsPositiveInfinity(standsAt)) standsAt = Math.Ceiling(counted);
    }

    /// <summary>Pressure in the chest.</summary>
    public Waveform Chest(BreathWaveform quiet) => new Space(time => IsTouched ? ChestAt(quiet, time) : quiet.At(time));

    /// <summary>Pressure in the abdomen.</summary>
    /// <param name="quiet">That of quiet breathing.</param>
    /// <param name="chest">Quiet breathing in the chest.</param>
    public Waveform Abdomen(BreathWaveform quiet, BreathWaveform chest) => new Space(time =>
    {
        if (!IsTouched) return quiet.At(time);
        double breath = Depth(time) * quiet.AtPhase(PhaseAt(time), null);
        return Strain(time) > 0 ? breath + ShareOfStrain * Math.Max(0, ChestAt(chest, time)) : breath;
    });

    private double ChestAt(BreathWaveform quiet, double time)
    {
        double rest = quiet.AtPhase(1, null);
        return rest + Depth(time) * (quiet.AtPhase(PhaseAt(time), null) - rest) + Strain(time);
    }

    // Share of the usual depth [1].
    private double Depth(double time) => depth.At(time) / usualDepth;

    private double Strain(double time) => Pressure.FromMillimetresOfMercury(strain.At(time)).Pascals;

    private double PhaseAt(double time)
    {
        double Φ = Counted(time);
        return Φ >= standsAt ? 1 : Φ - Math.Floor(Φ);
    }

    private double Counted(double time) => counted + rate.SinceBegin(time) / 60;

    private sealed class Space(Func<double, double> pressure) : Waveform
    {
        public override double At(double time) => pressure(time);
    }
}
