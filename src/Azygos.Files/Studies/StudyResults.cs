using System.Text;

namespace Azygos.Files.Studies;

/// <summary>Writes what was collected into the folder of a run: each file whole, in the place of an earlier
/// one.</summary>
public static class StudyResults
{
    /// <summary>Writes the files.</summary>
    /// <param name="folder">Folder of the run.</param>
    /// <param name="files">Texts by name.</param>
    /// <param name="cancellation">Ends the writing between two files.</param>
    public static async Task WriteAsync(
        string folder, IReadOnlyDictionary<string, string> files, CancellationToken cancellation)
    {
        foreach ((string name, string text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            string target = Path.Combine(folder, name), aside = $"{target}.{Guid.NewGuid():N}{ShardFile.Partial}";
            try
            {
                await File.WriteAllTextAsync(
                    aside, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellation);
                File.Move(aside, target, overwrite: true);
            }
            finally
            {
                if (File.Exists(aside)) File.Delete(aside);
            }
        }
    }
}
