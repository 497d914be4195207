using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Azygos.Files.Faults;
using Azygos.Files.Tables;

namespace Azygos.Files.ModelFolder;

/// <summary>The files of a model folder as bytes, read once: hash and tables come from the same bytes.</summary>
/// <param name="Folder">The folder as the user named it, for faults.</param>
/// <param name="Id">The folder's own name.</param>
/// <param name="Contents">Contents by file name.</param>
internal sealed record ModelFiles(string Folder, string Id, IReadOnlyDictionary<string, byte[]> Contents)
{
    /// <summary>The file that names the model.</summary>
    public const string Manifest = "model.yaml";

    /// <summary>Names of the files that a model cannot lack, in name order.</summary>
    public static IReadOnlyList<string> Required { get; } =
        [.. ModelTables.All.Where(table => !table.IsOptional).Select(table => table.File).Append(Manifest)
            .Order(StringComparer.Ordinal)];

    /// <summary>Names of all files that make a model, in name order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. ModelTables.All.Select(table => table.File).Append(Manifest).Order(StringComparer.Ordinal)];

    /// <summary>Reads a folder; a missing or unknown file is a fault.</summary>
    public static ModelFiles? Read(string folder, FaultList faults)
    {
        string id = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        if (!Directory.Exists(folder))
        {
            faults.Add(folder, null, "", "", "is not a folder");
            return null;
        }
        Dictionary<string, byte[]> contents = [];
        try
        {
            foreach (string path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            {
                string name = Path.GetFileName(path);
                if (Names.Contains(name))
                {
                    contents.Add(name, File.ReadAllBytes(path));
                }
                else if (Path.GetExtension(name) is ".csv" or ".yaml" or ".yml")
                {
                    faults.Add(path, null, "", "", $"is not a file of a model{Nearest.Suggestion(name, Names)}");
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(folder, null, "", "", $"cannot be read: {fault.Message}");
            return null;
        }
        return new ModelFiles(folder, id, contents);
    }

    /// <summary>A file's path as the user would write it.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>SHA-256 over all files in name order, lower-case hexadecimal; without predictions, from
    /// which nothing is computed, and the computed uncertainty, which names the hash of its model.</summary>
    /// <remarks>Each file adds its name, a zero byte, its length as 8 bytes (little-endian) and its bytes.</remarks>
    public string Hash()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(long)];
        foreach ((string name, byte[] bytes) in Contents
            .Where(file => file.Key != ModelTables.Uncertainty.File && file.Key != ModelTables.Predictions.File)
            .OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData([0]);
            BinaryPrimitives.WriteInt64LittleEndian(length, bytes.LongLength);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
