using Azygos.Reports.Markup;

namespace Azygos.Reports.Drawing;

/// <summary>Labels in the two margins of a view, each joined to its place by a thin line, none over another; the
/// values stand beside the drawing, in a column.</summary>
internal sealed class MarginLabels(View view)
{
    /// <summary>Distance of neighbouring labels, each a line; less where a margin would overflow.</summary>
    private const double WidestPitch = 15;

    private readonly List<Label> _left = [], _right = [];

    private sealed record Label(string Name, string Value, double X, double Y, string Tone, bool Leads);

    /// <summary>Adds a label for a place on the page; it goes to the nearer margin.</summary>
    /// <param name="name">Name.</param>
    /// <param name="value">Value.</param>
    /// <param name="x">Place across the page.</param>
    /// <param name="y">Place down the page.</param>
    /// <param name="tone">Class of the text.</param>
    /// <param name="leads">True: it stays where the margin is full; the others are left out.</param>
    public void Add(string name, string value, double x, double y, string tone, bool leads = true)
    {
        bool left = Math.Abs(x - View.Width / 2) < 2 ? _left.Count <= _right.Count : x < View.Width / 2;
        List<Label> side = left ? _left : _right;
        side.Add(new Label(name, value, x, y, tone, leads));
    }

    /// <summary>Writes leaders, dots and labels.</summary>
    public void Write(HtmlWriter page)
    {
        Write(page, _left, View.Margin - 6, "end");
        Write(page, _right, View.Width - View.Margin + 6, "start");
    }

    private void Write(HtmlWriter page, List<Label> labels, double edge, string anchor)
    {
        Label[] ordered = [.. Fitting(labels).OrderBy(l => l.Y).ThenBy(l => l.Name, StringComparer.Ordinal)];
        double[] y = Spread([.. ordered.Select(l => l.Y)]);
        double towards = anchor == "end" ? 1 : -1;
        for (int i = 0; i < ordered.Length; i++)
        {
            Label label = ordered[i];
            string corner = Numerals.Coordinate(edge + 8 * towards);
            page.Empty("path", ("class", "leader"), ("d", $"M{Numerals.Coordinate(edge + 2 * towards)} "
                + $"{Numerals.Coordinate(y[i])}"
                + $"H{corner}L{Numerals.Coordinate(label.X)} {Numerals.Coordinate(label.Y)}"));
            page.Empty("circle", ("class", "dot"), ("cx", label.X), ("cy", label.Y), ("r", "1.9"));
            using (page.In("text", ("class", ("label " + label.Tone).TrimEnd()), ("text-anchor", anchor), ("x", edge),
                ("y", y[i] + 3.5)))
            {
                if (anchor == "end") page.Element("tspan", label.Name).Text(" ");
                page.Element("tspan", label.Value, ("class", "value"));
                if (anchor == "start") page.Text(" ").Element("tspan", label.Name);
            }
        }
    }

    // All that lead, and of the others as many as leave names and values legible, in the order of the site table.
    private IEnumerable<Label> Fitting(List<Label> labels)
    {
        int others = Math.Max(0, (int)((view.Height - View.Head) / WidestPitch) - labels.Count(l => l.Leads));
        return labels.Where(l => l.Leads).Concat(labels.Where(l => !l.Leads).Take(others));
    }

    private double[] Spread(double[] wanted)
    {
        double pitch = Math.Min(WidestPitch, (view.Height - View.Head) / Math.Max(1, wanted.Length));
        return Spacing.Spread(wanted, pitch, View.Head + pitch / 2, view.Height - pitch / 2);
    }
}
