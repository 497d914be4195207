using Azygos.Evidence.Accuracy;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Figures;

/// <summary>Studies in the plane of sensitivity and false positive rate, their summary point, regions and
/// curve.</summary>
internal sealed class SummaryRocPlot(
    string id, string title, IReadOnlyList<SharePoint> points, BivariateNormal fit, SummaryCurve? curve) : Figure
{
    private const double LargestRadius = 17, SmallestRadius = 3.5;      // chosen: areas go with people

    private const double Level = 0.95;

    /// <inheritdoc/>
    public override string Id => id;

    /// <inheritdoc/>
    public override string Title => title;

    /// <inheritdoc/>
    public override string Words =>
        $"{points.Count} studies; summary point: sensitivity {Numerals.Percent(Sensitivity)}, "
        + $"false positive rate {Numerals.Percent(FalsePositives)}.";

    /// <inheritdoc/>
    public override double Width => 540;

    /// <inheritdoc/>
    public override double Height => 560;

    private double Sensitivity => 1 / (1 + Math.Exp(-fit.LogitSensitivity));

    private double FalsePositives => 1 / (1 + Math.Exp(-fit.LogitFalsePositiveRate));

    /// <inheritdoc/>
    protected override void Draw(HtmlWriter page)
    {
        Axis share = new(0, 100, 20);
        PlotArea area = new(share, share, 66, 14, 450, 450);
        page.Stroke("thin", area.XAt(0), area.YAt(0), area.XAt(100), area.YAt(100));
        if (curve is not null)
        {
            double from = Math.Max(0.005, points.Min(point => point.Second));
            double to = Math.Min(0.995, points.Max(point => point.Second));
            page.Outline("curve", Enumerable.Range(0, 81).Select(i => from + (to - from) * i / 80)
                .Select(rate => (area.XAt(100 * rate), area.YAt(100 * curve.Sensitivity(rate)))));
        }
        Region(page, area, "region wide", JointRegion.OfANewStudy(fit, Level, 120));
        Region(page, area, "region", JointRegion.OfTheMean(fit, Level, 120));
        area.Frame(page, "People without MS who meet the criteria, % (false positive rate)",
            "People with MS who meet the criteria, % (sensitivity)");
        int most = points.Max(point => point.People);
        List<NamedPoint> names = [];
        foreach (SharePoint point in points.OrderByDescending(point => point.People))
        {
            double radius = Math.Max(SmallestRadius, LargestRadius * Math.Sqrt((double)point.People / most));
            (double x, double y) = (area.XAt(100 * point.Second), area.YAt(100 * point.First));
            using (page.In("g", ("data-row", point.Label)))
            {
                page.Element("title", $"{point.Label}: sensitivity {Numerals.Percent(point.First)}, "
                    + $"false positive rate {Numerals.Percent(point.Second)}");
                page.Dot(point.IsMarked ? "mark open" : "mark", x, y, radius);
            }
            names.Add(new NamedPoint(x, y, radius, point.Label));
        }
        double half = 7, left = area.XAt(100 * FalsePositives), top = area.YAt(100 * Sensitivity);
        page.Diamond("diamond", left - half, left, left + half, top, half);
        names.Add(new NamedPoint(left, top, half, ""));
        PointLabels.Write(page, names, area);
        Legend(page, area);
    }

    private static void Region(
        HtmlWriter page, PlotArea area, string kind,
            IReadOnlyList<(double FalsePositiveRate, double Sensitivity)> outline) =>
        page.Outline(kind, outline.Select(point =>
            (area.XAt(100 * point.FalsePositiveRate), area.YAt(100 * point.Sensitivity))), closed: true);

    private void Legend(HtmlWriter page, PlotArea area)
    {
        double y = area.Bottom + 62;
        page.Diamond("diamond", area.Left, area.Left + 6, area.Left + 12, y, 6);
        page.Label("small", area.Left + 18, y + 4, "summary point");
        page.Outline("region", [(area.Left + 105, y), (area.Left + 129, y)]);
        page.Label("small", area.Left + 135, y + 4, "95 % region of it");
        page.Outline("region wide", [(area.Left + 235, y), (area.Left + 259, y)]);
        page.Label("small", area.Left + 265, y + 4, "a new study");
        if (curve is null) return;
        page.Outline("curve", [(area.Left + 345, y), (area.Left + 369, y)]);
        page.Label("small", area.Left + 375, y + 4, "summary curve");
    }
}
