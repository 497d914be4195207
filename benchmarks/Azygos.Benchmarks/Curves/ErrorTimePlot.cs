using Azygos.Reports.Figures;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Benchmarks.Curves;

/// <summary>Error against processor time, a curve for each network and step.</summary>
internal sealed class ErrorTimePlot(IReadOnlyList<CurvePoint> points) : Figure
{
    public override string Id => "error-time";

    public override string Title => "Error against the finest mesh, worst site, and processor time to periodic, cells of "
        + "each curve from coarse (upper left) to fine";

    public override string Words => string.Join("; ", points.Select(point =>
        $"{point.Network}, {Numerals.Short(point.Cell)} cm, {Numerals.Short(point.Step)} ms: "
        + $"{Numerals.Short(point.Processor)} s, {Numerals.Short(100 * point.Error)} %"));

    public override double Width => 720;

    public override double Height => 420;

    protected override void Draw(HtmlWriter page)
    {
        PlotArea area = new(
            LogAxis.Covering(points.Select(point => point.Processor), 1e-3, 1e4),
            LogAxis.Covering(points.Select(point => 100 * point.Error), 1e-4, 1e3), 66, 14, 430, 350);
        area.Frame(page, "Processor time [s]", "Error [% of pulse]");
        List<NamedPoint> names = [];
        foreach (IGrouping<(string, double), CurvePoint> curve in points.GroupBy(one => Curve(one)))
        {
            CurvePoint? before = null;
            foreach (CurvePoint point in curve)
            {
                (double x, double y) = (area.XAt(point.Processor), area.YAt(100 * point.Error));
                if (before is not null)
                    page.Stroke("tick", area.XAt(before.Processor), area.YAt(100 * before.Error), x, y);
                page.Dot("mark", x, y, 3.5);
                before = point;
            }

            names.Add(new NamedPoint(area.XAt(before!.Processor), area.YAt(100 * before.Error), 4,
                curve.Key.Item2 > 0 ? $"{curve.Key.Item1}, {Numerals.Short(curve.Key.Item2)} ms" : curve.Key.Item1));
        }

        PointLabels.Write(page, [.. names.OrderByDescending(name => name.X)], area);
    }

    // A body's cells and steps vary together.
    private static (string, double) Curve(CurvePoint point) =>
        (point.Network, point.Network.Contains("core", StringComparison.Ordinal) ? 0 : point.Step);
}
