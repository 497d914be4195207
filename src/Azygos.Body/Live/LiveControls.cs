using System.Globalization;
using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Body.Timeline;

namespace Azygos.Body.Live;

/// <summary>What can be turned in a body: the catalogue of controls.</summary>
/// <source choice="what changes a coefficient, a pressure or a flow of what is there; nothing is put in or taken out"/>
public static class LiveControls
{
    /// <summary>Tilt from the horizontal [degrees].</summary>
    public const string Posture = "posture";

    /// <summary>Breaths [1/min].</summary>
    public const string BreathingRate = "breathing_rate";

    /// <summary>Fall of the chest's pressure in inspiration [mmHg].</summary>
    public const string BreathingDepth = "breathing_depth";

    /// <summary>1: no breath begins.</summary>
    public const string BreathHold = "breath_hold";

    /// <summary>Pressure that straining adds in the chest [mmHg].</summary>
    public const string Strain = "strain";

    /// <summary>Beats [1/min].</summary>
    public const string HeartRate = "heart_rate";

    /// <summary>Resistance of all beds outside the skull, of that of the model [%].</summary>
    public const string PeripheralResistance = "peripheral_resistance";

    /// <summary>Arterial pressure that the baroreflex seeks [mmHg].</summary>
    public const string ReflexSetPoint = "reflex_set_point";

    /// <summary>Blood given or taken [mL].</summary>
    public const string BloodVolume = "blood_volume";

    /// <summary>What stands before the place of a narrowing, <c>narrowing:VESSEL@POSITION</c> [% of the area].</summary>
    public const string NarrowingWord = "narrowing";

    /// <summary>What stands before a valve, <c>valve_leak:VALVE</c> [% of the annulus].</summary>
    public const string ValveWord = "valve_leak";

    /// <summary>What stands before a site, <c>probe:SITE</c> [mmHg].</summary>
    public const string ProbeWord = "probe";

    /// <summary>What stands before a lesion that was offered, <c>lesion:ID</c> [% of its severity].</summary>
    public const string LesionWord = "lesion";

    /// <summary>Id of a narrowing.</summary>
    /// <param name="vessel">Id of the vessel.</param>
    /// <param name="position">Place along it from its first node, 0 to 1.</param>
    public static string Narrowing(string vessel, double position) =>
        string.Create(CultureInfo.InvariantCulture, $"{NarrowingWord}:{vessel}@{position:0.###}");

    /// <summary>Id of a valve's leak.</summary>
    public static string Valve(string valve) => $"{ValveWord}:{valve}";

    /// <summary>Id of a probe.</summary>
    public static string Probe(string site) => $"{ProbeWord}:{site}";

    /// <summary>Controls that a body has from the start; others are found by their ids.</summary>
    internal static IEnumerable<LiveKnob> Of(BodyModel model, LiveOptions options)
    {
        var numbers = new ModelNumbers(model);
        yield return new PostureKnob(options.TiltDegrees);
        double rest = numbers["breathing.pleural_end_expiration_mmHg"];
        double depth = rest - numbers["breathing.pleural_end_inspiration_mmHg"];
        double breaths = 60 / numbers.BreathPeriod, beats = numbers["heart.rate_per_min"];
        yield return new SignalKnob(Control(
            BreathingRate, "Breathing rate", "1/min", (4, 40, 1, breaths),
            "How often the chest breathes; the breath under way goes on from where it is."));
        yield return new SignalKnob(Control(
            BreathingDepth, "Breathing depth", "mmHg", (0, 12, 0.1, depth),
            "How far the pressure in the chest falls in inspiration; the abdomen's rises with it.") with
        { Rate = 10 });
        yield return new SignalKnob(Control(
            BreathHold, "Hold the breath", "1", (0, 1, 1, 0), "At 1 the breath under way is finished and none begins."));
        yield return new SignalKnob(Control(
            Strain, "Strain (Valsalva)", "mmHg", (0, 50, 1, 0),
            "Pressure added in the chest against closed airways; no breath begins while it is above 0.") with
        { Rate = 40 });
        yield return new SignalKnob(Control(
            HeartRate, "Heart rate", "1/min", (30, 180, 1, beats), "Rate of the beat; systole keeps its share of the beat."));
        yield return new ResistanceKnob(model);
        yield return new SetPointKnob(numbers["reflex.set_point_mmHg"]);
        yield return new SignalKnob(Control(
            BloodVolume, "Blood volume (central venous pressure)", "mL", (-1000, 1000, 10, 0),
            "Blood given since the start, or taken, in the venous reservoirs of all beds outside the skull by their "
                + "compliances; central venous pressure follows within some beats.") with
        { Rate = 150 })
        { IsBuiltIn = true };
        foreach (ValveRow valve in model.Valves.Where(valve => valve.Kind == "venous"))
            yield return new ValveKnob(valve);
        foreach (VesselRow vein in model.Vessels.Where(IsOffered))
            yield return Narrowing(vein, 0.5);
        foreach (SiteRow site in model.Sites)
            if (model.Vessels.FirstOrDefault(row => row.Id == site.Vessel) is { } pressed && IsOffered(pressed)
                && !PressedVessel.Faults(model, pressed.Id, "site", site.Id).Any())
                yield return Probe(site, pressed);
    }

    // Fastest that a narrowing closes [%/s] and that anything presses [mmHg/s]: faster, a vein can empty within a step.
    private const double Closing = 200, Pressing = 10;

    // A throat as a stenosis in a case has it unless told: 1 cm, ten times as stiff as the vessel. A probe's footprint [cm].
    private const double ThroatCentimetres = 1, ThroatSoftness = 0.1, ProbeCentimetres = 4;

    private static ThroatKnob Narrowing(VesselRow vessel, double position)
    {
        string id = Narrowing(vessel.Id, position);
        return new(
            Control(id, FormattableString.Invariant($"{vessel.Name}: narrowing at {100 * position:0.#} % of the way"), "%",
                (0, 99.9, 0.1, 0),
                "Share of the lumen lost at this place over 1 cm; the throat is ten times as stiff as the vessel.") with
            { Rate = Closing },
            new ThroatRow
            {
                Id = id,
                Vessel = vessel.Id,
                Position = position,
                Length = ThroatCentimetres,
                ForwardShare = 0,
                BackwardShare = 0,
                Softness = ThroatSoftness,
            });
    }

    private static PressKnob Probe(SiteRow site, VesselRow vessel) => new(
        Control(Probe(site.Id), $"{site.Name}: pressure of a probe", "mmHg", (0, 15, 0.5, 0),
            "Pressure that a probe adds outside the vessel over its footprint of 4 cm.") with
        { Rate = Pressing },
        vessel.Id, site.Position, ProbeCentimetres, 1);

    /// <summary>A throat of a lesion, as a control of its severity.</summary>
    internal static ThroatKnob Lesion(string label, ThroatRow whole, VesselRow vessel)
    {
        double gap = (whole.Gap ?? double.PositiveInfinity) / vessel.RestArea;
        return new(
            Severity(whole.Id, label) with { Rate = Closing },
            whole with
            {
                ForwardShare = Math.Min(whole.ForwardShare, gap),
                BackwardShare = Math.Min(whole.BackwardShare, gap),
            });
    }

    /// <summary>A pressure on a stretch, as a control of its severity.</summary>
    internal static PressKnob Lesion(string label, ReachRow whole, VesselRow vessel) => new(
        Severity(whole.Id, label) with { Rate = Pressing / (whole.OutsidePressure / 100) },
        vessel.Id, 0.5 * (whole.From + whole.To), (whole.To - whole.From) * vessel.Length, whole.OutsidePressure / 100);

    private static LiveControl Severity(string id, string label) => Control(
        $"{LesionWord}:{id}", label, "%", (0, 100, 1, 0), "How much of the lesion is there: 0 nothing, 100 all that it says.");

    private static LiveControl Control(
        string id, string label, string unit, (double Low, double High, double Step, double Start) range, string meaning) =>
        new()
        {
            Id = id,
            Label = label,
            Unit = unit,
            Meaning = meaning,
            Minimum = range.Low,
            Maximum = range.High,
            Step = range.Step,
            Start = range.Start,
        };

    // The veins that the hypothesis is about.
    private static bool IsOffered(VesselRow vein) => vein.RestArea > 0
        && (vein.Id.StartsWith("ijv_", StringComparison.Ordinal) || vein.Id.StartsWith("azygos", StringComparison.Ordinal));

    /// <summary>The control of an id, or what is wrong with it.</summary>
    internal static (LiveKnob? Knob, string Fault) Find(BodyModel model, string id)
    {
        string[] parts = id.Split(':', 2);
        if (parts.Length == 2 && parts[0] == NarrowingWord) return Narrowing(model, id, parts[1]);
        if (parts.Length == 2 && parts[0] == ValveWord)
            return model.Valves.FirstOrDefault(row => row.Id == parts[1]) is { } valve
                ? (new ValveKnob(valve), "")
                : (null, $"'{parts[1]}' is not a valve of {model.Id}");
        if (parts.Length == 2 && parts[0] == ProbeWord) return Probe(model, parts[1]);
        return (null, $"'{id}' is not a control of {model.Id}");
    }

    private static (LiveKnob?, string) Narrowing(BodyModel model, string id, string place)
    {
        string[] parts = place.Split('@', 2);
        if (parts.Length != 2 || !double.TryParse(
                parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double position)
            || !(position >= 0 && position <= 1))
            return (null, $"'{id}' must read {NarrowingWord}:VESSEL@POSITION, the position from 0 to 1");
        if (model.Vessels.FirstOrDefault(row => row.Id == parts[0]) is not { } vessel)
            return (null, $"'{parts[0]}' is not a vessel of {model.Id} at this detail");
        if (vessel.RestArea == 0) return (null, $"'{parts[0]}' carries no blood in this body");
        return model.Walls.Any(wall => wall.Id == vessel.Wall && wall.Law == "rigid")
            ? (null, $"'{parts[0]}' is a vein in bone, whose numbers stand while a body is live")
            : (Narrowing(vessel, position), "");
    }

    private static (LiveKnob?, string) Probe(BodyModel model, string id)
    {
        if (model.Sites.FirstOrDefault(row => row.Id == id) is not { } site)
            return (null, $"'{id}' is not a site of {model.Id}");
        return PressedVessel.Faults(model, site.Vessel, "site", id).FirstOrDefault() is { } fault
            ? (null, $"the probe at '{id}' {fault.Reason}")
            : (Probe(site, model.Vessels.First(row => row.Id == site.Vessel)), "");
    }
}
