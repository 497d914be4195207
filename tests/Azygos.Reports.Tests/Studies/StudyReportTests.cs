using System.Xml.Linq;
using Azygos.Files.Studies;
using Azygos.Reports.Tests.Evidence;
using Azygos.Studies.Designs;
using Azygos.Studies.Results;
using Azygos.Studies.Running;

namespace Azygos.Reports.Tests.Studies;

public sealed class StudyReportTests
{
    private static string Page(StudyDesign design, int repeat)
    {
        StudyPlan plan = new(design,
            PopulationReader.Read(Path.Combine(AppContext.BaseDirectory, "population")).Population, repeat);
        CollectedStudy collected = new(StudySummary.Of(plan, StudyShard.Rows(plan, 0, 1)), "abc");
        return StudyReportPage.Write(collected, StudySheet.Of(collected, "0.1.0"));
    }

    private static StudyDesign CaseControl => new()
    {
        Name = "mine",
        Kind = DesignKind.CaseControl,
        Cases = 30,
        Controls = 40,
        PositiveRate = 0.4,
    };

    private static StudyDesign Trial => new()
    {
        Name = "trial",
        Kind = DesignKind.ShamTrial,
        Treated = 20,
        Sham = 20,
        Outcome = "score",
        PlaceboResponse = 0.4,
    };

    [Fact]
    public void A_report_shows_flow_table_and_odds_ratios_and_says_that_it_is_simulated()
    {
        XElement root = ShippedEvidence.Parse(Page(CaseControl, 20));
        Assert.Equal(2, root.Descendants("svg").Count());
        Assert.Contains("30 people with MS", root.Value, StringComparison.Ordinal);
        Assert.Contains(StudySheet.Caution, root.Value, StringComparison.Ordinal);
        Assert.Contains("intervals that hold the truth", root.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", root.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(root.Descendants(), e => e.Name.LocalName is "script" or "img");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 2)]
    public void A_trial_shows_its_arms(int repeat, int figures)
    {
        XElement root = ShippedEvidence.Parse(Page(Trial, repeat));
        Assert.Equal(figures, root.Descendants("svg").Count());
        Assert.Contains("20 with a sham", root.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes() => Assert.Equal(Page(CaseControl, 5), Page(CaseControl, 5));
}
