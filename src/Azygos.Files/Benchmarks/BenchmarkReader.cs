using Azygos.Circulation.Verification;
using Azygos.Files.Faults;

namespace Azygos.Files.Benchmarks;

/// <summary>Reads verification cases: a folder with <c>case.json</c> and its tables, strictly.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public static class BenchmarkReader
{
    private const string CaseFileName = "case.json";

    /// <summary>Every case at or below a folder, by name; those with faults are left out.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="faults">Where faults go, all of them.</param>
    public static IReadOnlyList<VerificationCase> ReadAll(string root, FaultList faults)
    {
        if (!Directory.Exists(root))
        {
            faults.Add(root, null, "", "", "is not a folder");
            return [];
        }
        EnumerationOptions everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        string[] files = [.. Directory.GetFiles(root, CaseFileName, everything).Order(StringComparer.Ordinal)];
        if (files.Length == 0) faults.Add(root, null, "", "", $"has no {CaseFileName} in it or below it");
        List<VerificationCase> cases = [];
        foreach (string file in files)
        {
            string folder = Path.GetDirectoryName(file)!, below = Path.GetRelativePath(root, folder).Replace('\\', '/');
            if (Read(folder, below, faults) is { } read) cases.Add(read);
        }
        return [.. cases.OrderBy(@case => @case.Name, StringComparer.Ordinal)];
    }

    /// <summary>One case, or null with faults.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="below">Path of the folder below the folder that was asked for; <c>.</c> for itself.</param>
    /// <param name="faults">Where faults go.</param>
    public static VerificationCase? Read(string folder, string below, FaultList faults)
    {
        CaseFolder place = new(folder, folder.Replace('\\', '/'), faults);
        int before = faults.Count;
        PlacedValue? root = PlacedValue.Read(File.ReadAllBytes(Path.Combine(folder, CaseFileName)), place.CaseFile, faults);
        if (root is null || faults.Count > before) return null;
        if (new CaseDocument(root, place).Read(below) is not { } read || faults.Count > before) return null;
        return faults.Count > before ? null : read;
    }
}
