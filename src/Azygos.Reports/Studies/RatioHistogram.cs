using Azygos.Reports.Figures;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;
using Azygos.Studies.Results;

namespace Azygos.Reports.Studies;

/// <summary>Odds ratios of all repetitions of a study, with the truth and what the design finds on average.</summary>
internal sealed class RatioHistogram(IReadOnlyList<double> ratios, RatioSummary summary) : Figure
{
    private const int Columns = 48;      // chosen: bars of about ten units

    /// <inheritdoc/>
    public override string Id => "odds-ratios";

    /// <inheritdoc/>
    public override string Title => "Odds ratios that repetitions of this study find, and the truth behind them";

    /// <inheritdoc/>
    public override string Words => $"{Numerals.Count(ratios.Count)} repetitions; median "
        + $"{Numerals.Ratio(summary.Spread.Median)}, middle 95 % {Numerals.Ratio(summary.Spread.Low)} to "
        + $"{Numerals.Ratio(summary.Spread.High)}; truth {Numerals.Ratio(summary.Truth)}.";

    /// <inheritdoc/>
    public override double Width => 660;

    /// <inheritdoc/>
    public override double Height => 300;

    /// <inheritdoc/>
    protected override void Draw(HtmlWriter page)
    {
        LogAxis scale = LogAxis.Covering([.. ratios, summary.Truth], 1e-3, 1e3);
        int[] counts = new int[Columns];
        foreach (double ratio in ratios)
            counts[Math.Clamp((int)(scale.Share(ratio) * Columns), 0, Columns - 1)]++;
        PlotArea area = new(scale, Axis.Covering(0, counts.Max(), 1, 4), 66, 30, 560, 210);
        double width = area.Width / Columns;
        for (int x = 0; x < Columns; x++)
            if (counts[x] > 0)
                page.Box("bar", area.Left + x * width, area.YAt(counts[x]), width, area.Bottom - area.YAt(counts[x]));
        if (double.IsFinite(summary.Truth)) Mark(summary.Truth, "truth", 14);
        if (summary.Expected is { } expected && Math.Abs(Math.Log(expected / summary.Truth)) > 0.02)
            Mark(expected, "found on average", 26);
        area.Frame(page, "Odds ratio, logarithmic scale", "Repetitions");

        void Mark(double value, string words, double y)
        {
            page.Stroke("null", area.XAt(value), y + 3, area.XAt(value), area.Bottom);
            page.Label("small", area.XAt(value) + 4, y, $"{words} {Numerals.Ratio(value)}");
        }
    }
}
