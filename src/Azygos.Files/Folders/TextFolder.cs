using System.Text;
using Azygos.Files.Faults;

namespace Azygos.Files.Folders;

/// <summary>A folder of texts that a command makes: pages, figures, feeds.</summary>
/// <remarks>Made again, it takes the place of the folder of an earlier run; a folder with anything else in it is left
/// alone.</remarks>
public static class TextFolder
{
    /// <summary>Adds a fault when something else than an earlier run's files is at the place.</summary>
    /// <param name="folder">The folder to be written.</param>
    /// <param name="names">Names of the files that will be written, with forward slashes.</param>
    /// <param name="option">Option that named it, for the fault.</param>
    /// <param name="faults">Where faults go.</param>
    public static void CheckFree(string folder, IEnumerable<string> names, string option, FaultList faults)
    {
        try
        {
            if (File.Exists(folder))
            {
                faults.Add(option, null, "", "", $"{folder} is a file; name a folder");
                return;
            }
            if (!Directory.Exists(folder)) return;
            HashSet<string> ours = [.. names];
            string? other = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal).FirstOrDefault(name => !ours.Contains(name));
            if (other is not null)
                faults.Add(option, null, "", "",
                    $"{folder} holds {other}, which this command did not write; name a new folder, or remove it");
        }
        catch (Exception fault) when (WholeFolder.IsOfTheFileSystem(fault))
        {
            faults.Add(option, null, "", "", $"{folder} cannot be used: {fault.Message}");
        }
    }

    /// <summary>Writes the folder, UTF-8.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="files">Texts by name, with forward slashes.</param>
    /// <param name="option">Option that named the folder, for a fault.</param>
    /// <param name="cancellation">Ends the writing and leaves nothing.</param>
    /// <exception cref="InputRefusedException">The folder cannot be written, or holds something else; nothing was
    /// written.</exception>
    public static async Task WriteAsync(
        string folder, IReadOnlyDictionary<string, string> files, string option, CancellationToken cancellation)
    {
        FaultList faults = new();
        CheckFree(folder, files.Keys, option, faults);
        faults.ThrowIfAny();
        await WholeFolder.WriteAsync(folder, replaces: true, async aside =>
        {
            foreach ((string name, string text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                string path = Path.Combine(aside, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(
                    path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellation);
            }
        }, cancellation);
    }
}
