using Azygos.Circulation.Verification;
using Azygos.Files.Benchmarks;

namespace Azygos.Files.Tests.Benchmarks;

/// <summary>Every lumped case of the sets runs and holds its bars; the others say that they were not run.</summary>
public sealed class LumpedCasesTests
{
    [Theory]
    [InlineData("own")]
    [InlineData("shared")]
    public void Lumped_cases_hold_and_others_are_not_run(string set)
    {
        List<string> wrong = [];
        foreach (CaseResult result in SetResults.Of(set))
        {
            bool lumped = result.Case.Family is CaseFamily.ZeroD or CaseFamily.Stenosis or CaseFamily.Womersley;
            foreach (BarResult bar in result.Bars.Where(bar => bar.Verdict != (lumped ? Verdict.Held : Verdict.NotRun)))
                wrong.Add($"{result.Case.Name} {BenchmarkNames.Of(bar.Bar.Metric)} at {bar.Bar.Probe}: "
                    + $"{VerificationJson.Of(bar.Verdict)} {bar.Measured:G4} {bar.Reason}");
        }
        Assert.Empty(wrong);
        Assert.True(VerificationSummary.Of(SetResults.Of(set)).Held > 0);
    }
}
