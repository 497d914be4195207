using System.Text.Json;
using System.Text.RegularExpressions;
using Azygos.Files.Benchmarks;
using Azygos.Files.Faults;

namespace Azygos.Files.EvidenceCases;

/// <summary>One evidence case file: its keys, options and columns, judged against the closed lists of the
/// schema.</summary>
internal sealed partial class EvidenceDocument(PlacedValue root, string shown, FaultList faults)
{
    internal static readonly string[] Top = ["schema", "dataset", "task", "cases"];
    internal static readonly string[] Dataset = ["name", "csv", "rows", "source", "licence", "description"];
    internal static readonly string[] Required = ["id", "task", "options", "expected", "rel_tol"];
    private static readonly string[] s_case = [.. Required, "note", "reference_warned"];
    private static readonly string[] s_counts = ["ai", "bi", "ci", "di", "TP", "FN", "FP", "TN", "xi", "x1", "x2"];

    /// <summary>Where faults go.</summary>
    public FaultList Faults => faults;

    /// <summary>The table the file names, or null with a fault.</summary>
    public string? CsvName()
    {
        if (root.At("/dataset/csv") is not { Kind: JsonValueKind.String } csv) return null;      // told by Check
        if (CsvPattern.IsMatch(csv.Text) && !csv.Text.Split('/').Contains("..")) return csv.Text;
        Fault(csv, "must name a .csv file below the folder of the case file or the one above it");
        return null;
    }

    /// <summary>Notes a fault at a path of the file.</summary>
    public void Fault(string path, string message) => Fault(root.At(path)!, message);

    /// <summary>Notes everything that is wrong with the file and the columns it names.</summary>
    public void Check(EvidenceTable? table)
    {
        if (!Keys(root, Top, Top)) return;
        if (root.Members["schema"].Text != EvidenceCaseReader.Schema)
            Fault(root.Members["schema"], $"must be {EvidenceCaseReader.Schema}; other versions are not read");
        if (root.Members.TryGetValue("dataset", out PlacedValue? dataset) && Keys(dataset, Dataset, Dataset))
        {
            foreach (string key in Dataset.Where(static key => key != "rows"))
                if (dataset.Members[key].Kind != JsonValueKind.String) Fault(dataset.Members[key], "must be text");
            if (dataset.Members["name"] is { Kind: JsonValueKind.String, Text: "" } name)
                Fault(name, "must not be empty");
            if (table is not null && dataset.Members["rows"].Number != table.Columns.Rows)
                Fault(dataset.Members["rows"],
                    $"must be the number of rows of its table, which has {table.Columns.Rows}");
        }
        PlacedValue task = root.Members["task"], cases = root.Members["cases"];
        if (!OptionWords.Tasks.Contains(task.Text))
        {
            Fault(task, $"is not a task{Nearest.Suggestion(task.Text, OptionWords.Tasks)}");
            return;
        }
        if (cases.Kind != JsonValueKind.Array || cases.Items.Count == 0)
        {
            Fault(cases, "must be a list of at least one case");
            return;
        }
        HashSet<string> ids = [];
        foreach (PlacedValue item in cases.Items) Case(item, task.Text, ids, table);
    }

    private void Case(PlacedValue item, string task, HashSet<string> ids, EvidenceTable? table)
    {
        if (!Keys(item, s_case, Required)) return;
        IReadOnlyDictionary<string, PlacedValue> m = item.Members;
        if (m["id"].Kind != JsonValueKind.String || m["id"].Text.Length == 0) Fault(m["id"], "must be text");
        else if (!ids.Add(m["id"].Text)) Fault(m["id"], "is the id of an earlier case of this file");
        if (m["task"].Text != task) Fault(m["task"], $"must be the task of the file, {task}");
        if (!(m["rel_tol"] is { Kind: JsonValueKind.Number, Number: > 0 and < 1 }))
            Fault(m["rel_tol"], "must be a number above 0 and below 1");
        if (m["expected"].Kind != JsonValueKind.Object || m["expected"].Members.Count == 0)
            Fault(m["expected"], "must hold at least one expected value");
        if (m["options"].Kind == JsonValueKind.Object) Options(m["options"], task, table);
        else Fault(m["options"], "must be an object");
    }

    private void Options(PlacedValue options, string task, EvidenceTable? table)
    {
        string[] known = OptionWords.Of(task);
        foreach ((string key, PlacedValue value) in options.Members)
        {
            if (!known.Contains(key)) Fault(value, $"is not an option of {task}{Nearest.Suggestion(key, known)}");
            else if (value.Kind == JsonValueKind.Null) continue;          // null says that an option is absent
            else if (OptionWords.Rule(task, key) is var rule && !rule.Allows(value))
                Fault(value, $"must be {rule.Allowed}");
            else if (table is not null) Columns(key, value, table);
        }
        foreach (string key in OptionWords.RequiredBy(task).Where(key => !Has(options, key)))
            Fault(options, $"has no {key}, which {task} needs");
        if (OptionWords.StartsFromEffects(task)) Effects(options);
        else if (task == "dta-bivariate" && options.Members.GetValueOrDefault("model") is { } model
            && !model.Text.Contains("binomial", StringComparison.Ordinal))
            Need(options, ["tau2_method", "correction_applied_to"], "a normal model");
        else if (task == "peto") Need(options, ["ai", "bi|n1", "ci", "di|n2"], task);
        if (table is not null) Counts(options, table);
    }

    /// <summary>Effects are given, or a measure with its columns.</summary>
    private void Effects(PlacedValue options)
    {
        if (Has(options, "yi") || Has(options, "vi"))
        {
            Need(options, ["yi", "vi"], "an effect");
            return;
        }
        if (options.Members.GetValueOrDefault("measure") is not { Kind: JsonValueKind.String } measure)
            Fault(options, "must have yi and vi, or a measure with its columns");
        else if (OptionWords.ColumnsOf(measure.Text) is { } columns) Need(options, columns, measure.Text);
        else Fault(measure,
            "must be a measure (OR, RR, RD, AS, PETO, YUQ, IRR, IRD, IRSD, PR, PLO, PAS, PFT, COR, UCOR, ZCOR, "
            + "MD, SMD, SMDH, ROM), or yi and vi be given");
    }

    private void Need(PlacedValue options, string[] columns, string by)
    {
        foreach (string column in columns.Where(column => !column.Split('|').Any(key => Has(options, key))))
            Fault(options, $"has no {column.Replace("|", " or ", StringComparison.Ordinal)}, which {by} needs");
    }

    private void Columns(string key, PlacedValue value, EvidenceTable table)
    {
        if (OptionWords.NumberColumns.Contains(key))
        {
            if (table.Named(value.Text) is not { } columns) Unknown(value, value.Text, table);
            else foreach (string column in columns) table.RequireNumbers(column, faults);
        }
        else if (OptionWords.TextColumns.Contains(key)) Known(value, value.Text, table);
        else if (key == "random") foreach (PlacedValue item in value.Items)
            foreach (string part in item.Text.Split('/')) Known(item, part, table);
        else if (key == "order" && value.Text.EndsWith(" ascending", StringComparison.Ordinal))
            Known(value, value.Text[..^" ascending".Length], table);
        else if (key == "mods") foreach (PlacedValue mod in value.Items) Moderator(mod, table);
    }

    private void Moderator(PlacedValue mod, EvidenceTable table)
    {
        if (!Keys(mod, ["column", "type", "reference"], ["column", "type"])) return;
        PlacedValue column = mod.Members["column"], type = mod.Members["type"];
        if (!Known(column, column.Text, table)) return;
        if (type.Text == "numeric") table.RequireNumbers(column.Text, faults);
        else if (type.Text != "factor") Fault(type, "must be numeric or factor");
        else if (mod.Members.GetValueOrDefault("reference") is not { } level)
            Fault(mod, "has no reference, which a factor needs");
        else if (!table.Columns.Text(column.Text).Contains(level.Text))
            Fault(level, $"is not a level of {column.Text}");
    }

    /// <summary>Counts must be possible, and events no more than the people they happened to.</summary>
    private void Counts(PlacedValue options, EvidenceTable table)
    {
        if (faults.Any) return;                 // a column is missing or no number: nothing to count
        foreach (string key in s_counts.Where(key => Has(options, key)))
            table.RequireCounts(options.Members[key].Text, Numbers(key), faults);
        // A missing count was told above; a missing size is told here.
        foreach ((string events, string size) in
            (ReadOnlySpan<(string, string)>)[("ai", "n1"), ("ci", "n2"), ("xi", "ni")])
            if (Has(options, events) && Has(options, size))
                table.RequireCounts($"{options.Members[size].Text} - {options.Members[events].Text}",
                    [.. Numbers(size).Zip(Numbers(events), static (n, x) => double.IsNaN(x) ? 0 : n - x)], faults);

        double[] Numbers(string key) => table.Columns.Numbers(options.Members[key].Text);
    }

    private bool Known(PlacedValue at, string column, EvidenceTable table)
    {
        if (table.Header.Contains(column)) return true;
        Unknown(at, column, table);
        return false;
    }

    private void Unknown(PlacedValue at, string column, EvidenceTable table)
        => Fault(at, $"names no column of the table{Nearest.Suggestion(column, table.Header)}");

    /// <summary>Notes unknown and missing keys; false when it is no object or a required one is missing.</summary>
    private bool Keys(PlacedValue at, string[] known, string[] required)
    {
        if (at.Kind != JsonValueKind.Object)
        {
            Fault(at, "must be an object");
            return false;
        }
        foreach ((string key, PlacedValue value) in at.Members.Where(member => !known.Contains(member.Key)))
            Fault(value, $"is not a key of {EvidenceCaseReader.Schema}{Nearest.Suggestion(key, known)}");
        string[] missing = [.. required.Where(key => !at.Members.ContainsKey(key))];
        foreach (string key in missing) Fault(at, $"has no {key}");
        return missing.Length == 0;
    }

    private static bool Has(PlacedValue options, string key)
        => options.Members.TryGetValue(key, out PlacedValue? value) && value.Kind != JsonValueKind.Null;

    private void Fault(PlacedValue at, string message)
        => faults.Add(shown, at.Line, at.Path.Length == 0 ? "/" : at.Path, at.Printed, message);

    /// <summary>How a table may be named.</summary>
    internal const string CsvNames = @"^[A-Za-z0-9_][A-Za-z0-9_./-]*\.csv$";

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_./-]*\.csv\z")]
    private static partial Regex CsvPattern { get; }
}
