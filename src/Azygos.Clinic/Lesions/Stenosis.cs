using System.Globalization;
using Azygos.Body.Model;

namespace Azygos.Clinic.Lesions;

/// <summary>A focal narrowing with a scarred wall.</summary>
/// <remarks>Open share 1 − s of the lumen at rest; the scar is stiffer than the vein, so that it opens and folds
/// less.</remarks>
/// <source doi="10.1016/0021-9290(73)90099-7" at="loss of a stenosis; see NarrowingLaw"/>
/// <source choice="stiffness of a scar: 5 to 20 times the vein's, 10 unless told; no measurement"/>
public sealed record Stenosis : ThroatLesion
{
    private static readonly LesionKey Reduction = LesionKey.Number(
        "area_reduction_percent", "%", 0, 99.9, "share of the lumen at rest that is lost; 0 is an open vein");

    private static readonly LesionKey Centimetres = LesionKey.Number(
        "length_cm", "cm", 0.1, 10, "length of the narrowed part", 1);

    private static readonly LesionKey Scar = LesionKey.Number(
        "scar_stiffness", "1", 1, 100, "how many times stiffer than the vessel the scar is", 10);

    /// <summary>The kind.</summary>
    public static LesionKind Kind { get; } = new(
        "stenosis", "a focal narrowing with a scarred wall",
        [LesionKey.Vessel, LesionKey.Position, Reduction, Centimetres, Scar],
        values => new Stenosis
        {
            Id = values.Id,
            Vessel = values.Word(LesionKey.Vessel),
            Position = values.Share(LesionKey.Position),
            AreaReduction = values.Share(Reduction),
            Length = values.Number(Centimetres),
            ScarStiffness = values.Number(Scar),
        });

    /// <summary>Share of the lumen lost [1], 0 to below 1.</summary>
    public required double AreaReduction { get; init; }

    /// <summary>Length [cm].</summary>
    public double Length { get; init; } = 1;

    /// <summary>Stiffness over the vessel's [1], 1 or more.</summary>
    public double ScarStiffness { get; init; } = 10;

    /// <inheritdoc/>
    protected override string Word => "stenosis";

    /// <inheritdoc/>
    protected override string Says => string.Create(CultureInfo.InvariantCulture,
        $"{100 * AreaReduction:0.##} % of the lumen lost over {Length:0.##} cm, scar {ScarStiffness:0.##} times as stiff");

    /// <inheritdoc/>
    protected override ThroatRow? ThroatOn(BodyModel model, VesselRow vessel) =>
        AreaReduction == 0 ? null : Throat(1 - AreaReduction, Length, 1 / ScarStiffness);
}
