using System.Globalization;
using System.Security;
using System.Text;

namespace Azygos.Testing;

/// <summary>One curve or set of points of a chart.</summary>
/// <param name="Name">For the legend; empty: not named.</param>
/// <param name="X">Abscissae; shape [points].</param>
/// <param name="Y">Values; shape [points].</param>
/// <param name="Line">True: a line; false: rings.</param>
/// <param name="Colour">Of the line or the rings.</param>
public sealed record Curve(string Name, double[] X, double[] Y, bool Line, string Colour);

/// <summary>One pair of axes with curves.</summary>
/// <param name="Title">Above it.</param>
/// <param name="Across">Name and unit of the abscissa.</param>
/// <param name="Up">Name and unit of the values.</param>
/// <param name="Curves">What is drawn.</param>
public sealed record Panel(string Title, string Across, string Up, IReadOnlyList<Curve> Curves);

/// <summary>Figures of the documentation: panels side by side, as SVG text of few and fixed digits.</summary>
/// <remarks>Colours differ in lightness as well, so that a print without colour still shows which is which.</remarks>
public static class Chart
{
    /// <summary>Computed: a dark line.</summary>
    public const string Computed = "#1f4e79";

    /// <summary>Exact or given: lighter rings.</summary>
    public const string Given = "#e07b39";

    private const double Width = 380, Height = 270, Left = 66, Right = 14, Top = 44, Bottom = 46;
    private const int MostPoints = 400, MostRings = 40;

    /// <summary>The figure.</summary>
    public static string Svg(IReadOnlyList<Panel> panels, int columns = 2)
    {
        int rows = (panels.Count + columns - 1) / columns;
        columns = Math.Min(columns, panels.Count);
        StringBuilder svg = new();
        svg.Append(Invariant(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {columns * Width} {rows * Height}\" font-family=\"DejaVu Sans, sans-serif\" font-size=\"11\" fill=\"#222\">\n"));
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        for (int i = 0; i < panels.Count; i++)
        {
            svg.Append(Invariant($"<g transform=\"translate({i % columns * Width} {i / columns * Height})\">\n"));
            Draw(svg, panels[i]);
            svg.Append("</g>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Draw(StringBuilder svg, Panel panel)
    {
        (double x0, double x1) = Range(panel.Curves.SelectMany(curve => curve.X), 0);
        (double y0, double y1) = Range(panel.Curves.SelectMany(curve => curve.Y), 0.06);
        double X(double x) => Left + (x - x0) / (x1 - x0) * (Width - Left - Right);
        double Y(double y) => Height - Bottom - (y - y0) / (y1 - y0) * (Height - Top - Bottom);
        Text(svg, Left, 18, "start", panel.Title, bold: true);
        Text(svg, (Left + Width - Right) / 2, Height - 10, "middle", panel.Across);
        svg.Append(Invariant($"<text transform=\"translate(13 {(Top + Height - Bottom) / 2:F0}) rotate(-90)\" text-anchor=\"middle\">{Escaped(panel.Up)}</text>\n"));
        foreach (double tick in Ticks(x0, x1))
        {
            svg.Append(Invariant($"<path d=\"M{X(tick):F1} {Top}V{Height - Bottom}\" stroke=\"#e4e4e4\"/>\n"));
            Text(svg, X(tick), Height - Bottom + 15, "middle", Number(tick));
        }

        foreach (double tick in Ticks(y0, y1))
        {
            svg.Append(Invariant($"<path d=\"M{Left} {Y(tick):F1}H{Width - Right}\" stroke=\"#e4e4e4\"/>\n"));
            Text(svg, Left - 5, Y(tick) + 4, "end", Number(tick));
        }

        svg.Append(Invariant($"<path d=\"M{Left} {Top}V{Height - Bottom}H{Width - Right}\" fill=\"none\" stroke=\"#555\"/>\n"));
        double legend = Left;
        foreach (Curve curve in panel.Curves)
        {
            int every = Math.Max(1, curve.X.Length / (curve.Line ? MostPoints : MostRings));
            IEnumerable<(double X, double Y)> points = curve.X.Zip(curve.Y)
                .Where((_, i) => i % every == 0 || i == curve.X.Length - 1).Select(p => (X(p.First), Y(p.Second)));
            if (curve.Line)
                svg.Append(Invariant($"<path fill=\"none\" stroke=\"{curve.Colour}\" stroke-width=\"1.6\" d=\"M"))
                    .AppendJoin('L', points.Select(p => Invariant($"{p.X:F1} {p.Y:F1}"))).Append("\"/>\n");
            else
                foreach ((double x, double y) in points)
                    svg.Append(Invariant($"<circle cx=\"{x:F1}\" cy=\"{y:F1}\" r=\"2.6\" fill=\"none\" stroke=\"{curve.Colour}\" stroke-width=\"1.3\"/>\n"));
            if (curve.Name.Length == 0) continue;
            svg.Append(curve.Line
                ? Invariant($"<path d=\"M{legend} {Top - 13}h16\" stroke=\"{curve.Colour}\" stroke-width=\"1.6\"/>\n")
                : Invariant($"<circle cx=\"{legend + 8}\" cy=\"{Top - 13}\" r=\"2.6\" fill=\"none\" stroke=\"{curve.Colour}\" stroke-width=\"1.3\"/>\n"));
            Text(svg, legend + 21, Top - 9, "start", curve.Name);
            legend += 102;
        }
    }

    private static (double, double) Range(IEnumerable<double> values, double margin)
    {
        double low = values.Min(), high = values.Max();
        if (high - low <= 1e-9 * Math.Max(Math.Abs(low), Math.Abs(high))) (low, high) = (low - 0.5, high + 0.5);
        return (low - margin * (high - low), high + margin * (high - low));
    }

    private static IEnumerable<double> Ticks(double low, double high)
    {
        double raw = (high - low) / 5, power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        double step = power * (raw / power < 1.5 ? 1 : raw / power < 3.5 ? 2 : raw / power < 7.5 ? 5 : 10);
        for (double k = Math.Ceiling(low / step); k * step <= high; k++) yield return k * step;
    }

    private static void Text(StringBuilder svg, double x, double y, string anchor, string text, bool bold = false) =>
        svg.Append(Invariant(
            $"<text x=\"{x:F1}\" y=\"{y:F1}\" text-anchor=\"{anchor}\"{(bold ? " font-weight=\"bold\"" : "")}>{Escaped(text)}</text>\n"));

    private static string Number(double value) =>
        (Math.Abs(value) < 1e-12 ? 0 : value).ToString("G4", CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Escaped(string text) => SecurityElement.Escape(text)!;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
