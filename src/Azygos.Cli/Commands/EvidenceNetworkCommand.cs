using System.CommandLine;
using Azygos.Cli.Screen;
using Azygos.Evidence.Networks;
using Azygos.Files.EvidenceBase;
using Azygos.Files.EvidenceSheets;
using Azygos.Files.Faults;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos evidence network FILE</c>: more than two treatments compared at once.</summary>
internal static class EvidenceNetworkCommand
{
    public static Command Create(Door door)
    {
        TableQuestion asked = new("CSV table, one row an arm of a trial, with the columns study and treatment.");
        Option<string> measure = new("--measure")
        {
            DefaultValueFactory = _ => "OR",
            Description = "What arms hold: " + string.Join(", ", NetworkColumns.All.Select(one =>
                $"{one.Key} ({one.Name}: {string.Join(", ", one.Columns.Select(column => column.Name))})")) + ".",
        };
        Option<string> treatment = new("--treatment")
        {
            DefaultValueFactory = _ => "treatment",
            Description = "Column that names a treatment.",
        };
        Option<bool> small = new("--small-is-good") { Description = "Small values are good: turns the P-scores." };
        CommandWithExamples command = new("network",
            "Contrast-based network meta-analysis: every pair of treatments, heterogeneity, inconsistency, P-scores.",
            ("azygos evidence network arms.csv --measure OR", "columns study, treatment, events, n"),
            ("azygos evidence network arms.csv --measure MD --small-is-good --json", "means, for another program"));
        asked.AddTo(command);
        foreach (Option option in (Option[])[measure, treatment, small]) command.Add(option);
        command.SetAction(parsed =>
        {
            FaultList faults = new();
            double level = asked.Level(parsed, faults);
            string key = parsed.GetValue(measure)!;
            string[] keys = [.. NetworkColumns.All.Select(one => one.Key)];
            if (!keys.Contains(key))
                faults.Add("--measure", null, "", "",
                    $"'{key}' is not one of {string.Join(", ", keys)}{Nearest.Suggestion(key, keys)}");
            faults.ThrowIfAny();
            NetworkColumns measured = NetworkColumns.Find(key)!;
            string shown = asked.Shown(parsed), study = asked.Study(parsed);
            var arms = NetworkTableReader.Read(door.Absolute(shown), shown, measured,
                study.Length > 0 ? study : "study", parsed.GetValue(treatment)!, faults);
            faults.ThrowIfAny();
            NetworkModel network = TableQuestion.Answer(shown, NetworkModel.Fit(measured.Arms(arms)));
            return asked.Finish(door, parsed, NetworkSheet.Of(
                network, measured, parsed.GetValue(small), level, $"{shown}, network of {measured.Name}s."));
        });
        return command;
    }
}
