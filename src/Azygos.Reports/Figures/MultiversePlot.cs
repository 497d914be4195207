using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Figures;

/// <summary>One way to analyse the same studies.</summary>
/// <param name="Label">Its choices in words.</param>
/// <param name="Estimate">Pooled estimate, as shown.</param>
/// <param name="Lower">Lower limit.</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="Group">What it is coloured by, such as which studies are in.</param>
internal sealed record SpecificationPoint(string Label, double Estimate, double Lower, double Upper, string Group);

/// <summary>All specifications side by side in the order of their estimates: how much the choices decide.</summary>
internal sealed class MultiversePlot(
    string id, string title, IReadOnlyList<SpecificationPoint> specifications, string measure) : Figure
{
    private const double WidestRatio = 300;      // chosen: longer intervals are cut at the frame

    private static readonly string[] Marks = ["mark", "mark other", "mark open"];

    /// <inheritdoc/>
    public override string Id => id;

    /// <inheritdoc/>
    public override string Title => title;

    /// <inheritdoc/>
    public override string Words => $"{Numerals.Count(specifications.Count)} specifications: "
        + $"{Numerals.Percent(Share(one => one.Lower > 1))} have an interval above 1, "
        + $"{Numerals.Percent(Share(one => one.Upper < 1))} below 1, "
        + $"{Numerals.Percent(Share(one => one is { Lower: <= 1, Upper: >= 1 }))} hold 1; "
        + $"estimates from {Numerals.Short(specifications.Min(one => one.Estimate))} to "
        + $"{Numerals.Short(specifications.Max(one => one.Estimate))}.";

    /// <inheritdoc/>
    public override double Width => 960;

    /// <inheritdoc/>
    public override double Height => 400;

    private double Share(Func<SpecificationPoint, bool> holds) => (double)specifications.Count(holds) / specifications.Count;

    /// <inheritdoc/>
    protected override void Draw(HtmlWriter page)
    {
        SpecificationPoint[] sorted = [.. specifications.OrderBy(one => one.Estimate)
            .ThenBy(one => one.Label, StringComparer.Ordinal)];
        string[] groups = [.. sorted.Select(one => one.Group).Distinct().Order(StringComparer.Ordinal)];
        LogAxis ratio = LogAxis.Covering(
            sorted.SelectMany(one => (double[])[one.Lower, one.Upper]), 1 / WidestRatio, WidestRatio);
        PlotArea area = new(new Axis(0, sorted.Length, sorted.Length), ratio, 66, 40, 876, 300);
        page.Stroke("null", area.Left, area.YAt(1), area.Right, area.YAt(1));
        double radius = Math.Clamp(0.35 * area.Width / sorted.Length, 1.4, 4.5);
        for (int i = 0; i < sorted.Length; i++)
        {
            SpecificationPoint one = sorted[i];
            double x = area.XAt(i + 0.5);
            using (page.In("g", ("data-row", one.Label)))
            {
                page.Element("title", $"{one.Label}: {Numerals.Short(one.Estimate)} "
                    + $"({Numerals.Short(one.Lower)} to {Numerals.Short(one.Upper)})");
                page.Stroke(one is { Lower: <= 1, Upper: >= 1 } ? "thin" : "whisker", x, area.YAt(one.Lower), x,
                    area.YAt(one.Upper));
                page.Dot(Marks[Array.IndexOf(groups, one.Group) % Marks.Length], x, area.YAt(one.Estimate), radius);
            }
        }
        Frame(page, area);
        double left = area.Left;
        for (int g = 0; g < groups.Length && groups.Length <= Marks.Length; g++)
        {
            page.Dot(Marks[g], left + 6, 18, 5);
            page.Label("note-text", left + 17, 22, groups[g]);
            left += 30 + 6.4 * groups[g].Length;
        }
    }

    private void Frame(HtmlWriter page, PlotArea area)
    {
        page.Box("frame", area.Left, area.Top, area.Width, area.Height);
        foreach (double tick in area.Y.Ticks())
        {
            page.Stroke("tick", area.Left - 4, area.YAt(tick), area.Left, area.YAt(tick));
            page.Label("small", area.Left - 7, area.YAt(tick) + 3.6, area.Y.Print(tick), "end");
        }
        page.Label("axis-title", area.Left + area.Width / 2, area.Bottom + 24,
            $"{Numerals.Count(specifications.Count)} specifications in the order of their {measure}", "middle");
        page.Element("text", $"{measure}, logarithmic scale", ("class", "axis-title"), ("text-anchor", "middle"),
            ("transform", $"translate(22 {Numerals.Coordinate(area.Top + area.Height / 2)}) rotate(-90)"));
    }
}
