using Azygos.Reports.Figures;
using Azygos.Reports.Markup;
using Azygos.Studies.Designs;
using Azygos.Studies.Results;

namespace Azygos.Reports.Studies;

/// <summary>Who was looked for, examined, treated and seen at the end, in the first repetition of a study.</summary>
internal sealed class StudyFlow(StudyDesign design, StudyTally tally) : Figure
{
    private const double BoxWidth = 300, BoxHeight = 46, Between = 30, Gap = 40;

    private IReadOnlyList<string[]> Rows =>
    [
        .. design.EnrolsPositivesOnly ? new[] { new[] { $"{Numerals.Count(tally.Screened)} examined" } } : [],
        design.Treats
            ? [.. Arms.Select(arm => $"{Numerals.Count(arm.Of.Count)} {arm.Name}")]
            : [.. Groups.Select(group => $"{Numerals.Count(group.Of.Count)} {group.Name}")],
        design.Treats
            ? [.. Arms.Select(arm => $"{Numerals.Count(arm.Of.Followed)} seen at the end, "
                + $"{Numerals.Count(arm.Of.Improved)} improved")]
            : [.. Groups.Select(group => $"{Numerals.Count(group.Of.Positive)} called positive, "
                + $"{Numerals.Count(group.Of.Lesions)} with a narrowing")],
    ];

    private IEnumerable<(string Name, ArmTally Of)> Arms =>
        new[] { ("treated", tally.Treated), ("with a sham", tally.Sham) }.Where(arm => arm.Item2.Count > 0);

    private IEnumerable<(string Name, GroupTally Of)> Groups =>
        new[] { ("people with MS", tally.Cases), ("controls", tally.Controls) }.Where(group => group.Item2.Count > 0);

    /// <inheritdoc/>
    public override string Id => "study-flow";

    /// <inheritdoc/>
    public override string Title => "Flow of people, first repetition";

    /// <inheritdoc/>
    public override string Words => string.Join("; ", Rows.Select(row => string.Join(", ", row))) + ".";

    /// <inheritdoc/>
    public override double Width => 2 * BoxWidth + Gap + 8;

    /// <inheritdoc/>
    public override double Height => Rows.Count * (BoxHeight + Between) - Between + 8;

    /// <inheritdoc/>
    protected override void Draw(HtmlWriter page)
    {
        IReadOnlyList<string[]> rows = Rows;
        for (int r = 0; r < rows.Count; r++)
            for (int i = 0; i < rows[r].Length; i++)
            {
                double x = Left(rows[r].Length, i), y = 4 + r * (BoxHeight + Between);
                page.Box("node", x, y, BoxWidth, BoxHeight);
                page.Label("cell", x + BoxWidth / 2, y + BoxHeight / 2 + 5, rows[r][i], "middle");
                if (r == 0) continue;
                double from = Left(rows[r - 1].Length, Math.Min(i, rows[r - 1].Length - 1)) + BoxWidth / 2;
                page.Stroke("flow", from, y - Between, x + BoxWidth / 2, y);
            }
    }

    private static double Left(int boxes, int at) =>
        boxes == 1 ? 4 + (BoxWidth + Gap) / 2 : 4 + at * (BoxWidth + Gap);
}
