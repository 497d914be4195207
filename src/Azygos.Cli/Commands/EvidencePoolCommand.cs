using System.CommandLine;
using System.Globalization;
using Azygos.Cli.Screen;
using Azygos.Evidence;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Tables;
using Azygos.Files.EvidenceBase;
using Azygos.Files.Faults;
using Azygos.Files.Folders;
using Azygos.Reports;
using Spectre.Console;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos evidence pool FILE</c>: pools a table of studies with named columns.</summary>
internal static class EvidencePoolCommand
{
    public static Command Create(Door door)
    {
        Argument<string> file = new("FILE") { Description = "CSV table, one row a study, with a header." };
        Option<string> measure = new("--measure")
        {
            DefaultValueFactory = _ => "OR",
            Description = $"Effect: {string.Join(", ", EffectMeasure.All.Select(one => $"{one.Key} ({one.Name}: "
                + $"{string.Join(", ", one.Columns.Select(column => column.Name))})"))}.",
        };
        Option<string> model = new("--model")
        {
            DefaultValueFactory = _ => "REML",
            Description = $"Heterogeneity: {string.Join(", ", HeterogeneityEstimators.All.Select(one => one.Key))}.",
        };
        Option<string> interval = new("--ci")
        {
            DefaultValueFactory = _ => "knha",
            Description = "Interval: wald, t, knha (Knapp-Hartung), adhoc (Knapp-Hartung with a floor).",
        };
        Option<string?> by = new("--by") { Description = "Column of subgroups; each gets a τ² of its own." };
        Option<string?> columns = new("--columns")
        {
            Description = "Columns of the numbers, by commas, in the measure's order, where they have other names.",
        };
        Option<string> label = new("--label")
        {
            DefaultValueFactory = _ => "study",
            Description = "Column that names a study."
        };
        Option<double> level = new("--level")
        {
            DefaultValueFactory = _ => 0.95,
            Description = "Confidence level, between 0 and 1."
        };
        Option<bool> json = new("--json") { Description = "Print the result as JSON, and nothing else." };
        Option<string?> figures = new("--figures")
        {
            Description = "Folder to write the figures to, SVG: forest, funnel, cumulative, leave-one-out, Baujat; "
                + "L'Abbé for "
                + "odds ratios; GOSH for up to 15 studies.",
        };
        CommandWithExamples command = new("pool",
            "Pool a table of studies of your own. Counts with a zero get ½ in that study only. Exit 2: the table "
            + "has faults; all of them are told, with row and column.",
            ("azygos evidence pool studies.csv --measure OR --model REML --ci knha",
                "columns study, events_1, n_1, events_2, n_2"),
            ("azygos evidence pool studies.csv --measure RR --columns a,n1,c,n2 --by blinding --json",
                "columns of other names"),
            ("azygos evidence pool studies.csv --by blinding --figures figures", "figures/forest.svg and others"))
        {
            file, measure, model, interval, by, columns, label, level, json, figures,
        };
        command.SetAction((parsed, cancellation) => RunAsync(door, new Asked(
            parsed.GetValue(file)!, parsed.GetValue(measure)!, parsed.GetValue(model)!, parsed.GetValue(interval)!,
            parsed.GetValue(by) ?? "", parsed.GetValue(columns), parsed.GetValue(label)!, parsed.GetValue(level)),
            parsed.GetValue(json), parsed.GetValue(figures), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        Door door, Asked asked, bool printsJson, string? figures, CancellationToken cancellation)
    {
        FaultList faults = new();
        (StudyTableColumns? columns, PoolingOptions? options) = Check(asked, faults);
        faults.ThrowIfAny();
        string shown = asked.File.Replace('\\', '/');
        IReadOnlyList<StudyNumbers> studies = StudyTableReader.Read(door.Absolute(asked.File), shown, columns!, faults);
        faults.ThrowIfAny();
        Outcome<PooledStudies> pooled = PooledStudies.Of(columns!.Measure, studies, options!);
        if (pooled.Refused is { } none)
            throw new InputRefusedException(new Fault(shown, null, "", "", $"cannot be pooled: {none.Reason}"));
        if (figures is not null)
            await TextFolder.WriteAsync(
                door.Absolute(figures), PoolFigures.Write(pooled.Value, studies), "--figures", cancellation);
        if (printsJson) door.Out.Write(PooledJson.Write(pooled.Value));
        else Print(pooled.Value, Screens.ForResults(door));
        return ExitCode.Finished;
    }

    private static (StudyTableColumns? Columns, PoolingOptions? Options) Check(Asked asked, FaultList faults)
    {
        EffectMeasure? measure = EffectMeasure.Find(asked.Measure);
        if (measure is null) Unknown("--measure", asked.Measure, EffectMeasure.All.Select(one => one.Key));
        bool known = HeterogeneityEstimators.TryFind(asked.Model, out HeterogeneityEstimator? model);
        if (!known) Unknown("--model", asked.Model, HeterogeneityEstimators.All.Select(one => one.Key));
        CoefficientTest? test = IntervalWords.Find(asked.Interval);
        if (test is null) Unknown("--ci", asked.Interval, IntervalWords.Keys);
        if (!(asked.Level > 0 && asked.Level < 1))
            faults.Add("--level", null, "", "",
                $"{asked.Level.ToString(CultureInfo.InvariantCulture)} is not between 0 and 1");
        string[] columns = asked.Columns?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        if (measure is not null && asked.Columns is not null && columns.Length != measure.Columns.Count)
            faults.Add("--columns", null, "", "",
                $"{measure.Key} needs {measure.Columns.Count} columns: "
                + $"{string.Join(", ", measure.Columns.Select(one => one.Name))}");
        return faults.Any ? (null, null) : (new StudyTableColumns(measure!, columns, asked.Label, asked.By),
            new PoolingOptions { Estimator = model!, Test = test!.Value, Level = asked.Level });

        void Unknown(string option, string value, IEnumerable<string> words)
        {
            string[] all = [.. words];
            faults.Add(option, null, "", "",
                $"'{value}' is not one of {string.Join(", ", all)}{Nearest.Suggestion(value, all)}");
        }
    }

    private static void Print(PooledStudies pooled, IAnsiConsole console)
    {
        EffectMeasure measure = pooled.Measure;
        PooledFit fit = pooled.Fit;
        string level = $"{(100 * fit.Level).ToString("G4", CultureInfo.InvariantCulture)} %";
        Table table = Screens.Table("study", measure.Name, $"{level} interval", "weight", "group");
        foreach (StudyEffect study in pooled.Studies)
            table.Row(study.Label, Number(study.Effect), Limits(study.Lower, study.Upper),
                $"{study.WeightPercent.ToString("F1", CultureInfo.InvariantCulture)} %", study.Group);
        table.Row($"pooled, k = {fit.Model.Count}", Number(measure.Shown(fit.Mean.Estimate)),
            Limits(measure.Shown(fit.Mean.Lower), measure.Shown(fit.Mean.Upper)), "100 %", "");
        if (pooled.Subgroups is { } groups)
            foreach ((string name, PooledFit one) in groups.Levels.Zip(groups.Fits))
                table.Row($"{name}, k = {one.Model.Count}", Number(measure.Shown(one.Mean.Estimate)),
                    Limits(measure.Shown(one.Mean.Lower), measure.Shown(one.Mean.Upper)), "", name);
        console.Write(table);
        console.WriteLine($"Model {fit.Estimator.Key}, interval {IntervalWords.Key(fit.Test)}; "
            + $"p {Number(fit.Mean.PValue)}; "
            + $"τ² {Number(fit.Tau2)}, I² {fit.I2Percent.ToString("F1", CultureInfo.InvariantCulture)} %, "
            + $"Q {Number(fit.Heterogeneity.Statistic)} (p {Number(fit.Heterogeneity.PValue)}).");
        console.WriteLine(pooled.Prediction is { } prediction
            ? $"{level} prediction interval {Limits(measure.Shown(prediction.Lower), measure.Shown(prediction.Upper))}."
            : "No prediction interval from fewer than three studies.");
        if (pooled.Subgroups is { } parts)
            console.WriteLine($"Between subgroups: Q {Number(parts.Between.Statistic)}, "
                + $"{parts.Between.Degrees.ToString(CultureInfo.InvariantCulture)} df, "
                + $"p {Number(parts.Between.PValue)}.");
        foreach ((string study, string why) in pooled.LeftOut) console.WriteLine($"Left out: {study}: {why}.");
        foreach (string remark in fit.Remarks) console.WriteLine($"Remark: {remark}.");
    }

    private static string Limits(double lower, double upper) => $"{Number(lower)} to {Number(upper)}";

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>What the command line asks for.</summary>
    private sealed record Asked(
        string File, string Measure, string Model, string Interval, string By, string? Columns, string Label,
        double Level);
}
