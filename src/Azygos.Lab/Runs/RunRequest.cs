using System.Text.Json;
using System.Text.Json.Serialization;

namespace Azygos.Lab.Runs;

/// <summary>What was asked of a run, as the catalogue keeps it: enough to do it again.</summary>
internal sealed record RunRequest
{
    /// <summary>Kinds of runs.</summary>
    public const string Simulate = "simulate", Exam = "exam", Study = "study", Explain = "explain";

    public required string Kind { get; init; }

    /// <summary>Name for people.</summary>
    public string Name { get; init; } = "";

    /// <summary>Text of a case or study; empty: the model alone, or a study by name.</summary>
    public string Text { get; init; } = "";

    /// <summary>Name of the file that the text stands for, in faults and results.</summary>
    public string File { get; init; } = "";

    public string? Model { get; init; }

    public string? Posture { get; init; }

    public string? Detail { get; init; }

    public IReadOnlyList<string> Set { get; init; } = [];

    public string? Protocol { get; init; }

    public string? Operator { get; init; }

    public bool Blinded { get; init; }

    public long? Seed { get; init; }

    public int Repeat { get; init; } = 1;

    public string? Rows { get; init; }

    public int? Kept { get; init; }

    public string Json() => JsonSerializer.Serialize(this, RequestJson.Default.RunRequest);

    public static RunRequest From(string json) => JsonSerializer.Deserialize(json, RequestJson.Default.RunRequest)!;
}

/// <summary>Serialiser of requests.</summary>
[JsonSerializable(typeof(RunRequest))]
internal sealed partial class RequestJson : JsonSerializerContext;
