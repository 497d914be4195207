using System.Globalization;
using Azygos.Body.Model;

namespace Azygos.Clinic.Lesions;

/// <summary>A flap in the lumen that moves with the blood: it narrows one way more than the other.</summary>
/// <remarks>Two rigid throats, one for either direction; it follows the blood at once.</remarks>
/// <source choice="a light flap has no time of its own"/>
public sealed record Flap : ThroatLesion
{
    private static readonly LesionKey Forward = LesionKey.Number(
        "area_reduction_percent", "%", 0, 99.9, "share of the lumen closed while blood runs from the first node");

    private static readonly LesionKey Backward = LesionKey.Number(
        "reverse_area_reduction_percent", "%", 0, 99.9, "the same while it runs the other way");

    private static readonly LesionKey Centimetres = LesionKey.Number(
        "length_cm", "cm", 0.1, 5, "length of the flap", 0.5);

    /// <summary>The kind.</summary>
    public static LesionKind Kind { get; } = new(
        "flap", "a flap that narrows one way more than the other",
        [LesionKey.Vessel, LesionKey.Position, Forward, Backward, Centimetres],
        values => new Flap
        {
            Id = values.Id,
            Vessel = values.Word(LesionKey.Vessel),
            Position = values.Share(LesionKey.Position),
            AreaReduction = values.Share(Forward),
            ReverseAreaReduction = values.Share(Backward),
            Length = values.Number(Centimetres),
        });

    /// <summary>Share closed while blood runs from the first node [1], 0 to below 1.</summary>
    public required double AreaReduction { get; init; }

    /// <summary>Share closed while it runs the other way [1].</summary>
    public required double ReverseAreaReduction { get; init; }

    /// <summary>Length [cm].</summary>
    public double Length { get; init; } = 0.5;

    /// <inheritdoc/>
    protected override string Word => "flap";

    /// <inheritdoc/>
    protected override string Says => string.Create(CultureInfo.InvariantCulture,
        $"a flap closes {100 * AreaReduction:0.##} % forward, {100 * ReverseAreaReduction:0.##} % backward");

    /// <inheritdoc/>
    protected override ThroatRow? ThroatOn(BodyModel model, VesselRow vessel) =>
        AreaReduction == 0 && ReverseAreaReduction == 0
            ? null
            : Throat(1 - AreaReduction, Length, 0) with { BackwardShare = 1 - ReverseAreaReduction };

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Reason)> FaultsOn(BodyModel model)
    {
        foreach ((string Key, string Reason) fault in base.FaultsOn(model)) yield return fault;
        if (IsRigid(model, VesselOf(model, Vessel)) && AreaReduction != ReverseAreaReduction)
            yield return ("vessel", "is a vein in bone, one resistance for both ways; a flap needs another vessel");
    }
}
