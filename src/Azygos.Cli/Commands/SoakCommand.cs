using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using Azygos.Cli.Screen;
using Azygos.Cli.Soak;
using Azygos.Files.Faults;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos soak</c>: abuse of the program itself, to find what it must never do; its log is kept.</summary>
internal sealed class SoakCommand
{
    // A full soak spoils 100,000 inputs, steps 10,000 networks and 100 bodies, beats 10,000 times, kills 100 runs.
    private const int FullCount = 100_000;

    private static readonly string[] s_parts =
        [ReaderSoak.Part, NetworkSoak.Part, BodySoak.Part, DriftSoak.Part, KillSoak.Part, BitsSoak.Part];

    private readonly Door door;

    private readonly Argument<string[]> parts = new("PART")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = $"Parts to run: {string.Join(", ", s_parts)}. Default: all.",
    };

    private readonly Option<int> count = new("--count")
    {
        DefaultValueFactory = _ => FullCount,
        Description = "Spoilt inputs; the other counts go with it: a tenth as many networks and beats, a thousandth as "
            + "many bodies and kills.",
    };

    private readonly Option<double?> minutes = new("--minutes")
    {
        Description = "Ends each part after its share of so many minutes; what ran is told.",
    };

    private readonly Option<int> seed = new("--seed")
    {
        DefaultValueFactory = _ => 1,
        Description = "Seed; the same seed and index give the same input again.",
    };

    private readonly Option<long> from = new("--from") { Description = "First index, to look at a finding again." };

    private readonly Option<int> threads = new("--threads")
    {
        DefaultValueFactory = _ => Environment.ProcessorCount,
        Description = "Threads.",
    };

    private readonly Option<string?> output = new("--out")
    {
        HelpName = "LOG",
        Description = "Also write the log here.",
    };

    private SoakCommand(Door door) => this.door = door;

    public static Command Create(Door door)
    {
        SoakCommand soak = new(door);
        CommandWithExamples command = new("soak",
            "Abuse the program: spoilt inputs for every reader, random networks and bodies, beats without end, kills, "
            + "other machines. Exit 0: nothing that must not happen did; 3: something did.",
            ("azygos soak --count 1000", "a slice of a hundredth, a minute or two"),
            ("azygos soak --out soak.log", "all of it, hours"),
            ("azygos soak readers --from 4711 --count 1", "one input again"))
        {
            soak.parts, soak.count, soak.minutes, soak.seed, soak.from, soak.threads, soak.output,
        };
        command.SetAction((parsed, cancellation) => Task.Run(() => soak.Run(parsed, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        FaultList faults = new();
        string[] asked = parsed.GetValue(parts) is { Length: > 0 } named ? named : s_parts;
        foreach (string unknown in asked.Except(s_parts))
            faults.Add("PART", null, "", "",
                $"'{unknown}' is not one of {string.Join(", ", s_parts)}{Nearest.Suggestion(unknown, s_parts)}");
        int inputs = parsed.GetValue(count), cores = parsed.GetValue(threads);
        if (inputs < 1) faults.Add("--count", null, "", "", "must be at least 1");
        if (cores is < 1 or > 1024) faults.Add("--threads", null, "", "", "must be from 1 to 1024");
        if (parsed.GetValue(minutes) is not (null or (> 0 and < 1e5)))
            faults.Add("--minutes", null, "", "", "must be above 0 and below 100000");
        faults.ThrowIfAny();
        using StreamWriter? log = parsed.GetValue(output) is { } file
            ? new StreamWriter(door.Absolute(file)) { AutoFlush = true } : null;
        Tell(log, $"azygos {Door.Version} soak, seed {parsed.GetValue(seed)}, {Environment.ProcessorCount} processors, "
            + $"{RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.FrameworkDescription}");
        int findings = 0;
        foreach (string part in s_parts.Where(asked.Contains))
        {
            using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            if (parsed.GetValue(minutes) is { } left) enough.CancelAfter(TimeSpan.FromMinutes(left / asked.Length));
            long start = door.Clock.GetTimestamp();
            PartReport report = Do(part, inputs, new Plan
            {
                Seed = parsed.GetValue(seed),
                From = parsed.GetValue(from),
                Count = 1,
                Threads = cores,
                Enough = enough.Token,
            }, line => Tell(log, line));
            cancellation.ThrowIfCancellationRequested();
            findings += report.Findings.Count;
            double seconds = door.Clock.GetElapsedTime(start).TotalSeconds;
            Tell(log, string.Create(CultureInfo.InvariantCulture,
                $"{part}: {report.Done} done, {report.Findings.Count} found, {seconds:F0} s"));
            foreach ((string word, long number) in report.Counts)
                Tell(log, string.Create(CultureInfo.InvariantCulture, $"  {word}: {number}"));
        }
        Tell(log, findings == 0 ? "Nothing found." : $"{findings} found.");
        return findings == 0 ? ExitCode.Finished : ExitCode.Missed;
    }

    private PartReport Do(string part, int inputs, Plan one, Action<string> told)
    {
        Plan Share(int of) => one with { Count = Math.Max(1, inputs / of) };
        return part switch
        {
            ReaderSoak.Part => ReaderSoak.Run(door.Home, Share(1), told),
            NetworkSoak.Part => NetworkSoak.Run(Share(10), told),
            BodySoak.Part => BodySoak.Run(door.Home, Share(1000), told),
            DriftSoak.Part => DriftSoak.Run(Share(10), told),
            KillSoak.Part => KillSoak.Run(door.Home, Share(1000), told),
            _ => BitsSoak.Run(door.Home, inputs >= FullCount, told, one.Enough),
        };
    }

    private void Tell(StreamWriter? log, string line)
    {
        lock (door)
        {
            door.Out.WriteLine(line);
            log?.WriteLine(line);
        }
    }
}
