using System.Text;
using Azygos.Files.Faults;

namespace Azygos.Files.Scripts;

/// <summary>Writes a script to disk: a file of another origin is never overwritten.</summary>
public static class ScriptFile
{
    /// <summary>Says what speaks against writing a script at a path; asked before an analysis begins.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">Its name for faults.</param>
    /// <param name="faults">Where faults go.</param>
    public static void Check(string path, string shown, FaultList faults)
    {
        if (Directory.Exists(path)) faults.Add("--r-script", null, "", "", $"{shown} is a folder");
        else if (File.Exists(path) && !File.ReadLines(path).FirstOrDefault("")
            .StartsWith(RScript.Mark, StringComparison.Ordinal))
            faults.Add("--r-script", null, "", "", $"{shown} exists and was not written by azygos; name another file");
        else if (!Directory.Exists(Path.GetDirectoryName(path)))
            faults.Add("--r-script", null, "", "", $"the folder of {shown} does not exist");
    }

    /// <summary>Writes it aside and renames it, so that it is complete or absent.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">The script.</param>
    public static void Write(string path, string text)
    {
        string aside = path + ".part";
        File.WriteAllText(aside, text, new UTF8Encoding(false));
        File.Move(aside, path, overwrite: true);
    }
}
