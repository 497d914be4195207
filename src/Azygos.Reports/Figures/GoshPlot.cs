using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Figures;

/// <summary>A subset of studies: its pooled estimate, as shown, its I², and whether the named study is in it.</summary>
/// <param name="Estimate">Pooled estimate.</param>
/// <param name="I2Percent">I² [%].</param>
/// <param name="HasNamed">True when the named study is in it.</param>
internal readonly record struct SubsetPoint(double Estimate, double I2Percent, bool HasNamed);

/// <summary>Every subset of the studies: how often which pooled estimate comes with which I².</summary>
/// <remarks>Drawn as counts on a grid, darker where there are more subsets, so that the drawing stays small whatever
/// their
/// number; above it the estimates alone, with and without the study that adds most to heterogeneity.</remarks>
internal sealed class GoshPlot(
    string id, string title, IReadOnlyList<SubsetPoint> subsets, string named, bool isRatio, string measure) : Figure
{
    private const int Columns = 76, Lines = 40;      // chosen: cells of about 7 by 7

    /// <inheritdoc/>
    public override string Id => id;

    /// <inheritdoc/>
    public override string Title => title;

    /// <inheritdoc/>
    public override string Words => $"{Numerals.Count(subsets.Count)} subsets; half of their pooled estimates lie "
        + $"between {Numerals.Short(Quantile(0.25))} and {Numerals.Short(Quantile(0.75))}.";

    /// <inheritdoc/>
    public override double Width => 660;

    /// <inheritdoc/>
    public override double Height => 500;

    private double Quantile(double share)
    {
        double[] sorted = [.. subsets.Select(subset => subset.Estimate).Order()];
        return sorted[(int)(share * (sorted.Length - 1))];
    }

    /// <inheritdoc/>
    protected override void Draw(HtmlWriter page)
    {
        // Chosen: the outermost 1 in 500 either side leave the axis and are counted in its last cells.
        double low = Quantile(0.002), high = Quantile(0.998);
        IScale effect = isRatio ? LogAxis.Covering([low, high], 1e-4, 1e4) : Axis.Covering(low, high, 1e-6, 6);
        PlotArea area = new(effect, new Axis(0, 100, 20), 66, 132, 532, 310);
        int[,] counts = new int[Columns, Lines];
        int[] with = new int[Columns], without = new int[Columns];
        foreach (SubsetPoint subset in subsets)
        {
            int x = Cell(effect.Share(subset.Estimate), Columns);
            counts[x, Cell(subset.I2Percent / 100, Lines)]++;
            (subset.HasNamed ? with : without)[x]++;
        }
        Cells(page, area, counts);
        if (isRatio) page.Stroke("null", area.XAt(1), 30, area.XAt(1), area.Bottom);
        area.Frame(page, $"Pooled {measure} of the subset{(isRatio ? ", logarithmic scale" : "")}", "I², %");
        Histogram(page, area, with, without);
    }

    private static int Cell(double share, int count) => Math.Clamp((int)(share * count), 0, count - 1);

    private static void Cells(HtmlWriter page, PlotArea area, int[,] counts)
    {
        int most = 1;
        foreach (int count in counts) most = Math.Max(most, count);
        double width = area.Width / Columns, height = area.Height / Lines;
        for (int x = 0; x < Columns; x++)
            for (int y = 0; y < Lines; y++)
                if (counts[x, y] > 0)
                    page.Empty("rect", ("class", "bar"), ("x", area.Left + x * width),
                        ("y", area.Bottom - (y + 1) * height), ("width", width), ("height", height),
                        ("fill-opacity", 0.15 + 0.85 * Math.Log(1 + counts[x, y]) / Math.Log(1 + most)));
    }

    private void Histogram(HtmlWriter page, PlotArea area, int[] with, int[] without)
    {
        const double Top = 36, Height = 88;
        int most = with.Concat(without).Max();
        double width = area.Width / Columns;
        for (int x = 0; x < Columns; x++)
        {
            Bar("bar other", with[x], x);
            Bar("bar", without[x], x);
        }
        page.Stroke("thin", area.Left, Top + Height, area.Right, Top + Height);
        page.Box("bar other", area.Left, 8, 12, 12);
        page.Label("note-text", area.Left + 18, 18, $"with {named}");
        page.Box("bar", area.Left + 170, 8, 12, 12);
        page.Label("note-text", area.Left + 188, 18, $"without {named}");

        void Bar(string kind, int count, int at)
        {
            double height = Height * count / Math.Max(1, most);
            if (count > 0)
                page.Empty("rect", ("class", kind), ("x", area.Left + at * width), ("y", Top + Height - height),
                    ("width", width), ("height", height), ("fill-opacity", "0.6"));
        }
    }
}
