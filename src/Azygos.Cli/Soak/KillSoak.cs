using System.Diagnostics;
using System.Text.Json;

namespace Azygos.Cli.Soak;

/// <summary>The program, killed at any moment (SIGKILL: it gets no chance to tidy up): its folder is there whole, or
/// not at all.</summary>
internal static class KillSoak
{
    /// <summary>Name of the part.</summary>
    public const string Part = "kills";

    // Half of the kills fall into the last part of a run, where it writes; chosen.
    private const double Writing = 0.7;

    private static readonly Dictionary<string, string> s_plain = [];

    /// <summary>Starts runs and kills them.</summary>
    /// <param name="home">Folder of the program.</param>
    /// <param name="plan">How much.</param>
    /// <param name="told">Told of every finding at once.</param>
    public static PartReport Run(string home, Plan plan, Action<string> told)
    {
        Tally tally = new(Part, told);
        string scratch = Directory.CreateTempSubdirectory("azygos-kill-").FullName;
        try
        {
            Job[] jobs = [.. Jobs(home).Select(arguments => Job.Measured(home, scratch, arguments))];
            long end = plan.From + plan.Count;
            for (long index = plan.From; index < end && !plan.Enough.IsCancellationRequested; index++)
                One(home, scratch, new Draws(plan.Seed, Part, index), jobs, index, tally);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
        return tally.Report();
    }

    private static IEnumerable<string[]> Jobs(string home) =>
    [
        ["simulate", "healthy-adult-lumped", "--quiet", "--csv", "--out"],
        ["simulate", Path.Combine(home, "benchmarks", "svzerod", "steady-tree", "model.json"), "--quiet", "--out"],
        ["evidence", "report", "--out"],
    ];

    private static void One(string home, string scratch, Draws draws, Job[] jobs, long index, Tally tally)
    {
        Job job = draws.One(jobs);
        double whole = job.Seconds.TotalMilliseconds;
        double after = draws.Chance(0.5) ? draws.Between(0, whole) : draws.Between(Writing * whole, 1.1 * whole);
        string folder = Path.Combine(scratch, $"run-{index}"), what = $"{job.Arguments[0]}, killed after {after:F0} ms";
        using (Process process = Child.Start(home, scratch, s_plain, [.. job.Arguments, folder]))
        {
            if (process.WaitForExit((int)after)) tally.Count("was done before");
            else
            {
                process.Kill();
                process.WaitForExit();
            }
        }
        if (!Directory.Exists(folder)) tally.Count("no folder");
        else if (job.WrongWith(folder) is { } wrong) tally.Find(index, what, wrong);
        else tally.Count("whole folder");
        tally.Count("left beside, hidden", Directory.EnumerateDirectories(scratch, ".*").Count());
        foreach (string left in Directory.EnumerateDirectories(scratch)) Directory.Delete(left, recursive: true);
        tally.Over();
    }

    /// <summary>A command with the files that it leaves and the time it takes.</summary>
    private sealed record Job(string[] Arguments, TimeSpan Seconds, IReadOnlyDictionary<string, long> Files)
    {
        public static Job Measured(string home, string scratch, string[] arguments)
        {
            string folder = Path.Combine(scratch, "measured");
            Child.Run(home, scratch, s_plain, [.. arguments, folder]);   // the first one waits for the disk
            Directory.Delete(folder, recursive: true);
            Stopwatch watch = Stopwatch.StartNew();
            (int code, _, string error) = Child.Run(home, scratch, s_plain, [.. arguments, folder]);
            TimeSpan took = watch.Elapsed;
            if (code != ExitCode.Finished)
                throw new InvalidOperationException($"{arguments[0]} ends with {code}: {error}");
            Dictionary<string, long> files = Sizes(folder);
            Directory.Delete(folder, recursive: true);
            return new Job(arguments, took, files);
        }

        /// <summary>What a folder lacks of a whole one; null where it lacks nothing.</summary>
        public string? WrongWith(string folder)
        {
            Dictionary<string, long> found = Sizes(folder);
            if (Files.Keys.Except(found.Keys).FirstOrDefault() is { } lacks) return $"the folder lacks {lacks}";
            // Numbers of a run are the same; its wall time and version may have another length.
            foreach ((string name, long length) in Files)
                if (Math.Abs(found[name] - length) > 64) return $"{name} has {found[name]} bytes, not {length}";
            foreach (string json in Directory.EnumerateFiles(folder, "*.json"))
                if (!IsJson(json)) return $"{Path.GetFileName(json)} is no JSON";
            return null;
        }

        private static bool IsJson(string path)
        {
            try
            {
                using JsonDocument _ = JsonDocument.Parse(File.ReadAllBytes(path));
                return true;
            }
            catch (JsonException)
            {
                return false;   // what is looked for
            }
        }

        private static Dictionary<string, long> Sizes(string folder) =>
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .ToDictionary(path => Path.GetRelativePath(folder, path), path => new FileInfo(path).Length);
    }
}
