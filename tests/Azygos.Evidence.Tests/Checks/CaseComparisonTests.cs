using System.Text.Json;
using Azygos.Evidence.Checks;

namespace Azygos.Evidence.Tests.Checks;

public sealed class CaseComparisonTests
{
    [Fact]
    public void Values_within_tolerance_pass_and_others_are_named()
    {
        CaseVerdict good = Compare("""{"beta": [1.0, 2.0], "pval": 0.5}""",
            new() { ["beta"] = new[] { 1 + 1e-9, 2 }, ["pval"] = 0.5 * (1 + 1e-7) });
        Assert.True(good.Passed);
        Assert.Equal(3, good.Compared);
        CaseVerdict bad = Compare("""{"beta": [1.0, 2.0]}""", new() { ["beta"] = new[] { 1.0, 2.1 } });
        Assert.Equal("beta[1]", Assert.Single(bad.Misses).Path);
    }

    [Fact]
    public void A_missing_value_a_wrong_length_and_a_number_for_a_null_are_misses()
    {
        Assert.Equal("not computed", Assert.Single(Compare("""{"se": 1.0}""", []).Misses).Got);
        Assert.False(Compare("""{"se": [1.0]}""", new() { ["se"] = new[] { 1.0, 2.0 } }).Passed);
        Assert.False(Compare("""{"se": null}""", new() { ["se"] = 1.0 }).Passed);
        Assert.True(Compare("""{"se": null}""", new() { ["se"] = null }).Passed);
    }

    [Fact]
    public void Held_missed_and_disputed_values_add_up_to_those_compared()
    {
        CaseVerdict verdict = Compare(
            """{"beta": [1.0, 2.0], "se": 1.0, "name": "a", "BIC": "Infinity"}""",
            new() { ["beta"] = new[] { 1 + 5e-9, 3 }, ["name"] = "b", ["BIC"] = double.PositiveInfinity });
        Assert.Equal((5, 2, 3, 0), (verdict.Compared, verdict.Held, verdict.Misses.Count, verdict.Disputed.Count));
        Assert.InRange(verdict.WorstInTolerances, 0.1, 1);
    }

    [Fact]
    public void Tau2_truncated_to_0_must_be_exactly_0()
    {
        Assert.False(Compare("""{"tau2": 0}""", new() { ["tau2"] = 1e-300 }).Passed);
        Assert.True(Compare("""{"tau2": 0}""", new() { ["tau2"] = 0.0 }).Passed);
    }

    [Fact]
    public void Infinity_is_text_and_tiny_probabilities_are_absolute()
    {
        Assert.True(Compare("""{"BIC": "-Infinity", "pval": 1e-305}""",
            new() { ["BIC"] = double.NegativeInfinity, ["pval"] = 0.0 }).Passed);
        Assert.False(Compare("""{"BIC": "-Infinity"}""", new() { ["BIC"] = 3.0 }).Passed);
    }

    [Fact]
    public void An_expected_value_that_does_not_solve_its_equation_is_disputed_only_if_ours_does()
    {
        static double Equation(double x) => x * x / 2 - 1;
        CaseVerdict ours =
            Compare("""{"x": 1.42}""", new() { ["x"] = new CheckedValue(Math.Sqrt(2)) { Residual = Equation } });
        Assert.True(ours.Passed);
        Assert.Single(ours.Disputed);
        Assert.False(Compare("""{"x": 1.4142135623730951}""",
            new() { ["x"] = new CheckedValue(1.42) { Residual = Equation } }).Passed);
        Assert.False(
            Compare("""{"x": 1.43}""", new() { ["x"] = new CheckedValue(1.42) { Residual = Equation } }).Passed);
    }

    [Fact]
    public void A_variant_must_hit_the_expected_value()
    {
        Assert.True(Compare("""{"x": 2.0}""", new() { ["x"] = new CheckedValue(1) { Variant = 2 } }).Passed);
        Assert.False(Compare("""{"x": 2.0}""", new() { ["x"] = new CheckedValue(1) { Variant = 2.001 } }).Passed);
    }

    [Fact]
    public void A_lower_likelihood_explains_small_differences_and_a_higher_one_explains_none()
    {
        CaseValues values = new() { ["x"] = 1.001 };
        values.Objective = (-10, static _ => -10.00001);
        Assert.True(Compare("""{"x": 1.0}""", values).Passed);
        values.Objective = (-10, static _ => -9.9);
        Assert.False(Compare("""{"x": 1.0}""", values).Passed);
        values = new() { ["x"] = 2.0 };
        values.Objective = (-10, static _ => -10.00001);
        Assert.False(Compare("""{"x": 1.0}""", values).Passed);
    }

    [Fact]
    public void A_refusal_is_right_exactly_where_an_error_is_expected()
    {
        CaseTable table = new(new Dictionary<string, string[]> { ["yi"] = ["0.4", "0.6"], ["vi"] = ["0", "0.04"] });
        const string Options = """{"yi": "yi", "vi": "vi", "tau2_method": "DL", "test": "z"}""";
        Assert.True(CaseRunner.Run(Case("univariate", Options, """{"error": true}"""), table).Passed);
        Assert.False(CaseRunner.Run(Case("univariate", Options, """{"k": 2}"""), table).Passed);
        CaseVerdict unknown = CaseRunner.Run(Case("no-such-task", Options, """{"k": 2}"""), table);
        Assert.False(unknown.Supported);
    }

    private static CaseVerdict Compare(string expected, CaseValues values)
        => CaseComparison.Compare(Case("univariate", "{}", expected), values);

    private static EvidenceCase Case(string task, string options, string expected)
        => new("made up", "one", task, JsonDocument.Parse(options).RootElement,
            JsonDocument.Parse(expected).RootElement, 1e-8);
}
