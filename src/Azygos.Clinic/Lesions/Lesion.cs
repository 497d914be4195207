using Azygos.Body.Model;

namespace Azygos.Clinic.Lesions;

/// <summary>A change of a body as a clinician would report it.</summary>
/// <remarks>A pure function from a body to a body: only coefficients of vessels and valves that are there change, nothing
/// is put in or taken out. A lesion of no severity gives back the body that it was given.</remarks>
/// <source choice="topology is the model's alone; what is not changed keeps its bits"/>
public abstract record Lesion
{
    /// <summary>Name, unique among the lesions of a body.</summary>
    public required string Id { get; init; }

    /// <summary>The body with the lesion.</summary>
    /// <param name="model">The body, which stays as it is.</param>
    public abstract BodyModel On(BodyModel model);

    /// <summary>What is wrong with this lesion in a body that has its vessel or valve: key, and why.</summary>
    /// <param name="model">The body.</param>
    public virtual IEnumerable<(string Key, string Reason)> FaultsOn(BodyModel model) => [];

    /// <summary>The body with lesions.</summary>
    /// <param name="model">The body, which stays as it is.</param>
    /// <param name="lesions">The lesions; their order means nothing.</param>
    public static BodyModel All(BodyModel model, IEnumerable<Lesion> lesions)
    {
        ArgumentNullException.ThrowIfNull(lesions);
        return lesions.Aggregate(model, (body, lesion) => lesion.On(body));
    }

    /// <summary>A vessel of a body.</summary>
    /// <exception cref="ArgumentException">The body has no such vessel.</exception>
    protected VesselRow VesselOf(BodyModel model, string vessel)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Vessels.FirstOrDefault(row => row.Id == vessel)
            ?? throw new ArgumentException($"{Id}: {model.Id} has no vessel '{vessel}'.", nameof(vessel));
    }

    /// <summary>True where a vessel's lumen cannot change: its wall is bone.</summary>
    protected static bool IsRigid(BodyModel model, VesselRow vessel)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(vessel);
        return model.Walls.Any(wall => wall.Id == vessel.Wall && wall.Law == "rigid");
    }
}
