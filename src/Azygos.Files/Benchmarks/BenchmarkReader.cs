using Azygos.Circulation.Verification;
using Azygos.Files.EvidenceCases;
using Azygos.Files.Faults;

namespace Azygos.Files.Benchmarks;

/// <summary>Reads verification cases: a folder with <c>case.json</c> and its tables, strictly.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public static class BenchmarkReader
{
    private const string CaseFileName = "case.json";

    /// <summary>Every case at or below a folder, by name; those with faults are left out.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="named">The folder as faults name it.</param>
    /// <param name="faults">Where faults go, all of them.</param>
    public static IReadOnlyList<VerificationCase> ReadAll(string root, string named, FaultList faults)
    {
        if (!Directory.Exists(root))
        {
            faults.Add(named, null, "", "", "is not a folder");
            return [];
        }
        EnumerationOptions everything = new()
        { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        string[] files = [.. Directory.GetFiles(root, CaseFileName, everything).Order(StringComparer.Ordinal)];
        if (files.Length == 0 && EvidenceCaseReader.FilesBelow(root).Count == 0)
            faults.Add(named, null, "", "",
                $"has no {CaseFileName} and no file of {EvidenceCaseReader.Schema} in it or below it");
        List<VerificationCase> cases = [];
        foreach (string file in files)
        {
            string folder = Path.GetDirectoryName(file)!, below = Path.GetRelativePath(root, folder).Replace('\\', '/');
            string shown = below == "." ? named : $"{named.TrimEnd('/')}/{below}";
            if (Read(folder, shown, below, faults) is { } read) cases.Add(read);
        }
        return [.. cases.OrderBy(@case => @case.Name, StringComparer.Ordinal)];
    }

    private static VerificationCase? Read(string folder, string shown, string below, FaultList faults)
    {
        CaseFolder place = new(folder, shown, faults);
        int before = faults.Count;
        byte[] bytes = File.ReadAllBytes(Path.Combine(folder, CaseFileName));
        PlacedValue? root = PlacedValue.Read(bytes, place.CaseFile, faults);
        if (root is null || faults.Count > before) return null;
        if (new CaseDocument(root, place).Read(below) is not { } read || faults.Count > before) return null;
        return faults.Count > before ? null : read;
    }
}
