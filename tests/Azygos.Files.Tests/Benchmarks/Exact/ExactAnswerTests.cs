using Azygos.Circulation.Verification;
using Azygos.Files.Benchmarks;
using Azygos.Files.Faults;

namespace Azygos.Files.Tests.Benchmarks.Exact;

/// <summary>References and expected numbers of vessel cases are what the exact solutions say.</summary>
/// <remarks>With <c>AZYGOS_REGENERATE=references</c> in the environment those of the own cases are written anew
/// first.</remarks>
public sealed class ExactAnswerTests
{
    [Theory]
    [InlineData("own")]
    [InlineData("shared")]
    public void Every_reference_is_that_of_the_exact_solution(string set)
    {
        List<string> wrong = [];
        int compared = 0;
        foreach ((VerificationCase @case, CaseRun run, ExactAnswer answer) in Answers(set))
            foreach (SeriesReference reference in @case.References.OfType<SeriesReference>())
            {
                if (reference.Run != run.Id) continue;
                foreach ((string probe, double[] values) in reference.Values)
                {
                    double[] exact = answer.Series(@case.Probe(probe), reference.Abscissa);
                    double scale = Math.Max(values.Max(Math.Abs), exact.Max(Math.Abs));
                    double worst = exact.Zip(values, (e, r) => Math.Abs(e - r)).Max() / scale;
                    compared++;
                    if (!(worst <= Digits(set, @case, run)))
                        wrong.Add($"{@case.Name} {run.Id} {probe}: off by {worst:G3}");
                }
            }
        Assert.Empty(wrong);
        Assert.True(compared > 0);
    }

    [Theory]
    [InlineData("own")]
    [InlineData("shared")]
    public void Every_expected_number_is_that_of_the_exact_solution(string set)
    {
        List<string> wrong = [];
        int compared = 0;
        foreach ((VerificationCase @case, CaseRun run, ExactAnswer answer) in Answers(set))
            foreach (Bar bar in @case.Bars.Where(one => one.Runs[0] == run.Id && one.ExpectedValue is not null))
            {
                if (answer.Number(bar, @case.ForRun(run.Id).Probe(bar.Probe)) is not { } exact) continue;
                compared++;
                double expected = bar.ExpectedValue!.Value, off = Math.Abs(exact - expected);
                if (!(off <= Digits(set, @case, run) * Math.Abs(expected)))
                    wrong.Add($"{@case.Name} {run.Id} {BenchmarkNames.Of(bar.Metric)} {bar.Probe}: "
                        + $"{expected:R} is {exact:R}");
            }
        Assert.Empty(wrong);
        Assert.True(compared > 0);
    }

    // Own tables print 12 digits. The shared ones print 10 (1e-9 of the largest value is room for the last one), less:
    // its viscous pulse is a discrete Fourier transform, which repeats in time and so folds the slow tail back (1e-4);
    // its waterfall was integrated with a smooth chamber pressure, of which the case holds a table (1e-8, next to the
    // critical state 1e-7); its tapered arteries were integrated to about 1e-9.
    private static double Digits(string set, VerificationCase @case, CaseRun run) => set == "own" ? 1e-10
        : @case.Family == CaseFamily.Pulse && @case.ForRun(run.Id).Network.Fluid!.Viscosity > 0 ? 1e-4
        : @case.Family == CaseFamily.Starling ? 2e-7
        : @case.Name.StartsWith("steady/tapered", StringComparison.Ordinal) ? 2e-9
        : 1e-9;

    private static IEnumerable<(VerificationCase Case, CaseRun Run, ExactAnswer Answer)> Answers(string set)
    {
        string folder = CaseSets.Folder(set);
        FaultList faults = new();
        IReadOnlyList<VerificationCase> cases = BenchmarkReader.ReadAll(folder, set, faults);
        faults.ThrowIfAny();
        if (set == "own" && Environment.GetEnvironmentVariable("AZYGOS_REGENERATE") == "references")
        {
            foreach (VerificationCase @case in cases) ExactCaseFile.Rewrite(folder, @case);
            cases = BenchmarkReader.ReadAll(folder, set, faults);
        }
        foreach (VerificationCase @case in cases)
            foreach (CaseRun run in @case.Runs)
                if (ExactAnswer.Of(@case, run.Id) is { } answer) yield return (@case, run, answer);
    }
}
