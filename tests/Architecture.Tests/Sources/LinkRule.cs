using System.Text.RegularExpressions;

namespace Architecture.Tests.Sources;

/// <summary>A link of a page to another file, and a page that a comment of the code names, are there.</summary>
public static partial class LinkRule
{
    public static IEnumerable<string> Faults(IEnumerable<SourceText> texts, Func<string, bool> exists) =>
        from text in texts
        where text.Path.EndsWith(".md", StringComparison.Ordinal)
        from line in text.Lines.Index()
        from Match link in Link().Matches(line.Item)
        let target = link.Groups[1].Value
        where !exists(Resolve(text.Path, target))
        select $"{text.Path}:{line.Index + 1}: no {target}";

    public static IEnumerable<string> Mentions(IEnumerable<SourceText> texts, Func<string, bool> exists) =>
        from text in texts
        where text.Path.StartsWith("src/", StringComparison.Ordinal)
            && text.Path.EndsWith(".cs", StringComparison.Ordinal)
        from line in text.Lines.Index()
        from Match mention in Mention().Matches(line.Item)
        where !exists(mention.Groups[1].Value)
        select $"{text.Path}:{line.Index + 1}: no {mention.Groups[1].Value}";

    private static string Resolve(string page, string target)
    {
        string folder = Path.GetDirectoryName(page) ?? "";
        return Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", folder, target))).Replace('\\', '/');
    }

    /// <summary>
    /// The target of a Markdown link up to its anchor; not an address on the web, nor an anchor of the page itself.
    /// </summary>
    [GeneratedRegex(@"\]\((?![a-z]+:)([^)#\s]+)[^)]*\)")]
    private static partial Regex Link();

    /// <summary>A path from the root, with an extension, somewhere in a comment.</summary>
    [GeneratedRegex(@"//.*?\b((?:docs|schemas|models|data)/[\w./-]*\w\.[a-z]+)\b")]
    private static partial Regex Mention();
}
