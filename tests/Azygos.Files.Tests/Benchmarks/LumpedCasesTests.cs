using Azygos.Circulation.Verification;
using Azygos.Files.Benchmarks;
using Azygos.Files.Faults;

namespace Azygos.Files.Tests.Benchmarks;

/// <summary>Every lumped case of the sets runs and holds its bars; the others say that they were not run.</summary>
public sealed class LumpedCasesTests
{
    [Theory]
    [InlineData("own")]
    [InlineData("shared")]
    public void Lumped_cases_hold_and_others_are_not_run(string set)
    {
        List<string> missed = [];
        int held = 0;
        foreach (VerificationCase @case in BenchmarkReader.ReadAll(CaseSets.Folder(set), set, new FaultList()))
        {
            bool lumped = @case.Family is CaseFamily.ZeroD or CaseFamily.Stenosis;
            foreach (BarResult result in CaseRunner.Run(@case, TestContext.Current.CancellationToken).Bars)
            {
                string name = $"{@case.Name} {BenchmarkNames.Of(result.Bar.Metric)} at {result.Bar.Probe}";
                if (result.Verdict == Verdict.Held) held++;
                if (result.Verdict != (lumped ? Verdict.Held : Verdict.NotRun))
                    missed.Add($"{name}: {result.Verdict} {result.Measured:G4} {result.Reason}");
            }
        }
        Assert.Empty(missed);
        Assert.True(held > 0);
    }
}
