using System.CommandLine;
using Azygos.Batch;
using Azygos.Files.Faults;
using Azygos.Files.Studies;

namespace Azygos.Cli.Commands;

/// <summary>What a cluster is asked for: a profile file, and options that go before it.</summary>
internal sealed class SlurmOptions
{
    private static readonly Dictionary<string, string> s_words = new()
    {
        ["partition"] = "Partition of the cluster. Default: the cluster's.",
        ["account"] = "Account that is charged. Default: the cluster's.",
        ["time"] = "Time limit of a task, as sbatch reads it: 30, 2:00:00, 1-12. Default: the partition's.",
        ["memory"] = "Memory of a task: 500M, 4G. Default: the partition's.",
        ["cores"] = "Cores of a task, which makes so many shards at the same time. Default: 1.",
        ["tasks"] = $"Most tasks of an array; shards are shared out among them. Default: {SlurmProfile.MostTasks}.",
    };

    private readonly Option<string?> profile = new("--profile")
    {
        HelpName = "FILE",
        Description = $"Profile file of a cluster, schema {SlurmProfile.Schema}: {string.Join(", ", SlurmProfile.Keys)}.",
    };

    private readonly Option<string?>[] options =
        [.. SlurmProfile.Keys.Select(key => new Option<string?>("--" + key) { Description = "Slurm: " + s_words[key] })];

    private readonly Option<bool> detach = new("--detach")
    {
        Description = "Slurm: submit and return; the folder finds its tasks again.",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(profile);
        foreach (Option<string?> option in options) command.Add(option);
        command.Add(detach);
    }

    /// <summary>What is asked for; null with --on local, where any of them is a fault.</summary>
    public SlurmOrder? Read(Door door, ParseResult parsed, bool isLocal, FaultList faults)
    {
        if (isLocal)
        {
            foreach (Option option in (Option[])[profile, .. options, detach])
                if (parsed.GetResult(option) is { Implicit: false })
                    faults.Add(option.Name, null, "", "", "belongs to --on slurm");
            return null;
        }
        SlurmProfile asked = parsed.GetValue(profile) is { } file
            ? SlurmProfile.Read(door.Absolute(file), file, faults) : SlurmProfile.Plain;
        foreach ((string key, Option<string?> option) in SlurmProfile.Keys.Zip(options))
            if (parsed.GetValue(option) is { } value) asked = asked.With(key, value, option.Name, null, faults);
        bool isOwn = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "azygos";
        return new SlurmOrder
        {
            Program = isOwn ? [Environment.ProcessPath!] : [Environment.ProcessPath!, Path.Combine(door.Home, "azygos.dll")],
            Profile = asked,
            Waits = !parsed.GetValue(detach),
            Call = door.Call,
            Clock = door.Clock,
        };
    }
}
