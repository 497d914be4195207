namespace Azygos.Body.Timeline;

/// <summary>The body is tilted to an angle from the horizontal, at a steady rate.</summary>
/// <remarks>Sitting up and lying down are tilts to 90 and 0 degrees: the legs of a sitting body hang straight
/// here.</remarks>
/// <source choice="10 s: a tilt table takes about as long; a person can sit up in three, which the shipped body with waves does not
/// survive (docs/validation/manoeuvres.md)"/>
public sealed record Tilt : BodyEvent
{
    /// <summary>Angle at the end [degrees]: 0 supine, 90 upright, negative head-down.</summary>
    public double Degrees { get; init; } = 90;

    /// <summary>How long it takes [s].</summary>
    public double Over { get; init; } = 10;

    /// <summary>Its word in files.</summary>
    public string Word { get; init; } = "tilt";

    /// <inheritdoc/>
    public override EventKind Kind => Word switch
    {
        "sit_up" => SitUp,
        "lie_down" => LieDown,
        _ => ToAnAngle,
    };

    /// <inheritdoc/>
    public override double Seconds => Over;

    internal override IEnumerable<string> Holds => ["posture"];

    internal override void AddTo(EventPlan plan) => plan.Posture.Move(At, Over, Degrees);

    private static readonly EventNumber OverKey = EventKinds.Number<Tilt>(
        "over", "s", 0.1, 600, "how long it takes; 10 s when left out", one => one.Over,
        (one, value) => one with { Over = value });

    internal static readonly EventKind ToAnAngle = new(
        "tilt", "tilts the body to an angle from the horizontal, at a steady rate",
        [
            EventKinds.Number<Tilt>("angle", "degrees", -90, 90,
                "angle at the end: 0 supine, 90 upright, negative head-down; 90 degrees when left out",
                one => one.Degrees, (one, value) => one with { Degrees = value }),
            OverKey,
        ],
        [], () => new Tilt());

    internal static readonly EventKind SitUp = new(
        "sit_up", "sits up: a tilt to 90 degrees", [OverKey], [], () => new Tilt { Word = "sit_up" });

    internal static readonly EventKind LieDown = new(
        "lie_down", "lies down: a tilt to 0 degrees", [OverKey], [],
        () => new Tilt { Word = "lie_down", Degrees = 0 });
}
