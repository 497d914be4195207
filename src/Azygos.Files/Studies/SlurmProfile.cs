using System.Text.RegularExpressions;
using Azygos.Files.Faults;
using Azygos.Files.Yaml;

namespace Azygos.Files.Studies;

/// <summary>What a Slurm cluster is asked for, in the words of its <c>sbatch</c>; null: the cluster's own
/// default.</summary>
public sealed partial record SlurmProfile
{
    /// <summary>Schema word of a profile file.</summary>
    public const string Schema = "azygos-slurm/1";

    /// <summary>Most tasks of one array; chosen below the 1001 that Slurm allows where nobody changed it.</summary>
    public const int MostTasks = 1000;

    private static readonly (string Key, string Needed, Func<string, bool> Allows)[] Rules =
    [
        ("partition", "letters, digits and -_.,", text => Name().IsMatch(text)),
        ("account", "letters, digits and -_.,", text => Name().IsMatch(text)),
        ("time", "minutes, hours:minutes:seconds, or days-hours", text => Duration().IsMatch(text)),
        ("memory", "a whole number with K, M, G or T behind it", text => Amount().IsMatch(text)),
        ("cores", "from 1 to 1024", text => int.TryParse(text, out int cores) && cores is >= 1 and <= 1024),
        ("tasks", "from 1 to 1000", text => int.TryParse(text, out int tasks) && tasks is >= 1 and <= MostTasks),
    ];

    private readonly IReadOnlyDictionary<string, string> given;

    private SlurmProfile(IReadOnlyDictionary<string, string> given) => this.given = given;

    /// <summary>A profile that asks for nothing but the cluster's defaults.</summary>
    public static SlurmProfile Plain { get; } = new(new Dictionary<string, string>());

    /// <summary>Keys of a profile, which are the names of the options too.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. Rules.Select(rule => rule.Key)];

    /// <summary>Cores of a task; it makes so many shards at the same time.</summary>
    public int Cores => int.Parse(given.GetValueOrDefault("cores", "1"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Most tasks of an array; shards are shared out among them.</summary>
    public int Tasks => int.Parse(
        given.GetValueOrDefault("tasks", $"{MostTasks}"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Words for <c>sbatch</c>.</summary>
    public IReadOnlyList<string> Arguments =>
    [
        .. Rules.Where(rule => rule.Key is "partition" or "account" or "time" && given.ContainsKey(rule.Key))
            .Select(rule => $"--{rule.Key}={given[rule.Key]}"),
        .. given.TryGetValue("memory", out string? memory) ? (string[])[$"--mem={memory}"] : [],
        $"--cpus-per-task={Cores}",
    ];

    /// <summary>The profile with a value of one of its <see cref="Keys"/>; itself with a fault where it is none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="file">File, or option, for faults.</param>
    /// <param name="line">Line of the file; null for an option.</param>
    /// <param name="faults">Where faults go.</param>
    public SlurmProfile With(string key, string value, string file, int? line, FaultList faults)
    {
        (string Key, string Needed, Func<string, bool> Allows) rule = Rules.FirstOrDefault(one => one.Key == key);
        if (rule.Key is null)
            faults.Add(file, line, key, "", "is not a key of a Slurm profile" + Nearest.Suggestion(key, Keys));
        else if (!rule.Allows(value))
            faults.Add(file, line, line is null ? "" : key, line is null ? "" : value,
                $"{(line is null ? $"'{value}' " : "")}is not one for Slurm; allowed: {rule.Needed}");
        else return new SlurmProfile(new Dictionary<string, string>(given) { [key] = value });
        return this;
    }

    /// <summary>Reads a profile file: a line <c>schema: azygos-slurm/1</c>, and keys with values.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">Its name for faults.</param>
    /// <param name="faults">Where faults go.</param>
    public static SlurmProfile Read(string path, string shown, FaultList faults)
    {
        SlurmProfile profile = Plain;
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(shown, null, "", "", $"cannot be read: {fault.Message}");
            return profile;
        }
        if (YamlReader.Read(bytes, shown, faults) is not { } root) return profile;
        if (root.Entries.All(entry => entry.Key != "schema"))
            faults.Add(shown, null, "schema", "", $"this key is missing; write schema: {Schema}");
        foreach (YamlEntry entry in root.Entries)
        {
            if (entry.Value is not YamlScalar { Text: var text })
                faults.Add(shown, entry.Line, entry.Key, "", $"needs one value, not {entry.Value.Words}");
            else if (entry.Key != "schema") profile = profile.With(entry.Key, text, shown, entry.Line, faults);
            else if (text != Schema)
                faults.Add(shown, entry.Line, "schema", text, $"is not a schema that this version reads; it reads {Schema}");
        }
        return profile;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_.,-]{1,100}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\A(\d{1,4}-)?\d{1,5}(:\d{1,2}){0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\A[1-9]\d{0,8}[KMGT]?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
