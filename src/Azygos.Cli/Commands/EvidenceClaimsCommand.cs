using System.CommandLine;
using Azygos.Cli.Screen;
using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Rules;
using Azygos.Files.EvidenceBase;
using Spectre.Console;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos evidence claims</c>: the verdict on every claim, with the rule that gave it.</summary>
internal static class EvidenceClaimsCommand
{
    public static Command Create(Door door)
    {
        Option<string?> folder = EvidenceCommand.BaseOption();
        Option<bool> json = new("--json") { Description = "Print the results as JSON, and nothing else." };
        CommandWithExamples command = new("claims",
            "Print the verdict on every claim with the rule that gave it, and whether another choice of rows "
            + "gives another.",
            ("azygos evidence claims", "six claims, six verdicts"),
            ("azygos evidence claims --json > claims.json", "with every number behind them"))
        {
            folder, json,
        };
        command.SetAction(parsed => Run(door, parsed.GetValue(folder), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Door door, string? named, bool printsJson)
    {
        CuratedBase data = EvidenceCommand.Read(door, named).Base;
        IReadOnlyList<ClaimResult> claims = ClaimEvaluation.All(data);
        if (printsJson)
        {
            door.Out.Write(ClaimJson.Write(data, claims));
            return ExitCode.Finished;
        }
        IAnsiConsole console = Screens.ForResults(door);
        console.WriteLine($"Claims on CCSVI and MS, rules {data.Rules.Version}. {CuratedBase.Title}.");
        Table table = Screens.Table("claim", "statement", "verdict", "rule", "another verdict under");
        foreach (ClaimResult claim in claims)
        {
            Judgement judged = claim.Finding.Judgement;
            table.Row(claim.Claim.Id, claim.Claim.Statement, VerdictWords.OnScreen(judged.Verdict), judged.Rule,
                string.Join("; ", claim.Sensitivities.Where(one => one.Finding.Judgement.Verdict != judged.Verdict)
                    .Select(one => $"{one.Name}: {VerdictWords.OnScreen(one.Finding.Judgement.Verdict)}")));
        }
        console.Write(table);
        console.WriteLine("azygos evidence claim CLAIM shows trace, numbers and sensitivities. "
            + "This is not medical advice.");
        return ExitCode.Finished;
    }
}
