using System.Globalization;
using System.Xml.Linq;
using Azygos.Body.Results;
using Azygos.Reports.Markup;
using Azygos.Reports.PullBacks;
using Azygos.Reports.Scales;
using Azygos.Reports.Sections;
using Azygos.Reports.Tests.Runs;

namespace Azygos.Reports.Tests.PullBacks;

public sealed class PullBackTests
{
    private static readonly SimulationResult Run = FakeRuns.WithBands();
    private static readonly PullBackResult Right = Run.PullBacks[0];

    private static XElement Figure(SimulationResult run, double? aboveBulb = null)
    {
        CollateralBands bands = CollateralBands.Of(run);
        Axis axis = PullBackFigure.Pressures(run.PullBacks, bands, aboveBulb);
        HtmlWriter page = new();
        new PullBackFigure(run.PullBacks[0], bands, axis, aboveBulb).Write(page);
        return XElement.Parse(page.ToString());
    }

    private static XElement Section(SimulationResult run)
    {
        HtmlWriter page = new();
        using (page.In("section")) PullBackSection.Write(page, run);
        return XElement.Parse(page.ToString());
    }

    private static IEnumerable<XElement> Of(XElement root, string kind) =>
        root.Descendants().Where(e => (string?)e.Attribute("class") == kind);

    private static (double X, double Y)[] Points(XElement path) => [.. ((string)path.Attribute("d")!)
        .Split(['M', 'L', 'Z'], StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split(' ')).Select(p => (Number(p[0]), Number(p[1])))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    // Heights of the axis: two ticks tell the scale.
    private static Func<double, double> Height(XElement figure)
    {
        (double Value, double Y)[] ticks = [.. Of(figure, "tick").Select(t =>
            (Number(t.Value.Replace('−', '-')), (double)t.Attribute("y")!))];
        double slope = (ticks[^1].Y - ticks[0].Y) / (ticks[^1].Value - ticks[0].Value);
        double baseline = (double)Of(figure, "tick").First().Attribute("y")! - 3.5;
        return pressure => baseline + slope * (pressure - ticks[0].Value);
    }

    [Fact]
    public void The_sagittal_sinus_is_at_the_left_and_distances_are_to_scale()
    {
        (double X, double Y)[] mean = Points(Of(Figure(Run), "mean").Single());
        Assert.Equal(Right.Stations.Count, mean.Length);
        double perCentimetre = (mean[^1].X - mean[0].X) / Right.Stations[0].Distance;
        Assert.True(perCentimetre > 0);
        Assert.All(Right.Stations.Zip(mean), pair => Assert.Equal(
            mean[^1].X - perCentimetre * pair.First.Distance, pair.Second.X, 0.02));       // coordinates: two decimals
    }

    [Fact]
    public void Pressures_are_to_the_scale_of_the_axis_with_the_swing_of_a_breath()
    {
        XElement figure = Figure(Run);
        Func<double, double> height = Height(figure);
        (double X, double Y)[] mean = Points(Of(figure, "mean").Single());
        XElement[] swings = [.. Of(figure, "swing")];
        for (int i = 0; i < mean.Length; i++)
        {
            Summary pressure = Right.Stations[i].Pressure;
            Assert.Equal(height(pressure.Mean), mean[i].Y, 0.02);
            Assert.Equal(height(pressure.Minimum), (double)swings[i].Attribute("y1")!, 0.02);
            Assert.Equal(height(pressure.Maximum), (double)swings[i].Attribute("y2")!, 0.02);
        }
    }

    [Fact]
    public void The_band_lies_around_the_runs_mean_not_around_the_mean_flow_state()
    {
        XElement figure = Figure(Run);
        Func<double, double> height = Height(figure);
        (double X, double Y)[] wide = Points(Of(figure, "band95").Single()), narrow =
            Points(Of(figure, "band68").Single());
        double first = Right.Stations[0].Pressure.Mean;
        Assert.Equal(height(first + 0.8), wide[0].Y, 0.02);
        Assert.Equal(height(first - 0.4), wide[^1].Y, 0.02);
        Assert.Equal(height(first + 0.4), narrow[0].Y, 0.02);
        Assert.Equal(height(first - 0.2), narrow[^1].Y, 0.02);
    }

    [Fact]
    public void Without_rows_of_this_run_there_is_no_band() =>
        Assert.Empty(Of(Figure(FakeRuns.Supine()), "band95").Concat(Of(Figure(FakeRuns.Supine()), "band68")));

    [Fact]
    public void Names_of_stations_that_lie_close_are_moved_apart()
    {
        PullBackStation[] close = [.. Enumerable.Range(0, 14).Select(i =>
            new PullBackStation($"n{i}", $"Node {i}", 50 - 0.2 * i, new Summary(5, 4, 6))),
            new PullBackStation("right_atrium", "Right atrium", 0, new Summary(4, 3, 5))];
        XElement figure = Figure(FakeRuns.Supine() with { PullBacks = [new PullBackResult("right", close)] });
        double[] places = [.. Of(figure, "name").Select(n => Number(((string)n.Attribute("transform")!)
            .Split(['(', ' '])[1]))];
        Assert.Equal(close.Length, places.Length);
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.Second - pair.First > 13.9));
    }

    [Fact]
    public void Steps_of_the_table_add_up_to_the_whole_gradient()
    {
        XElement table = Section(Run).Descendants("table").First();
        double[] steps = [.. table.Descendants("tbody").Elements("tr").Skip(1)
            .Select(row => Number(row.Elements("td").ElementAt(3).Value.Replace('−', '-')))];
        Assert.Equal(Right.Stations[^1].Pressure.Mean - Right.Stations[0].Pressure.Mean, steps.Sum(),
            0.005 * steps.Length);      // printed with two decimals
    }

    [Fact]
    public void The_reading_names_the_gradient_and_the_largest_step()
    {
        string words = Section(Run).Value;
        Assert.Contains("2.4 mmHg from node sss1 to the bulb, 1.6 from there to the right atrium.", words,
            StringComparison.Ordinal);
        Assert.Contains("Largest step down: 1.5 mmHg, node sss1 to node torc.", words, StringComparison.Ordinal);
        Assert.Contains("This simulates an examination; it is not a diagnosis.", words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_reference_line_has_its_source_and_is_for_its_posture_only()
    {
        XElement supine = Section(FakeRuns.Supine()), upright = Section(FakeRuns.Upright());
        Assert.Equal(2, supine.Descendants("line").Count(l => (string?)l.Attribute("class") == "reference"));
        Assert.Contains("5 mmHg from sagittal sinus to jugular bulb, Fargen et al. 2020", supine.Value,
            StringComparison.Ordinal);
        Assert.Empty(Of(upright, "reference"));
        Assert.Contains("The body is tilted", upright.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("The body is tilted", supine.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_the_way_has_no_such_section()
    {
        string page = ReportPage.Write(FakeRuns.Supine() with { PullBacks = [] });
        Assert.DoesNotContain("id=\"pullback\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"pullback\"", ReportPage.Write(FakeRuns.Supine()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jugular_bulb_right", "Jugular bulb, right", "Jugular bulb")]
    [InlineData("ijv_left_valve", "Internal jugular vein above its valve, left", "J1, above valve")]
    [InlineData("right_atrium", "Right atrium", "Right atrium")]
    [InlineData("somewhere_left", "Somewhere, left", "Somewhere")]
    public void Stations_have_short_names_without_their_side(string node, string name, string expected) =>
        Assert.Equal(expected, StationNames.Short(new PullBackStation(node, name, 0, default)));
}
