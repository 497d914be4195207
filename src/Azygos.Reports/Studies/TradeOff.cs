using Azygos.Reports.Figures;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Studies;

/// <summary>True odds ratio against what bias makes of nothing: how the two trade, draw by draw.</summary>
internal sealed class TradeOff(IReadOnlyList<(double Ratio, double Bias)> draws, double correlation) : Figure
{
    private const int Columns = 60, Lines = 40;      // chosen: cells of about 9 by 8

    /// <inheritdoc/>
    public override string Id => "trade-off";

    /// <inheritdoc/>
    public override string Title => "Truth and bias trade: pairs that the studies leave possible";

    /// <inheritdoc/>
    public override string Words => $"{Numerals.Count(draws.Count)} draws; correlation of the logarithms "
        + $"{Numerals.Fixed(correlation, 2)}.";

    /// <inheritdoc/>
    public override double Width => 640;

    /// <inheritdoc/>
    public override double Height => 400;

    /// <inheritdoc/>
    protected override void Draw(HtmlWriter page)
    {
        PlotArea area = new(Scale(draw => draw.Ratio), Scale(draw => draw.Bias), 70, 14, 540, 330);
        int[,] counts = new int[Columns, Lines];
        int most = 1;
        foreach ((double ratio, double bias) in draws)
        {
            int x = Cell(area.X.Share(ratio), Columns), y = Cell(area.Y.Share(bias), Lines);
            most = Math.Max(most, ++counts[x, y]);
        }
        double width = area.Width / Columns, height = area.Height / Lines;
        for (int x = 0; x < Columns; x++)
            for (int y = 0; y < Lines; y++)
                if (counts[x, y] > 0)
                    page.Empty("rect", ("class", "bar"), ("x", area.Left + x * width),
                        ("y", area.Bottom - (y + 1) * height), ("width", width), ("height", height),
                        ("fill-opacity", 0.1 + 0.9 * counts[x, y] / most));
        page.Stroke("null", area.XAt(1), area.Top, area.XAt(1), area.Bottom);
        area.Frame(page, "True odds ratio, logarithmic scale", "Odds ratio from bias alone, e^2β");
    }

    // Chosen: the outermost 1 in 200 either side leave the axis and are counted in its last cells.
    private LogAxis Scale(Func<(double Ratio, double Bias), double> of)
    {
        double[] sorted = [.. draws.Select(of).Order()];
        return LogAxis.Covering([sorted[sorted.Length / 200], sorted[^(1 + sorted.Length / 200)]], 1e-4, 1e4);
    }

    private static int Cell(double share, int count) => Math.Clamp((int)(share * count), 0, count - 1);
}
