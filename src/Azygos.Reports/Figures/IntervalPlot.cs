using Azygos.Evidence.Claims.Rows;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Figures;

/// <summary>Estimates with intervals, one a row, between columns of text: forest, cumulative, leave-one-out.</summary>
internal sealed class IntervalPlot : Figure
{
    private const double RowHeight = 21, HeadHeight = 40, AxisHeight = 58, RiskWidth = 19, Gap = 14, Edge = 6;

    private const double LargestSquare = 13, SmallestSquare = 4;      // chosen: the heaviest study fills its row

    private static readonly (string Sign, string Meaning)[] Domains =
        [("C", "how people were chosen"), ("T", "the test of the veins"), ("R", "the reference, how MS was defined"),
            ("M", "who is missing")];

    private readonly string _id, _title, _words;

    /// <summary>A plot of rows.</summary>
    /// <param name="id">Short name.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="words">The numbers in words.</param>
    public IntervalPlot(string id, string title, string words) => (_id, _title, _words) = (id, title, words);

    /// <inheritdoc/>
    public override string Id => _id;

    /// <inheritdoc/>
    public override string Title => _title;

    /// <inheritdoc/>
    public override string Words => _words;

    /// <summary>Heading of the names.</summary>
    public required string NameHeading { get; init; }

    /// <summary>Width of the names.</summary>
    public double NameWidth { get; init; } = 160;

    /// <summary>Columns before the drawing.</summary>
    public IReadOnlyList<IntervalColumn> Before { get; init; } = [];

    /// <summary>Columns after it.</summary>
    public IReadOnlyList<IntervalColumn> After { get; init; } = [];

    /// <summary>Rows from above.</summary>
    public required IReadOnlyList<IntervalRow> Rows { get; init; }

    /// <summary>Scale of the estimates.</summary>
    public required IScale Scale { get; init; }

    /// <summary>Title of the scale.</summary>
    public required string ScaleTitle { get; init; }

    /// <summary>Value of no difference; null for none.</summary>
    public double? Null { get; init; }

    /// <summary>Bounds of no important effect; null for none.</summary>
    public (double Low, double High)? Margin { get; init; }

    /// <summary>What lies to the left and to the right of no difference.</summary>
    public (string Left, string Right)? Sides { get; init; }

    /// <summary>Width of the drawing between the columns.</summary>
    public double PlotWidth { get; init; } = 330;

    /// <inheritdoc/>
    public override double Width => PlotLeft + PlotWidth + Gap + After.Sum(column => column.Width)
        + (ShowsRisks ? 4 * RiskWidth + 10 : 0) + Edge;

    /// <inheritdoc/>
    public override double Height => HeadHeight + Rows.Count * RowHeight + AxisHeight + (ShowsRisks ? 18 : 0);

    private bool ShowsRisks => Rows.Any(row => row.Risks.Count > 0);

    private double PlotLeft => Edge + NameWidth + Before.Sum(column => column.Width) + Gap;

    private double RisksLeft => PlotLeft + PlotWidth + Gap + After.Sum(column => column.Width) + 10;

    private double Bottom => HeadHeight + Rows.Count * RowHeight + 4;

    /// <summary>Below the last row that is drawn; words may follow it.</summary>
    private double DataBottom => HeadHeight + 2
        + RowHeight * (1 + Rows.Index()
            .LastOrDefault(row => row.Item.Kind is not (IntervalKind.Note or IntervalKind.Warning)).Index);

    private double XAt(double value) => PlotLeft + PlotWidth * Math.Clamp(Scale.Share(value), 0, 1);

    /// <inheritdoc/>
    protected override void Draw(HtmlWriter page)
    {
        Head(page);
        if (Margin is { } margin)
            page.Box("margin-band", XAt(margin.Low), HeadHeight, XAt(margin.High) - XAt(margin.Low),
                DataBottom - HeadHeight);
        if (Null is { } none) page.Stroke("null", XAt(none), HeadHeight, XAt(none), DataBottom);
        for (int i = 0; i < Rows.Count; i++) Row(page, Rows[i], HeadHeight + (i + 0.5) * RowHeight + 2);
        Axis(page);
        if (ShowsRisks)
            page.Label("small", Edge, Height - 5, "Risk of bias, provisional: "
                + string.Join("; ", Domains.Select(domain => $"{domain.Sign} {domain.Meaning}"))
                + ". + low, − high, ? unclear.");
    }

    private void Head(HtmlWriter page)
    {
        page.Label("head", Edge, HeadHeight - 12, NameHeading);
        double x = Edge + NameWidth;
        foreach (IntervalColumn column in Before) Heading(column, ref x);
        x = PlotLeft + PlotWidth + Gap;
        foreach (IntervalColumn column in After) Heading(column, ref x);
        if (ShowsRisks)
            for (int i = 0; i < Domains.Length; i++)
                page.Label("head", RisksLeft + (i + 0.5) * RiskWidth, HeadHeight - 12, Domains[i].Sign, "middle");
        page.Stroke("rule", Edge, HeadHeight - 4, Width - Edge, HeadHeight - 4);

        void Heading(IntervalColumn column, ref double left)
        {
            string[] lines = column.Heading.Split('\n');
            left += column.Width;
            for (int i = 0; i < lines.Length; i++)
                page.Label("head", left, HeadHeight - 12 - 14 * (lines.Length - 1 - i), lines[i], "end");
        }
    }

    private void Row(HtmlWriter page, IntervalRow row, double y)
    {
        string kind = row.Kind switch
        {
            IntervalKind.Heading => "group",
            IntervalKind.Pooled => "pooled-text",
            IntervalKind.Note => "note-text",
            IntervalKind.Warning => "warn",
            _ => "cell",
        };
        using (page.In("g", ("data-row", row.Name)))
        {
            if (row is { Lower: { } lower, Upper: { } upper })
            {
                string interval = $"{Numerals.Short(lower)} to {Numerals.Short(upper)}";
                page.Element("title", row.Estimate is { } estimate
                    ? $"{row.Name}: {Numerals.Short(estimate)} ({interval})" : $"{row.Name}: {interval}");
                Interval(page, row, lower, upper, y);
            }
            page.Label(kind, Edge + (row.Kind is IntervalKind.Study ? 8 : 0), y + 4.5, row.Name);
            double x = Edge + NameWidth;
            Cells(page, kind, row.Before, Before, x, y);
            Cells(page, kind, row.After, After, PlotLeft + PlotWidth + Gap, y);
            for (int i = 0; i < row.Risks.Count; i++) Risk(page, row.Risks[i], RisksLeft + (i + 0.5) * RiskWidth, y);
        }
        page.Line();
    }

    private static void Cells(HtmlWriter page, string kind, IReadOnlyList<string> cells,
        IReadOnlyList<IntervalColumn> columns, double left, double y)
    {
        for (int i = 0; i < columns.Count; i++)
        {
            left += columns[i].Width;
            if (i < cells.Count && cells[i].Length > 0) page.Label(kind, left, y + 4.5, cells[i], "end");
        }
    }

    private void Interval(HtmlWriter page, IntervalRow row, double lower, double upper, double y)
    {
        double left = XAt(lower), right = XAt(upper);
        if (row.Kind == IntervalKind.Pooled && row.Estimate is { } mean)
            page.Diamond("diamond", left, XAt(mean), right, y, 6.5);
        else
        {
            page.Stroke(row.Kind == IntervalKind.Prediction ? "prediction" : "whisker", left, y, right, y);
            if (row.Estimate is { } estimate && Scale.Share(estimate) is >= 0 and <= 1)
            {
                double side = Math.Max(SmallestSquare, LargestSquare * Math.Sqrt(row.Weight / HeaviestWeight));
                page.Box("square", XAt(estimate) - side / 2, y - side / 2, side, side);
            }
        }
        // An interval that leaves the scale ends in an arrow.
        if (Scale.Share(lower) < 0)
            page.Outline("arrow", [(PlotLeft - 5, y), (PlotLeft + 3, y - 4), (PlotLeft + 3, y + 4)], closed: true);
        if (Scale.Share(upper) > 1)
            page.Outline("arrow", [(PlotLeft + PlotWidth + 5, y), (PlotLeft + PlotWidth - 3, y - 4),
                (PlotLeft + PlotWidth - 3, y + 4)], closed: true);
    }

    private double HeaviestWeight =>
        Rows.Where(row => row.Kind == IntervalKind.Study).Select(row => row.Weight).DefaultIfEmpty(0)
            .Max() is > 0 and var w
            ? w : 1;

    private static void Risk(HtmlWriter page, RiskOfBias risk, double x, double y)
    {
        (string kind, string sign) = risk switch
        {
            RiskOfBias.Low => ("risk-low", "+"),
            RiskOfBias.High => ("risk-high", "−"),
            _ => ("risk-unclear", "?"),
        };
        page.Dot(kind, x, y, 7);
        page.Label(risk == RiskOfBias.Unclear ? "risk-sign unclear" : "risk-sign", x, y + 4, sign, "middle");
    }

    private void Axis(HtmlWriter page)
    {
        page.Stroke("rule", PlotLeft, Bottom, PlotLeft + PlotWidth, Bottom);
        foreach (double tick in Scale.Ticks())
        {
            page.Stroke("tick", XAt(tick), Bottom, XAt(tick), Bottom + 4);
            page.Label("small", XAt(tick), Bottom + 16, Scale.Print(tick), "middle");
        }
        page.Label("axis-title", PlotLeft + PlotWidth / 2, Bottom + 32, ScaleTitle, "middle");
        if (Sides is not { } sides || Null is not { } none) return;
        page.Label("small", XAt(none) - 6, Bottom + 47, "← " + sides.Left, "end");
        page.Label("small", XAt(none) + 6, Bottom + 47, sides.Right + " →");
    }
}
