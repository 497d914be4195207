using System.Text;
using Azygos.Body.Model;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;
using Azygos.Files.Tables;

namespace Azygos.Files.Tests;

/// <summary>The shipped model's files, to be spoilt in memory.</summary>
internal sealed class ShippedModel
{
    public const string Id = "healthy-adult-lumped";

    private readonly Dictionary<string, byte[]> files;

    private ShippedModel(Dictionary<string, byte[]> files) => this.files = files;

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "models", Id);

    public static BodyModel Model { get; } = ModelReader.Read(Folder);

    public static ShippedModel Copy() =>
        new(ModelFiles.Names.ToDictionary(name => name, name => File.Exists(Path.Combine(Folder, name))
            ? File.ReadAllBytes(Path.Combine(Folder, name))
            : Encoding.UTF8.GetBytes(HeaderOf(name))));

    // A file that the model may lack and does lack: its header and no row, which says the same.
    private static string HeaderOf(string file)
    {
        TableDescription table = ModelTables.All.Single(table => table.File == file && table.IsOptional);
        return string.Join(',', table.Columns.Select(column => column.Name)) + "\n";
    }

    public byte[] this[string file]
    {
        get => files[file];
        set => files[file] = value;
    }

    public string Text(string file) => Encoding.UTF8.GetString(files[file]);

    public ShippedModel Without(string file)
    {
        files.Remove(file);
        return this;
    }

    public ShippedModel With(string file, string text)
    {
        files[file] = Encoding.UTF8.GetBytes(text);
        return this;
    }

    /// <summary>
    /// Replaces a cell, given by the text its row begins with and its column; the row's line, from 1.
    /// </summary>
    public int Cell(string file, string rowBeginning, string column, string value)
    {
        string[] lines = Text(file).Split('\n');
        int row = Array.FindIndex(lines, line => line.StartsWith(rowBeginning, StringComparison.Ordinal));
        Assert.True(row > 0, $"{file} has no row that begins with {rowBeginning}");
        int at = Array.IndexOf(lines[0].Split(','), column);
        Assert.True(at >= 0, $"{file} has no column {column}");
        List<string> cells = Cells(lines[row]);
        cells[at] = value;
        lines[row] = string.Join(',', cells);
        With(file, string.Join('\n', lines));
        return row + 1;
    }

    /// <summary>Adds a line at the end; its number, from 1.</summary>
    public int Add(string file, string line)
    {
        string text = Text(file);
        With(file, text + line + "\n");
        return text.Count(c => c == '\n') + 1;
    }

    public IReadOnlyList<Fault> Faults()
    {
        FaultList faults = new();
        BodyModel? model = ModelReader.Read(new ModelFiles(Id, Id, files), faults);
        Assert.Equal(faults.Any, model is null);
        return faults.Found;
    }

    /// <summary>Cells of a line, quotes kept.</summary>
    private static List<string> Cells(string line)
    {
        List<string> cells = [""];
        bool quoted = false;
        foreach (char c in line)
        {
            quoted ^= c == '"';
            if (c == ',' && !quoted)
            {
                cells.Add("");
            }
            else
            {
                cells[^1] += c;
            }
        }
        return cells;
    }
}
