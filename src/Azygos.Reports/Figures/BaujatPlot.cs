using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Figures;

/// <summary>What each study adds to heterogeneity, against what it does to the pooled estimate.</summary>
internal sealed class BaujatPlot(
    string id, string title, IReadOnlyList<(string Label, double Heterogeneity, double Influence)> points) : Figure
{
    /// <inheritdoc/>
    public override string Id => id;

    /// <inheritdoc/>
    public override string Title => title;

    /// <inheritdoc/>
    public override string Words
    {
        get
        {
            var most = points.MaxBy(point => point.Heterogeneity);
            return $"{points.Count} studies; {most.Label} adds most to the heterogeneity "
                + $"({Numerals.Short(most.Heterogeneity)}).";
        }
    }

    /// <inheritdoc/>
    public override double Width => 600;

    /// <inheritdoc/>
    public override double Height => 420;

    /// <inheritdoc/>
    protected override void Draw(HtmlWriter page)
    {
        PlotArea area = new(
            Axis.Covering(0, points.Max(point => point.Heterogeneity) * 1.08, 1e-6, 5),
            Axis.Covering(0, points.Max(point => point.Influence) * 1.08, 1e-6, 5), 66, 14, 510, 350);
        area.Frame(page, "Contribution to heterogeneity, (y − μ)² / (v + τ²)", "Influence on the pooled estimate");
        List<NamedPoint> names = [];
        foreach ((string label, double heterogeneity, double influence) in points)
        {
            (double x, double y) = (area.XAt(heterogeneity), area.YAt(influence));
            using (page.In("g", ("data-row", label)))
            {
                page.Element("title", $"{label}: {Numerals.Short(heterogeneity)}, {Numerals.Short(influence)}");
                page.Dot("mark", x, y, 4.5);
            }
            names.Add(new NamedPoint(x, y, 4.5, label));
        }
        PointLabels.Write(page, [.. names.OrderByDescending(name => name.X)], area);
    }
}
