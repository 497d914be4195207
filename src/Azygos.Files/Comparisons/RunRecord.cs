using System.Text.Json;
using Azygos.Body.Results;
using Azygos.Files.Faults;
using Azygos.Files.Harms;
using Azygos.Files.Runs;

namespace Azygos.Files.Comparisons;

/// <summary>A run as its <c>result.json</c> tells it: what two of them are compared by.</summary>
/// <source choice="a folder and a run just made are compared by the same document"/>
public sealed record RunRecord
{
    private RunRecord(string name, ResultDocument document) => (Name, Document) = (name, document);

    /// <summary>Name for people: the folder or the case.</summary>
    public string Name { get; }

    internal ResultDocument Document { get; }

    /// <summary>True when the run finished.</summary>
    public bool IsFinished => Document.Outcome.Kind == "finished";

    /// <summary>Model, posture and case in words.</summary>
    public string Words => FormattableString.Invariant(
        $"{Document.Model.Id}, tilt {Document.Options.Tilt:0.#}°{(Document.Options.Case.Length > 0
            ? $", case {Document.Options.Case}" : "")}");

    /// <summary>True when a procedure was done.</summary>
    public bool HasProcedure => Document.Lesions.Any(lesion => Clinic.Procedures.ProcedureKinds.Has(lesion.Kind));

    /// <summary>True when all procedures were on sinuses of the skull.</summary>
    public bool IsOtherDisease => Document.Harms?.Disease == HarmAccount.OtherDisease;

    /// <summary>What was changed in the body, a sentence each.</summary>
    public IReadOnlyList<string> Changes => [.. Document.Lesions.Select(lesion => $"{lesion.Kind}: {lesion.Text}")];

    /// <summary>A run just made.</summary>
    /// <param name="name">Name for people.</param>
    /// <param name="result">The result.</param>
    /// <param name="facts">Wall time, version, harms.</param>
    public static RunRecord Of(string name, SimulationResult result, RunFacts facts) =>
        new(name, ResultDocumentBuilder.Build(result, facts));

    /// <summary>The run of a folder; null with a fault when it is none.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="named">As the user named it.</param>
    /// <param name="faults">Where faults go.</param>
    public static RunRecord? Read(string folder, string named, FaultList faults)
    {
        string file = Path.Combine(folder, "result.json");
        try
        {
            if (JsonSerializer.Deserialize(File.ReadAllBytes(file), ResultJson.Default.ResultDocument) is
                { Schema: ResultDocument.SchemaId } document)
            {
                return new RunRecord(named, document);
            }
            faults.Add(Path.Combine(named, "result.json"), null, "schema", "", $"is not {ResultDocument.SchemaId}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            faults.Add(Path.Combine(named, "result.json"), null, "", "", $"cannot be read as a result: {fault.Message}");
        }
        return null;
    }
}
