using System.CommandLine;
using System.Globalization;
using Azygos.Body.Anatomy;
using Azygos.Body.Calibration;
using Azygos.Body.Model;
using Azygos.Body.Prediction;
using Azygos.Cli.Screen;
using Azygos.Files.Cases;
using Azygos.Files.Faults;
using Azygos.Files.Predictions;
using Spectre.Console;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos predict [MODEL]</c>: what a model says of manoeuvres it was not fitted to, beside what was
/// measured.</summary>
internal sealed class PredictCommand
{
    /// <summary>The model that states predictions.</summary>
    private const string DefaultModel = "healthy-adult";

    private readonly Door door;
    private readonly Argument<string> model = ModelArgument.Create("Model whose predictions are computed", DefaultModel);
    private readonly Option<string?> detail = DetailOption.Create();

    private readonly Option<string?> posture = new("--posture")
    {
        HelpName = "supine|sitting|upright|DEGREES",
        Description = "Only predictions of this posture. Default: all.",
    };

    private readonly Option<string?> only = new("--only")
    {
        HelpName = "ID|GROUP,…",
        Description = "Only these: ids or groups, with * for any letters, separated by commas. Default: all.",
    };

    private readonly Option<bool> steady = new("--steady")
    {
        Description = "Leave out those that take beats: seconds instead of minutes.",
    };

    private readonly Option<bool> json = new("--json")
    {
        Description = "Print the outcomes as JSON to standard output, and nothing else.",
    };

    private PredictCommand(Door door) => this.door = door;

    public static Command Create(Door door)
    {
        PredictCommand predict = new(door);
        CommandWithExamples command = new("predict",
            "Compute the manoeuvres of a model's predictions.csv and print each hit or missed, with size. A miss is a "
            + "result: the exit code stays 0.",
            ("azygos predict", $"all predictions of {DefaultModel}"),
            ("azygos predict --posture sitting --steady", "those of sitting, without beats"),
            ("azygos predict --only stenosis,valsalva* --json", "a group and some ids, for another program"))
        {
            predict.model, predict.detail, predict.posture, predict.only, predict.steady, predict.json,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(predict.Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        FaultList faults = new();
        AnatomicalDetail level = DetailOption.Read(parsed.GetValue(detail), faults) ?? AnatomicalDetail.Core;
        BodyModel? body = new Shelf(door).Model(parsed.GetValue(model)!, ModelArgument.Name, null, faults);
        double? tilt = null;
        if (parsed.GetValue(posture) is { } asked)
        {
            if (Posture.TryRead(asked, out double read, out string reason)) tilt = read;
            else faults.Add("--posture", null, "", "", $"'{asked}' {reason}");
        }
        List<PredictionRow> rows = body is null ? [] : Asked(body, parsed, tilt, faults);
        faults.ThrowIfAny();
        Predictor predictor = new(body!, level);
        List<PredictionOutcome> outcomes = [];
        foreach (PredictionRow row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            outcomes.Add(predictor.Judge(row, cancellation));
        }
        if (parsed.GetValue(json))
        {
            door.Out.Write(PredictionJson.Write(body!, level, outcomes));
        }
        else
        {
            Print(outcomes, Screens.ForResults(door));
        }
        return ExitCode.Finished;
    }

    private List<PredictionRow> Asked(BodyModel body, ParseResult parsed, double? tilt, FaultList faults)
    {
        IEnumerable<PredictionRow> rows = body.Predictions;
        if (body.Predictions.Count == 0)
        {
            faults.Add(ModelArgument.Name, null, "", "", $"{body.Id} states no predictions: it has no predictions.csv");
        }
        if (parsed.GetValue(only) is { } wanted)
        {
            string[] patterns = wanted.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            foreach (string pattern in patterns.Where(pattern => !body.Predictions.Any(row => Fits(pattern, row))))
            {
                faults.Add("--only", null, "", "", $"'{pattern}' fits no prediction of {body.Id}"
                    + Nearest.Suggestion(pattern, body.Predictions.SelectMany(row => new[] { row.Id, row.Group })));
            }
            rows = rows.Where(row => patterns.Any(pattern => Fits(pattern, row)));
        }
        bool skipsBeats = parsed.GetValue(steady);
        List<PredictionRow> asked =
            [.. rows.Where(row => (tilt is null || row.Tilt == tilt) && !(skipsBeats && row.Beating))];
        if (asked.Count == 0 && faults.Count == 0)
        {
            faults.Add("--posture", null, "", "", "with the other options leaves no prediction; postures: "
                + string.Join(", ", body.Predictions.Select(row => row.Tilt).Distinct().Order()
                    .Select(angle => Number(angle) + "°")));
        }
        return asked;
    }

    private static bool Fits(string pattern, PredictionRow row) =>
        NamePattern.Fits(pattern, row.Id) || NamePattern.Fits(pattern, row.Group);

    private static void Print(List<PredictionOutcome> outcomes, IAnsiConsole console)
    {
        Table table = Screens.Table("prediction", "what", "tilt", "measured", "band", "computed", "unit", "verdict", "blind");
        foreach (PredictionOutcome outcome in outcomes)
        {
            PredictionRow row = outcome.Row;
            table.Row(row.Id, row.Label, Number(row.Tilt), row.Value is { } value ? Number(value) : "",
                row.HasDatum ? $"{End(row.Low)} … {End(row.High)}" : "", outcome.Computed is { } computed
                    ? Number(computed) : "", row.Unit, Verdict(outcome), row.Blind ? "yes" : "no");
        }
        console.Write(table);
        foreach (PredictionOutcome outcome in outcomes.Where(outcome => outcome.Failure.Length > 0))
        {
            console.WriteLine($"{outcome.Row.Id} was not computed: {outcome.Failure}");
        }
        List<PredictionOutcome> judged = [.. outcomes.Where(outcome => outcome.Hit is not null)];
        console.WriteLine($"{judged.Count(outcome => outcome.Hit == true)} of {judged.Count} hit; of those blind, "
            + $"{judged.Count(outcome => outcome is { Hit: true, Row.Blind: true })} of "
            + $"{judged.Count(outcome => outcome.Row.Blind)}. A miss is a result; it simulates, it is not a diagnosis.");
    }

    private static string Verdict(PredictionOutcome outcome) => outcome.Hit switch
    {
        true => "hit",
        false => $"missed, {Number(Math.Abs(outcome.Miss!.Value))} {(outcome.Miss < 0 ? "below" : "above")}",
        _ => outcome.Computed is null ? "not computed" : "no datum",
    };

    private static string End(double? end) => end is { } number ? Number(number) : "";

    private static string Number(double number) => number.ToString("G4", CultureInfo.InvariantCulture);
}
