namespace Azygos.Reports.Drawing;

/// <summary>Labels along a line, moved apart until none lies over another.</summary>
internal static class Spacing
{
    /// <summary>Places of the labels, in the order of the wanted ones.</summary>
    /// <remarks>Labels that would overlap form a block around the mean of the places they belong to; blocks that meet
    /// are joined.</remarks>
    /// <param name="wanted">Places that they belong to, ascending.</param>
    /// <param name="pitch">Distance of neighbours.</param>
    /// <param name="least">Smallest place.</param>
    /// <param name="most">Greatest place.</param>
    public static double[] Spread(IReadOnlyList<double> wanted, double pitch, double least, double most)
    {
        List<(double First, int Count)> blocks = [];
        foreach (double place in wanted)
        {
            (double first, int count) = (Math.Clamp(place, least, most), 1);
            while (blocks.Count > 0 && blocks[^1].First + pitch * blocks[^1].Count > first)
            {
                (double before, int members) = blocks[^1];
                blocks.RemoveAt(blocks.Count - 1);
                first = (before * members + (first - pitch * members) * count) / (members + count);
                count += members;
                first = Math.Clamp(first, least, Math.Max(least, most - pitch * (count - 1)));
            }
            blocks.Add((first, count));
        }
        return [.. blocks.SelectMany(b => Enumerable.Range(0, b.Count).Select(i => b.First + pitch * i))];
    }
}
