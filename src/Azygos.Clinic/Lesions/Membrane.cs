using System.Globalization;
using Azygos.Body.Model;

namespace Azygos.Clinic.Lesions;

/// <summary>A web across the lumen with an opening in it.</summary>
/// <remarks>A rigid throat, a millimetre or two long.</remarks>
/// <source choice="webs are 1 to 2 mm thick and do not stretch"/>
public sealed record Membrane : ThroatLesion
{
    private static readonly LesionKey Reduction = LesionKey.Number(
        "area_reduction_percent", "%", 0, 99.9, "share of the lumen at rest that the web closes");

    private static readonly LesionKey Millimetres = LesionKey.Number(
        "thickness_mm", "mm", 0.2, 5, "thickness of the web", 1.5);

    /// <summary>The kind.</summary>
    public static LesionKind Kind { get; } = new(
        "membrane", "a web across the lumen with an opening in it",
        [LesionKey.Vessel, LesionKey.Position, Reduction, Millimetres],
        values => new Membrane
        {
            Id = values.Id,
            Vessel = values.Word(LesionKey.Vessel),
            Position = values.Share(LesionKey.Position),
            AreaReduction = values.Share(Reduction),
            Thickness = values.Number(Millimetres),
        });

    /// <summary>Share of the lumen closed [1], 0 to below 1.</summary>
    public required double AreaReduction { get; init; }

    /// <summary>Thickness [mm].</summary>
    public double Thickness { get; init; } = 1.5;

    /// <inheritdoc/>
    protected override string Word => "membrane";

    /// <inheritdoc/>
    protected override string Says => string.Create(CultureInfo.InvariantCulture,
        $"a web of {Thickness:0.##} mm closes {100 * AreaReduction:0.##} % of the lumen");

    /// <inheritdoc/>
    protected override ThroatRow? ThroatOn(BodyModel model, VesselRow vessel) =>
        AreaReduction == 0 ? null : Throat(1 - AreaReduction, 0.1 * Thickness, 0);
}
