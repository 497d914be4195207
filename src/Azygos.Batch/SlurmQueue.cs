using System.Globalization;

namespace Azygos.Batch;

/// <summary>A task of an array that the cluster still knows.</summary>
/// <param name="Job">The array's number on the cluster.</param>
/// <param name="Array">Which array of the run.</param>
/// <param name="Task">Which task of it.</param>
/// <param name="IsRunning">True: it has begun; false: it waits.</param>
public readonly record struct QueuedTask(string Job, int Array, int Task, bool IsRunning);

/// <summary>Reads <c>squeue</c>.</summary>
internal static class SlurmQueue
{
    private static readonly string[] Question =
        ["--me", "--noheader", "--array", "--format=%j|%A|%F|%K|%t"];

    /// <summary>Tasks of arrays of one name; null with the reason where the cluster does not answer.</summary>
    /// <remarks>No answer is never taken for an empty queue: work would be done twice.</remarks>
    /// <param name="call">Calls programs.</param>
    /// <param name="name">Name of the arrays.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<(IReadOnlyList<QueuedTask>? Tasks, string Reason)> AskAsync(
        ProgramCall call, string name, CancellationToken cancellation)
    {
        ProgramAnswer answer = await call("squeue", Question, cancellation);
        if (answer.Code != 0) return (null, answer.Error.Length > 0 ? answer.Error : $"squeue ended with {answer.Code}");
        List<QueuedTask> tasks = [];
        foreach (string line in answer.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Other people's job names may hold anything, a bar too: only ours have this shape.
            string[] cells = line.Split('|');
            if (cells.Length != 5 || !cells[0].StartsWith(name + "-", StringComparison.Ordinal)) continue;
            if (Whole(cells[0][(name.Length + 1)..]) is { } array && Whole(cells[3]) is { } task)
                tasks.Add(new QueuedTask(cells[2], array, task, cells[4] is not ("PD" or "CF" or "RQ" or "RH")));
        }
        return (tasks, "");
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;
}
