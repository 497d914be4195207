using Azygos.Circulation.Verification;
using Azygos.Files.Benchmarks;

namespace Azygos.Files.Tests.Benchmarks;

/// <summary>Every own case holds its bars, and every lumped one of the shared set.</summary>
public sealed class CasesHoldTests
{
    [Theory]
    [InlineData("own")]
    [InlineData("shared")]
    public void Cases_hold(string set)
    {
        List<string> wrong = [];
        foreach (CaseResult result in SetResults.Of(set))
        {
            foreach (BarResult bar in result.Bars.Where(bar => bar.Verdict != Verdict.Held))
                wrong.Add($"{result.Case.Name} {BenchmarkNames.Of(bar.Bar.Metric)} at {bar.Bar.Probe}: "
                    + $"{VerificationJson.Of(bar.Verdict)} {bar.Measured:G4} {bar.Reason}");
        }
        Assert.Empty(wrong);
        Assert.True(VerificationSummary.Of(SetResults.Of(set)).Held > 0);
    }
}
