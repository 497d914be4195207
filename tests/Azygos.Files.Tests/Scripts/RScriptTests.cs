using Azygos.Evidence.Bias;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Tables;
using Azygos.Files.Faults;
using Azygos.Files.Scripts;

namespace Azygos.Files.Tests.Scripts;

/// <summary>What stands in a script; that R gets the same was checked by running it (docs/validation/evidence-engine).
/// </summary>
public sealed class RScriptTests
{
    private static readonly StudyNumbers[] s_studies =
    [
        new("Änne \"quoted\" \\ 2001", "x", new double[] { 5, 20, 2, 20 }) { Predictors = ["2001"] },
        new("b", "x", new double[] { 0, 30, 4, 28 }) { Predictors = ["2003"] },
        new("c", "y", new double[] { 8, 25, 3, 25 }) { Predictors = ["2009"] },
        new("d", "y", new double[] { 3, 25, 4, 25 }) { Predictors = ["2010"] },
    ];

    private static readonly EffectMeasure s_odds = EffectMeasure.Find("OR")!;

    [Fact]
    public void A_pool_holds_the_numbers_the_method_and_what_must_come_out()
    {
        PooledStudies pooled = PooledStudies.Of(s_odds, s_studies,
            new PoolingOptions { Test = CoefficientTest.KnappHartungFloor, Level = 0.9 }).Value;
        string script = RScript.Of(pooled, s_studies, "1.2.3");
        foreach (string part in (string[])["# Written by azygos 1.2.3:", "library(metafor)",
            "\"Änne \\\"quoted\\\" \\\\ 2001\"", "`events_1` = c(5, 0, 8, 3)",
            "add = 0.5, to = \"only0\", drop00 = TRUE",
            "method = \"REML\", test = \"adhoc\", level = 90", "effects$group == \"y\"",
            string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"all.equal(as.numeric(coef(fit)), {pooled.Fit.Mean.Estimate:R}")])
            Assert.Contains(part, script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("half_everywhere", "to = \"all\", drop00 = TRUE")]
    [InlineData("left_out", "to = \"none\", drop00 = TRUE")]
    [InlineData("half_and_double_zero", "to = \"only0\", drop00 = FALSE")]
    [InlineData("by_group_size", "ai = a, bi = b, ci = c, di = d, add = 0")]
    public void Each_zero_cell_policy_is_said_in_the_words_of_escalc(string key, string words) => Assert.Contains(words,
        RScript.Of(PooledStudies.Of(s_odds, s_studies, new PoolingOptions(), ZeroCellPolicy.Find(key)).Value, s_studies,
            "1"), StringComparison.Ordinal);

    [Fact]
    public void A_regression_names_its_predictors_and_bias_its_tests()
    {
        RegressedStudies regressed = RegressedStudies.Of(s_odds, s_studies, new PoolingOptions(), ZeroCellPolicy.Half,
            [new Predictor("year of print", null)], [], permutes: true).Value;
        string script = RScript.Of(regressed, s_studies, "1");
        Assert.Contains("`year of print` = c(2001, 2003, 2009, 2010)", script, StringComparison.Ordinal);
        Assert.Contains("mods = ~ `year of print`", script, StringComparison.Ordinal);
        Assert.Contains("permutest(fit, exact = TRUE", script, StringComparison.Ordinal);
        BiasAnalysis bias = BiasAnalysis.Of(s_odds, s_studies, new PoolingOptions(), ZeroCellPolicy.Half).Value;
        Assert.Contains("regtest(fit, model = \"lm\")", RScript.Of(bias, s_studies, ZeroCellPolicy.Half, "1"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_origin_is_not_overwritten()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "a.R");
        FaultList faults = new();
        ScriptFile.Check(path, "a.R", faults);
        ScriptFile.Write(path, RScript.Mark + " 1\n");
        ScriptFile.Check(path, "a.R", faults);
        Assert.False(faults.Any);
        File.WriteAllText(path, "x <- 1\n");
        ScriptFile.Check(path, "a.R", faults);
        ScriptFile.Check(Path.Combine(folder.Path, "no", "a.R"), "no/a.R", faults);
        Assert.Equal(["--r-script: a.R exists and was not written by azygos; name another file",
            "--r-script: the folder of no/a.R does not exist"], faults.Found.Select(fault => fault.ToString()));
    }
}
