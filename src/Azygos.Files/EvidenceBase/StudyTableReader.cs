using System.Globalization;
using Azygos.Evidence.Tables;
using Azygos.Files.Csv;
using Azygos.Files.Faults;
using Azygos.Files.Tables;

namespace Azygos.Files.EvidenceBase;

/// <summary>Reads a table of studies with named columns, one row a study; other columns are left alone.</summary>
/// <remarks>
/// Two columns are read where they exist: <c>measure</c>, which must say the same in every row, and <c>cohort</c>, in
/// which a word may stand once, because the same people may not be pooled twice. Exports of Review Manager are known
/// by their headers.
/// </remarks>
public static class StudyTableReader
{
    private const string MeasureColumn = "measure";

    private const string CohortColumn = "cohort";

    // Chosen: beyond it, products of counts leave the range of numbers and no odds ratio is left.
    private const double MostCounted = 1e9;

    /// <summary>The studies; what is wrong goes to the faults, all of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">Its name for faults.</param>
    /// <param name="columns">Which columns.</param>
    /// <param name="faults">Where faults go.</param>
    public static IReadOnlyList<StudyNumbers> Read(
        string path, string shown, StudyTableColumns columns, FaultList faults)
    {
        if (RowsOf(path, shown, faults) is not { } records) return [];
        return new Pass(shown, records[0], columns, faults).Studies(records.Skip(1));
    }

    /// <summary>Records of a file, the header first; null with faults where there is none.</summary>
    internal static IReadOnlyList<CsvRecord>? RowsOf(string path, string shown, FaultList faults)
    {
        try
        {
            IReadOnlyList<CsvRecord> records = CsvReader.Read(File.ReadAllBytes(path), shown, faults);
            if (records.Count == 0) faults.Add(shown, null, "", "", "has no header");
            return records.Count == 0 ? null : records;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(shown, null, "", "", File.Exists(path) ? $"cannot be read: {fault.Message}" : "is not a file");
            return null;
        }
    }

    /// <summary>True when every needed column stands once in the header.</summary>
    internal static bool HasColumns(string shown, CsvRecord header, IReadOnlyList<string> needed, FaultList faults)
    {
        int before = faults.Count;
        IReadOnlyList<string> known = header.Fields;
        foreach (string missing in needed.Except(known))
            faults.Add(shown, header.Line, missing, "",
                $"this column is missing{Nearest.Suggestion(missing, known.Except(needed))}; "
                    + $"columns: {string.Join(", ", known)}");
        foreach (string twice in needed.Distinct().Where(name => known.Count(one => one == name) > 1))
            faults.Add(shown, header.Line, twice, "", "this column stands twice");
        return faults.Count == before;
    }

    /// <summary>What is wrong with a number of a kind; empty where it is sound.</summary>
    internal static string Wrong(string text, StudyNumber holds, out double number) =>
        !CellText.TryParse(text, out number) || !double.IsFinite(number)
            ? text.Length == 0 ? "is empty; a number is needed" : "is not a number"
        : holds is StudyNumber.Events or StudyNumber.Size or StudyNumber.Count && number != Math.Floor(number)
            ? "is not a whole number"
        : holds is StudyNumber.Events or StudyNumber.Count && number < 0 ? "is a negative count"
        : holds == StudyNumber.Size && number < 1 ? "is not a size of a group: at least 1"
        : holds is StudyNumber.Events or StudyNumber.Size or StudyNumber.Count && number > MostCounted
            ? "is more than any study counts: at most 1000000000"
        : holds == StudyNumber.Spread && number <= 0 ? "must be above 0"
        : holds == StudyNumber.Correlation && Math.Abs(number) >= 1 ? "is not between -1 and 1" : "";

    /// <summary>One pass over the rows of one file.</summary>
    private sealed class Pass
    {
        private readonly string _shown;
        private readonly CsvRecord _header;
        private readonly StudyTableColumns _asked;
        private readonly FaultList _faults;
        private readonly TableDialect _dialect;
        private readonly string _label;
        private readonly IReadOnlyList<string> _names;
        private readonly Dictionary<string, int> _labels = [], _cohorts = [];

        public Pass(string shown, CsvRecord header, StudyTableColumns asked, FaultList faults)
        {
            (_shown, _header, _asked, _faults) = (shown, header, asked, faults);
            _dialect = TableDialect.Of(header.Fields);
            _label = asked.Label.Length > 0 ? asked.Label : _dialect.Label;
            _names = asked.Columns.Count > 0 ? asked.Columns : _dialect.Columns(asked.Measure);
        }

        public List<StudyNumbers> Studies(IEnumerable<CsvRecord> records)
        {
            string[] needed =
                [_label, .. _names, .. _asked.Group.Length > 0 ? (string[])[_asked.Group] : [], .. _asked.Predictors];
            if (!HasColumns(_shown, _header, needed, _faults)) return [];
            List<CsvRecord> rows = [];
            foreach (CsvRecord record in records)
                if (record.Fields.Count == _header.Fields.Count) rows.Add(record);
                else
                    _faults.Add(_shown, record.Line, "", "",
                        $"has {record.Fields.Count} fields where the header has {_header.Fields.Count}");
            rows = OneAnalysis(rows);
            SameMeasure(rows);
            List<StudyNumbers> studies = [.. rows.Select(Study)];
            if (studies.Count == 0 && !_faults.Any) _faults.Add(_shown, null, "", "", "holds no study");
            return studies;
        }

        /// <summary>The rows of the analysis that was asked for, of an export that may hold several.</summary>
        private List<CsvRecord> OneAnalysis(List<CsvRecord> rows)
        {
            if (_dialect.Analysis.Count == 0)
            {
                if (_asked.Analysis.Length > 0)
                    _faults.Add(_shown, _header.Line, "", "",
                        $"names no analyses, so that '{_asked.Analysis}' cannot be chosen");
                return rows;
            }
            ILookup<string, CsvRecord> analyses = rows.ToLookup(row =>
                string.Join('.', _dialect.Analysis.Select(column => Cell(row, column))));
            string[] names = [.. analyses.Select(group => group.Key)];
            if (_asked.Analysis.Length == 0 && names.Length == 1) return rows;
            if (names.Contains(_asked.Analysis)) return [.. analyses[_asked.Analysis]];
            _faults.Add(_shown, null, "", "", _asked.Analysis.Length == 0
                ? $"holds {names.Length} analyses; choose one with --analysis: {string.Join(", ", names)}"
                : $"holds no analysis '{_asked.Analysis}'; analyses: {string.Join(", ", names)}");
            return [];
        }

        private void SameMeasure(List<CsvRecord> rows)
        {
            if (!_header.Fields.Contains(MeasureColumn)) return;
            foreach (CsvRecord row in rows.Where(row => Cell(row, MeasureColumn) != _asked.Measure.Key))
                _faults.Add(_shown, row.Line, MeasureColumn, Cell(row, MeasureColumn),
                    $"is not {_asked.Measure.Key}, in which the table is pooled: measures cannot be mixed");
        }

        private StudyNumbers Study(CsvRecord row)
        {
            string group = _asked.Group.Length > 0 ? Cell(row, _asked.Group) : "";
            if (_asked.Group.Length > 0 && group.Length == 0)
                _faults.Add(_shown, row.Line, _asked.Group, "", "is empty; every study needs a subgroup");
            double[] numbers = new double[_names.Count];
            bool[] sound = new bool[_names.Count];
            string label = Label(row);
            for (int i = 0; i < _names.Count; i++)
            {
                string text = Cell(row, _names[i]);
                string wrong = Wrong(text, _asked.Measure.Columns[i].Holds, out numbers[i]);
                sound[i] = wrong.Length == 0;
                if (!sound[i]) _faults.Add(_shown, row.Line, _names[i], text, wrong);
            }
            for (int i = 0; i + 1 < _names.Count; i++)
                if (_asked.Measure.Columns[i].Holds == StudyNumber.Events
                    && sound[i] && sound[i + 1] && numbers[i] > numbers[i + 1])
                    _faults.Add(_shown, row.Line, _names[i], Cell(row, _names[i]),
                        string.Create(CultureInfo.InvariantCulture,
                        $"is above {_names[i + 1]} = {numbers[i + 1]}: more events than people"));
            foreach (string predictor in _asked.Predictors.Where(one => Cell(row, one).Length == 0))
                _faults.Add(_shown, row.Line, predictor, "", "is empty; every study needs a value");
            return new StudyNumbers(label, group, numbers)
            {
                Predictors = [.. _asked.Predictors.Select(one => Cell(row, one))],
            };
        }

        private string Label(CsvRecord row)
        {
            string label = Cell(row, _label), cohort = Cell(row, CohortColumn);
            if (_dialect.Year.Length > 0 && Cell(row, _dialect.Year) is { Length: > 0 } year
                && !label.Contains(year, StringComparison.Ordinal))
                label += $" {year}";
            if (label.Length == 0) _faults.Add(_shown, row.Line, _label, "", "is empty; a study needs a name");
            else if (!_labels.TryAdd(label, row.Line))
                _faults.Add(_shown, row.Line, _label, label, $"stands twice; first on line {_labels[label]}");
            if (cohort.Length > 0 && !_cohorts.TryAdd(cohort, row.Line))
                _faults.Add(_shown, row.Line, CohortColumn, cohort,
                    $"stands twice, first on line {_cohorts[cohort]}: the same people cannot be pooled twice");
            return label;
        }

        private string Cell(CsvRecord record, string name)
        {
            for (int i = 0; i < _header.Fields.Count; i++)
                if (_header.Fields[i] == name) return record.Fields[i];
            return "";
        }
    }
}
