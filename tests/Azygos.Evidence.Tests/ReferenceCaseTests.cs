using Azygos.Evidence.Checks;
using Azygos.Files.EvidenceCases;
using Azygos.Files.Faults;

namespace Azygos.Evidence.Tests;

/// <summary>
/// Runs a folder of evidence-cases/1 files, when one lies beside the checkout, and compares every value. The suite's
/// own reference values are in the tests of each estimator; this is the long list.
/// </summary>
public sealed class ReferenceCaseTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_supported_case_agrees_within_its_tolerance()
    {
        string? root = Folder();
        Assert.SkipWhen(root is null, "no folder shared/reference/evidence-cases beside the checkout");
        FaultList faults = new();
        IReadOnlyList<ReadEvidenceCase> cases = EvidenceCaseReader.ReadAll(root!, "evidence-cases", faults);
        Assert.Empty(faults.Found);
        CaseVerdict[] verdicts = [.. cases.Select(static c => CaseRunner.Run(c.Case, c.Table))];
        foreach (IGrouping<string, CaseVerdict> task in verdicts.GroupBy(static v => v.Case.Task))
            output.WriteLine(
                $"{task.Key}: {task.Count(static v => v.Passed)} pass, "
                + $"{task.Count(static v => v.Supported && !v.Passed)} miss, "
                + $"{task.Count(static v => !v.Supported)} not supported yet; "
                + $"{task.Sum(static v => v.Compared)} values, "
                + $"{task.Sum(static v => v.Disputed.Count)} disputed; "
                + $"worst accepted error {task.Max(static v => v.WorstError):E1}");
        string[] misses = [.. verdicts.Where(static v => v.Supported && !v.Passed)
            .Select(static v => $"{v.Case.Dataset}/{v.Case.Task}/{v.Case.Id}: {v.Misses[0]}")];
        Assert.True(misses.Length == 0, string.Join(Environment.NewLine, misses));
        Assert.NotEmpty(verdicts);
    }

    private static string? Folder()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string candidate = Path.Combine(at.FullName, "shared", "reference", "evidence-cases");
            if (Directory.Exists(candidate)) return candidate;
        }
        return null;
    }
}
