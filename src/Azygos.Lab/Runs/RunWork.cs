using System.Text.Json.Nodes;

namespace Azygos.Lab.Runs;

/// <summary>How far a run is.</summary>
/// <param name="Share">Share that is behind, 0 to 1.</param>
/// <param name="Line">Where it stands, for people.</param>
/// <param name="Numbers">Numbers behind the line, by key.</param>
internal sealed record WorkProgress(double Share, string Line, params IReadOnlyList<(string Key, double Value)> Numbers)
{
    public JsonObject Json()
    {
        JsonObject json = new() { ["share"] = Math.Round(Share, 4), ["line"] = Line };
        foreach ((string key, double value) in Numbers)
            if (double.IsFinite(value)) json[key] = value;
        return json;
    }
}

/// <summary>How a run ended.</summary>
/// <param name="Finished">False: it stopped by itself, and its result says where.</param>
/// <param name="Reason">Why, for people.</param>
internal sealed record WorkEnding(bool Finished, string Reason);

/// <summary>A run that was checked and can be done.</summary>
internal abstract class RunWork
{
    /// <summary>Label of the hypothesis that it shows, or empty.</summary>
    public string Hypothesis { get; init; } = "";

    /// <summary>Does it and writes what it leaves.</summary>
    /// <param name="folder">Folder of the run; what lies there is of an earlier try.</param>
    /// <param name="progress">Told as it goes.</param>
    /// <param name="cancellation">Ends it.</param>
    public abstract Task<WorkEnding> RunAsync(
        RunPlace folder, IProgress<WorkProgress> progress, CancellationToken cancellation);
}

/// <summary>Where a run keeps what it leaves.</summary>
/// <param name="Folder">The run's own folder.</param>
internal sealed record RunPlace(string Folder)
{
    /// <summary>The folder as the command line would have written it.</summary>
    public string Result => Path.Combine(Folder, "result");

    /// <summary>Mean state of every vessel, for drawing.</summary>
    public string Vessels => Path.Combine(Folder, "vessels.json");

    /// <summary>A file of the result; null where it is not there.</summary>
    public string? File(string name) => System.IO.File.Exists(Path.Combine(Result, name)) ? Path.Combine(Result, name) : null;
}
