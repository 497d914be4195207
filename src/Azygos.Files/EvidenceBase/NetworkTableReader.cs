using System.Globalization;
using Azygos.Evidence.Networks;
using Azygos.Evidence.Tables;
using Azygos.Files.Csv;
using Azygos.Files.Faults;

namespace Azygos.Files.EvidenceBase;

/// <summary>Reads a table of trial arms with named columns, one row an arm; other columns are left alone.</summary>
public static class NetworkTableReader
{
    /// <summary>The arms; what is wrong goes to the faults, all of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">Its name for faults.</param>
    /// <param name="measured">What the arms are measured in.</param>
    /// <param name="study">Column that names a trial.</param>
    /// <param name="treatment">Column that names a treatment.</param>
    /// <param name="faults">Where faults go.</param>
    public static IReadOnlyList<(string Study, string Treatment, double[] Numbers)> Read(
        string path, string shown, NetworkColumns measured, string study, string treatment, FaultList faults)
    {
        string[] names = [.. measured.Columns.Select(column => column.Name)];
        if (StudyTableReader.RowsOf(path, shown, faults) is not { } records
            || !StudyTableReader.HasColumns(shown, records[0], [study, treatment, .. names], faults)) return [];
        List<string> header = [.. records[0].Fields];
        List<(string, string, double[])> arms = [];
        Dictionary<(string, string), int> seen = [];
        foreach (CsvRecord record in records.Skip(1))
        {
            if (record.Fields.Count != header.Count)
            {
                faults.Add(shown, record.Line, "", "",
                    $"has {record.Fields.Count} fields where the header has {header.Count}");
                continue;
            }
            (string trial, string given) = (Cell(study), Cell(treatment));
            foreach (string empty in ((string[])[study, treatment]).Where(name => Cell(name).Length == 0))
                faults.Add(shown, record.Line, empty, "", "is empty; an arm needs a trial and a treatment");
            if (!seen.TryAdd((trial, given), record.Line))
                faults.Add(shown, record.Line, treatment, given,
                    $"stands twice in {trial}; first on line {seen[(trial, given)]}");
            double[] numbers = new double[names.Length];
            bool[] sound = new bool[names.Length];
            for (int i = 0; i < names.Length; i++)
            {
                string wrong = StudyTableReader.Wrong(Cell(names[i]), measured.Columns[i].Holds, out numbers[i]);
                sound[i] = wrong.Length == 0;
                if (!sound[i]) faults.Add(shown, record.Line, names[i], Cell(names[i]), wrong);
            }
            if (measured.Columns[0].Holds == StudyNumber.Events && sound[0] && sound[1] && numbers[0] > numbers[1])
                faults.Add(shown, record.Line, names[0], Cell(names[0]), string.Create(CultureInfo.InvariantCulture,
                    $"is above {names[1]} = {numbers[1]}: more events than people"));
            arms.Add((trial, given, numbers));

            string Cell(string name) => record.Fields[header.IndexOf(name)];
        }
        foreach (var lone in arms.GroupBy(arm => arm.Item1).Where(trial => trial.Count() == 1))
            faults.Add(shown, seen[(lone.Key, lone.Single().Item2)], study, lone.Key, "has one arm; a trial needs two");
        if (records.Count == 1) faults.Add(shown, null, "", "", "holds no arm");
        return arms;
    }
}
