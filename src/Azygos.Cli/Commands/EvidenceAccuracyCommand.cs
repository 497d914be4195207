using System.CommandLine;
using Azygos.Cli.Screen;
using Azygos.Evidence.Accuracy;
using Azygos.Evidence.Tables;
using Azygos.Files.EvidenceBase;
using Azygos.Files.EvidenceSheets;
using Azygos.Files.Faults;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos evidence accuracy FILE</c>: sensitivity and specificity pooled together.</summary>
internal static class EvidenceAccuracyCommand
{
    public static Command Create(Door door)
    {
        TableQuestion asked = new("CSV table, one row a study, with the columns study, tp, fn, fp, tn.");
        Option<string?> columns = new("--columns")
        {
            Description = "Columns of true positives, false negatives, false positives and true negatives, by commas, "
                + "where they have other names.",
        };
        CommandWithExamples command = new("accuracy",
            "Pool the accuracy of a test: bivariate models of the counts and of their logits, summary curve, ratios, "
            + "Deeks' test.",
            ("azygos evidence accuracy studies.csv", "columns study, tp, fn, fp, tn"),
            ("azygos evidence accuracy studies.csv --columns TP,FN,FP,TN --json", "columns of other names"));
        asked.AddTo(command);
        command.Add(columns);
        command.SetAction(parsed =>
        {
            FaultList faults = new();
            double level = asked.Level(parsed, faults);
            string[] names = parsed.GetValue(columns)?.Split(',', StringSplitOptions.TrimEntries) ?? [];
            if (names.Length is not (0 or 4))
                faults.Add("--columns", null, "", "", "4 columns are needed: tp, fn, fp, tn");
            faults.ThrowIfAny();
            string shown = asked.Shown(parsed);
            IReadOnlyList<StudyNumbers> studies = StudyTableReader.Read(door.Absolute(shown), shown,
                new StudyTableColumns(PooledAccuracy.Columns, names, asked.Study(parsed), ""), faults);
            faults.ThrowIfAny();
            PooledAccuracy result = TableQuestion.Answer(shown, PooledAccuracy.Of(studies, level));
            return asked.Finish(door, parsed, AccuracySheet.Of(result, $"{shown}, accuracy of a test."));
        });
        return command;
    }
}
