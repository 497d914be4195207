using System.Text;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Figures;

/// <summary>One way to analyse the same studies.</summary>
/// <param name="Label">Its choices in words.</param>
/// <param name="Estimate">Pooled estimate, as shown.</param>
/// <param name="Lower">Lower limit.</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="Group">What it is sorted by below the curve, such as which studies are in.</param>
internal sealed record SpecificationPoint(string Label, double Estimate, double Lower, double Upper, string Group);

/// <summary>All specifications side by side in the order of their estimates: how much the choices decide.</summary>
/// <remarks>Above, estimates with intervals, dark where the interval does not hold 1; below, a line of marks for each
/// group:
/// where on the curve its specifications lie. Many specifications are drawn as one path, so that the file stays
/// small.</remarks>
internal sealed class MultiversePlot(
    string id, string title, IReadOnlyList<SpecificationPoint> specifications, string measure) : Figure
{
    private const double WidestRatio = 300;      // chosen: longer intervals are cut at the frame

    private const double CurveHeight = 280, StripHeight = 19, Top = 24;

    private const int MostWithNames = 200;      // chosen: more marks are narrower than a pointer

    private readonly SpecificationPoint[] _sorted = [.. specifications.OrderBy(one => one.Estimate)
        .ThenBy(one => one.Label, StringComparer.Ordinal)];

    private readonly string[] _groups = [.. specifications.Select(one => one.Group).Distinct()];

    /// <inheritdoc/>
    public override string Id => id;

    /// <inheritdoc/>
    public override string Title => title;

    /// <inheritdoc/>
    public override string Words => $"{Numerals.Count(specifications.Count)} specifications: "
        + $"{Numerals.Percent(Share(one => one.Lower > 1))} have an interval above 1, "
        + $"{Numerals.Percent(Share(one => one.Upper < 1))} below 1, "
        + $"{Numerals.Percent(Share(Holds))} hold 1; "
        + $"estimates from {Numerals.Short(_sorted[0].Estimate)} to {Numerals.Short(_sorted[^1].Estimate)}.";

    /// <inheritdoc/>
    public override double Width => LeftEdge + 690;

    /// <inheritdoc/>
    public override double Height => Top + CurveHeight + 14 + StripHeight * _groups.Length + 34;

    private double LeftEdge => Math.Max(66, 5.6 * _groups.Max(group => group.Length) + 16);

    private static bool Holds(SpecificationPoint one) => one is { Lower: <= 1, Upper: >= 1 };

    private double Share(Func<SpecificationPoint, bool> holds) =>
        (double)specifications.Count(holds) / specifications.Count;

    /// <inheritdoc/>
    protected override void Draw(HtmlWriter page)
    {
        LogAxis ratio = LogAxis.Covering(
            _sorted.SelectMany(one => (double[])[one.Lower, one.Upper]), 1 / WidestRatio, WidestRatio);
        PlotArea area = new(new Axis(0, _sorted.Length, _sorted.Length), ratio, LeftEdge, Top, 676, CurveHeight);
        if (_sorted.Length <= MostWithNames) Named(page, area);
        else Dense(page, area);
        page.Stroke("null", area.Left, area.YAt(1), area.Right, area.YAt(1));
        Frame(page, area);
        for (int g = 0; g < _groups.Length; g++) Strip(page, area, g);
        page.Label("axis-title", area.Left + area.Width / 2, Height - 10,
            $"{Numerals.Count(_sorted.Length)} specifications in the order of their {measure}", "middle");
    }

    private void Named(HtmlWriter page, PlotArea area)
    {
        double radius = Math.Clamp(0.35 * area.Width / _sorted.Length, 1.4, 4.5);
        foreach ((int i, SpecificationPoint one) in _sorted.Index())
        {
            double x = area.XAt(i + 0.5);
            using (page.In("g", ("data-row", one.Label)))
            {
                page.Element("title", $"{one.Label}: {Numerals.Ratio(one.Estimate)} "
                    + $"({Numerals.Ratio(one.Lower)} to {Numerals.Ratio(one.Upper)})");
                page.Stroke(Holds(one) ? "thin" : "whisker", x, area.YAt(one.Lower), x, area.YAt(one.Upper));
                page.Dot("mark", x, area.YAt(one.Estimate), radius);
            }
        }
    }

    private void Dense(HtmlWriter page, PlotArea area)
    {
        StringBuilder holding = new(), excluding = new();
        foreach ((int i, SpecificationPoint one) in _sorted.Index())
            (Holds(one) ? holding : excluding).Append('M').Append(Numerals.Coordinate(area.XAt(i + 0.5))).Append(' ')
                .Append(Numerals.Coordinate(Math.Round(area.YAt(one.Lower), 1))).Append('V')
                .Append(Numerals.Coordinate(Math.Round(area.YAt(one.Upper), 1)));
        page.Empty("path", ("class", "many thin"), ("d", holding.ToString()));
        page.Empty("path", ("class", "many whisker"), ("d", excluding.ToString()));
        page.Outline("estimates", _sorted.Index()
            .Select(one => (area.XAt(one.Index + 0.5), area.YAt(one.Item.Estimate))));
    }

    private void Strip(HtmlWriter page, PlotArea area, int group)
    {
        double y = area.Bottom + 14 + StripHeight * group;
        StringBuilder marks = new();
        foreach ((int i, SpecificationPoint one) in _sorted.Index())
            if (one.Group == _groups[group])
                marks.Append('M').Append(Numerals.Coordinate(area.XAt(i + 0.5))).Append(' ')
                    .Append(Numerals.Coordinate(y)).Append("v12");
        page.Label("small", area.Left - 8, y + 10, _groups[group], "end");
        page.Empty("path", ("class", group % 2 == 0 ? "many main" : "many second"), ("d", marks.ToString()));
    }

    private void Frame(HtmlWriter page, PlotArea area)
    {
        page.Box("frame", area.Left, area.Top, area.Width, area.Height);
        foreach (double tick in area.Y.Ticks())
        {
            page.Stroke("tick", area.Left - 4, area.YAt(tick), area.Left, area.YAt(tick));
            page.Label("small", area.Left - 7, area.YAt(tick) + 3.6, area.Y.Print(tick), "end");
        }
        page.Label("axis-title", area.Left, area.Top - 8,
            $"{char.ToUpperInvariant(measure[0])}{measure[1..]} with 95 % interval, logarithmic scale");
    }
}
