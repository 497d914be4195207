using System.Globalization;
using System.Text;
using Azygos.Body.Calibration;
using Azygos.Files.Csv;
using Azygos.Files.Faults;
using Azygos.Files.Folders;
using Azygos.Files.Tables;

namespace Azygos.Files.ModelFolder;

/// <summary>Writes a copy of a model folder with some numbers replaced; what is not replaced stays byte for
/// byte.</summary>
public static class ChangedModelFolder
{
    /// <summary>Adds a fault when something is at the place of a new model folder, or its name is none.</summary>
    /// <param name="folder">The folder to be written.</param>
    /// <param name="option">Option that named it, for the fault.</param>
    /// <param name="faults">Where faults go.</param>
    public static void CheckFree(string folder, string option, FaultList faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            faults.Add(option, null, "", "", $"{folder} is there already; a model is never changed in place");
        }
    }

    /// <summary>Writes the folder, whole or not at all.</summary>
    /// <param name="source">Folder of the model that was changed.</param>
    /// <param name="target">Folder to write; its name is the new model's id.</param>
    /// <param name="changes">The numbers.</param>
    /// <param name="cancellation">Ends the writing and leaves nothing.</param>
    /// <exception cref="InputRefusedException">A folder cannot be read or written; nothing was written.</exception>
    public static async Task WriteAsync(
        string source, string target, IReadOnlyList<ChangedCell> changes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(changes);
        FaultList faults = new();
        CheckFree(target, target, faults);
        faults.ThrowIfAny();
        string id = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(target)));
        await WholeFolder.WriteAsync(target, replaces: false, async aside =>
        {
            foreach (string path in Directory.EnumerateFiles(source).Order(StringComparer.Ordinal))
            {
                string name = Path.GetFileName(path);
                byte[] bytes = await File.ReadAllBytesAsync(path, cancellation);
                await File.WriteAllBytesAsync(
                    Path.Combine(aside, name), Changed(name, path, bytes, id, changes), cancellation);
            }
        }, cancellation);
    }

    private static byte[] Changed(
        string name, string path, byte[] bytes, string id, IReadOnlyList<ChangedCell> changes)
    {
        if (name == ModelFiles.Manifest)
        {
            string[] lines = Encoding.UTF8.GetString(bytes).Split('\n');
            return Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(line =>
                line.StartsWith("id:", StringComparison.Ordinal) ? $"id: {id}" : line)));
        }
        TableDescription? table = ModelTables.All.FirstOrDefault(table => table.File == name);
        List<ChangedCell> here = [.. changes.Where(change => table is not null && change.Table == table.Name)];
        return here.Count == 0 ? bytes : Encoding.UTF8.GetBytes(Table(table!, path, bytes, here));
    }

    // Lines of records without a change are copied; a record with one is written anew.
    private static string Table(TableDescription table, string path, byte[] bytes, List<ChangedCell> changes)
    {
        FaultList faults = new();
        IReadOnlyList<CsvRecord> records = CsvReader.Read(bytes, path, faults);
        faults.ThrowIfAny();
        List<string> header = [.. records[0].Fields];
        int[] keys = [.. table.KeyColumns.Select(column => header.IndexOf(column))];
        string[] lines = Encoding.UTF8.GetString(bytes).Split('\n');
        StringBuilder text = new();
        for (int r = 0; r < records.Count; r++)
        {
            int from = records[r].Line - 1, to = r + 1 < records.Count ? records[r + 1].Line - 1 : lines.Length;
            string key = string.Join(':', keys.Select(column => records[r].Fields[column]));
            Dictionary<int, double> numbers = changes.Where(change => r > 0 && change.Row == key)
                .ToDictionary(change => header.IndexOf(change.Column), change => change.Value);
            text.Append(numbers.Count == 0
                ? string.Join('\n', lines[from..to])
                : string.Join(',', records[r].Fields.Select((field, column) =>
                    numbers.TryGetValue(column, out double number) ? Print(number) : Quoted(field))));
            text.Append(numbers.Count == 0 && to == lines.Length ? "" : "\n");
        }

        return text.ToString();
    }

    private static string Print(double number) => number.ToString("G6", CultureInfo.InvariantCulture);

    private static string Quoted(string field) => field.AsSpan().IndexOfAny(",\"\r\n") < 0
        ? field
        : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
