using Azygos.Evidence.Claims;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Figures;

/// <summary>Something that was published.</summary>
/// <param name="Year">Year.</param>
/// <param name="Lane">Which lane it stands in.</param>
/// <param name="Words">A few words.</param>
/// <param name="Mark">Class of its mark.</param>
internal sealed record TimelineEvent(int Year, string Lane, string Words, string Mark);

/// <summary>What was published when, a lane for each kind; years run downwards.</summary>
internal sealed class Timeline(IReadOnlyList<TimelineEvent> events, IReadOnlyList<string> lanes) : Figure
{
    private const double Top = 40, YearWidth = 52, LineHeight = 15, YearGap = 9, LaneWidth = 232;

    private const int LongestWords = 33;      // chosen: what a lane holds in the small text

    /// <inheritdoc/>
    public override string Id => "timeline";

    /// <inheritdoc/>
    public override string Title => $"What was published when. {CuratedBase.Title}";

    /// <inheritdoc/>
    public override string Words => $"From {Years[0]} to {Years[^1]}: " + string.Join(", ", lanes.Select(lane =>
        $"{events.Count(one => one.Lane == lane)} {lane}")) + ".";

    /// <inheritdoc/>
    public override double Width => YearWidth + lanes.Count * LaneWidth;

    /// <inheritdoc/>
    public override double Height => Top + Years.Sum(HeightOf) + 6;

    private int[] Years => [.. events.Select(one => one.Year).Distinct().Order()];

    private double HeightOf(int year) => YearGap + LineHeight * lanes.Max(lane => Lines(year, lane).Count());

    private IEnumerable<(TimelineEvent Event, string Text, bool First)> Lines(int year, string lane) =>
        from one in events.Where(one => one.Year == year && one.Lane == lane)
        from line in Wording.Wrap(one.Words, LongestWords).Index()
        select (one, line.Item, line.Index == 0);

    /// <inheritdoc/>
    protected override void Draw(HtmlWriter page)
    {
        for (int i = 0; i < lanes.Count; i++)
            page.Label("head", YearWidth + i * LaneWidth, Top - 14, char.ToUpperInvariant(lanes[i][0]) + lanes[i][1..]);
        page.Stroke("rule", 0, Top - 6, Width, Top - 6);
        double top = Top;
        foreach (int year in Years)
        {
            page.Label("group", 0, top + LineHeight, Numerals.AsGiven(year));
            for (int i = 0; i < lanes.Count; i++)
            {
                double y = top;
                foreach ((TimelineEvent one, string text, bool first) in Lines(year, lanes[i]))
                {
                    y += LineHeight;
                    if (first) page.Dot(one.Mark, YearWidth + i * LaneWidth + 4, y - 4, 3.6);
                    page.Label("note-text", YearWidth + i * LaneWidth + 13, y, text);
                }
            }
            top += HeightOf(year);
            page.Stroke("thin", 0, top - 3, Width, top - 3);
        }
    }
}
