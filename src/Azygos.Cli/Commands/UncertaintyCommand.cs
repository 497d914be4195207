using System.CommandLine;
using Azygos.Body.Anatomy;
using Azygos.Body.Calibration;
using Azygos.Body.Model;
using Azygos.Cli.Screen;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;
using Spectre.Console;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos uncertainty</c>: what assumed collateral dimensions leave open.</summary>
internal sealed class UncertaintyCommand
{
    private const int MostSamples = 100_000;

    private readonly Door door;

    private readonly Option<string> model = new("--model")
    {
        HelpName = "NAME|DIR",
        DefaultValueFactory = _ => Shelf.DefaultModel,
        Description = "Model: a name from 'azygos models', or the path of a model folder.",
    };

    private readonly Option<string?> detail = DetailOption.Create();

    private readonly Option<int> samples = new("--samples")
    {
        DefaultValueFactory = _ => new UncertaintySettings().Samples,
        Description = "Samples of each posture.",
    };

    private readonly Option<int> seed = new("--seed")
    {
        DefaultValueFactory = _ => new UncertaintySettings().Seed,
        Description = "Seed of the samples.",
    };

    private readonly Option<string> output = new("--out")
    {
        HelpName = "FILE",
        DefaultValueFactory = _ => "uncertainty.csv",
        Description = "File to write, whole or not at all; put it into the model folder, and reports show it.",
    };

    private UncertaintyCommand(Door door) => this.door = door;

    public static Command Create(Door door)
    {
        UncertaintyCommand uncertainty = new(door);
        CommandWithExamples command = new("uncertainty",
            "Sample the assumed collateral dimensions of a model (collaterals.csv), solve the mean-flow state of each "
            + "sample, supine and sitting, and write quantiles of the headline values. Nothing is refitted.",
            ("azygos uncertainty", "200 samples of the default model to uncertainty.csv"),
            ("azygos uncertainty --model my-model --out my-model/uncertainty.csv", "where its reports look for it"))
        {
            uncertainty.model, uncertainty.detail, uncertainty.samples, uncertainty.seed, uncertainty.output,
        };
        command.SetAction(uncertainty.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        FaultList faults = new();
        AnatomicalDetail level = DetailOption.Read(parsed.GetValue(detail), faults) ?? AnatomicalDetail.Core;
        BodyModel? body = new Shelf(door).Model(parsed.GetValue(model)!, "--model", null, faults);
        if (body is { Collaterals.Count: 0 })
        {
            faults.Add("--model", null, "", "", $"{body.Id} has no collaterals.csv: it does not say what to vary");
        }
        if (parsed.GetValue(samples) is < 1 or > MostSamples)
        {
            faults.Add("--samples", null, "", "",
                $"'{parsed.GetValue(samples)}' is outside the allowed range: from 1 to {MostSamples}");
        }
        if (parsed.GetValue(seed) < 0)
        {
            faults.Add("--seed", null, "", "", $"'{parsed.GetValue(seed)}' is outside the allowed range: 0 and more");
        }
        string file = door.Absolute(parsed.GetValue(output)!);
        if (!Directory.Exists(Path.GetDirectoryName(file)) || Directory.Exists(file))
        {
            faults.Add("--out", null, "", "", $"{parsed.GetValue(output)} is not a file in a folder that is there");
        }
        faults.ThrowIfAny();
        UncertaintySettings settings = new()
        {
            Samples = parsed.GetValue(samples),
            Seed = parsed.GetValue(seed),
            Detail = level,
        };
        IReadOnlyList<UncertaintyRow> rows = await WatchAsync(
            progress => BodyUncertainty.Run(body!, settings, progress, cancellation));
        cancellation.ThrowIfCancellationRequested();
        await UncertaintyFile.WriteAsync(file, rows, cancellation);
        FitScreen.Print(body!, rows, Screens.ForResults(door));
        door.Out.WriteLine($"table: {Path.GetRelativePath(door.Directory, file)}");
        return ExitCode.Finished;
    }

    private async Task<IReadOnlyList<UncertaintyRow>> WatchAsync(
        Func<IProgress<double>?, IReadOnlyList<UncertaintyRow>> run)
    {
        if (!door.ErrorIsTerminal)
        {
            return await Task.Run(() => run(null));
        }
        return await Screens.ForProgress(door).Progress().AutoClear(true).StartAsync(context =>
        {
            ProgressTask bar = context.AddTask("mean-flow states", maxValue: 1);
            return Task.Run(() => run(new Bar(bar)));
        });
    }

    private sealed class Bar(ProgressTask bar) : IProgress<double>
    {
        public void Report(double value) => bar.Value = value;
    }
}
