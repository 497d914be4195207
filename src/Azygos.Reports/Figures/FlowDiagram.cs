using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Displays;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Figures;

/// <summary>From all rows to those that are pooled: boxes downwards, what is left aside to the right.</summary>
internal sealed class FlowDiagram(ReadingFlow flow) : Figure
{
    private const double BoxWidth = 330, BoxHeight = 52, AsideLeft = 400, AsideWidth = 420, LineHeight = 15, Between =
        34;

    private const int Letters = 66;      // chosen: what a box at the side holds in its text

    /// <inheritdoc/>
    public override string Id => "flow";

    /// <inheritdoc/>
    public override string Title =>
        $"What was readable and what was not: studies of how common CCSVI is. {CuratedBase.Title}";

    /// <inheritdoc/>
    public override string Words => string.Join(" ", flow.Steps.Select(step => $"{step.Rows.Count}: {step.Words}."
        + string.Concat(step.Aside.Select(aside => $" Left aside, {aside.Rows.Count}: {aside.Why}."))));

    /// <inheritdoc/>
    public override double Width => AsideLeft + AsideWidth + 4;

    /// <inheritdoc/>
    public override double Height => flow.Steps.Sum(HeightOf) - Between + 8;

    private static double HeightOf(ReadingStep step) =>
        Math.Max(BoxHeight, step.Aside.Sum(AsideHeight)) + Between;

    private static double AsideHeight(LeftAside aside) => LineHeight * Lines(aside).Length + 18;

    private static string[] Lines(LeftAside aside) =>
        [$"{aside.Rows.Count}: {aside.Why}", .. Wording.Wrap(string.Join(", ", aside.Rows), Letters)];

    /// <inheritdoc/>
    protected override void Draw(HtmlWriter page)
    {
        double top = 4;
        for (int i = 0; i < flow.Steps.Count; i++)
        {
            ReadingStep step = flow.Steps[i];
            using (page.In("g", ("data-row", step.Words)))
            {
                page.Box("node", 4, top, BoxWidth, BoxHeight);
                page.Label("big", 18, top + 33, Numerals.Count(step.Rows.Count));
                string[] words = Wording.Wrap(step.Words, 38);
                for (int line = 0; line < words.Length; line++)
                    page.Label("cell", 62, top + 31 - 8 * (words.Length - 1) + 16 * line, words[line]);
            }
            Aside(page, step, top);
            double next = top + HeightOf(step);
            if (i + 1 < flow.Steps.Count) Arrow(page, 4 + BoxWidth / 2, top + BoxHeight, next);
            top = next;
        }
    }

    private static void Aside(HtmlWriter page, ReadingStep step, double top)
    {
        double y = top;
        foreach (LeftAside aside in step.Aside)
        {
            string[] lines = Lines(aside);
            double height = LineHeight * lines.Length + 10;
            page.Box("node aside", AsideLeft, y, AsideWidth, height);
            page.Stroke("flow", 4 + BoxWidth, top + BoxHeight / 2, AsideLeft, y + Math.Min(height / 2, BoxHeight / 2));
            for (int i = 0; i < lines.Length; i++)
                page.Label(i == 0 ? "head" : "small", AsideLeft + 10, y + 17 + LineHeight * i, lines[i]);
            y += height + 8;
        }
    }

    private static void Arrow(HtmlWriter page, double x, double from, double to)
    {
        page.Stroke("flow", x, from, x, to - 6);
        page.Outline("arrow", [(x, to), (x - 4.5, to - 8), (x + 4.5, to - 8)], closed: true);
    }
}
