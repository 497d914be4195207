using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Vessels;

/// <summary>A pressure outside a vessel that varies along it and in time: p(x, t) = shape(x) · strength(t).</summary>
/// <param name="Position">x [m] from the vessel's first end, ascending; shape [rows].</param>
/// <param name="Shape">Linear between rows, the first and the last value beyond them; shape [rows].</param>
/// <param name="InTime">Strength; shape times strength is in Pa.</param>
/// <remarks>A cell feels the mean over its length, a face that over a cell's length around it.</remarks>
/// <source choice="one description for a column of fluid outside, a probe and a thumb"/>
public sealed record OutsideLoad(IReadOnlyList<double> Position, IReadOnlyList<double> Shape, Waveform InTime)
{
    /// <summary>Mean of the shape over a length around a place, no further than the vessel reaches.</summary>
    /// <param name="x">The place [m].</param>
    /// <param name="width">[m], positive.</param>
    /// <param name="length">Of the vessel [m].</param>
    public double MeanAround(double x, double width, double length)
    {
        double half = Math.Min(0.5 * width, Math.Min(x, length - x));   // narrower near the ends, so that a line stays
        return half > 0 ? MeanOver(x - half, x + half) : At(x);
    }

    /// <summary>Mean of the shape over a stretch.</summary>
    public double MeanOver(double from, double to)
    {
        double sum = 0, left = from;
        foreach (double row in Position.Where(row => row > from && row < to).Append(to))
        {
            // The limits inside the piece, also where a row is a jump.
            double middle = At(0.5 * (left + row));
            sum += middle * (row - left);
            left = row;
        }

        return sum / (to - from);
    }

    /// <summary>The shape at a place.</summary>
    public double At(double x)
    {
        int next = 0;
        while (next < Position.Count && Position[next] <= x) next++;
        if (next == 0) return Shape[0];
        if (next == Position.Count) return Shape[^1];
        double share = (x - Position[next - 1]) / (Position[next] - Position[next - 1]);
        return Shape[next - 1] + share * (Shape[next] - Shape[next - 1]);
    }
}
