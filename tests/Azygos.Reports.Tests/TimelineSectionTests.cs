using System.Xml;
using System.Xml.Linq;
using Azygos.Reports.Tests.Runs;

namespace Azygos.Reports.Tests;

/// <summary>The part of the report that shows what was done in time.</summary>
public sealed class TimelineSectionTests
{
    private static readonly string Page = ReportPage.Write(FakeTimeline.Run());

    private static XElement Section(string page)
    {
        using StringReader text = new(page);
        using XmlReader reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader).Descendants("section").Single(s => (string?)s.Attribute("id") == "timeline");
    }

    [Fact]
    public void A_run_without_a_timeline_has_no_such_section() =>
        Assert.DoesNotContain("id=\"timeline\"", ReportPage.Write(FakeRuns.Supine()), StringComparison.Ordinal);

    [Fact]
    public void Every_event_is_told_with_its_values()
    {
        string[] rows = [.. Section(Page).Descendants("table").First().Descendants("tr").Skip(1).Select(row => row.Value)];
        Assert.Equal(4, rows.Length);
        Assert.Contains("pressure 40 mmHg; for 10 s", rows[0], StringComparison.Ordinal);
        Assert.Contains("angle 45", rows[1], StringComparison.Ordinal);
        Assert.Contains("site ijv_right_j2", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Curves_reach_from_the_smallest_to_the_largest_value_with_a_band_for_each_event()
    {
        XElement chest = Section(Page).Descendants("svg").First();
        Assert.Equal(3, chest.Elements("rect").Count());
        Assert.Contains("from −5.00 to 35.0 mmHg in ", chest.Element("title")!.Value, StringComparison.Ordinal);
        string line = (string)chest.Elements("path").Single(p => (string?)p.Attribute("class") == "line pressure").Attribute("d")!;
        // A unit of the drawing holds four samples: far fewer points than samples, and no value outside the panel.
        Assert.InRange(line.Count(c => c is 'M' or 'L'), 900, 2200);
        double[] heights = [.. line.Split('M', 'L').Skip(1).Select(point =>
            double.Parse(point.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.InRange(heights.Min(), 26, 112);
        Assert.InRange(heights.Max(), 26, 112);
        Assert.True(heights.Max() - heights.Min() > 60);
    }

    [Fact]
    public void Figures_name_every_window_of_every_site()
    {
        int sites = FakeTimeline.Run().Timeline!.Sites.Count;
        XElement figures = Section(Page).Descendants("table").Last();
        Assert.Equal(4 * sites, figures.Descendants("tr").Count() - 1);
        Assert.Contains("0.46", figures.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_site_stays_text() => Assert.DoesNotContain(
        "<script>", ReportPage.Write(FakeTimeline.Run("\"><script>alert(1)</script>")), StringComparison.Ordinal);
}
