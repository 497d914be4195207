using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Files.Comparisons;
using Azygos.Files.Harms;
using Azygos.Files.Runs;
using Azygos.Reports.Tests.Evidence;

namespace Azygos.Reports.Tests.Runs;

/// <summary>Pages of treated bodies: harms and trials, never a benefit alone.</summary>
public sealed class TreatedPageTests
{
    private static readonly HarmAccount Jugular = HarmAccount.Of(isOtherDisease: false, ShippedEvidence.Base.Base);
    private static readonly HarmAccount Sinus = HarmAccount.Of(isOtherDisease: true, ShippedEvidence.Base.Base);

    [Fact]
    public void The_report_of_a_treated_body_begins_with_harms_and_trials()
    {
        string page = ReportPage.Write(FakeRuns.Supine(), null, Jugular);
        int harms = page.IndexOf("id=\"harms\"", StringComparison.Ordinal);
        Assert.InRange(harms, 1, page.IndexOf("id=\"veins\"", StringComparison.Ordinal));
        foreach (string words in (string[])["a small benefit is not excluded", "rate unknown", "In 1,000 stents",
            "In 1,000 procedures", "In 1,000 people", "is possible", "MSQOL-54"])
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"harms\"", ReportPage.Write(FakeRuns.Supine()), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_disease_is_labelled_and_shows_no_harms_of_ccsvi()
    {
        string page = ReportPage.Write(FakeRuns.Supine(), null, Sinus);
        Assert.Contains("Different disease; not evidence for CCSVI.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("In 1,000 procedures", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_puts_harms_beside_the_change_and_recommends_nothing()
    {
        string page = ComparisonPage.Write(Compared(Jugular));
        int change = page.IndexOf("What the body does", StringComparison.Ordinal);
        int harm = page.IndexOf("What happened to people", StringComparison.Ordinal);
        Assert.True(page.IndexOf("class=\"pair\"", StringComparison.Ordinal) < change && change < harm);
        Assert.Contains("Effect on multiple sclerosis: zero (chosen)", page, StringComparison.Ordinal);
        Assert.Contains("reported, rate unknown", page, StringComparison.Ordinal);
        Assert.Contains("recommends nothing", page, StringComparison.Ordinal);
        Assert.Contains("class=\"fig change-pull-back\"", page, StringComparison.Ordinal);
        Assert.Equal(page, ComparisonPage.Write(Compared(Jugular)));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_procedure_the_page_says_so()
    {
        string page = ComparisonPage.Write(Compared(null));
        Assert.Contains("No procedure was done", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"harms\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Iron_stands_under_HYPOTHESIS_and_only_where_it_was_asked_for()
    {
        SimulationResult run = FakeRuns.Supine() with
        {
            BridgingVeins =
            [
                new BridgingVeinMean(
                    new BridgingVeinRow("b", "Parasagittal bridging veins, right", "x", "y", 0.3, new(Basis.Assumed, "", "")),
                    200, 14.1, 6, 9.5, 1.2),
            ],
        };
        Assert.DoesNotContain("id=\"iron\"", ReportPage.Write(run), StringComparison.Ordinal);
        string page = ReportPage.Write(run with { Settings = run.Settings with { Hypotheses = ["iron"] } });
        string section = page[page.IndexOf("id=\"iron\"", StringComparison.Ordinal)..page.IndexOf(
            "id=\"accounts\"", page.IndexOf("id=\"iron\"", StringComparison.Ordinal), StringComparison.Ordinal)];
        foreach (string words in (string[])["HYPOTHESIS, causation unproven", "not shown for the cord, and not evidence",
            "Competing account", "nobody has shown that it comes from the veins"])
            Assert.Contains(words, section, StringComparison.Ordinal);
    }

    private static RunComparison Compared(HarmAccount? harms) => RunComparison.Of(
        RunRecord.Of("before", FakeRuns.Supine(), new RunFacts(1, "x")),
        RunRecord.Of("after", FakeRuns.Supine() with { CardiacOutput = 5 }, new RunFacts(1, "x") { Harms = harms }), harms);
}
