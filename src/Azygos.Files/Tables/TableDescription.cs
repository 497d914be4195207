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
    public bool Settable { get; private protected set; }

    /// <summary>Columns in the order in which they are documented; a file may order them otherwise.</summary>
    public abstract IReadOnlyList<ColumnDescription> Columns { get; }

    /// <summary>Columns whose values together name a row; empty when rows have no name.</summary>
    public IReadOnlyList<string> KeyColumns { get; private protected set; } = [];
}
