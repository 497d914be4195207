using System.Text.RegularExpressions;

namespace Architecture.Tests.Sources;

/// <summary>Rules on the text of the tree: how long a file is, where it lies, what it may not say.</summary>
public static partial class TextRules
{
    /// <summary>Past this a file owes a reason.</summary>
    public const int LongFile = 300;

    /// <summary>Past this a file is split.</summary>
    public const int LongestFile = 600;

    private const string Reason = "Reason for length:";
    private const int LinesForTheReason = 10;
    private static readonly string[] CodeExtensions = [".cs", ".css", ".js", ".ts", ".svelte", ".sh", ".py"];
    private static readonly string[] CodeFolders = ["src", "tests", "benchmarks", "examples"];
    private static readonly string[] VagueFolders =
        ["Helpers", "Utils", "Utilities", "Managers", "Models", "Common", "Misc"];

    public static IEnumerable<string> Lengths(IEnumerable<SourceText> texts)
    {
        foreach (SourceText text in texts.Where(text => CodeExtensions.Contains(Path.GetExtension(text.Path))))
        {
            int length = text.Lines.Count;
            if (length > LongestFile)
                yield return $"{text.Path}: {length} lines, past {LongestFile} a file is split";
            else if (length > LongFile && !text.Lines.Take(LinesForTheReason).Any(GivesReason))
                yield return $"{text.Path}: {length} lines, past {LongFile} its first comment says '{Reason} …'";
        }
    }

    private static bool GivesReason(string line) => line.Contains(Reason, StringComparison.Ordinal);

    public static IEnumerable<string> Folders(IEnumerable<SourceText> texts) =>
        (from text in texts
         let folders = text.Path.Split('/')[..^1]
         where folders.Length > 0 && CodeFolders.Contains(folders[0])
         from folder in folders
         where VagueFolders.Contains(folder, StringComparer.OrdinalIgnoreCase)
         select $"{text.Path}: a folder is a concept of the field, not '{folder}'").Distinct();

    public static IEnumerable<string> Words(IEnumerable<SourceText> texts) =>
        from text in texts
        from line in text.Lines.Index()
        let found = Forbidden().Match(line.Item)
        where found.Success
        select $"{text.Path}:{line.Index + 1}: '{found.Value}'";

    /// <summary>
    /// A path in the code starts at the root of the repository or at a folder that a user names, never above.
    /// </summary>
    public static IEnumerable<string> PathsUpward(IEnumerable<SourceText> texts) =>
        from text in texts
        where text.Path.EndsWith(".cs", StringComparison.Ordinal)
        from line in text.Lines.Index()
        where line.Item.Contains("\".." + "/", StringComparison.Ordinal)
        select $"{text.Path}:{line.Index + 1}: a path that climbs";

    /// <summary>
    /// Promises, and absolute paths of one person's machine; written apart so that this file may pass.
    /// </summary>
    [GeneratedRegex(@"\bTO" + @"DO\b|\bFIX" + @"ME\b|\bHA" + @"CK\b|NotImplemented" + @"Exception"
        + @"|(?<![\w.:/\-])/(home|root|work|Users)/|\b[A-Z]:\\\w")]
    private static partial Regex Forbidden();
}
