using Azygos.Files.Faults;

namespace Azygos.Cli.Soak;

/// <summary>Files that a reader reads without a fault.</summary>
/// <param name="Name">Where they come from.</param>
/// <param name="Files">Contents by path, with forward slashes.</param>
internal sealed record Specimen(string Name, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>The files of a folder, folders followed.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="accepts">Which files, by path with forward slashes.</param>
    public static Specimen Of(string folder, Func<string, bool> accepts) => new(Path.GetFileName(folder),
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => accepts(file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToDictionary(file => file.Name, file => File.ReadAllBytes(file.Path)));
}

/// <summary>A reader of the program, with what it reads.</summary>
/// <param name="Name">What it reads.</param>
/// <param name="Specimens">Valid inputs.</param>
/// <param name="Read">Reads a specimen that lies in a folder, the second argument the file that may be spoilt; what is
/// wrong goes to the faults.</param>
internal sealed record Reader(string Name, IReadOnlyList<Specimen> Specimens, Action<string, string, FaultList> Read);
