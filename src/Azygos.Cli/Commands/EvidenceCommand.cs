using System.CommandLine;
using Azygos.Files.EvidenceBase;
using Azygos.Files.Shelves;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos evidence</c>: the curated evidence base, its claims, and pooling of a table of one's
/// own.</summary>
internal static class EvidenceCommand
{
    public static Command Create(Door door) => new("evidence",
        "The published evidence on CCSVI: a curated set, not a systematic review. What studies found, what that says "
        + "of six claims by a versioned table of rules, and pooling of a table of your own.")
    {
        EvidenceListCommand.Create(door),
        EvidenceShowCommand.Create(door),
        EvidenceClaimsCommand.Create(door),
        EvidenceClaimCommand.Create(door),
        EvidenceReportCommand.Create(door),
        EvidenceArticleCommand.Create(door),
        EvidenceDiffCommand.Create(door),
        EvidencePoolCommand.Create(door),
        EvidenceRegressCommand.Create(door),
        EvidenceBiasCommand.Create(door),
        EvidenceAccuracyCommand.Create(door),
        EvidenceNetworkCommand.Create(door),
        EvidenceMultiverseCommand.Create(door),
        VerifyCommand.CreateCheck(door),
    };

    /// <summary>The option that names another base.</summary>
    public static Option<string?> BaseOption() => new("--base")
    {
        Description = "Folder with the tables of another evidence base. Default: the one that comes with the program.",
    };

    /// <summary>Reads the base; its faults end the command.</summary>
    public static EvidenceFolder Read(Door door, string? named) =>
        named is null ? new ProgramShelf(door.Home).Evidence() : EvidenceReader.Read(door.Absolute(named));
}
