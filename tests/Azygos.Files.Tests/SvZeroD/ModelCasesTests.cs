using Azygos.Circulation.Verification;
using Azygos.Files.Benchmarks;

namespace Azygos.Files.Tests.SvZeroD;

/// <summary>Every model in svZeroDSolver's format of the sets runs and holds its bars.</summary>
public sealed class ModelCasesTests
{
    [Theory]
    [InlineData("own")]
    [InlineData("shared")]
    public void Every_model_holds_its_bars(string set)
    {
        IReadOnlyList<CaseResult> results = ModelCases.Of(set);
        Assert.NotEmpty(results);
        Assert.Empty(results.SelectMany(result => result.Bars, (result, bar) => (result, bar))
            .Where(one => one.bar.Verdict != Verdict.Held)
            .Select(one => $"{one.result.Case.Name}: {VerificationJson.Of(one.bar.Verdict)} {one.bar.Measured:G4} "
                + one.bar.Reason));
    }

    // What the step of the reference costs is said beside the verdict; where valves switch it is not small.
    [Fact]
    public void The_error_of_the_references_own_step_is_told()
    {
        CaseResult heart = ModelCases.Of("own").First(result => result.Case.Name.EndsWith("coronaries"));
        ConvergedAnswer converged = Assert.Single(heart.Runs).Converged!;
        Assert.InRange(converged.Distance, 0.1, 0.3);
        Assert.InRange(converged.Refinement, 0, 1e-4);
        Assert.All(ModelCases.Of("own").Where(result => result != heart),
            result => Assert.Null(result.Runs[0].Converged));
    }
}
