using Azygos.Evidence.Distributions;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Figures;

/// <summary>A study of a funnel, on the analysis scale.</summary>
/// <param name="Label">Name.</param>
/// <param name="Effect">Effect; a logarithm for ratios.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="IsMarked">Drawn open: blinded, or another mark that the caption explains.</param>
internal sealed record FunnelPoint(string Label, double Effect, double StandardError, bool IsMarked);

/// <summary>Effects against standard errors over contours of significance around no difference.</summary>
internal sealed class FunnelPlot(
    string id, string title, IReadOnlyList<FunnelPoint> points, double mean, bool isRatio, string measure) : Figure
{
    private static readonly (string Kind, double P)[] Contours =
        [("contour-2", 0.01), ("contour-1", 0.05), ("inside", 0.10)];

    /// <inheritdoc/>
    public override string Id => id;

    /// <inheritdoc/>
    public override string Title => title;

    /// <inheritdoc/>
    public override string Words => $"{points.Count} studies; largest standard error "
        + $"{Numerals.Short(points.Max(point => point.StandardError))}, pooled {measure} "
            + $"{Numerals.Short(Shown(mean))}.";

    /// <inheritdoc/>
    public override double Width => 680;

    /// <inheritdoc/>
    public override double Height => 470;

    private double Shown(double effect) => isRatio ? Math.Exp(effect) : effect;

    /// <inheritdoc/>
    protected override void Draw(HtmlWriter page)
    {
        double reach = Math.Max(points.Max(point => Math.Abs(point.Effect)), Math.Abs(mean)) * 1.15;
        Axis error = Axis.Covering(0, points.Max(point => point.StandardError) * 1.04, 1e-6, 5);
        IScale effect = isRatio ? new LogAxis(Math.Exp(-reach), Math.Exp(reach))
            : Axis.Covering(-reach, reach, 1e-6, 6);
        PlotArea area = new(effect, error, 66, 14, 590, 372) { IsTurned = true };
        page.Box("outside", area.Left, area.Top, area.Width, area.Height);
        foreach ((string kind, double p) in Contours) Contour(page, area, error, kind, Normal.TwoSidedQuantile(1 - p));
        page.Stroke("null", area.XAt(Shown(0)), area.Top, area.XAt(Shown(0)), area.Bottom);
        page.Stroke("mean", area.XAt(Shown(mean)), area.Top, area.XAt(Shown(mean)), area.Bottom);
        area.Frame(page, $"{char.ToUpperInvariant(measure[0])}{measure[1..]}{(isRatio ? ", logarithmic scale" : "")}",
            "Standard error, small studies below");
        List<NamedPoint> names = [];
        foreach (FunnelPoint point in points)
        {
            (double x, double y) = (area.XAt(Shown(point.Effect)), area.YAt(point.StandardError));
            using (page.In("g", ("data-row", point.Label)))
            {
                page.Element("title", $"{point.Label}: {Numerals.Short(Shown(point.Effect))}, "
                    + $"standard error {Numerals.Short(point.StandardError)}");
                page.Dot(point.IsMarked ? "mark open" : "mark", x, y, 5);
            }
            names.Add(new NamedPoint(x, y, 5, point.Label));
        }
        PointLabels.Write(page, names, area);
        Legend(page, area);
    }

    private void Contour(HtmlWriter page, PlotArea area, Axis error, string kind, double z)
    {
        double low = area.X.Low, high = area.X.High;
        List<(double, double)> right = [], left = [];
        for (int i = 0; i <= 40; i++)      // chosen: straight on the analysis scale; steps keep it inside the frame
        {
            double se = error.High * i / 40;
            right.Add((area.XAt(Math.Min(high, Shown(z * se))), area.YAt(se)));
            left.Add((area.XAt(Math.Max(low, Shown(-z * se))), area.YAt(se)));
        }
        left.Reverse();
        page.Outline(kind, right.Concat(left), closed: true);
    }

    private static void Legend(HtmlWriter page, PlotArea area)
    {
        (string Kind, string Words)[] keys =
            [("inside", "p > 0.10"), ("contour-1", "0.05 to 0.10"), ("contour-2", "0.01 to 0.05"),
                ("outside", "p < 0.01")];
        double x = area.Left;
        foreach ((string kind, string words) in keys)
        {
            page.Box(kind, x, area.Bottom + 50, 16, 11);
            page.Box("frame", x, area.Bottom + 50, 16, 11);
            page.Label("small", x + 21, area.Bottom + 59.5, words);
            x += 110;
        }
    }
}
