using System.CommandLine;
using Azygos.Circulation.Blocks;
using Azygos.Circulation.Running;
using Azygos.Circulation.Translations;
using Azygos.Cli.Screen;
using Azygos.Files.Faults;
using Azygos.Files.OpenBf;
using Azygos.Files.Runs;
using Azygos.Files.SvOneD;
using Azygos.Files.SvZeroD;
using Azygos.Files.VesselModels;
using Spectre.Console;

namespace Azygos.Cli.Commands;

/// <summary>Models of other programs: <c>azygos import FILE</c>, and <c>azygos simulate FILE</c>.</summary>
/// <remarks>The ending of the file says which program: <c>.json</c> svZeroDSolver, <c>.yaml</c> or <c>.yml</c> openBF,
/// <c>.in</c> svOneDSolver.</remarks>
internal static class ForeignModels
{
    private static readonly Dictionary<string, BlockUnits> Units =
        new[] { BlockUnits.Cgs, BlockUnits.MillimetresOfMercury }.ToDictionary(units => units.Name);

    /// <summary>The option for a model's units, which its file does not say.</summary>
    public static Option<string?> UnitsOption() => new("--units")
    {
        HelpName = string.Join('|', Units.Keys),
        Description = "Units of a model of another program, whose file does not say them. Default: cgs "
            + "(dyn/cm2, mL, s). Results are in the units of the model.",
    };

    /// <summary>True when the argument names a file of another program's model.</summary>
    public static bool IsOne(string? argument) =>
        argument is not null && Endings.Contains(Path.GetExtension(argument).ToLowerInvariant());

    private static readonly string[] Endings = [".json", ".yaml", ".yml", ".in"];

    private static bool HasVessels(string file) => !file.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>The command <c>import</c>.</summary>
    public static Command Create(Door door)
    {
        Argument<string> file = new("FILE")
        {
            Description = "Model of svZeroDSolver (.json), openBF (.yaml) or svOneDSolver (.in).",
        };
        ModelArgument.RefuseOptions(file);
        Option<string?> units = UnitsOption();
        CommandWithExamples command = new(
            "import",
            "Read a model of another program and report what every part of it becomes. What is not understood is "
            + "refused by name. 'azygos simulate FILE' runs it.",
            ("azygos import aorta.json", "a model of svZeroDSolver"),
            ("azygos import heart.json --units mmHg-mL", "the same, written in mmHg and mL"),
            ("azygos import arm.yaml", "a network of openBF; the table of its inflow lies beside it"),
            ("azygos import bifurcation.in", "a network of svOneDSolver"))
        {
            file, units,
        };
        command.SetAction(parsed =>
        {
            string named = parsed.GetValue(file)!;
            if (!IsOne(named))
            {
                FaultList faults = new();
                faults.Add("FILE", null, "", "", $"'{named}' must end in {string.Join(", ", Endings)}");
                faults.ThrowIfAny();
            }
            if (HasVessels(named)) Print(door, ReadVessels(door, named, parsed.GetValue(units), new FaultList()));
            else Print(door, Read(door, named, parsed.GetValue(units), new FaultList()));
            return ExitCode.Finished;
        });
        return command;
    }

    /// <summary>Runs a model as its own file says and writes a folder.</summary>
    /// <param name="door">What the command may touch.</param>
    /// <param name="file">The model's file as the user named it.</param>
    /// <param name="units">Name of its units; null: cgs.</param>
    /// <param name="output">The folder; null: the next free one.</param>
    /// <param name="quiet">True: nothing is printed.</param>
    /// <param name="cancellation">Ends the run.</param>
    public static async Task<int> SimulateAsync(
        Door door, string file, string? units, string? output, bool quiet, CancellationToken cancellation)
    {
        FaultList faults = new();
        string? folder = output is null ? null : door.Absolute(output);
        if (folder is not null) RunFolder.CheckFree(folder, "--out", faults);
        if (HasVessels(file)) return await SimulateVesselsAsync(door, file, units, folder, quiet, faults, cancellation);
        BlockModel model = Read(door, file, units, faults);
        BlockResult result = BlockSimulation.Run(model, cancellation);
        if (result.Stopped.Length > 0)
        {
            door.Error.WriteLine($"{file}: {result.Stopped}; nothing was written.");
            return ExitCode.Stopped;
        }
        folder ??= RunFolder.NextFree(door.Absolute("runs"), Path.GetFileNameWithoutExtension(file));
        await ModelRunFolder.WriteAsync(folder, model, result, file, Door.Version, cancellation);
        if (quiet) return ExitCode.Finished;
        Print(door, model);
        IAnsiConsole console = Screens.ForResults(door);
        console.WriteLine(result.Cycles == 0 ? "Nothing varies: its steady state."
            : FormattableString.Invariant($"{result.Cycles} cycles, step {result.Step:G3} s, ")
                + FormattableString.Invariant($"last halving {result.Refinement:G2}."));
        console.WriteLine($"Written: {Path.GetRelativePath(door.Directory, folder)}");
        return ExitCode.Finished;
    }

    private static async Task<int> SimulateVesselsAsync(
        Door door, string file, string? units, string? folder, bool quiet, FaultList faults,
        CancellationToken cancellation)
    {
        VesselModel model = ReadVessels(door, file, units, faults);
        VesselModelResult result = VesselModelRun.Run(model, cancellation: cancellation);
        if (result.Outcome is RunOutcome.Stopped stopped)
        {
            door.Error.WriteLine(FormattableString.Invariant(
                $"{file}: {stopped.Reason} at {stopped.Place}, {stopped.Time:G4} s; nothing was written."));
            return ExitCode.Stopped;
        }
        folder ??= RunFolder.NextFree(door.Absolute("runs"), Path.GetFileNameWithoutExtension(file));
        await VesselRunFolder.WriteAsync(folder, model, result, file, Door.Version, cancellation);
        if (quiet) return ExitCode.Finished;
        Print(door, model);
        RunReport report = result.Outcome.Report;
        IAnsiConsole console = Screens.ForResults(door);
        console.WriteLine((report.Periods == 0
            ? FormattableString.Invariant($"{report.SimulatedSeconds:G4} s simulated")
            : FormattableString.Invariant($"Periodic after {report.Periods} cycles to {report.PeriodicResidual:P2} of each pulse"))
            + FormattableString.Invariant($", {result.Cells} cells, blood conserved to {report.ConservationError:G2}."));
        console.WriteLine($"Written: {Path.GetRelativePath(door.Directory, folder)}");
        return ExitCode.Finished;
    }

    private static VesselModel ReadVessels(Door door, string file, string? units, FaultList faults)
    {
        if (units is not null)
            faults.Add("--units", null, "", "", "belongs to models of svZeroDSolver; this format has units of its own");
        VesselModel? model = file.EndsWith(".in", StringComparison.OrdinalIgnoreCase)
            ? SvOneDReader.ReadFile(door.Absolute(file), file, faults)
            : OpenBfReader.ReadFile(door.Absolute(file), file, faults);
        faults.ThrowIfAny();
        return model!;
    }

    private static void Print(Door door, VesselModel model)
    {
        IAnsiConsole console = Screens.ForResults(door);
        Table table = Screens.Table("part", "becomes");
        foreach (TranslatedPart part in model.Mapping) table.Row(part.Part, part.Becomes);
        console.Write(table);
        console.WriteLine($"{model.Network.Vessels.Count} vessels, {model.Network.Nodes.Count} nodes; units {model.Units.Name}.");
        if (model.WithoutEffect.Count > 0)
            console.WriteLine($"Understood and without effect: {string.Join(", ", model.WithoutEffect)}");
    }

    private static BlockModel Read(Door door, string file, string? units, FaultList faults)
    {
        BlockUnits? chosen = null;
        if (units is not null && !Units.TryGetValue(units, out chosen))
            faults.Add("--units", null, "", "",
                $"'{units}' must be one of {string.Join(", ", Units.Keys)}{Nearest.Suggestion(units, Units.Keys)}");
        BlockModel? model = SvZeroDReader.ReadFile(door.Absolute(file), file, faults, chosen);
        faults.ThrowIfAny();
        return model!;
    }

    private static void Print(Door door, BlockModel model)
    {
        IAnsiConsole console = Screens.ForResults(door);
        Table table = Screens.Table("block", "becomes");
        foreach (Block block in model.Blocks) table.Row(block.Name, block.Circuit);
        console.Write(table);
        console.WriteLine($"{model.Blocks.Count} blocks, {model.Connections.Count} connections; units {model.Units.Name}.");
        if (model.WithoutEffect.Count > 0)
            console.WriteLine($"Understood and without effect: {string.Join(", ", model.WithoutEffect)}");
    }
}
