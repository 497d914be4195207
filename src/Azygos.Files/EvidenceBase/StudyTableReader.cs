using System.Globalization;
using Azygos.Evidence.Tables;
using Azygos.Files.Csv;
using Azygos.Files.Faults;
using Azygos.Files.Tables;

namespace Azygos.Files.EvidenceBase;

/// <summary>Which columns of a table of studies are read.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Columns">Columns of its numbers, in its order; empty: their usual names.</param>
/// <param name="Label">Column that names a study.</param>
/// <param name="Group">Column of the subgroup; empty for none.</param>
public sealed record StudyTableColumns(
    EffectMeasure Measure, IReadOnlyList<string> Columns, string Label, string Group);

/// <summary>Reads a table of studies with named columns, one row a study; other columns are left alone.</summary>
public static class StudyTableReader
{
    /// <summary>The studies; what is wrong goes to the faults, all of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">Its name for faults.</param>
    /// <param name="columns">Which columns.</param>
    /// <param name="faults">Where faults go.</param>
    public static IReadOnlyList<StudyNumbers> Read(
        string path, string shown, StudyTableColumns columns, FaultList faults)
    {
        try
        {
            return Read(File.ReadAllBytes(path), shown, columns, faults);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(shown, null, "", "", File.Exists(path) ? $"cannot be read: {fault.Message}" : "is not a file");
            return [];
        }
    }

    private static List<StudyNumbers> Read(byte[] bytes, string shown, StudyTableColumns columns, FaultList faults)
    {
        IReadOnlyList<CsvRecord> records = CsvReader.Read(bytes, shown, faults);
        if (records.Count == 0)
        {
            faults.Add(shown, null, "", "", "has no header");
            return [];
        }
        IReadOnlyList<string> header = records[0].Fields;
        string[] names = columns.Columns.Count > 0 ? [.. columns.Columns]
            : [.. columns.Measure.Columns.Select(one => one.Name)];
        string[] needed = [columns.Label, .. names, .. columns.Group.Length > 0 ? (string[])[columns.Group] : []];
        int before = faults.Count;
        foreach (string missing in needed.Except(header))
            faults.Add(shown, records[0].Line, missing, "",
                $"this column is missing{Nearest.Suggestion(missing, header.Except(needed))}; "
                    + $"columns: {string.Join(", ", header)}");
        foreach (string twice in needed.Distinct().Where(name => header.Count(one => one == name) > 1))
            faults.Add(shown, records[0].Line, twice, "", "this column stands twice");
        if (faults.Count > before) return [];
        List<StudyNumbers> studies = [];
        Dictionary<string, int> labels = [];
        foreach (CsvRecord record in records.Skip(1))
        {
            if (record.Fields.Count != header.Count)
            {
                faults.Add(shown, record.Line, "", "",
                    $"has {record.Fields.Count} fields where the header has {header.Count}");
                continue;
            }
            string label = Cell(record, columns.Label), group = columns.Group.Length > 0
                ? Cell(record, columns.Group) : "";
            if (label.Length == 0) faults.Add(shown, record.Line, columns.Label, "", "is empty; a study needs a name");
            else if (!labels.TryAdd(label, record.Line))
                faults.Add(shown, record.Line, columns.Label, label, $"stands twice; first on line {labels[label]}");
            if (columns.Group.Length > 0 && group.Length == 0)
                faults.Add(shown, record.Line, columns.Group, "", "is empty; every study needs a subgroup");
            double[] numbers = new double[names.Length];
            bool[] sound = new bool[names.Length];
            for (int i = 0; i < names.Length; i++)
                sound[i] = Number(Cell(record, names[i]), columns.Measure.Columns[i].Holds,
                    record.Line, names[i], ref numbers[i]);
            for (int i = 0; i + 1 < names.Length; i++)
                if (columns.Measure.Columns[i].Holds == StudyNumber.Events
                    && sound[i] && sound[i + 1] && numbers[i] > numbers[i + 1])
                    faults.Add(shown, record.Line, names[i], Cell(record, names[i]),
                        string.Create(CultureInfo.InvariantCulture,
                        $"is above {names[i + 1]} = {numbers[i + 1]}: more events than people"));
            studies.Add(new StudyNumbers(label, group, numbers));
        }
        if (records.Count == 1) faults.Add(shown, null, "", "", "holds no study");
        return studies;

        string Cell(CsvRecord record, string name)
        {
            for (int i = 0; i < header.Count; i++)
                if (header[i] == name) return record.Fields[i];
            return "";
        }

        bool Number(string text, StudyNumber holds, int line, string column, ref double number)
        {
            string wrong = !CellText.TryParse(text, out number) || !double.IsFinite(number) ? "is not a number"
                : holds is StudyNumber.Events or StudyNumber.Size && number != Math.Floor(number)
                ? "is not a whole number"
                : holds == StudyNumber.Events && number < 0 ? "is a negative count"
                : holds == StudyNumber.Size && number < 1 ? "is not a size of a group: at least 1"
                : holds == StudyNumber.Spread && number <= 0 ? "must be above 0" : "";
            if (wrong.Length > 0)
                faults.Add(shown, line, column, text, text.Length == 0 ? "is empty; a number is needed" : wrong);
            return wrong.Length == 0;
        }
    }
}
