using System.Globalization;
using System.Text;
using Azygos.Files.Studies;

namespace Azygos.Batch;

/// <summary>What a run keeps of its arrays: <c>slurm/name</c>, and for array n <c>slurm/n/</c> with the shards of every
/// task, the script and the tasks' logs.</summary>
/// <remarks>
/// All of it is written before the array is submitted, and an array is found again by its name, never by a number that
/// the cluster gave: so a submitter that is killed at any moment leaves nothing that its successor cannot find.
/// </remarks>
internal sealed class SlurmFolder
{
    private readonly StudyRunFolder run;
    private readonly Dictionary<int, int[][]> known = [];

    private SlurmFolder(StudyRunFolder run, string name) => (this.run, Name) = (run, name);

    /// <summary>Name of all arrays of this folder, of letters and digits, and of no other folder.</summary>
    public string Name { get; }

    /// <summary>True where somebody cancelled the run; taken back when it is resumed.</summary>
    public bool IsCancelled
    {
        get => File.Exists(CancelFile);
        set
        {
            if (value) File.WriteAllText(CancelFile, "");
            else File.Delete(CancelFile);
        }
    }

    private string Root => RootOf(run);

    private string CancelFile => Path.Combine(Root, "cancelled");

    /// <summary>The folder; null where the run never was on a cluster.</summary>
    public static SlurmFolder? Find(StudyRunFolder run)
    {
        string path = Path.Combine(RootOf(run), "name");
        return File.Exists(path) ? new SlurmFolder(run, File.ReadAllText(path)) : null;
    }

    /// <summary>The folder, made where it is missing. Called by the one who holds the run.</summary>
    public static SlurmFolder Open(StudyRunFolder run)
    {
        if (Find(run) is { } found) return found;
        string name = $"azygos{Guid.NewGuid():N}"[..22], path = Path.Combine(RootOf(run), "name");
        Directory.CreateDirectory(RootOf(run));
        File.WriteAllText(path + ShardFile.Partial, name);
        File.Move(path + ShardFile.Partial, path, overwrite: true);
        return new SlurmFolder(run, name);
    }

    /// <summary>Writes down a new array; its number.</summary>
    /// <param name="shards">Shards of every task.</param>
    /// <param name="program">How the program is started.</param>
    /// <param name="cores">Cores of a task.</param>
    public int Write(IReadOnlyList<int[]> shards, IReadOnlyList<string> program, int cores)
    {
        int number = 1;
        while (Directory.Exists(Place(number))) number++;
        Directory.CreateDirectory(Place(number));
        File.WriteAllLines(TaskFile(number), shards.Select(some => string.Join(' ', some)));
        // The task's number picks its line; what it prints is its log.
        File.WriteAllText(Script(number), $"""
            #!/bin/bash
            shards=$(sed -n "$((SLURM_ARRAY_TASK_ID + 1))p" {Quoted(TaskFile(number))})
            exec {string.Join(' ', program.Select(Quoted))} study shard {Quoted(run.Folder)} $shards --workers {cores}

            """.Replace("\r\n", "\n", StringComparison.Ordinal), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return number;
    }

    /// <summary>Script of an array.</summary>
    public string Script(int number) => Path.Combine(Place(number), "task.sh");

    /// <summary>Where the tasks of an array print to, as <c>sbatch</c> names it.</summary>
    public string LogPattern(int number) => Path.Combine(Place(number), "%a.log");

    /// <summary>What the last task that had a shard printed last; empty for nothing.</summary>
    public string LastLineOf(int shard)
    {
        int last = 1;
        while (Directory.Exists(Place(last + 1))) last++;
        for (int number = last; number > 0; number--)
        {
            int task = Array.FindIndex(Tasks(number), some => some.Contains(shard));
            string path = Path.Combine(Place(number), task.ToString(CultureInfo.InvariantCulture) + ".log");
            if (task >= 0 && File.Exists(path))
                return File.ReadLines(path).LastOrDefault(line => line.Trim().Length > 0) ?? "";
        }
        return "";
    }

    /// <summary>Shards of a task of an array of this folder; empty where there is none.</summary>
    public IReadOnlyList<int> ShardsOf(int number, int task) => task < Tasks(number).Length ? Tasks(number)[task] : [];

    private int[][] Tasks(int number)
    {
        if (known.TryGetValue(number, out int[][]? tasks)) return tasks;
        if (!File.Exists(TaskFile(number))) return [];
        return known[number] = [.. File.ReadLines(TaskFile(number)).Select(line => line
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray())];
    }

    private static string RootOf(StudyRunFolder run) => Path.Combine(run.Folder, "slurm");

    private string Place(int number) => Path.Combine(Root, number.ToString(CultureInfo.InvariantCulture));

    private string TaskFile(int number) => Path.Combine(Place(number), "tasks.txt");

    private static string Quoted(string word) => "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
