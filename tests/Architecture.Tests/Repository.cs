using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>A text file of the repository: its path from the root, with forward slashes, and its lines.</summary>
public sealed record SourceText(string Path, IReadOnlyList<string> Lines)
{
    public static SourceText Of(string path, params string[] lines) => new(path, lines);
}

/// <summary>The checkout that these tests were built from.</summary>
public static class Repository
{
    private static readonly string[] TextExtensions =
    [
        ".cs", ".csproj", ".props", ".slnx", ".md", ".csv", ".yaml", ".yml", ".json", ".cff", ".css", ".js", ".ts",
        ".html", ".svg", ".svelte", ".sh", ".py",
    ];

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Every text file of the tree, generated and ignored folders left out.</summary>
    public static IReadOnlyList<SourceText> Texts { get; } =
    [
        .. Files(Root).Where(IsText).Order(StringComparer.Ordinal)
            .Select(path => new SourceText(Relative(path), File.ReadAllLines(path))),
    ];

    /// <summary>The project files below a folder of the root, such as <c>src</c>.</summary>
    public static IEnumerable<string> Projects(string folder) =>
        Files(Path.Combine(Root, folder)).Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static XDocument Xml(string path) => XDocument.Load(Path.Combine(Root, path));

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Azygos.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"no Azygos.slnx above {start}");
    }

    private static IEnumerable<string> Files(string folder)
    {
        HashSet<string> ignored = [".git", .. IgnoredFolders(File.ReadAllLines(Path.Combine(Root, ".gitignore")))];
        Stack<string> open = new([folder]);
        while (open.TryPop(out string? current))
        {
            foreach (string file in Directory.EnumerateFiles(current))
                yield return file;
            foreach (string child in Directory.EnumerateDirectories(current))
                if (!ignored.Contains(Path.GetFileName(child)))
                    open.Push(child);
        }
    }

    private static IEnumerable<string> IgnoredFolders(IEnumerable<string> lines) =>
        lines.Where(line => line.EndsWith('/')).Select(line => line.Trim('/'));

    private static bool IsText(string path) =>
        TextExtensions.Contains(Path.GetExtension(path)) || Relative(path).StartsWith(".ci/", StringComparison.Ordinal);
}
