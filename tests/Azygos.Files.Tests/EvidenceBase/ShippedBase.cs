using System.Text;
using Azygos.Files.EvidenceBase;
using Azygos.Files.Faults;

namespace Azygos.Files.Tests.EvidenceBase;

/// <summary>The shipped evidence base, whole or with cells replaced.</summary>
internal static class ShippedBase
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "evidence");

    private static readonly Lazy<EvidenceFolder> Once = new(() => EvidenceReader.Read(Folder));

    /// <summary>The base as shipped.</summary>
    public static EvidenceFolder Read => Once.Value;

    /// <summary>Texts of the tables by file name.</summary>
    public static Dictionary<string, string> Texts() => EvidenceTables.All.ToDictionary(
        table => table.File, table => File.ReadAllText(Path.Combine(Folder, table.File)));

    /// <summary>The base with its tables edited, and all faults.</summary>
    public static (EvidenceFolder? Read, string[] Faults) With(Action<Dictionary<string, string>> edit)
    {
        Dictionary<string, string> texts = Texts();
        edit(texts);
        FaultList faults = new();
        EvidenceFolder? read = EvidenceReader.Read(
            "base", texts.ToDictionary(text => text.Key, text => Encoding.UTF8.GetBytes(text.Value)), faults);
        return (read, [.. faults.Found.Select(fault => fault.ToString().Replace('\\', '/'))]);
    }

    /// <summary>One text of a table replaced; it must be there exactly once.</summary>
    public static Action<Dictionary<string, string>> Replaced(string file, string old, string text) => texts =>
    {
        Assert.Equal(2, texts[file].Split(old).Length);
        texts[file] = texts[file].Replace(old, text, StringComparison.Ordinal);
    };
}
