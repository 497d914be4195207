using System.CommandLine;
using Azygos.Cli.Screen;
using Azygos.Evidence.Tables;
using Azygos.Files.EvidenceBase;
using Azygos.Files.EvidenceSheets;
using Azygos.Files.Faults;
using Azygos.Files.Scripts;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos evidence regress FILE</c>: do effects go with columns of the table?</summary>
internal static class EvidenceRegressCommand
{
    public static Command Create(Door door)
    {
        StudyTableOptions table = new();
        Option<string> mods = new("--mods") { Required = true, Description = "Columns of predictors, by commas." };
        Option<string?> references = new("--reference")
        {
            Description = "Levels that categories are compared with, such as blinding=blinded, by commas. Default: the "
                + "first in the alphabet. A column named here is a category even if it holds numbers.",
        };
        Option<string?> interactions = new("--interactions")
        {
            Description = "Pairs of predictors whose products enter, such as year:blinding, by commas.",
        };
        Option<bool> permutes = new("--permute")
        {
            Description = "Also the p of all rearrangements of the predictors over the studies (a sample of 9,999 "
                + "where they are more than 20,000).",
        };
        CommandWithExamples command = new("regress",
            "Meta-regression of a table of your own: coefficients, R², predictions, exact permutation p. A column is "
            + "a number where every cell is one, else a category.",
            ("azygos evidence regress studies.csv --measure OR --mods blinding --permute", "does blinding matter?"),
            ("azygos evidence regress studies.csv --mods year,blinding --reference blinding=blinded --json",
                "two predictors, for another program"));
        table.AddTo(command);
        foreach (Option option in (Option[])[mods, references, interactions, permutes]) command.Add(option);
        command.SetAction(parsed =>
        {
            FaultList faults = new();
            string[] names = Split(parsed.GetValue(mods));
            Dictionary<string, string> levels = References(Split(parsed.GetValue(references)), faults);
            IReadOnlyList<(int, int)> pairs = Pairs(Split(parsed.GetValue(interactions)), names, faults);
            foreach (string twice in names.Distinct().Where(name => names.Count(one => one == name) > 1))
                faults.Add("--mods", null, "", "", $"'{twice}' stands twice");
            faults.ThrowIfAny();
            StudyTable read = table.Read(door, parsed, "", names);
            IReadOnlyList<Predictor> predictors = PredictorReader.Read(read.Studies, names, levels, faults);
            faults.ThrowIfAny();
            RegressedStudies result = read.Answer(RegressedStudies.Of(read.Measure, read.Studies, read.Options,
                read.Zero, predictors, pairs, parsed.GetValue(permutes)), "cannot be regressed");
            return table.Finish(door, parsed,
                RegressionSheet.Of(result, $"{read.Shown}, regressed on {string.Join(", ", names)}."),
                () => RScript.Of(result, read.Studies, Door.Version));
        });
        return command;
    }

    private static string[] Split(string? list) =>
        list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static Dictionary<string, string> References(string[] written, FaultList faults)
    {
        Dictionary<string, string> levels = [];
        foreach (string one in written)
            if (one.Split('=', 2) is not [var column, var level] || !levels.TryAdd(column.Trim(), level.Trim()))
                faults.Add("--reference", null, "", "", $"'{one}' is not column=level, each column once");
        return levels;
    }

    private static List<(int, int)> Pairs(string[] written, string[] names, FaultList faults)
    {
        List<(int, int)> pairs = [];
        foreach (string one in written)
        {
            int[] at = [.. one.Split(':', StringSplitOptions.TrimEntries).Select(name => Array.IndexOf(names, name))];
            if (at.Length == 2 && at[0] >= 0 && at[1] >= 0 && at[0] != at[1]) pairs.Add((at[0], at[1]));
            else faults.Add("--interactions", null, "", "", $"'{one}' is not a pair of columns of --mods");
        }
        return pairs;
    }
}
