using System.Text;
using Azygos.Body.Model;
using Azygos.Files.Benchmarks;
using Azygos.Files.Cases;
using Azygos.Files.EvidenceBase;
using Azygos.Files.EvidenceCases;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;
using Azygos.Files.Overrides;
using Azygos.Files.SvZeroD;

namespace Azygos.Cli.Soak;

/// <summary>Every reader of the program, with the valid inputs that lie beside it.</summary>
/// <remarks>Tables of studies and command lines go through the whole command, so that what is computed from them is
/// under abuse too; nothing is simulated.</remarks>
internal static class Readers
{
    private const string CaseFile = "case.yaml", Lines = "lines.txt", Table = "table.csv", Model = "model.json";

    /// <summary>The readers.</summary>
    /// <param name="home">Folder that holds models, cases, benchmarks and the evidence base.</param>
    /// <param name="scratch">An empty folder that commands may stand in.</param>
    public static IReadOnlyList<Reader> Of(string home, string scratch)
    {
        string[] models =
            [.. Directory.EnumerateDirectories(Path.Combine(home, "models")).Order(StringComparer.Ordinal)];
        string[] cases = [.. Directory.EnumerateFiles(Path.Combine(home, "benchmarks"), "case.json",
            SearchOption.AllDirectories).Select(file => Path.GetDirectoryName(file)!).Order(StringComparer.Ordinal)];
        BodyModel model = ModelReader.Read(models.Single(folder => Path.GetFileName(folder) == "healthy-adult-lumped"));
        File.Copy(Path.Combine(home, "benchmarks", "svzerod", "steady-tree", Model), Path.Combine(scratch, Model));
        Door door = new()
        {
            Out = TextWriter.Null,
            Error = TextWriter.Null,
            Directory = scratch,
            Home = home,
            Simulate = (_, _, _, _) => throw new OperationCanceledException(),
            Report = _ => "",
        };
        return
        [
            new("model", [.. models.Select(folder => Specimen.Of(folder, IsModelFile))],
                (folder, _, faults) => ModelReader.Read(folder, faults)),
            new("case", [.. Cases(home)], (folder, _, faults) =>
            {
                if (CaseReader.Read(Path.Combine(folder, CaseFile), faults) is { } read)
                    PreparedRun.Prepare(model, read, null, [], faults);
            }),
            new("numbers set", [Text(Lines, Numbers)], (folder, _, faults) =>
            {
                List<Override> set =
                    [.. LinesOf(folder).Select(line => Override.Parse(line, faults)).OfType<Override>()];
                PreparedRun.Prepare(model, null, null, set, faults);
            }),
            new("verification case", [.. cases.Select(folder => Specimen.Of(folder, name => !Ends(name, ".md")))],
                (folder, _, faults) => BenchmarkReader.ReadAll(folder, "case", faults)),
            new("block model", [.. cases.Select(folder => Path.Combine(folder, Model)).Where(File.Exists)
                .Select(file => Bytes(file, Model, File.ReadAllBytes(file)))],
                (folder, _, faults) => SvZeroDReader.ReadFile(Path.Combine(folder, Model), Model, faults)),
            new("evidence case", [Specimen.Of(Path.Combine(home, "benchmarks", "evidence"),
                name => Ends(name, ".json") || Ends(name, ".csv"))],
                (folder, _, faults) => EvidenceCaseReader.ReadAll(folder, "cases", faults)),
            new("evidence base", [Specimen.Of(Path.Combine(home, "evidence"), name => Ends(name, ".csv"))],
                (folder, _, faults) => EvidenceReader.Read(folder, faults)),
            new("study table", [Text(Table, Trials)], (folder, file, faults) =>
            {
                Command(door, faults, "evidence", "pool", file, "--json");
                Command(door, faults, "evidence", "regress", file, "--mods", "latitude", "--json");
                Command(door, faults, "evidence", "bias", file, "--json");
            }),
            new("accuracy table", [Text(Table, Accuracy)],
                (_, file, faults) => Command(door, faults, "evidence", "accuracy", file, "--json")),
            new("network table", [Text(Table, Arms)],
                (_, file, faults) => Command(door, faults, "evidence", "network", file, "--json")),
            new("command line", [.. CommandLines.Select(line => Text(Lines, line))],
                (folder, _, faults) => Command(door, faults, [.. LinesOf(folder)])),
        ];
    }

    private static bool IsModelFile(string name) => Ends(name, ".csv") || Ends(name, ".yaml");

    private static bool Ends(string name, string with) => name.EndsWith(with, StringComparison.Ordinal);

    private static IEnumerable<Specimen> Cases(string home) =>
        Directory.EnumerateFiles(Path.Combine(home, "cases"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => Bytes(file, CaseFile, File.ReadAllBytes(file))).Append(Text(CaseFile, """
                schema: azygos-case/1
                description: >-
                  Folded
                  text
                posture: -12 deg
                heart: {rate_per_min: 80}
                set:
                  blood.volume_mL: 4.5 L
                recording: {sites: [azygos, "svc"], sample_interval_s: 10 ms}
                run: {time_step_s: 2 ms, maximum_beats: 40}
                """));

    private static Specimen Text(string file, string text) => Bytes(file, file, Encoding.UTF8.GetBytes(text + "\n"));

    private static Specimen Bytes(string from, string file, byte[] bytes) =>
        new(Path.GetFileName(from), new Dictionary<string, byte[]> { [file] = bytes });

    private static IEnumerable<string> LinesOf(string folder) => File.ReadAllText(Path.Combine(folder, Lines))
        .Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0);

    private static void Command(Door door, FaultList faults, params string[] arguments)
    {
        using StringWriter told = new();
        int code = AzygosTool.RunAsync(arguments, door with { Error = told }).GetAwaiter().GetResult();
        string text = told.ToString();
        if (text.Contains("azygos failed:", StringComparison.Ordinal)) throw new InvalidOperationException(text);
        if (code == ExitCode.Refused && text.Length == 0)
            throw new InvalidOperationException($"'{string.Join(' ', arguments)}' is refused without a word");
        if (code == ExitCode.Refused) faults.Add("command", null, "", "", text);
    }

    private const string Numbers = """
        heart.rate_per_min=80
        blood.volume=4.5 L
        vessels.ijv_right_j2.rest_area_cm2=0.2
        """;

    private const string Trials = """
        study,latitude,events_1,n_1,events_2,n_2
        Aronson 1948,44,4,123,11,139
        Ferguson and Simes 1949,55,6,306,29,303
        Rosenthal 1960,42,3,231,11,220
        Hart and Sutherland 1977,52,62,13598,248,12867
        """;

    private const string Accuracy = """
        study,tp,fn,fp,tn
        A,19,3,2,40
        B,30,10,5,60
        C,12,1,0,25
        D,44,9,12,80
        """;

    private const string Arms = """
        study,treatment,events,n
        One,A,10,100
        One,B,14,98
        Two,A,5,60
        Two,C,9,61
        Three,B,20,150
        Three,C,31,149
        """;

    private static readonly string[] CommandLines =
    [
        "simulate\nhealthy-adult-lumped\n--posture\nupright\n--set\nheart.rate=90\n--out\nupright",
        "simulate\n--case\nhead-down\n--json\n--quiet", "show\nhealthy-adult\n--detail\ncore", "models",
        "sites\nhealthy-adult", "evidence\nlist", "import\nmodel.json",
        "--version", "simulate\n--help",
    ];
}
