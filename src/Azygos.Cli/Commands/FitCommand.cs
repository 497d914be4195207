using System.CommandLine;
using Azygos.Body.Anatomy;
using Azygos.Body.Calibration;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Cli.Screen;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos fit</c>: turns the fitted knobs of a model until its supine targets are met.</summary>
internal sealed class FitCommand
{
    private readonly Door door;

    private readonly Option<string> targets = new("--targets")
    {
        HelpName = "supine",
        Required = true,
        Description = "Data to fit to: supine. Other postures are predictions, and never fitted.",
    };

    private readonly Option<string> model = new("--model")
    {
        HelpName = "NAME|DIR",
        DefaultValueFactory = _ => Shelf.DefaultModel,
        Description = "Model to fit: a name from 'azygos models', or the path of a model folder.",
    };

    private readonly Option<string?> detail = DetailOption.Create();

    private readonly Option<string> from = new("--from")
    {
        HelpName = "start|shipped",
        DefaultValueFactory = _ => "start",
        Description = "Knobs at which the fit begins: start (before calibration), or as the tables hold them.",
    };

    private readonly Option<bool> steadyOnly = new("--steady-only")
    {
        Description = "Fit the mean-flow state alone, without beating runs.",
    };

    private readonly Option<string?> output = new("--out")
    {
        HelpName = "DIR",
        Description = "Model folder to write, with the new numbers; must not exist. Default: nothing is written.",
    };

    private FitCommand(Door door) => this.door = door;

    public static Command Create(Door door)
    {
        FitCommand fit = new(door);
        CommandWithExamples command = new("fit",
            "Turn the fitted knobs of a model (calibration.csv) until its supine targets (validation.csv) are met: "
            + "least squares on the mean-flow state, corrected by beating runs. Exit 0: every target holds; 1: the fit "
            + "failed; 3: a target is missed.",
            ("azygos fit --targets supine", "every knob from its value before calibration"),
            ("azygos fit --targets supine --from shipped --out refitted", "from the tables; writes a new model folder"),
            ("azygos fit --targets supine --model my-model --steady-only", "a model of your own, without beating"))
        {
            fit.targets, fit.model, fit.detail, fit.from, fit.steadyOnly, fit.output,
        };
        command.SetAction(fit.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        FaultList faults = new();
        Refuse(parsed.GetValue(targets)!, ["supine"], "--targets", faults);
        Refuse(parsed.GetValue(from)!, ["start", "shipped"], "--from", faults);
        AnatomicalDetail level = DetailOption.Read(parsed.GetValue(detail), faults) ?? AnatomicalDetail.Core;
        Shelf shelf = new(door);
        BodyModel? body = shelf.Model(parsed.GetValue(model)!, "--model", null, faults);
        string? folder = parsed.GetValue(output) is { } named ? door.Absolute(named) : null;
        if (folder is not null)
        {
            ChangedModelFolder.CheckFree(folder, "--out", faults);
        }
        if (body is not null && !body.Calibration.Any(Knobs.IsFitted))
        {
            faults.Add("--model", null, "", "", $"{body.Id} has no knob that is fitted to a row of validation.csv");
        }
        faults.ThrowIfAny();
        FitSettings settings = new() { FromStart = parsed.GetValue(from) == "start", Detail = level };
        BeatingRun? beating = parsed.GetValue(steadyOnly)
            ? null
            : (turned, stop) => door.Simulate(turned, new SimulationSettings { Detail = level }, null, stop);
        FitResult result = await Task.Run(
            () => BodyFit.Run(body!, settings, beating, new Progress(door), cancellation), cancellation);
        cancellation.ThrowIfCancellationRequested();
        FitScreen.Print(result, Screens.ForResults(door));
        if (result.Failure is { } failure)
        {
            door.Error.WriteLine($"The fit failed: {failure}.");
            return ExitCode.Stopped;
        }
        if (folder is not null)
        {
            await ChangedModelFolder.WriteAsync(
                shelf.FolderOf(parsed.GetValue(model)!), folder, Knobs.Changes(body!, result.Model), cancellation);
            door.Out.WriteLine($"model: {Path.GetRelativePath(door.Directory, folder)}");
        }
        return result.Targets.Any(target => target.Held is false) ? ExitCode.Missed : ExitCode.Finished;
    }

    private static void Refuse(string word, string[] allowed, string option, FaultList faults)
    {
        if (!allowed.Contains(word))
        {
            faults.Add(option, null, "", "",
                $"'{word}' is not one of {string.Join(", ", allowed)}{Nearest.Suggestion(word, allowed)}");
        }
    }

    /// <summary>One line a step, on terminals only.</summary>
    private sealed class Progress(Door door) : IProgress<FitProgress>
    {
        public void Report(FitProgress value)
        {
            if (door.ErrorIsTerminal)
            {
                door.Error.WriteLine(FormattableString.Invariant(
                    $"round {value.Round}, {value.Word}, step {value.Step}: misfit {value.Misfit:0.000}"));
            }
        }
    }
}
