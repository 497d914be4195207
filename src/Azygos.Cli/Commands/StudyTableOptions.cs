using System.CommandLine;
using System.Globalization;
using Azygos.Cli.Screen;
using Azygos.Evidence;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Tables;
using Azygos.Files.EvidenceBase;
using Azygos.Files.Faults;
using Azygos.Files.Scripts;
using Azygos.Files.Sheets;

namespace Azygos.Cli.Commands;

/// <summary>What every command on a table of studies asks: the file, its columns, the measure and how it is
/// pooled.</summary>
internal sealed class StudyTableOptions
{
    private readonly Option<string> _measure = new("--measure")
    {
        DefaultValueFactory = _ => "OR",
        Description = $"Effect: {string.Join(", ", EffectMeasure.All.Select(one => $"{one.Key} ({one.Name}: "
            + $"{string.Join(", ", one.Columns.Select(column => column.Name))})"))}.",
    };

    private readonly Option<string> _model = new("--model")
    {
        DefaultValueFactory = _ => "REML",
        Description = $"Heterogeneity: {string.Join(", ", HeterogeneityEstimators.All.Select(one => one.Key))}.",
    };

    private readonly Option<string> _interval = new("--ci")
    {
        DefaultValueFactory = _ => "knha",
        Description = "Interval: wald, t, knha (Knapp-Hartung), adhoc (Knapp-Hartung with a floor).",
    };

    private readonly Option<string> _zero = new("--zero")
    {
        DefaultValueFactory = _ => ZeroCellPolicy.Half.Key,
        Description = $"Zero cells: {string.Join("; ", ZeroCellPolicy.All.Select(one => $"{one.Key} ({one.Words})"))}.",
    };

    private readonly Option<string?> _columns = new("--columns")
    {
        Description = "Columns of the numbers, by commas, in the measure's order, where they have other names.",
    };

    private readonly Option<string> _label = new("--label")
    {
        DefaultValueFactory = _ => "",
        Description = "Column that names a study. Default: study, or that of a RevMan export.",
    };

    private readonly Option<string> _analysis = new("--analysis")
    {
        DefaultValueFactory = _ => "",
        Description = "Analysis of a RevMan export that holds several, such as 1.2.",
    };

    private readonly Option<double> _level = new("--level")
    {
        DefaultValueFactory = _ => 0.95,
        Description = "Confidence level, between 0 and 1.",
    };

    /// <summary>The file.</summary>
    public Argument<string> File { get; } = new("FILE")
    {
        Description = "CSV table, one row a study, with a header; or the rows of data that RevMan exports.",
    };

    /// <summary>Prints JSON only.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Print the result as JSON, and nothing else." };

    private readonly Option<string?> _script = new("--r-script")
    {
        Description = "Also write a script that does the analysis again in R (package metafor) and compares.",
    };

    /// <summary>Adds all of them to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="pools">False where the command fixes model and interval itself.</param>
    public void AddTo(Command command, bool pools = true)
    {
        if (pools) command.Add(_script);
        command.Add(File);
        command.Add(_measure);
        if (pools)
        {
            command.Add(_model);
            command.Add(_interval);
        }
        command.Add(_zero);
        command.Add(_columns);
        command.Add(_label);
        command.Add(_analysis);
        command.Add(_level);
        command.Add(Json);
    }

    /// <summary>Prints a result as the command line asks.</summary>
    /// <param name="door">What the command may touch.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="sheet">The result.</param>
    /// <param name="script">The script in R, where one was asked for.</param>
    public int Finish(Door door, ParseResult parsed, ResultSheet sheet, Func<string>? script = null)
    {
        if (script is not null && parsed.GetValue(_script) is { } file)
            ScriptFile.Write(door.Absolute(file), script());
        if (parsed.GetValue(Json)) door.Out.Write(SheetJson.Write(sheet));
        else SheetScreen.Print(sheet, Screens.ForResults(door));
        return ExitCode.Finished;
    }

    /// <summary>Checks the options and reads the file; throws with every fault.</summary>
    /// <param name="door">What the command may touch.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="by">Column of subgroups, or empty.</param>
    /// <param name="predictors">Further columns.</param>
    public StudyTable Read(Door door, ParseResult parsed, string by = "", IReadOnlyList<string>? predictors = null)
    {
        FaultList faults = new();
        (EffectMeasure? measure, ZeroCellPolicy? zero) =
            (EffectMeasure.Find(parsed.GetValue(_measure)!), ZeroCellPolicy.Find(parsed.GetValue(_zero)!));
        if (measure is null) Unknown("--measure", parsed.GetValue(_measure)!, EffectMeasure.All.Select(one => one.Key));
        if (zero is null) Unknown("--zero", parsed.GetValue(_zero)!, ZeroCellPolicy.All.Select(one => one.Key));
        string modelKey = parsed.GetValue(_model) ?? "REML", intervalKey = parsed.GetValue(_interval) ?? "knha";
        if (!HeterogeneityEstimators.TryFind(modelKey, out HeterogeneityEstimator? model))
            Unknown("--model", modelKey, HeterogeneityEstimators.All.Select(one => one.Key));
        CoefficientTest? test = IntervalKeys.Find(intervalKey);
        if (test is null) Unknown("--ci", intervalKey, IntervalKeys.All);
        double level = parsed.GetValue(_level);
        if (!(level > 0 && level < 1))
            faults.Add("--level", null, "", "",
                $"{level.ToString(CultureInfo.InvariantCulture)} is not between 0 and 1");
        string[] columns = parsed.GetValue(_columns)?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        if (measure is not null && columns.Length > 0 && columns.Length != measure.Columns.Count)
            faults.Add("--columns", null, "", "",
                $"{measure.Key} needs {measure.Columns.Count} columns: "
                + $"{string.Join(", ", measure.Columns.Select(one => one.Name))}");
        if (parsed.GetValue(_script) is { } script) ScriptFile.Check(door.Absolute(script), script, faults);
        faults.ThrowIfAny();
        string file = parsed.GetValue(File)!, shown = file.Replace('\\', '/');
        IReadOnlyList<StudyNumbers> studies = StudyTableReader.Read(door.Absolute(file), shown,
            new StudyTableColumns(measure!, columns, parsed.GetValue(_label)!, by)
            {
                Predictors = predictors ?? [],
                Analysis = parsed.GetValue(_analysis)!,
            }, faults);
        faults.ThrowIfAny();
        return new StudyTable(shown, measure!, zero!, studies,
            new PoolingOptions { Estimator = model!, Test = test!.Value, Level = level });

        void Unknown(string option, string value, IEnumerable<string> words)
        {
            string[] all = [.. words];
            faults.Add(option, null, "", "",
                $"'{value}' is not one of {string.Join(", ", all)}{Nearest.Suggestion(value, all)}"
                + (CountPool.All.Any(one => one.Key == value)
                    ? $"; {value} stands beside every pool of counts, under other models" : ""));
        }
    }
}

/// <summary>A table that was read, and how it is to be pooled.</summary>
/// <param name="Shown">Its name for messages.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Zero">The zero-cell policy.</param>
/// <param name="Studies">The studies.</param>
/// <param name="Options">Estimator, interval and level.</param>
internal sealed record StudyTable(
    string Shown, EffectMeasure Measure, ZeroCellPolicy Zero, IReadOnlyList<StudyNumbers> Studies,
    PoolingOptions Options)
{
    /// <summary>The value, or a fault of the file that says why there is none.</summary>
    public T Answer<T>(Outcome<T> outcome, string what)
        where T : notnull
        => outcome.Refused is { } none
            ? throw new InputRefusedException(new Fault(Shown, null, "", "", $"{what}: {none.Reason}"))
            : outcome.Value;
}
