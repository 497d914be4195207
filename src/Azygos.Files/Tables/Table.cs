using Azygos.Body.Model;

namespace Azygos.Files.Tables;

/// <summary>A table of a model folder, with what puts each cell into its row: a new column is one line here.</summary>
/// <typeparam name="TRow">The row's record.</typeparam>
internal sealed class Table<TRow>(string name, string meaning, TRow blank) : TableDescription(name, meaning)
    where TRow : class
{
    private readonly List<Column> columns = [];
    private Func<TRow, string> keyOf = _ => "";
    private Func<BodyModel, IReadOnlyList<TRow>> rowsOf = _ => [];
    private Func<BodyModel, IReadOnlyList<TRow>, BodyModel>? withRows;

    /// <summary>A row with nothing in it, to which the columns add their cells.</summary>
    public TRow Blank => blank;

    public override IReadOnlyList<ColumnDescription> Columns => columns;

    /// <summary>The row with one cell replaced.</summary>
    public static TRow With(ColumnDescription column, TRow row, CellValue value) => ((Column)column).With(row, value);

    /// <summary>Says which columns name a row, and how the name is read off its record.</summary>
    public Table<TRow> Key(Func<TRow, string> of, params string[] names)
    {
        keyOf = of;
        KeyColumns = names;
        return this;
    }

    /// <summary>Says that a model may lack the table.</summary>
    public Table<TRow> Optional()
    {
        IsOptional = true;
        return this;
    }

    /// <summary>Says where the model keeps the rows, so that numbers of theirs can be replaced.</summary>
    public Table<TRow> Settable(
        Func<BodyModel, IReadOnlyList<TRow>> rows, Func<BodyModel, IReadOnlyList<TRow>, BodyModel> with)
    {
        rowsOf = rows;
        withRows = with;
        IsSettable = true;
        return this;
    }

    internal override IEnumerable<string> KeysIn(BodyModel model) => rowsOf(model).Select(keyOf);

    internal override BodyModel WithCell(BodyModel model, string key, ColumnDescription column, CellValue value) =>
        withRows!(model, [.. rowsOf(model).Select(row => keyOf(row) == key ? With(column, row, value) : row)]);

    public Table<TRow> Words(ColumnKind kind, string name, string meaning, Func<TRow, string, TRow> with) =>
        Add(new Column(name, kind, meaning, (row, value) => with(row, value.Text)));

    public Table<TRow> Identifier(string name, string meaning, Func<TRow, string, TRow> with) =>
        Words(ColumnKind.Identifier, name, meaning, with);

    public Table<TRow> Text(string name, string meaning, Func<TRow, string, TRow> with) =>
        Words(ColumnKind.Text, name, meaning, with);

    public Table<TRow> Remark(string name, string meaning, Func<TRow, string, TRow> with) =>
        Words(ColumnKind.Remark, name, meaning, with);

    public Table<TRow> Word(string name, string[] words, string meaning, Func<TRow, string, TRow> with) =>
        Add(new Column(name, ColumnKind.Word, meaning, (row, value) => with(row, value.Text)) { Words = words });

    public Table<TRow> Reference(string name, string table, string meaning, Func<TRow, string, TRow> with) =>
        Add(new Column(name, ColumnKind.Reference, meaning, (row, value) => with(row, value.Text)) { Table = table });

    public Table<TRow> OptionalReference(string name, string table, string meaning, Func<TRow, string, TRow> with) =>
        Add(new Column(name, ColumnKind.OptionalReference, meaning, (row, value) =>
            with(row, value.Text))
        { Table = table });

    public Table<TRow> Number(
        string name, string unit, Interval range, string meaning, Func<TRow, double, TRow> with) =>
        Add(new Column(name, ColumnKind.Number, meaning, (row, value) => with(row, value.Number!.Value))
        {
            Unit = unit,
            Range = range
        });

    public Table<TRow> OptionalNumber(
        string name, string unit, Interval range, string meaning, Func<TRow, double?, TRow> with) =>
        Add(new Column(name, ColumnKind.OptionalNumber, meaning, (row, value) =>
            with(row, value.Number))
        { Unit = unit, Range = range });

    public Table<TRow> WholeNumber(string name, Interval range, string meaning, Func<TRow, int, TRow> with) =>
        Add(new Column(name, ColumnKind.WholeNumber, meaning, (row, value) =>
            with(row, (int)value.Number!.Value))
        { Unit = "1", Range = range });

    public Table<TRow> Code(string name, string meaning, Func<TRow, string, TRow> with) =>
        Words(ColumnKind.Code, name, meaning, with);

    public Table<TRow> OptionalWord(string name, string[] words, string meaning, Func<TRow, string, TRow> with) =>
        Add(new Column(name, ColumnKind.OptionalWord, meaning, (row, value) => with(row, value.Text))
        {
            Words = words
        });

    public Table<TRow> OptionalWholeNumber(
        string name, string unit, Interval range, string meaning, Func<TRow, int?, TRow> with) =>
        Add(new Column(name, ColumnKind.OptionalWholeNumber, meaning, (row, value) => with(row, (int?)value.Number))
        {
            Unit = unit,
            Range = range
        });

    /// <summary>0 or 1.</summary>
    public Table<TRow> Flag(string name, string meaning, Func<TRow, bool, TRow> with) =>
        Word(name, ["0", "1"], meaning, (row, text) => with(row, text == "1"));

    /// <summary>0 or 1, or empty where it is not known.</summary>
    public Table<TRow> OptionalFlag(string name, string meaning, Func<TRow, bool?, TRow> with) =>
        OptionalWord(name, ["0", "1"], meaning, (row, text) => with(row, text.Length == 0 ? null : text == "1"));

    /// <summary>Texts that only pages show: no check reads them.</summary>
    public Table<TRow> Shown(params (string Name, string Meaning)[] columns)
    {
        foreach ((string name, string meaning) in columns)
            Remark(name, meaning, (row, _) => row);
        return this;
    }

    /// <summary>The space column: what surrounds the row's volume.</summary>
    public Table<TRow> Space(Func<TRow, Space, TRow> with) =>
        Add(new Column("space", ColumnKind.Word, "what surrounds it, and so sets the pressure outside",
            (row, value) => with(row, TableWords.Spaces[value.Text]))
        { Words = [.. TableWords.Spaces.Keys] });

    /// <summary>The three columns of provenance.</summary>
    public Table<TRow> Provenance(Func<TRow, Provenance> of, Func<TRow, Provenance, TRow> with)
    {
        Add(new Column("basis", ColumnKind.Word, "how far to trust the least certain number of the row",
            (row, value) => with(row, of(row) with { Basis = TableWords.Bases[value.Text] }))
        { Words = [.. TableWords.Bases.Keys] });
        Words(ColumnKind.SourceKeys, "source",
            "keys of sources.csv, separated by semicolons; empty only where the basis is assumed",
            (row, text) => with(row, of(row) with { Source = text }));
        return Remark("note", "what a reader must know, or empty", (row, text) =>
            with(row, of(row) with { Note = text }));
    }

    private Table<TRow> Add(Column column)
    {
        columns.Add(column);
        return this;
    }

    private sealed record Column(string Name, ColumnKind Kind, string Meaning, Func<TRow, CellValue, TRow> With)
        : ColumnDescription(Name, Kind, Meaning);
}
