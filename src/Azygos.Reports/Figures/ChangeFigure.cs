using Azygos.Files.Comparisons;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Figures;

/// <summary>Before and after on one scale: an open mark, a line, a filled one, for each number.</summary>
internal sealed class ChangeFigure(string id, string title, string unit, IReadOnlyList<ComparedNumber> numbers) : Figure
{
    private const double Names = 250, Plot = 300, Values = 110, Row = 20, Top = 26, Bottom = 34;

    private readonly Axis axis = Axis.Covering(
        numbers.Min(n => Math.Min(n.Before!.Value, n.After!.Value)),
        numbers.Max(n => Math.Max(n.Before!.Value, n.After!.Value)), leastSpan: 1, ticks: 5);

    /// <inheritdoc/>
    public override string Id => id;

    /// <inheritdoc/>
    public override string Title => title;

    /// <inheritdoc/>
    public override string Words => string.Join("; ", numbers.Select(
        n => $"{n.Name}: {Print(n.Before!.Value)} before, {Print(n.After!.Value)} after, {unit}"));

    /// <inheritdoc/>
    public override double Width => Names + Plot + Values;

    /// <inheritdoc/>
    public override double Height => Top + Row * numbers.Count + Bottom;

    /// <inheritdoc/>
    protected override void Draw(HtmlWriter page)
    {
        double foot = Top + Row * numbers.Count;
        foreach (double tick in axis.Ticks())
        {
            page.Empty("line", ("class", "thin"), ("x1", X(tick)), ("x2", X(tick)), ("y1", Top), ("y2", foot));
            page.Element("text", axis.Print(tick), ("class", "small"), ("x", X(tick)), ("y", foot + 14), ("text-anchor", "middle"));
        }
        page.Element("text", unit, ("class", "axis-title"), ("x", Names + 0.5 * Plot), ("y", foot + 29), ("text-anchor", "middle"));
        page.Element("text", "before → after", ("class", "head"), ("x", Names + Plot + 10), ("y", 14));
        for (int i = 0; i < numbers.Count; i++)
        {
            ComparedNumber n = numbers[i];
            double y = Top + Row * (i + 0.5), before = X(n.Before!.Value), after = X(n.After!.Value);
            page.Element("text", n.Name, ("x", Names - 10), ("y", y + 4), ("text-anchor", "end"));
            page.Empty("line", ("class", "whisker"), ("x1", before), ("x2", after), ("y1", y), ("y2", y));
            page.Empty("circle", ("class", "mark open"), ("cx", before), ("cy", y), ("r", "4.5"));
            page.Empty("circle", ("class", "mark"), ("cx", after), ("cy", y), ("r", "4"));
            page.Element("text", $"{Print(n.Before!.Value)} → {Print(n.After!.Value)}", ("class", "small"),
                ("x", Names + Plot + 10), ("y", y + 4));
        }
    }

    private double X(double value) => Names + Plot * axis.Share(value);

    private static string Print(double value) => Numerals.Fixed(value, Math.Abs(value) >= 99.5 ? 0 : 1);
}
