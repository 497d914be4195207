using Azygos.Files.Faults;
using Azygos.Files.Studies;

namespace Azygos.Batch;

/// <summary>The right to run a folder's shards: one process has it, and loses it when it ends, however it
/// ends.</summary>
internal static class FolderHold
{
    private const string LockFile = ".lock";

    /// <summary>Takes the right; given back when disposed.</summary>
    /// <param name="run">The run.</param>
    /// <exception cref="InputRefusedException">Another process has it.</exception>
    public static FileStream Take(StudyRunFolder run)
    {
        string path = Path.Combine(run.Folder, LockFile);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new InputRefusedException(new Fault(run.Folder, null, "", "", "another run is at work here"));
        }
    }

    /// <summary>Removes files that killed workers left half-written. Only where nobody is writing.</summary>
    /// <param name="run">The run.</param>
    public static void Tidy(StudyRunFolder run)
    {
        foreach (string left in Directory.EnumerateFiles(run.ShardFolder, "*" + ShardFile.Partial)) File.Delete(left);
    }
}
