using Azygos.Body.Model;

namespace Azygos.Clinic.Lesions;

/// <summary>A vessel shut at one place: what lies on either side stays.</summary>
/// <remarks>Conductance 0 at that place; the vessel and its volume are as they were.</remarks>
/// <source choice="an occlusion is a branch without conductance, masked"/>
public sealed record Occlusion : ThroatLesion
{
    // A throat needs a length, which means nothing where nothing passes.
    private const double Centimetres = 1;

    /// <summary>The kind.</summary>
    public static LesionKind Kind { get; } = new(
        "occlusion", "a vessel shut at one place",
        [LesionKey.Vessel, LesionKey.Position],
        values => new Occlusion
        {
            Id = values.Id,
            Vessel = values.Word(LesionKey.Vessel),
            Position = values.Share(LesionKey.Position),
        });

    /// <inheritdoc/>
    protected override string Word => "occlusion";

    /// <inheritdoc/>
    protected override string Says => "shut";

    /// <inheritdoc/>
    protected override ThroatRow? ThroatOn(BodyModel model, VesselRow vessel) => Throat(0, Centimetres, 0);
}
