using System.Security.Cryptography;
using System.Text;

namespace Azygos.Cli.Soak;

/// <summary>The same bits on one thread and two, with AVX-512, with AVX2, without vectors, and however the compiler
/// goes about it.</summary>
internal static class BitsSoak
{
    /// <summary>Name of the part.</summary>
    public const string Part = "bits";

    private static readonly (string Name, string Variable, string Value)[] s_machines =
    [
        ("as it is", "DOTNET_PROCESSOR_COUNT", "2"), ("one thread", "DOTNET_PROCESSOR_COUNT", "1"),
        ("no AVX-512", "DOTNET_EnableAVX512F", "0"), ("no AVX2", "DOTNET_EnableAVX2", "0"),
        ("no FMA", "DOTNET_EnableFMA", "0"), ("no vectors", "DOTNET_EnableHWIntrinsic", "0"),
        ("compiled at once", "DOTNET_TieredCompilation", "0"), ("no profile", "DOTNET_TieredPGO", "0"),
    ];

    private const int Quick = 2;

    private const string ShortRun = """
        schema: azygos-case/1
        description: two breaths, the fewest that can be compared
        run: {maximum_beats: 1}

        """;

    /// <summary>Runs every job on every machine.</summary>
    /// <param name="home">Folder of the program.</param>
    /// <param name="all">False: only the two jobs that are over in a second each.</param>
    /// <param name="told">Told of every finding at once.</param>
    /// <param name="enough">Ends the part early.</param>
    public static PartReport Run(string home, bool all, Action<string> told, CancellationToken enough)
    {
        Tally tally = new(Part, told);
        string scratch = Directory.CreateTempSubdirectory("azygos-bits-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(scratch, "short.yaml"), ShortRun);
            foreach ((int job, (string name, string[] arguments)) in Jobs(home).Take(all ? int.MaxValue : Quick).Index())
            {
                string? first = null;
                foreach ((int at, (string machine, string variable, string value)) in s_machines.Index())
                {
                    if (enough.IsCancellationRequested) return tally.Report();
                    string hash = Hash(home, scratch, new() { [variable] = value }, arguments);
                    first ??= hash;
                    if (hash != first) tally.Find(job * s_machines.Length + at, name, $"other bits: {machine}");
                    else tally.Count($"{name}: {hash[..16]}");
                    tally.Over();
                }
            }
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
        return tally.Report();
    }

    private static IEnumerable<(string Name, string[] Arguments)> Jobs(string home) =>
    [
        ("exact waves", ["verify", Path.Combine(home, "benchmarks", "linear-waves", "trifurcation"), "--json"]),
        ("collapse", ["verify", Path.Combine(home, "benchmarks", "riemann", "vein-into-fold"), "--json"]),
        ("lumped body", ["simulate", "healthy-adult-lumped", "--quiet", "--csv", "--out", "run"]),
        ("body with waves", ["simulate", "healthy-adult", "--case", "short.yaml", "--quiet", "--csv", "--out", "run"]),
        ("permutations", ["evidence", "claim", "association", "--json"]),
    ];

    private static string Hash(string home, string scratch, Dictionary<string, string> environment, string[] arguments)
    {
        string run = Path.Combine(scratch, "run");
        (int code, string output, string error) = Child.Run(home, scratch, environment, arguments);
        bool hasRun = Directory.Exists(run);
        if (!hasRun && output.Length == 0)
            throw new InvalidOperationException($"{arguments[0]} ends with {code}: {error}");
        byte[] bytes = hasRun ? File.ReadAllBytes(Path.Combine(run, "waves.csv")) : Encoding.UTF8.GetBytes(output);
        if (hasRun) Directory.Delete(run, recursive: true);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
