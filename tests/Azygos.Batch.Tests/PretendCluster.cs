using System.Globalization;
using Azygos.Files.Studies;

namespace Azygos.Batch.Tests;

/// <summary>A cluster that answers <c>sbatch</c>, <c>squeue</c> and <c>scancel</c> in this process: at every look at the
/// queue it does one more task, and a test may spoil anything.</summary>
internal sealed class PretendCluster(StudyRunFolder run)
{
    private readonly List<(string Name, int Task, int[] Shards, string Log)> queue = [];

    /// <summary>Calls so far, a line each.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Shards of every task that was submitted, in order.</summary>
    public List<int[]> Submitted { get; } = [];

    /// <summary>Does a task; a test may do it badly. Default: makes its shards.</summary>
    public Func<int[], string, Task>? Work { get; set; }

    /// <summary>Answers in the cluster's place while it is not null.</summary>
    public Func<string, ProgramAnswer?>? Instead { get; set; }

    /// <summary>True: tasks wait and nothing is done.</summary>
    public bool IsHeld { get; set; }

    public async Task<ProgramAnswer> Call(
        string program, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        Calls.Add($"{program} {string.Join(' ', arguments)}");
        if (Instead?.Invoke(program) is { } answer) return answer;
        switch (program)
        {
            case "sbatch": Submit(arguments); return new ProgramAnswer(0, "7\n", "");
            case "scancel": queue.Clear(); return new ProgramAnswer(0, "", "");
        }
        if (queue.Count > 0 && !IsHeld)
        {
            (_, _, int[] shards, string log) = queue[0];
            if (Work is { } work) await work(shards, log);
            else await ShardWork.MakeAsync(run, shards, 1, cancellation);
            if (queue.Count > 0) queue.RemoveAt(0);     // the work may have cancelled everything
        }
        return new ProgramAnswer(0, string.Join('\n', queue.Select((one, at) => string.Create(
            CultureInfo.InvariantCulture, $"{one.Name}|{100 + at}|7|{one.Task}|{(at == 0 ? "R" : "PD")}")))
            + "\nsomebody|else|9|0|R\n", "");
    }

    private void Submit(IReadOnlyList<string> arguments)
    {
        string Of(string option) => arguments.Single(one => one.StartsWith(option + "=", StringComparison.Ordinal))[
            (option.Length + 1)..];
        string[] lines = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(arguments[^1])!, "tasks.txt"));
        Assert.Equal($"0-{lines.Length - 1}", Of("--array"));
        for (int task = 0; task < lines.Length; task++)
        {
            int[] shards = [.. lines[task].Split(' ').Select(int.Parse)];
            Submitted.Add(shards);
            queue.Add((Of("--job-name"), task, shards,
                Of("--output").Replace("%a", $"{task}", StringComparison.Ordinal)));
        }
    }
}
