using Azygos.Body.Model;
using Azygos.Clinic.Lesions;

namespace Azygos.Clinic.Procedures;

/// <summary>What is done to a lesion through a catheter.</summary>
/// <remarks>A pure function from a lesion to what stands in its place: only coefficients of the vessel that is there
/// change. What it does to a body is computed by running that body; what it does to a person stands in the tables of
/// harms and trials. No effect on multiple sclerosis is assumed.</remarks>
/// <source choice="effect on multiple sclerosis zero by default: no benefit was shown in three trials with a sham
/// procedure"/>
public abstract record Procedure
{
    /// <summary>Name, unique among the procedures of a body.</summary>
    public required string Id { get; init; }

    /// <summary>Word in files and marks.</summary>
    public abstract string Word { get; }

    /// <summary>Why it cannot be done to a lesion; null: it can.</summary>
    /// <param name="lesion">The lesion.</param>
    public string? Objection(Lesion lesion) => Lumen.Of(lesion) is null
        ? $"a {Word} acts on a stenosis, membrane, septum, hypoplasia or compression, not on: {Name(lesion)}"
        : null;

    /// <summary>What stands in the place of a lesion afterwards, and a mark that says what was done.</summary>
    /// <param name="model">The body, before its lesions.</param>
    /// <param name="lesion">The lesion as it was.</param>
    public abstract IReadOnlyList<Lesion> On(BodyModel model, Lesion lesion);

    /// <summary>The vessel of a lesion.</summary>
    protected static VesselRow VesselOf(BodyModel model, Lumen lumen)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(lumen);
        return model.Vessels.First(row => row.Id == lumen.Vessel);
    }

    /// <summary>A mark at the place of a lesion.</summary>
    protected Lesion Mark(Lumen lumen, string text)
    {
        ArgumentNullException.ThrowIfNull(lumen);
        return new ProcedureMark
        {
            Id = Id,
            Kind = Word,
            Text = text,
            Vessel = lumen.Vessel,
            From = lumen.From,
            To = lumen.To,
        };
    }

    private static string Name(Lesion lesion)
    {
        ArgumentNullException.ThrowIfNull(lesion);
        return lesion.GetType().Name.ToLowerInvariant();
    }
}

/// <summary>Says on a body what was done to it; changes nothing.</summary>
/// <source choice="results and drawings show what was done"/>
public sealed record ProcedureMark : Lesion
{
    /// <summary>Kind, in a word.</summary>
    public required string Kind { get; init; }

    /// <summary>What was done, one sentence.</summary>
    public required string Text { get; init; }

    /// <summary>Vessel.</summary>
    public required string Vessel { get; init; }

    /// <summary>Where it begins along the vessel, 0 to 1.</summary>
    public required double From { get; init; }

    /// <summary>Where it ends.</summary>
    public required double To { get; init; }

    /// <inheritdoc/>
    public override BodyModel On(BodyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model with
        {
            Marks =
            [
                .. model.Marks,
                new MarkRow { Id = Id, Kind = Kind, Text = Text, Vessel = Vessel, From = From, To = To },
            ],
        };
    }
}
