using System.Text;
using Azygos.Files.Faults;

namespace Azygos.Files.EvidenceCases;

/// <summary>Writes pages of validation into a folder; a page of another origin is never overwritten.</summary>
public static class ValidationFolder
{
    /// <summary>Says what speaks against writing into a folder; asked before anything runs.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="shown">Its name for faults.</param>
    /// <param name="faults">Where faults go.</param>
    public static void Check(string folder, string shown, FaultList faults)
    {
        if (File.Exists(folder)) faults.Add("--pages", null, "", "", $"{shown} is a file");
        if (!Directory.Exists(folder)) return;
        foreach (string page in Directory.GetFiles(folder, "*.md").Where(page => !File.ReadLines(page)
            .FirstOrDefault("").StartsWith(ValidationPages.Mark, StringComparison.Ordinal)))
            faults.Add("--pages", null, "", "",
                $"{shown} holds {Path.GetFileName(page)}, which azygos did not write; name another folder");
    }

    /// <summary>Writes the pages.</summary>
    /// <param name="folder">The folder; made where it is not there.</param>
    /// <param name="pages">File names and texts.</param>
    public static void Write(string folder, IReadOnlyList<(string File, string Text)> pages)
    {
        Directory.CreateDirectory(folder);
        foreach ((string file, string text) in pages)
            File.WriteAllText(Path.Combine(folder, file), text, new UTF8Encoding(false));
    }
}
