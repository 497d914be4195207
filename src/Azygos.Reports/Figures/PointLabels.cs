using Azygos.Reports.Markup;

namespace Azygos.Reports.Figures;

/// <summary>A point with its name.</summary>
/// <param name="X">Place.</param>
/// <param name="Y">Place.</param>
/// <param name="Radius">Radius of the mark.</param>
/// <param name="Text">Name; empty for a mark that names only keep clear of.</param>
internal readonly record struct NamedPoint(double X, double Y, double Radius, string Text);

/// <summary>Writes names beside points so that they cover neither each other nor a mark.</summary>
/// <remarks>Each name takes the first free of its places in turn, the points in the order given; a name without a free
/// place goes to the one where it covers least, with a thin line to its point.</remarks>
internal static class PointLabels
{
    private const double LetterWidth = 6.2, LineHeight = 11;      // chosen: for the figures' small text of 10.5

    // Chosen: right, left, above, below, then the corners, then the same farther away.
    private static readonly (int X, int Y)[] Directions =
        [(1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1), (2, -1), (2, 1), (1, -2), (-1, -2)];

    private static readonly double[] Distances = [3, 14, 26, 38, 52, 68, 86, 106];

    /// <summary>Writes the names.</summary>
    /// <param name="page">The page.</param>
    /// <param name="points">The points.</param>
    /// <param name="area">Frame that names stay inside.</param>
    public static void Write(HtmlWriter page, IReadOnlyList<NamedPoint> points, PlotArea area)
    {
        List<Room> taken = [.. points.Select(point => new Room(
            point.X - point.Radius, point.Y - point.Radius, point.X + point.Radius, point.Y + point.Radius))];
        foreach (NamedPoint point in points.Where(point => point.Text.Length > 0))
        {
            var best = Places(point).Where(place => Inside(place.Room, area)).Select(place =>
                (place.Room, place.Distance, Cover: taken.Sum(other => other.Cover(place.Room))))
                .OrderBy(place => place.Cover).FirstOrDefault();
            if (best.Room is null) continue;
            taken.Add(best.Room);
            if (best.Distance > Distances[0])
                page.Stroke("leader", point.X, point.Y, Math.Clamp(point.X, best.Room.Left, best.Room.Right),
                    Math.Clamp(point.Y, best.Room.Top, best.Room.Bottom));
            page.Label("small point-name", best.Room.Left + 1, best.Room.Bottom - 2.5, point.Text);
        }
    }

    private static IEnumerable<(Room Room, double Distance)> Places(NamedPoint point)
    {
        double width = LetterWidth * point.Text.Length + 2;
        foreach (double distance in Distances)
            foreach ((int dx, int dy) in Directions)
            {
                double away = point.Radius + distance, right = away * Math.Abs(dx) / Math.Max(
                    Math.Abs(dx), Math.Abs(dy));
                double up = away * Math.Abs(dy) / Math.Max(Math.Abs(dx), Math.Abs(dy));
                double left = dx switch
                {
                    > 0 => point.X + right,
                    < 0 => point.X - right - width,
                    _ =>
                    point.X - width / 2
                };
                double top = dy switch
                {
                    > 0 => point.Y + up,
                    < 0 => point.Y - up - LineHeight,
                    _ => point.Y - LineHeight / 2,
                };
                yield return (new Room(left, top, left + width, top + LineHeight), distance);
            }
    }

    private static bool Inside(Room room, PlotArea area) =>
        room.Left >= area.Left && room.Right <= area.Right && room.Top >= area.Top && room.Bottom <= area.Bottom;

    private sealed record Room(double Left, double Top, double Right, double Bottom)
    {
        public double Cover(Room other) =>
            Math.Max(0, Math.Min(Right, other.Right) - Math.Max(Left, other.Left))
            * Math.Max(0, Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top));
    }
}
