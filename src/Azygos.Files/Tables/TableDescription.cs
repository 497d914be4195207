using Azygos.Body.Model;

namespace Azygos.Files.Tables;

/// <summary>What a table of a model folder holds.</summary>
public abstract class TableDescription
{
    private protected TableDescription(string name, string meaning)
    {
        Name = name;
        Meaning = meaning;
    }

    /// <summary>Name, such as <c>vessels</c>; the file is <see cref="File"/>.</summary>
    public string Name { get; }

    /// <summary>One line for people.</summary>
    public string Meaning { get; }

    /// <summary>File name.</summary>
    public string File => Name + ".csv";

    /// <summary>True when <c>--set TABLE.ROW.COLUMN=value</c> may replace its numbers.</summary>
    public bool IsSettable { get; private protected set; }

    /// <summary>True when a model may lack the file.</summary>
    public bool IsOptional { get; private protected set; }

    /// <summary>Columns in the order in which they are documented; a file may order them otherwise.</summary>
    public abstract IReadOnlyList<ColumnDescription> Columns { get; }

    /// <summary>Columns whose values together name a row; empty when rows have no name.</summary>
    public IReadOnlyList<string> KeyColumns { get; private protected set; } = [];

    /// <summary>The table's name.</summary>
    public override string ToString() => Name;

    /// <summary>Names of the model's rows of this table.</summary>
    internal abstract IEnumerable<string> KeysIn(BodyModel model);

    /// <summary>The model with one cell replaced.</summary>
    internal abstract BodyModel WithCell(BodyModel model, string key, ColumnDescription column, CellValue value);
}
