using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Body.Timeline;

/// <summary>The waveforms of a timeline in a run's own time: what a built body reads.</summary>
internal sealed class TimelineSignals : IBodySignals
{
    private readonly EventPlan plan;
    private readonly double startDegrees;
    private ChestPressure? chest;
    private AbdomenPressure? abdomen;

    public TimelineSignals(BodyModel model, BodyTimeline timeline, double startDegrees)
    {
        Timeline = timeline;
        this.startDegrees = startDegrees;
        plan = new EventPlan(model, timeline, startDegrees);
    }

    public BodyTimeline Timeline { get; }

    public TimelineClock Clock { get; } = new();

    /// <summary>True: gravity changes in time.</summary>
    public bool Tilts => plan.Posture.Changes;

    /// <summary>A strength times the sine of the tilt.</summary>
    public Waveform Tilted(double strength) =>
        new TiltedWaveform(strength, plan.Posture.Degrees(), startDegrees, Clock);

    /// <summary>Pressure in the chest [Pa].</summary>
    public Waveform Chest(Breathing.BreathWaveform quiet, double period) =>
        chest = new ChestPressure(quiet, plan.Breaths.Breaths(period), plan.Strains, Clock);

    /// <summary>Pressure in the abdomen [Pa]; the chest's must have been made.</summary>
    public Waveform Abdomen(Breathing.BreathWaveform quiet) => abdomen = new AbdomenPressure(quiet, chest!, Clock);

    /// <summary>What presses on the whole of a vessel [Pa], or null.</summary>
    public Waveform? On(string vessel) =>
        plan.On(vessel) is { Count: > 0 } pressures ? new TimelineWaveform(0, pressures, Clock) : null;

    /// <summary>What presses on parts of a vessel.</summary>
    /// <param name="vessel">Its id.</param>
    /// <param name="length">Its length [m].</param>
    public IEnumerable<OutsideLoad> OnPartsOf(string vessel, double length) => plan.OnPartsOf(vessel).Select(part =>
    {
        double half = 0.5 * Length.FromCentimetres(part.Footprint).Metres, middle = part.Position * length;
        double from = middle - half, to = middle + half;
        return new OutsideLoad([from, from, to, to], [0, 1, 1, 0], new TimelineWaveform(0, [part.Pressure], Clock));
    });

    /// <summary>What is infused into a node [m³/s].</summary>
    public IEnumerable<(string Node, Waveform Flow)> Infusions => plan.Infused.Select(
        pair => (pair.Key, (Waveform)new TimelineWaveform(0, pair.Value, Clock)));

    /// <summary>What was done at times of the timeline [s].</summary>
    public TimelineDrives Drives(double[] times)
    {
        Waveform tilt = plan.Posture.Degrees();
        return new TimelineDrives(
            [.. times.Select(t => chest!.PhaseAt(Clock.Start + t))],
            [.. times.Select(t => InMillimetres(chest!, t))],
            [.. times.Select(t => InMillimetres(abdomen!, t))],
            [.. times.Select(tilt.At)],
            [.. times.Select(t => plan.Head.Sum(turn => turn.At(t)))]);

        double InMillimetres(Waveform waveform, double time) =>
            Pressure.FromPascals(waveform.At(Clock.Start + time)).MillimetresOfMercury;
    }
}
