using System.CommandLine;
using Azygos.Cli.Screen;
using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Conflict;
using Azygos.Evidence.Specifications;
using Azygos.Evidence.Tables;
using Azygos.Files.EvidenceSheets;
using Azygos.Files.Faults;
using Azygos.Files.Sheets;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos evidence multiverse [FILE]</c>: every defensible analysis of the same studies.</summary>
internal static class EvidenceMultiverseCommand
{
    public static Command Create(Door door)
    {
        StudyTableOptions table = new();
        table.File.Arity = ArgumentArity.ZeroOrOne;
        table.File.Description = "CSV table, one row a study. Default: the studies of the evidence base.";
        Option<string?> folder = EvidenceCommand.BaseOption();
        Option<string?> by = new("--by") { Description = "Column of groups; each is also pooled alone, and left out." };
        Option<bool> all = new("--all")
        {
            Description = "Print every specification too; --json always holds them.",
        };
        CommandWithExamples command = new("multiverse",
            "Pool the same studies in every way that a reviewer could defend (which studies, measure, heterogeneity, "
            + "interval, zero cells) and print the share of specifications on each side of no effect.",
            ("azygos evidence multiverse", "CCSVI and MS, the curated base"),
            ("azygos evidence multiverse studies.csv --measure OR --by blinding --json", "a table of your own"));
        table.AddTo(command, pools: false);
        command.Add(folder);
        command.Add(by);
        command.Add(all);
        command.SetAction(parsed =>
        {
            bool everything = parsed.GetValue(table.Json) || parsed.GetValue(all);
            ResultSheet sheet = parsed.GetValue(table.File) is null
                ? OfBase(EvidenceCommand.Read(door, parsed.GetValue(folder)).Base, everything)
                : OfFile(table.Read(door, parsed, parsed.GetValue(by) ?? ""), everything);
            return table.Finish(door, parsed, sheet);
        });
        return command;
    }

    private static ResultSheet OfBase(CuratedBase data, bool all) => MultiverseSheet.Of(
        ConflictDisplay.Multiverse(data), $"CCSVI and MS, every defensible analysis. {CuratedBase.Title}.",
        CuratedBase.PoolWarning, all);

    private static ResultSheet OfFile(StudyTable table, bool all)
    {
        EffectMeasure measure = table.Measure.IsComparison ? table.Measure
            : throw new InputRefusedException(new Fault("--measure", null, "", "",
                $"{table.Measure.Key} compares no groups, so there are no two sides"));
        Multiverse multiverse = Multiverse.Of(Inclusion.OfTable(table.Studies), new SpecificationGrid
        {
            Measures = SpecificationGrid.SameColumns(measure),
            Level = table.Options.Level,
        });
        return MultiverseSheet.Of(multiverse, $"{table.Shown}, every defensible analysis.", "", all);
    }
}
