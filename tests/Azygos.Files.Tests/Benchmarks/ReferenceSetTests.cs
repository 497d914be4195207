using Azygos.Circulation.Verification;
using Azygos.Files.Benchmarks;
using Azygos.Files.Faults;

namespace Azygos.Files.Tests.Benchmarks;

/// <summary>The sets of cases are read without a fault, and each of their bars can tell right from wrong.</summary>
public sealed class ReferenceSetTests
{
    [Theory]
    [InlineData("own")]
    [InlineData("shared")]
    public void Every_case_is_read(string set)
    {
        FaultList faults = new();
        IReadOnlyList<VerificationCase> cases = BenchmarkReader.ReadAll(CaseSets.Folder(set), set, faults);
        Assert.Empty(faults.Found);
        Assert.NotEmpty(cases);
    }

    [Theory]
    [InlineData("own")]
    [InlineData("shared")]
    public void Every_bar_holds_for_its_reference_and_fails_for_the_reference_moved_by_three_bars(string set)
    {
        List<string> wrong = [];
        foreach (VerificationCase @case in BenchmarkReader.ReadAll(CaseSets.Folder(set), set, new FaultList()))
            foreach (Bar bar in @case.Bars.Where(bar => bar.Metric != Metric.RmsRelativeWorst))
            {
                string name = $"{@case.Name}: {BenchmarkNames.Of(bar.Metric)} at {bar.Probe}";
                double held = BarMeasurement.Measure(@case, bar, ReferenceAsResult.Of(@case, bar, moved: false));
                double missed = BarMeasurement.Measure(@case, bar, ReferenceAsResult.Of(@case, bar, moved: true));
                if (!bar.Holds(held)) wrong.Add($"{name}: reference misses, {held:G4} against {bar.Limit:G4}");
                if (bar.Holds(missed)) wrong.Add($"{name}: moved reference holds, {missed:G4} against {bar.Limit:G4}");
            }
        Assert.Empty(wrong);
    }
}
