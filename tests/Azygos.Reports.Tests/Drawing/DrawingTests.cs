using System.Numerics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Reports.Drawing;
using Azygos.Reports.Markup;
using Azygos.Reports.Tests.Runs;

namespace Azygos.Reports.Tests.Drawing;

public sealed class DrawingTests
{
    private static readonly VeinMap Map = new(FakeRuns.Supine());

    private static XElement Draw(VeinMap map, string view, Shown shown)
    {
        HtmlWriter page = new();
        new SvgDrawing(map, map.Views.Single(v => v.Id == view), shown).Write(page);
        return XElement.Parse(page.ToString());
    }

    private static IEnumerable<XElement> Of(XElement drawing, string cssClass) =>
        drawing.Descendants().Where(e => ((string?)e.Attribute("class"))?.Split(' ').Contains(cssClass) == true);

    [Fact]
    public void The_subjects_right_is_at_the_viewers_left()
    {
        View front = Map.Views.Single(v => v.Id == "front");
        Vector3 right = Map.Node("j2_r")!.Value, left = Map.Node("j2_l")!.Value;
        Assert.True(right.X < 0);
        Assert.True(front.Project(right).X < front.Project(left).X);
        Assert.Equal("Right", front.LeftSide);
    }

    [Fact]
    public void The_face_is_at_the_viewers_left_when_seen_from_the_subjects_left()
    {
        View side = Map.Views.Single(v => v.Id == "side");
        Assert.True(side.Project(Map.Node("sss0")!.Value).X < side.Project(Map.Node("torc")!.Value).X);
        Assert.True(side.Nearness(Map.Node("j2_l")!.Value) > side.Nearness(Map.Node("j2_r")!.Value));
    }

    [Fact]
    public void Higher_places_are_drawn_higher()
    {
        foreach (View view in Map.Views)
            Assert.True(view.Page(0, 20).Y < view.Page(0, 10).Y);
    }

    [Fact]
    public void A_curve_begins_and_ends_at_the_models_nodes()
    {
        Assert.Equal(FakeBody.Model.Vessels.Count, Map.Curves.Count);
        foreach (VesselCurve curve in Map.Curves)
        {
            Assert.Equal(Map.Node(curve.Vessel.From), curve.At(0));
            Assert.True(Vector3.Distance(Map.Node(curve.Vessel.To)!.Value,
                curve.At(1)) < 1e-4);     // single precision of centimetres
        }
    }

    [Fact]
    public void A_vein_runs_on_without_a_corner_into_the_one_that_continues_it()
    {
        VesselCurve upper = Map.Curves.Single(c => c.Vessel.Id == "ijv_j3_right"), lower =
            Map.Curves.Single(c => c.Vessel.Id == "ijv_j2_right");
        Vector3 arriving = Vector3.Normalize(upper.End - upper.SecondHandle), leaving =
            Vector3.Normalize(lower.FirstHandle - lower.Start);
        Assert.True(Vector3.Dot(arriving, leaving) > 0.9999);
    }

    [Fact]
    public void Two_vessels_between_the_same_nodes_do_not_hide_each_other()
    {
        VesselRow one = FakeBody.Model.Vessels[0], two = one with { Id = "twin" };
        IReadOnlyList<VesselCurve> curves = VesselCurve.Of([one, two], FakeBody.Model.Nodes);
        Assert.True(Vector3.Distance(curves[0].At(0.5), curves[1].At(0.5)) > 0.2);
    }

    [Fact]
    public void A_vessel_to_a_node_that_does_not_exist_is_left_out() =>
        Assert.Empty(VesselCurve.Of([FakeBody.Model.Vessels[0] with { To = "nowhere" }], FakeBody.Model.Nodes));

    [Fact]
    public void Line_width_is_the_calibre_to_the_drawings_scale()
    {
        View trunk = Map.Views.Single(v => v.Id == "trunk");
        XElement vein = Of(Draw(Map, "trunk", Shown.Flow), "vein")
            .First(e => e.Parent!.Element("title")!.Value.StartsWith("Svc:", StringComparison.Ordinal));
        double width = (double)vein.Attribute("stroke-width")!;
        Assert.Equal(2 * 0.97 * trunk.Scale, width, 0.01);       // table radius; coordinates have two decimals
    }

    [Theory]
    [InlineData("front")]
    [InlineData("side")]
    [InlineData("trunk")]
    public void Labels_of_a_margin_do_not_overlap(string view)
    {
        foreach (IGrouping<string, XElement> margin in Of(Draw(Map, view, Shown.Pressure), "label")
            .GroupBy(l => (string)l.Attribute("text-anchor")!))
        {
            double[] heights = [.. margin.Select(l => (double)l.Attribute("y")!).Order()];
            Assert.All(heights.Zip(heights.Skip(1)), pair => Assert.True(pair.Second - pair.First > 14.9));
        }
    }

    [Fact]
    public void A_margin_with_too_many_labels_keeps_them_all_inside_the_drawing()
    {
        View front = Map.Views.Single(v => v.Id == "front");
        MarginLabels labels = new(front);
        for (int i = 0; i < 40; i++) labels.Add($"site {i}", "1", 10, 100 + i % 3, "");
        HtmlWriter page = new();
        using (page.In("svg")) labels.Write(page);
        double[] heights = [.. Of(XElement.Parse(page.ToString()), "label").Select(l => (double)l.Attribute("y")!)];
        Assert.Equal(40, heights.Distinct().Count());
        Assert.All(heights, y => Assert.InRange(y, View.Head, front.Height));
    }

    [Fact]
    public void A_full_margin_keeps_the_labels_that_lead()
    {
        MarginLabels labels = new(Map.Views.Single(v => v.Id == "front"));
        for (int i = 0; i < 40; i++) labels.Add(i < 5 ? $"lead {i}" : $"site {i}", "1", 10, 100, "", leads: i < 5);
        HtmlWriter page = new();
        using (page.In("svg")) labels.Write(page);
        string[] names = [.. Of(XElement.Parse(page.ToString()), "label").Select(l => l.Elements().First().Value)];
        Assert.Equal(5, names.Count(name => name.StartsWith("lead", StringComparison.Ordinal)));
        Assert.InRange(names.Length, 6, 39);
    }

    [Fact]
    public void Every_published_vein_site_is_labelled_once_over_the_three_views()
    {
        string[] labels = [.. Map.Views.SelectMany(v => Map.Sites(v)).Select(s => s.Site.Site.Id)];
        Assert.Equal(labels.Length, labels.Distinct().Count());
        string[] missing = [.. Map.Result.Sites.Select(s => s.Site.Id).Except(labels)];
        Assert.Equal(["aorta", "common_carotid_right", "csf_spinal", "icp", "internal_carotid_right"],
            missing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Arrows_turn_with_the_flow_and_reversed_ones_are_marked()
    {
        XElement trunk = Draw(Map, "trunk", Shown.Flow);
        Assert.Contains(Of(trunk, "against"), e => e.Parent!.Element("title")?.Value.StartsWith("Epidural l:",
            StringComparison.Ordinal) == true);
        Assert.DoesNotContain(Of(trunk, "against"), e => e.Parent!.Element("title")?.Value.StartsWith("Svc:",
            StringComparison.Ordinal) == true);
        Assert.Empty(Of(Draw(Map, "trunk", Shown.Pressure), "arrow"));
    }

    [Fact]
    public void A_vein_without_flow_is_crossed_out()
    {
        SimulationResult run = FakeRuns.Supine();
        VeinMap map = new(run with
        {
            Vessels = [.. run.Vessels.Select(v => v.Vessel.Id == "ijv_j2_left"
            ? v with { Flow = 0, Area = 0 } : v)]
        });
        Assert.Single(Of(Draw(map, "front", Shown.Flow), "cross"));
        Assert.Empty(Of(Draw(Map, "front", Shown.Flow), "cross"));
    }

    [Fact]
    public void Collapsed_veins_keep_a_band_as_wide_as_at_rest()
    {
        VeinMap upright = new(FakeRuns.Upright());
        Assert.NotEmpty(Of(Draw(upright, "front", Shown.Pressure), "ghost"));
        Assert.Empty(Of(Draw(Map, "front", Shown.Pressure), "ghost"));
    }

    [Fact]
    public void Every_colour_of_pressure_is_used_and_cerebral_veins_do_not_stretch_the_scale()
    {
        Assert.Equal(4, Map.Pressure.Low);
        Assert.Equal(10, Map.Pressure.High);
        Assert.True(Map.PressureAbove);
    }

    [Theory]
    [InlineData("ijv_right_j2", "R IJV J2")]
    [InlineData("transverse_sinus_left", "L Transverse s.")]
    [InlineData("svc", "Sup. vena cava")]
    [InlineData("something_new", "A name of its own…")]
    public void Known_sites_have_short_names(string id, string name) =>
        Assert.Equal(name, SiteNames.Short(new SiteRow(id, "A name of its own, and rather long", "", "", 0, "", "")));

    [Fact]
    public void Coordinates_are_finite_numbers() =>
        Assert.DoesNotContain(Map.Views.SelectMany(v => Draw(Map, v.Id, Shown.Pressure).Descendants().Attributes("d")),
            d => Regex.IsMatch(d.Value, "[^-0-9. MLCHVZv]"));
}
