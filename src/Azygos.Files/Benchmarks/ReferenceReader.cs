using System.Text.Json;
using Azygos.Circulation.Verification;

namespace Azygos.Files.Benchmarks;

/// <summary>Reads the references of a case with their tables.</summary>
internal static class ReferenceReader
{
    private enum Kind
    {
        TimeSeries,
        Profile,
        Table,
        Keyed,
    }

    private static readonly Dictionary<string, Kind> Kinds = new()
    {
        ["time-series"] = Kind.TimeSeries,
        ["profile"] = Kind.Profile,
        ["table"] = Kind.Table,
        ["svzerod-table"] = Kind.Keyed,
    };

    /// <summary>A reference; probes that it names are checked against the list.</summary>
    public static CaseReference Read(CasePart part, IReadOnlyCollection<string> probes)
    {
        string id = part.Id("id"), run = part.Id("run"), abscissa = part.Text("abscissa");
        Kind kind = part.Choice("kind", Kinds);
        double factor = part.OptionalNumber("factor") ?? 1;
        CaseTable? table = part.Folder.Table(part, "file");
        IReadOnlyDictionary<string, PlacedValue> columns = part.Part("columns")?.Value.Members ?? Nothing;
        if (columns.Count == 0) part.Fault("columns", "must name at least one probe");
        foreach ((string probe, PlacedValue column) in columns)
            if (!probes.Contains(probe)) part.Folder.Fault(column, "names a probe that is not there");
        string? key = kind == Kind.Keyed || part.Has("key") ? part.Text("key") : null;
        CaseReference reference = kind == Kind.Keyed
            ? new KeyedReference(id, run) { Values = Keyed(part, table, key!, abscissa, columns, factor) }
            : new SeriesReference(id, run)
            {
                Abscissa = Abscissa(part, table, abscissa, kind),
                Values = columns.ToDictionary(pair => pair.Key, pair => Scaled(part, table, pair.Value, factor)),
            };
        part.Finish();
        return reference;
    }

    private static readonly Dictionary<string, PlacedValue> Nothing = [];

    private static double[] Abscissa(CasePart part, CaseTable? table, string name, Kind kind)
    {
        if (table is null || name.Length == 0) return [];
        if (table.IndexOf(name) < 0) part.Fault("abscissa", "is not a column of the file");
        else if (table.Column(name) is { } x)
        {
            for (int i = 1; i < x.Length; i++)
                if (kind == Kind.TimeSeries ? x[i] <= x[i - 1] : kind == Kind.Profile && x[i] < x[i - 1])
                    table.Fault(i, name, "must be after the row above");
            return x;
        }
        return [];
    }

    private static double[] Scaled(CasePart part, CaseTable? table, PlacedValue column, double factor)
    {
        if (column.Kind != JsonValueKind.String) part.Folder.Fault(column, "must be the name of a column");
        else if (table is not null && table.IndexOf(column.Text) < 0)
            part.Folder.Fault(column, "is not a column of the file");
        else if (table?.Column(column.Text) is { } values) return [.. values.Select(value => value * factor)];
        return [];
    }

    /// <summary>Series by name and column; a cell may be empty where a variable has no value.</summary>
    private static Dictionary<(string, string), double[]> Keyed(
        CasePart part, CaseTable? table, string key, string abscissa,
        IReadOnlyDictionary<string, PlacedValue> columns, double factor)
    {
        Dictionary<(string, string), List<double>> values = [];
        if (table is null) return [];
        if (table.IndexOf(abscissa) < 0) part.Fault("abscissa", "is not a column of the file");
        if (table.IndexOf(key) < 0) part.Fault("key", "is not a column of the file");
        if (table.IndexOf(abscissa) < 0 || table.IndexOf(key) < 0) return [];
        table.Column(abscissa);
        foreach (PlacedValue list in columns.Values)
        {
            if (list.Kind != JsonValueKind.Array) part.Folder.Fault(list, "must be a list of columns");
            foreach (PlacedValue column in list.Items)
            {
                int index = column.Kind == JsonValueKind.String ? table.IndexOf(column.Text) : -1;
                if (index < 0) part.Folder.Fault(column, "is not a column of the file");
                else Collect(table, table.IndexOf(key), index, values);
            }
        }
        return values.ToDictionary(pair => pair.Key, pair => pair.Value.Select(value => value * factor).ToArray());
    }

    private static void Collect(CaseTable table, int key, int column, Dictionary<(string, string), List<double>> values)
    {
        foreach (Csv.CsvRecord row in table.Rows)
        {
            if (row.Fields[column].Length == 0) continue;
            (string, string) name = (row.Fields[key], table.Header[column]);
            if (!values.TryGetValue(name, out List<double>? series)) values[name] = series = [];
            series.Add(table.Number(row, column));
        }
    }
}
