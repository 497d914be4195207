using System.CommandLine;
using System.Globalization;
using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Cli.Screen;
using Azygos.Files.Faults;
using Spectre.Console;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos sites [MODEL]</c>: where results are given.</summary>
internal static class SitesCommand
{
    public static Command Create(Door door)
    {
        Argument<string> model = ModelArgument.Create("Model whose sites are listed", Shelf.DefaultModel);
        Option<string?> detail = DetailOption.Create();
        CommandWithExamples command = new("sites", "List the sites at which a model gives results.",
            ("azygos sites", $"sites of {Shelf.DefaultModel}"))
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
        BodyModel? model = new Shelf(door).Model(named, ModelArgument.Name, null, faults);
        faults.ThrowIfAny();
        Table table = Screens.Table("site", "name", "group", "where", "gives");
        foreach (SiteRow site in model!.At(level ?? AnatomicalDetail.Core).Sites)
        {
            bool onVessel = site.Vessel.Length > 0;
            table.Row(site.Id, site.Name, site.Group,
                onVessel
                    ? string.Create(CultureInfo.InvariantCulture, $"{site.Vessel} at {site.Position:0.##}")
                    : site.Node,
                onVessel ? "pressure, flow, area, velocity" : "pressure");
        }
        Screens.ForResults(door).Write(table);
        return ExitCode.Finished;
    }
}
