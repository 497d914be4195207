using Azygos.Body.Model;

namespace Azygos.Clinic.Lesions;

/// <summary>A vessel that never formed: it carries nothing and holds nothing.</summary>
/// <source choice="an area of zero, as in the model's own files"/>
public sealed record Agenesis : Lesion
{
    /// <summary>The kind.</summary>
    public static LesionKind Kind { get; } = new(
        "agenesis", "a vessel that never formed", [LesionKey.Vessel],
        values => new Agenesis { Id = values.Id, Vessel = values.Word(LesionKey.Vessel) });

    /// <summary>Vessel.</summary>
    public required string Vessel { get; init; }

    /// <inheritdoc/>
    public override BodyModel On(BodyModel model)
    {
        VesselRow absent = VesselOf(model, Vessel);
        return model with
        {
            Vessels = [.. model.Vessels.Select(row => row.Id == Vessel ? row with { RestArea = 0 } : row)],
            Marks =
            [
                .. model.Marks,
                new MarkRow
                {
                    Id = Id, Kind = "agenesis", Text = $"{absent.Name}: absent", Vessel = Vessel, From = 0, To = 1,
                },
            ],
        };
    }
}
