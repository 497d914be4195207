using Azygos.Files.Faults;

namespace Azygos.Files.Folders;

/// <summary>A folder that is there whole or not at all: filled beside its place under another name, then
/// renamed.</summary>
internal static class WholeFolder
{
    /// <summary>Fills a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="replaces">True: what was at its place gives way when the new one is complete; false: it must be
    /// absent or empty.</param>
    /// <param name="fill">Writes its files, given the folder to write to.</param>
    /// <param name="cancellation">Ends the writing and leaves nothing.</param>
    /// <exception cref="InputRefusedException">The folder cannot be written; nothing was written.</exception>
    public static async Task WriteAsync(
        string folder, bool replaces, Func<string, Task> fill, CancellationToken cancellation)
    {
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string aside = Beside(target, "partial"), before = Beside(target, "before");
        try
        {
            Directory.CreateDirectory(aside);
            await fill(aside);
            cancellation.ThrowIfCancellationRequested();
            if (Directory.Exists(target) && replaces) Directory.Move(target, before);
            else if (Directory.Exists(target)) Directory.Delete(target);
            Directory.Move(aside, target);
        }
        catch (Exception fault) when (IsOfTheFileSystem(fault))
        {
            if (Directory.Exists(before) && !Directory.Exists(target)) Directory.Move(before, target);
            throw new InputRefusedException(new Fault(folder, null, "", "", $"cannot be written: {fault.Message}"));
        }
        finally
        {
            if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
            if (Directory.Exists(before) && Directory.Exists(target)) Directory.Delete(before, recursive: true);
        }
    }

    /// <summary>True for what a file system, or a path that it cannot take, throws.</summary>
    public static bool IsOfTheFileSystem(Exception fault) =>
        fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    private static string Beside(string target, string ending) => Path.Combine(
        Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.{ending}");
}
