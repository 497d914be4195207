using Azygos.Body.Breathing;
using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Body.Live;

/// <summary>The waveforms of a live body's controls.</summary>
/// <remarks>What asks for another network (gravity in time, a throat, a probe) is in it only once it was turned: until
/// then the body is the one that a run without controls has.</remarks>
internal sealed class LiveSignals(LiveValues values, BodyModel model) : IBodySignals
{
    private readonly LiveBreath breath = new(
        values[LiveControls.BreathingRate], values[LiveControls.BreathingDepth], values[LiveControls.BreathHold],
        values[LiveControls.Strain], values.Start(LiveControls.BreathingDepth));

    private readonly LiveBeat beat = new(values[LiveControls.HeartRate], values.Start(LiveControls.HeartRate));
    private BreathWaveform? chest;

    public bool Tilts => values[LiveControls.Posture].IsTouched;

    public Waveform Tilted(double strength) => new Follows(
        values[LiveControls.Posture], degrees => strength * Math.Sin(Angle.FromDegrees(degrees).Radians));

    public Waveform Chest(BreathWaveform quiet, double period) => breath.Chest(chest = quiet);

    public Waveform Abdomen(BreathWaveform quiet) => breath.Abdomen(quiet, chest!);

    public Waveform? On(string vessel) => null;

    public IEnumerable<OutsideLoad> OnPartsOf(string vessel, double length)
    {
        foreach (LiveKnob knob in values.Present)
        {
            if (knob is not PressKnob press || press.Vessel != vessel) continue;
            double half = 0.5 * Length.FromCentimetres(press.Footprint).Metres, middle = press.Position * length;
            yield return new OutsideLoad(
                [middle - half, middle - half, middle + half, middle + half], [0, 1, 1, 0],
                new Follows(press.Value, value => Pressure.FromMillimetresOfMercury(press.Unit * value).Pascals));
        }
    }

    public IEnumerable<(string Node, Waveform Flow)> Infusions => [];

    public Waveform? Transfusion(BedRow bed) => values[LiveControls.BloodVolume].IsTouched
        ? new Changes(values[LiveControls.BloodVolume], bed.VenousCompliance / model.Beds.Sum(row => row.VenousCompliance))
        : null;

    public Waveform Beat(Waveform even) => beat.Of(even);

    public (Waveform Forward, Waveform Backward)? Opening(string throat) =>
        values.Present.FirstOrDefault(knob => knob.Control.Id == throat) is ThroatKnob narrowing
            ? (new Follows(narrowing.Value, narrowing.Forward), new Follows(narrowing.Value, narrowing.Backward))
            : null;

    /// <summary>Begins an interval: what counts goes on from where it was.</summary>
    public void Step(double now)
    {
        breath.Step(now, chest!);
        beat.Step(now);
    }

    private sealed class Follows(EasedValue value, Func<double, double> of) : Waveform
    {
        public override double At(double time) => of(value.At(time));
    }

    // A share of what changes a volume given in mL: a flow [m³/s].
    private sealed class Changes(EasedValue value, double share) : Waveform
    {
        public override double At(double time) => share * Volume.FromMillilitres(value.Slope).CubicMetres;
    }
}
