using System.Globalization;
using Azygos.Body.Model;

namespace Azygos.Clinic.Lesions;

/// <summary>A vessel pressed from outside: by a pressure on a stretch of it, or by a gap between hard structures; more or
/// less of it as the head turns.</summary>
/// <remarks>
/// A pressure adds to what surrounds the vessel; a gap is a rigid throat of a given area that an emptier vein does not
/// feel. The effect e(θ) is a curve of the user over rotation of the head, 1 without one: pressure e P, gap
/// A₀ − e (A₀ − A_gap).
/// </remarks>
/// <source choice="bone, artery or muscle beside a vein: styloid process and C1 at J3, carotid and thyroid at J2,
/// omohyoid and clavicle at J1; no curve of rotation is assumed"/>
public sealed record Compression : Lesion
{
    private static readonly LesionKey Centimetres = LesionKey.Number(
        "length_cm", "cm", 0.5, 10, "length of the pressed part", 2);

    private static readonly LesionKey Pressing = LesionKey.Number(
        "pressure_mmHg", "mmHg", 0, 100, "pressure from outside; this or gap_cm2") with
    { IsOptional = true };

    private static readonly LesionKey Gap = LesionKey.Number(
        "gap_cm2", "cm²", 0.001, 10, "area of the gap; this or pressure_mmHg") with
    { IsOptional = true };

    private static readonly LesionKey Rotation = LesionKey.Number(
        "rotation_degrees", "deg", -90, 90, "how far the head is turned, left positive", 0);

    private static readonly LesionKey ByRotation = new(
        "rotation_curve", LesionKeyKind.Curve, "pairs of degrees and per cent of the effect; without it the head may "
            + "turn as it likes")
    {
        Unit = "%",
        Least = 0,
        Most = 100,
        AgainstUnit = "deg",
        Against = (-90, 90),
        IsOptional = true,
    };

    /// <summary>The kind.</summary>
    public static LesionKind Kind { get; } = new(
        "compression", "a vessel pressed from outside, by a pressure or by a gap",
        [LesionKey.Vessel, LesionKey.Position, Centimetres, Pressing, Gap, Rotation, ByRotation],
        values => new Compression
        {
            Id = values.Id,
            Vessel = values.Word(LesionKey.Vessel),
            Position = values.Share(LesionKey.Position),
            Length = values.Number(Centimetres),
            Pressure = values.Optional(Pressing),
            GapArea = values.Optional(Gap),
            Effect = values.Has(ByRotation.Name)
                ? PiecewiseLinear.At(values.Curve(ByRotation), values.Number(Rotation)) / 100
                : 1,
        })
    {
        Check = values => values.Has(Pressing.Name) == values.Has(Gap.Name)
            ? [(Pressing.Name, "one of pressure_mmHg and gap_cm2 is needed, and not both")]
            : values.Has(Rotation.Name) && !values.Has(ByRotation.Name)
                ? [(Rotation.Name, "has no effect without rotation_curve")]
                : [],
    };

    /// <summary>Vessel.</summary>
    public required string Vessel { get; init; }

    /// <summary>Middle of the pressed part, 0 to 1.</summary>
    public double Position { get; init; } = 0.5;

    /// <summary>Length [cm].</summary>
    public double Length { get; init; } = 2;

    /// <summary>Pressure [mmHg]; null: a gap.</summary>
    public double? Pressure { get; init; }

    /// <summary>Area of the gap [cm²]; null: a pressure.</summary>
    public double? GapArea { get; init; }

    /// <summary>e, share of the effect at this rotation of the head [1], 0 to 1.</summary>
    public double Effect { get; init; } = 1;

    /// <inheritdoc/>
    public override BodyModel On(BodyModel model)
    {
        VesselRow vessel = VesselOf(model, Vessel);
        double share = Length / vessel.Length;
        double from = Math.Max(0, Position - 0.5 * share), to = Math.Min(1, Position + 0.5 * share);
        if (Pressure is { } pressure)
        {
            if (pressure * Effect == 0) return model;
            return model with
            {
                Reaches = [.. model.Reaches, new ReachRow(Id, Vessel, from, to, 1, 1, pressure * Effect)],
                Marks = [.. model.Marks, Mark(vessel, from, to, "", string.Create(CultureInfo.InvariantCulture,
                    $"pressed with {pressure * Effect:0.##} mmHg over {Length:0.##} cm"))],
            };
        }

        double gap = vessel.RestArea - Effect * (vessel.RestArea - GapArea!.Value);
        if (gap >= vessel.RestArea) return model;
        return model with
        {
            Throats =
            [
                .. model.Throats,
                new ThroatRow
                {
                    Id = Id,
                    Vessel = Vessel,
                    Position = Position,
                    Length = Length,
                    ForwardShare = 1,
                    BackwardShare = 1,
                    Gap = gap,
                },
            ],
            Marks = [.. model.Marks, Mark(vessel, Position, Position, Id, string.Create(CultureInfo.InvariantCulture,
                $"in a gap of {gap:0.###} cm² over {Length:0.##} cm"))],
        };
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Reason)> FaultsOn(BodyModel model)
    {
        VesselRow vessel = VesselOf(model, Vessel);
        if (vessel.RestArea == 0) yield return ("vessel", "carries no blood in this body");
        if (IsRigid(model, vessel)) yield return ("vessel", "is a vein in bone: nothing can press it");
    }

    private MarkRow Mark(VesselRow vessel, double from, double to, string throat, string says) => new()
    {
        Id = Id,
        Kind = "compression",
        Text = string.Create(CultureInfo.InvariantCulture, $"{vessel.Name}, {100 * Position:0.#} % of the way: {says}"),
        Vessel = Vessel,
        From = from,
        To = to,
        Throat = throat,
    };
}
