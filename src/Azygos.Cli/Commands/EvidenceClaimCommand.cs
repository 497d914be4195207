using System.CommandLine;
using Azygos.Cli.Screen;
using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Conflict;
using Azygos.Files.EvidenceBase;
using Azygos.Files.Faults;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos evidence claim CLAIM</c>: one claim with verdict, rule, trace and the numbers behind
/// it.</summary>
internal static class EvidenceClaimCommand
{
    public static Command Create(Door door)
    {
        Argument<string> claim = new("CLAIM") { Description = "Name of a claim (azygos evidence claims)." };
        Option<string?> folder = EvidenceCommand.BaseOption();
        Option<bool> json = new("--json") { Description = "Print the result as JSON, and nothing else." };
        CommandWithExamples command = new("claim",
            "Print one claim: its verdict, the rule that gave it, every rule that was tried and why it did not, "
            + "the numbers, other choices of rows, and how far each number is from another verdict.",
            ("azygos evidence claim association", "is CCSVI more common in people with MS?"),
            ("azygos evidence claim harm --json", "harms with their denominators, for another program"))
        {
            claim, folder, json,
        };
        command.SetAction(parsed => Run(door, parsed.GetValue(claim)!, parsed.GetValue(folder), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Door door, string named, string? folder, bool printsJson)
    {
        CuratedBase data = EvidenceCommand.Read(door, folder).Base;
        string[] known = [.. data.Claims.Select(claim => claim.Id)];
        if (data.Claims.FirstOrDefault(claim => claim.Id == named) is not { } node)
            throw new InputRefusedException(new Fault("CLAIM", null, "", "",
                $"'{named}' is not a claim{Nearest.Suggestion(named, known)}; claims: {string.Join(", ", known)}"));
        ClaimResult result = ClaimEvaluation.Of(data, node);
        IReadOnlyList<ConflictDisplay> conflict = result.Finding.Association is null ? [] : ConflictDisplay.All(data);
        if (printsJson) door.Out.Write(ClaimJson.Write(data, [result], conflict));
        else ClaimScreen.Print(data, result, conflict, Screens.ForResults(door));
        return ExitCode.Finished;
    }
}
