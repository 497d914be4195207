using Azygos.Files.Faults;

namespace Azygos.Files.Runs;

/// <summary>Writes a folder whole or not at all: beside its place under another name, renamed when complete.</summary>
internal static class WholeFolder
{
    /// <summary>Writes it.</summary>
    /// <param name="folder">The folder; absent or empty.</param>
    /// <param name="write">Writes into the folder it is given.</param>
    /// <exception cref="InputRefusedException">The folder cannot be written, or something is there; nothing was
    /// written.</exception>
    public static async Task WriteAsync(string folder, Func<string, Task> write)
    {
        FaultList faults = new();
        RunFolder.CheckFree(folder, folder, faults);
        faults.ThrowIfAny();
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string aside = Path.Combine(
            Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.partial");
        try
        {
            Directory.CreateDirectory(aside);
            await write(aside);
            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }
            Directory.Move(aside, target);
        }
        catch (Exception fault) when (RunFolder.IsOfTheFileSystem(fault))
        {
            throw new InputRefusedException(new Fault(folder, null, "", "", $"cannot be written: {fault.Message}"));
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }
}
