using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Body.Reflex;
using Azygos.Body.Simulation;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Quantities;

namespace Azygos.Body.Live;

/// <summary>A control in a running body: its value, and how it gets into the network.</summary>
internal abstract class LiveKnob(LiveControl control)
{
    public LiveControl Control => control;

    /// <summary>The value over time.</summary>
    public EasedValue Value { get; } = new(control);

    /// <summary>True: the network must be built anew when it is turned for the first time.</summary>
    public virtual bool AsksForBuilding => false;

    /// <summary>What the model gets; throats of no severity.</summary>
    public virtual BodyModel On(BodyModel model) => model;

    /// <summary>Finds its numbers in a network that was built.</summary>
    public virtual void Bind(IBeatingBody body)
    {
        // Most are waveforms.
    }

    /// <summary>Sets its numbers for a time.</summary>
    public virtual void Set(double time)
    {
        // Most are waveforms.
    }
}

/// <summary>A control that a waveform of <see cref="LiveSignals"/> reads.</summary>
internal sealed class SignalKnob(LiveControl control) : LiveKnob(control)
{
    /// <summary>True: its waveform is in the network only once it was turned.</summary>
    public bool IsBuiltIn { get; init; }

    public override bool AsksForBuilding => IsBuiltIn;
}

/// <summary>The posture.</summary>
internal sealed class PostureKnob(double degrees) : LiveKnob(new LiveControl
{
    Id = LiveControls.Posture,
    Label = "Posture",
    Unit = "degrees",
    Meaning = "Tilt of the body from the horizontal: 0 lying, 90 upright, negative head down; a tilt table's speed.",
    Minimum = -30,
    Maximum = 90,
    Step = 1,
    Start = degrees,
    Rate = 9,
})
{
    public override bool AsksForBuilding => true;
}

/// <summary>Resistance of the beds outside the skull.</summary>
internal sealed class ResistanceKnob(BodyModel model) : LiveKnob(new LiveControl
{
    Id = LiveControls.PeripheralResistance,
    Label = "Peripheral resistance (blood pressure)",
    Unit = "%",
    Meaning = "Resistance of the arterioles of all beds outside the skull, of that of the model; the baroreflex answers.",
    Minimum = 30,
    Maximum = 300,
    Step = 1,
    Start = 100,
})
{
    private (ElementNumber Number, double Usual)[] resistances = [];

    public override void Bind(IBeatingBody body) => resistances = [.. model.Beds
        .Select(bed => body.Number(bed.Id + ".distal", typeof(ReflexResistance), 0))
        .Select(number => (number, number.Value))];

    public override void Set(double time)
    {
        double factor = Value.At(time) / 100;
        foreach ((ElementNumber number, double usual) in resistances) number.Value = factor * usual;
    }
}

/// <summary>Set point of the baroreflex.</summary>
internal sealed class SetPointKnob(double usual) : LiveKnob(new LiveControl
{
    Id = LiveControls.ReflexSetPoint,
    Label = "Blood pressure that the reflex seeks",
    Unit = "mmHg",
    Meaning = "Set point of the baroreflex; arterioles and veins follow it with the reflex's own 12 s, and not all the way.",
    Minimum = 50,
    Maximum = 150,
    Step = 1,
    Start = usual,
})
{
    private ElementNumber? number;

    public override void Bind(IBeatingBody body) => number = body.Number(BedPart.ReflexId, typeof(BaroreflexSignal), 1);

    public override void Set(double time) => number!.Value = Pressure.FromMillimetresOfMercury(Value.At(time)).Pascals;
}

/// <summary>How much of its annulus a valve leaves open when it is shut.</summary>
internal sealed class ValveKnob(ValveRow valve) : LiveKnob(new LiveControl
{
    Id = LiveControls.Valve(valve.Id),
    Label = $"{valve.Name}: leak",
    Unit = "%",
    Meaning = "Share of the annulus that stays open when the valve is shut: 0 competent, 5, 15 and 40 a mild, moderate and "
        + "severe leak, 100 no valve.",
    Minimum = 0,
    Maximum = 100,
    Step = 1,
    Start = 100 * valve.Regurgitation,
})
{
    private ElementNumber? closed;
    private double open;

    public override void Bind(IBeatingBody body)
    {
        closed = body.Number(valve.Id, typeof(ValveFlow), 1);
        open = body.Number(valve.Id, typeof(ValveFlow), 0).Value;
    }

    // Of the annulus, but no wider than it opens.
    public override void Set(double time) => closed!.Value = Math.Min(
        open, Value.At(time) / 100 * Area.FromSquareCentimetres(valve.AnnulusArea).SquareMetres);
}
