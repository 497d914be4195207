using System.Globalization;
using System.Xml.Linq;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Tables;
using Azygos.Reports.Figures;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;
using Azygos.Reports.Tests.Evidence;

namespace Azygos.Reports.Tests.Figures;

public sealed class FigureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static StudyNumbers[] Table(string[] groups) => [.. groups.Select((group, i) => new StudyNumbers(
        $"Study {i + 1}", group, new double[] { 6 + 2 * i, 30 + 5 * i, 3 + i % 3, 28 + 4 * i }))];

    private static PooledStudies Pooled(StudyNumbers[] table, CoefficientTest test = CoefficientTest.Wald) =>
        PooledStudies.Of(EffectMeasure.Find("OR")!, table, new PoolingOptions { Test = test }).Value;

    private static double Number(XElement element, string name) =>
        double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);

    private static XElement Drawn(Figure figure) => ShippedEvidence.Parse(figure.ToFile());

    private static ForestLayout Layout => new() { Id = "forest", Title = "A forest" };

    public static TheoryData<string> Files => [.. ShippedEvidence.ReportFiles.Where(file =>
        file.Key.EndsWith(".svg", StringComparison.Ordinal)).Select(file => file.Value)];

    [Theory, MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void A_file_stands_alone_with_title_description_and_style(string file)
    {
        XElement root = ShippedEvidence.Parse(file);
        Assert.Equal(Svg + "svg", root.Name);
        Assert.NotEqual("", root.Element(Svg + "title")!.Value);
        Assert.NotEqual("", root.Element(Svg + "desc")!.Value);
        Assert.Contains(".fig", root.Element(Svg + "style")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", file, StringComparison.Ordinal);
        Assert.DoesNotContain("href", file, StringComparison.Ordinal);
        Assert.Contains("Curated set", string.Concat(root.Descendants(Svg + "text").Select(text => text.Value + " ")),
            StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Every_mark_lies_within_the_drawing(string file)
    {
        XElement root = ShippedEvidence.Parse(file);
        double width = Number(root, "width"), height = Number(root, "height");
        foreach (XElement mark in root.Descendants(Svg + "circle"))
        {
            Assert.InRange(Number(mark, "cx"), 0, width);
            Assert.InRange(Number(mark, "cy"), 0, height);
        }
        foreach (XElement text in root.Descendants(Svg + "text").Where(text => text.Attribute("transform") is null))
        {
            Assert.InRange(Number(text, "x"), 0, width);
            Assert.InRange(Number(text, "y"), 0, height);
        }
    }

    [Fact]
    public void Squares_go_with_weights_and_diamonds_with_pools()
    {
        StudyNumbers[] table = Table(["a", "a", "b", "b", "b"]);
        PooledStudies pooled = Pooled(table);
        XElement root = Drawn(ForestPlot.Of(pooled, table, Layout));
        double[] sides = [.. root.Descendants(Svg + "rect").Where(r => (string?)r.Attribute("class") == "square")
            .Select(r => Number(r, "width"))];
        Assert.Equal(5, sides.Length);
        double[] weights = [.. pooled.Studies.Select(study => study.WeightPercent)];
        // Areas in the ratio of weights, to the two decimals of a coordinate.
        Assert.Equal(Math.Sqrt(weights[0] / weights[4]), sides[0] / sides[4], 0.01);
        Assert.Equal(3, root.Descendants(Svg + "path").Count(p => (string?)p.Attribute("class") == "diamond"));
        Assert.Single(root.Descendants(Svg + "line"), line => (string?)line.Attribute("class") == "prediction");
    }

    [Fact]
    public void An_interval_that_leaves_the_scale_ends_in_an_arrow()
    {
        StudyNumbers[] table = [.. Table(["", "", ""]), new StudyNumbers("Wide", "", new double[] { 20, 20, 0, 20 })];
        Assert.Equal(["Wide", "Prediction interval"], Drawn(ForestPlot.Of(Pooled(table), table, Layout))
            .Descendants(Svg + "path")
            .Where(path => (string?)path.Attribute("class") == "arrow")
                .Select(path => (string?)path.Parent!.Attribute("data-row")));
        StudyNumbers[] narrow = Table(["", "", ""]);
        Assert.DoesNotContain(Drawn(ForestPlot.Of(Pooled(narrow), narrow, Layout)).Descendants(Svg + "path"),
            path => (string?)path.Attribute("class") == "arrow");
    }

    [Fact]
    public void The_order_of_rows_is_the_table_s_within_a_group_and_groups_are_alphabetical()
    {
        StudyNumbers[] table = Table(["b", "a", "b", "a"]);
        string[] rows = [.. Drawn(ForestPlot.Of(Pooled(table), table, Layout)).Descendants(Svg + "g")
            .Select(g => (string)g.Attribute("data-row")!)
                .Where(row => row.StartsWith("Study", StringComparison.Ordinal))];
        Assert.Equal(["Study 2", "Study 4", "Study 1", "Study 3"], rows);
    }

    [Fact]
    public void Contours_of_the_funnel_are_those_of_a_single_study()
    {
        FunnelPlot funnel = new("f", "Funnel", [new("a", 2, 0.2, false), new("b", -0.2, 0.5, false)], 0.1,
            isRatio: false, "effect");
        XElement root = Drawn(funnel);
        // The white contour ends at p = 0.10: 1.6449 standard errors, at the largest error of the axis.
        string[] ends = ((string)root.Descendants(Svg + "path").Single(p => (string?)p.Attribute("class") == "inside")
            .Attribute("d")!).Trim('M', 'Z').Split('L');
        double null0 = Number(root.Descendants(Svg + "line").Single(l => (string?)l.Attribute("class") == "null"),
            "x1");
        double right = double.Parse(ends[40].Split(' ')[0], CultureInfo.InvariantCulture);
        double meanAt = Number(root.Descendants(Svg + "line").Single(l => (string?)l.Attribute("class") == "mean"),
            "x1");
        double unit = (meanAt - null0) / 0.1;
        // The axis of standard errors covers 0.52 in steps of 0.2; coordinates have two decimals, a unit is some 100
        // of them.
        Assert.Equal(1.6449 * 0.6, (right - null0) / unit, 0.005);
    }

    [Fact]
    public void Shares_of_a_multiverse_are_counted_by_their_intervals()
    {
        SpecificationPoint[] all =
        [
            new("a", 2, 1.2, 3, "x"), new("b", 1.1, 0.9, 1.4, "x"), new("c", 0.7, 0.5, 0.9, "y"),
                new("d", 1.5, 1.1, 2, "y"),
        ];
        MultiversePlot plot = new("multiverse", "All specifications", all, "odds ratio");
        Assert.Contains("50\u2009% have an interval above 1, 25\u2009% below 1, 25\u2009% hold 1", plot.Words,
            StringComparison.Ordinal);
        XElement[] rows = [.. Drawn(plot).Descendants(Svg + "g")];
        Assert.Equal(["c", "b", "d", "a"], rows.Select(row => (string?)row.Attribute("data-row")));
        double[] x = [.. rows.Select(row => Number(row.Element(Svg + "circle")!, "cx"))];
        Assert.Equal(x.Order(), x);
    }

    [Fact]
    public void Many_specifications_make_few_elements_and_a_line_of_marks_for_each_group()
    {
        SpecificationPoint[] all = [.. Enumerable.Range(1, 3000).Select(i =>
            new SpecificationPoint($"s{i}", 0.5 + i / 1000.0, 0.2 + i / 1500.0, 1 + i / 500.0, i % 3 == 0 ? "third"
                : "rest"))];
        string file = new MultiversePlot("multiverse", "All specifications", all, "odds ratio").ToFile();
        XElement root = ShippedEvidence.Parse(file);
        XElement[] strips = [.. root.Descendants(Svg + "path")
            .Where(p => (string?)p.Attribute("class") is "many main" or "many second")];
        Assert.Equal([2000, 1000], strips.Select(strip => ((string)strip.Attribute("d")!).Count(c => c == 'M')));
        Assert.True(root.Descendants().Count() < 100);
        Assert.InRange(file.Length, 10_000, 200_000);
    }

    [Fact]
    public void Names_of_points_cover_each_other_only_where_there_is_no_room()
    {
        PlotArea area = new(new Axis(0, 1, 0.5), new Axis(0, 1, 0.5), 0, 0, 500, 400);
        HtmlWriter page = new();
        using (page.In("svg"))
            PointLabels.Write(page,
                [.. Enumerable.Range(0, 8).Select(i => new NamedPoint(200 + 3 * i, 200, 4, $"Name{i}"))], area);
        (double X, double Y)[] places = [.. XElement.Parse(page.ToString()).Elements("text")
            .Select(text => (Number(text, "x"), Number(text, "y")))];
        Assert.Equal(8, places.Length);
        for (int i = 0; i < 8; i++)
            for (int j = i + 1; j < 8; j++)
                Assert.True(Math.Abs(places[i].Y - places[j].Y) >= 11 || Math.Abs(places[i].X - places[j].X) >= 31,
                    $"{i} and {j}");
    }

    [Theory]
    [InlineData(0.5, 4, "0.5 1 2")]
    [InlineData(0.02, 60, "0.03 0.1 0.3 1 3 10 30")]
    [InlineData(0.001, 300, "0.001 0.01 0.1 1 10 100")]
    public void A_logarithmic_axis_has_round_ticks(double low, double high, string ticks)
    {
        LogAxis axis = new(low, high);
        Assert.Equal(ticks, string.Join(' ', axis.Ticks().Select(axis.Print)));
        Assert.Equal((0, 1, 0.5),
            (axis.Share(low), axis.Share(high), Math.Round(axis.Share(Math.Sqrt(low * high)), 12)));
    }

    [Fact]
    public void Lines_break_between_words() =>
        Assert.Equal(["one two", "three", "four"], Wording.Wrap("one two three four", 8));

    [Fact]
    public void Figures_of_a_table_of_ones_own_are_those_that_its_measure_allows()
    {
        StudyNumbers[] table = Table(["", "", "", ""]);
        IReadOnlyDictionary<string, string> files = PoolFigures.Write(Pooled(table), table);
        Assert.Equal(["baujat.svg", "cumulative.svg", "forest.svg", "funnel.svg", "gosh.svg", "labbe.svg",
            "leave-one-out.svg"],
            files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(files, PoolFigures.Write(Pooled(table), table));
        PooledStudies one = Pooled(Table([""]));
        Assert.Equal(["forest.svg", "funnel.svg", "labbe.svg"], PoolFigures.Write(one, Table([""])).Keys.Order(
            StringComparer.Ordinal));
        StudyNumbers[] given = [new("a", "", new double[] { 0.2, 0.1 }), new("b", "", new double[] { 0.5, 0.2 })];
        PooledStudies effects = PooledStudies.Of(EffectMeasure.Find("GEN")!, given, new PoolingOptions()).Value;
        Assert.DoesNotContain("labbe.svg", PoolFigures.Write(effects, given).Keys);
        Assert.DoesNotContain("gosh.svg", PoolFigures.Write(effects, given).Keys);
    }
}
