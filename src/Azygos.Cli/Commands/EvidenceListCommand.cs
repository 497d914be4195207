using System.CommandLine;
using System.Globalization;
using Azygos.Cli.Screen;
using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Rows;
using Spectre.Console;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos evidence list</c>: the studies of the base, with counts, blinding, risk of bias and
/// status.</summary>
internal static class EvidenceListCommand
{
    public static Command Create(Door door)
    {
        Option<string?> folder = EvidenceCommand.BaseOption();
        CommandWithExamples command = new("list",
            "List the studies of how common CCSVI is, with counts, blinding, risk of bias (chosen, test, reference, "
            + "missing) and how the counts were seen; then published pools, statements, and the sizes of the other "
            + "tables.",
            ("azygos evidence list", "every study, the pooled ones marked"))
        {
            folder,
        };
        command.SetAction(parsed => Run(door, parsed.GetValue(folder)));
        return command;
    }

    private static int Run(Door door, string? named)
    {
        CuratedBase data = EvidenceCommand.Read(door, named).Base;
        IAnsiConsole console = Screens.ForResults(door);
        console.WriteLine($"Studies of CCSVI in MS. {CuratedBase.Title}.");
        Table table = Screens.Table("study", "year", "country", "endpoint", "MS", "controls", "control type",
            "blinding", "bias", "seen", "pooled");
        foreach (StudyRow row in data.Studies)
        {
            table.Row(row.Id, row.Year?.ToString(CultureInfo.InvariantCulture) ?? "", row.Country, row.EndpointClass,
                Share(row.CasesPositive, row.Cases), Share(row.ControlsPositive, row.Controls), Words(row.ControlType),
                Words(row.Blinding) + (row.BlindingDisputed ? ", disputed" : ""),
                string.Concat(Sign(row.Selection), Sign(row.IndexTest), Sign(row.ReferenceTest), Sign(row.Flow)),
                Words(row.Status),
                !row.InPrimaryPool ? "" : row.Status == RowStatus.Verified ? "yes" : "sensitivity only");
        }
        console.Write(table);
        console.WriteLine("bias: chosen, venous test, reference, missing people; + low, - high, ? unclear. "
            + "Provisional: mostly abstracts were seen.");
        Pools(data, console);
        Statements(data, console);
        console.WriteLine($"{data.Criteria.Count} rows on criteria and agreement, {data.Trials.Count} on trials, "
            + $"{data.Harms.Count} on harms, {data.Statements.Count} statements, {data.PublishedPools.Count} "
            + $"published pools, {data.Votes.Count} on claims. Rules {data.Rules.Version}. SHA-256 {data.Hash}");
        return ExitCode.Finished;
    }

    private static void Pools(CuratedBase data, IAnsiConsole console)
    {
        console.WriteLine("Pooled values as published; they never count beside their own studies:");
        Table table = Screens.Table("row", "review", "question", "studies", "measure", "value", "interval", "seen", "");
        foreach (PublishedPoolRow row in data.PublishedPools)
            table.Row(row.Id, row.Review, row.Question, Number(row.Studies), row.Measure, Number(row.Effect),
                row is { Lower: { } low, Upper: { } high } ? $"{Number(low)} to {Number(high)}" : "", Words(row.Status),
                row is { Measure: "OR", Effect: not null } ? CuratedBase.PoolWarning : "");
        console.Write(table);
    }

    private static void Statements(CuratedBase data, IAnsiConsole console)
    {
        console.WriteLine("What bodies said; not counted as evidence:");
        Table table = Screens.Table("row", "date", "body", "country", "position", "seen");
        foreach (StatementRow row in data.Statements)
            table.Row(row.Id, row.Date, row.Body, row.Country, row.Summary, Words(row.Status));
        console.Write(table);
    }

    private static string Number(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Share(int? positive, int? total) =>
        total is null
            ? "not seen"
            : string.Create(CultureInfo.InvariantCulture, $"{(positive is { } x ? x : "?")}/{total}");

    private static string Sign(RiskOfBias risk) =>
        risk switch { RiskOfBias.Low => "+", RiskOfBias.High => "-", _ => "?" };

    private static string Words(string word) => word.Replace('_', ' ');

    private static string Words(Blinding blinding) => blinding switch
    {
        Blinding.Blinded => "blinded",
        Blinding.NotBlinded => "not blinded",
        _ => "not stated",
    };

    private static string Words(RowStatus status) => status switch
    {
        RowStatus.Verified => "primary text",
        RowStatus.Secondary => "second-hand",
        _ => "not seen",
    };
}
