using System.CommandLine;
using System.Globalization;
using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Cli.Screen;
using Azygos.Files.Faults;
using Spectre.Console;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos show MODEL</c>: what a model is, how large, on what basis, and its parameters.</summary>
internal static class ShowCommand
{
    public static Command Create(Door door)
    {
        Argument<string> model = ModelArgument.Create("Model to show", fallback: null);
        Option<string?> detail = DetailOption.Create();
        CommandWithExamples command = new(
            "show", "Show what a model is made of, and the parameters that --set accepts.",
            ($"azygos show {Shelf.DefaultModel}", "description, size, bases, parameters with their ranges"),
            ("azygos show ./my-model", "the same of a folder, or every fault in it"),
            ("azygos show healthy-adult --detail core", "what the core holds, and where each bed of tier 2 hangs there"))
        {
            model, detail,
        };
        command.SetAction(parsed => Run(door, parsed.GetValue(model)!, parsed.GetValue(detail)));
        return command;
    }

    private static int Run(Door door, string named, string? detail)
    {
        FaultList faults = new();
        AnatomicalDetail? level = DetailOption.Read(detail, faults);
        BodyModel? read = new Shelf(door).Model(named, ModelArgument.Name, null, faults);
        faults.ThrowIfAny();
        BodyModel model = read!.At(level ?? AnatomicalDetail.Core);
        IAnsiConsole console = Screens.ForResults(door);
        console.WriteLine($"{model.Id}: {model.Name}");
        console.WriteLine(model.Description);
        console.WriteLine($"files' SHA-256: {model.Hash}");
        console.WriteLine(Vessels(read!, model));
        console.Write(Size(model));
        if (level == AnatomicalDetail.Core && CoreDetail.Of(read!).Moved is { Count: > 0 } moved)
        {
            console.Write(Moved(moved));
        }
        console.Write(Parameters(model));
        console.WriteLine("Numbers of tables are set as TABLE.ROW.COLUMN, "
            + "such as --set vessels.ROW.rest_area_cm2=0.5.");
        return ExitCode.Finished;
    }

    private static string Vessels(BodyModel read, BodyModel model)
    {
        string kinds = string.Join(", ", model.Vessels.GroupBy(vessel => vessel.Kind)
            .Select(kind => $"{kind.Key} {kind.Count()}"));
        string left = model.Vessels.Count == read.Vessels.Count ? ""
            : $"; core detail leaves out {read.Vessels.Count - model.Vessels.Count} vessels of tier 2, --detail full has them";
        return $"vessels by kind: {kinds}{left}";
    }

    private static Table Moved(IReadOnlyList<MovedBed> moved)
    {
        Table table = Screens.Table("bed of tier 2", "hangs in the core on", "as part of");
        foreach (MovedBed bed in moved)
        {
            table.Row(bed.Bed, bed.CoreArtery, bed.Into);
        }
        return table;
    }

    private static Table Size(BodyModel model)
    {
        Table table = Screens.Table("table", "rows", "published", "second-hand", "derived", "recalled", "assumed");
        Add("vessels", model.Vessels.Select(row => row.Provenance));
        Add("beds", model.Beds.Select(row => row.Provenance));
        Add("cerebral_beds", model.CerebralBeds.Select(row => row.Provenance));
        Add("cerebral_drains", model.CerebralDrains.Select(row => row.Provenance));
        Add("bridging_veins", model.BridgingVeins.Select(row => row.Provenance));
        Add("compartments", model.Compartments.Select(row => row.Provenance));
        Add("chambers", model.Chambers.Select(row => row.Provenance));
        Add("valves", model.Valves.Select(row => row.Provenance));
        Add("walls", model.Walls.Select(row => row.Provenance));
        Add("nodes", model.Nodes.Select(row => row.Provenance));
        Add("parameters", model.Parameters.Values.Select(row => row.Provenance));
        return table;

        void Add(string name, IEnumerable<Provenance> rows)
        {
            List<Provenance> all = [.. rows];
            table.Row(name, $"{all.Count}", Count(Basis.Published), Count(Basis.PublishedSecondary),
                Count(Basis.Derived), Count(Basis.Recalled), Count(Basis.Assumed));

            string Count(Basis basis) => $"{all.Count(row => row.Basis == basis)}";
        }
    }

    private static Table Parameters(BodyModel model)
    {
        Table table = Screens.Table("parameter", "value", "unit", "range", "meaning");
        foreach (ScalarParameter parameter in model.Parameters.Values)
        {
            table.Row(parameter.Path, Print(parameter.Value), parameter.Unit,
                $"{Print(parameter.Minimum)} to {Print(parameter.Maximum)}", parameter.Meaning);
        }
        return table;
    }

    private static string Print(double number) => number.ToString(CultureInfo.InvariantCulture);
}
