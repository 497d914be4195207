using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Figures;

/// <summary>A study of two shares.</summary>
/// <param name="Label">Name.</param>
/// <param name="First">Share in the first group [1].</param>
/// <param name="Second">Share in the second group [1].</param>
/// <param name="People">People in both.</param>
/// <param name="IsMarked">Drawn open; the caption says why.</param>
internal sealed record SharePoint(string Label, double First, double Second, int People, bool IsMarked);

/// <summary>The share in one group against that in the other: on the diagonal both are alike.</summary>
internal sealed class LAbbePlot(
    string id, string title, IReadOnlyList<SharePoint> points, double oddsRatio, string first, string second) : Figure
{
    private const double LargestRadius = 20, SmallestRadius = 3.5;      // chosen: areas go with people

    /// <inheritdoc/>
    public override string Id => id;

    /// <inheritdoc/>
    public override string Title => title;

    /// <inheritdoc/>
    public override string Words => $"{points.Count} studies; the share is larger in the first group in "
        + $"{points.Count(point => point.First > point.Second)} of them.";

    /// <inheritdoc/>
    public override double Width => 540;

    /// <inheritdoc/>
    public override double Height => 516;

    /// <inheritdoc/>
    protected override void Draw(HtmlWriter page)
    {
        Axis share = new(0, 100, 20);
        PlotArea area = new(share, share, 66, 14, 450, 450);
        page.Stroke("null", area.XAt(0), area.YAt(0), area.XAt(100), area.YAt(100));
        page.Outline("curve", Enumerable.Range(0, 101).Select(p =>
        {
            double odds = oddsRatio * p / Math.Max(1e-9, 100 - p);
            return (area.XAt(p), area.YAt(100 * odds / (1 + odds)));
        }));
        area.Frame(page, second, first);
        int most = points.Max(point => point.People);
        List<NamedPoint> names = [];
        foreach (SharePoint point in points.OrderByDescending(point => point.People))
        {
            double radius = Math.Max(SmallestRadius, LargestRadius * Math.Sqrt((double)point.People / most));
            (double x, double y) = (area.XAt(100 * point.Second), area.YAt(100 * point.First));
            using (page.In("g", ("data-row", point.Label)))
            {
                page.Element("title", $"{point.Label}: {Numerals.Percent(point.First)} against "
                    + $"{Numerals.Percent(point.Second)}, {Numerals.Count(point.People)} people");
                page.Dot(point.IsMarked ? "mark open" : "mark", x, y, radius);
            }
            names.Add(new NamedPoint(x, y, radius, point.Label));
        }
        PointLabels.Write(page, names, area);
    }
}
