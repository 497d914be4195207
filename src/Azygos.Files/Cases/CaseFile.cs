using Azygos.Body.Anatomy;
using Azygos.Body.Results;
using Azygos.Body.Timeline;
using Azygos.Files.Overrides;

namespace Azygos.Files.Cases;

/// <summary>What a case file asks for, before it meets a model.</summary>
public sealed record CaseFile
{
    /// <summary>The file as the user named it.</summary>
    public required string File { get; init; }

    /// <summary>Name: the file's name without extension.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for, or empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>Name of the model, or empty where the user chooses.</summary>
    public string Model { get; init; } = "";

    /// <summary>Line that names the model, or null.</summary>
    public int? ModelLine { get; init; }

    /// <summary>Level of detail; null where the file gives none.</summary>
    public AnatomicalDetail? Detail { get; init; }

    /// <summary>Tilt [degrees]; null where the file gives no posture.</summary>
    public double? TiltDegrees { get; init; }

    /// <summary>Numbers replaced, with their lines.</summary>
    public IReadOnlyList<Override> Overrides { get; init; } = [];

    /// <summary>Variants of the anatomy.</summary>
    public IReadOnlyList<CaseVariant> Variants { get; init; } = [];

    /// <summary>Lesions.</summary>
    public IReadOnlyList<CaseLesion> Lesions { get; init; } = [];

    /// <summary>How many the file lists, those with faults included.</summary>
    public int LesionCount { get; init; }

    /// <summary>Procedures on them.</summary>
    public IReadOnlyList<CaseProcedure> Procedures { get; init; } = [];

    /// <summary>Sites to record, with their lines; empty: all.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Sites { get; init; } = [];

    /// <summary>Events in time, with their lines; empty: the run ends once it is periodic.</summary>
    public IReadOnlyList<KeyValuePair<BodyEvent, int>> Events { get; init; } = [];

    /// <summary>Solver and recording settings; the rest of the record is still at its defaults.</summary>
    public SimulationSettings Settings { get; init; } = new();
}
