using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Waves;

/// <summary>What a vessel gives at a place: the polynomial through the nearest four cells (fewer where there are
/// fewer).</summary>
/// <remarks>A cell's mean stands for the value at its centre: second order, as the scheme.</remarks>
internal sealed class VesselSite
{
    private const int Points = 4;

    private readonly VesselLine line;
    private readonly int first, count;
    private readonly double[] weight = new double[Points];

    public VesselSite(WaveMesh mesh, string vessel, double x)
    {
        VesselLine[] lines = mesh.LinesOf[vessel];
        line = lines.Last(part => part == lines[0] || part.From <= x);
        double at = (x - line.From) / line.CellLength - 0.5;   // in cells, from the first centre
        bool isAtEnd = at < 0 || at > line.Cells - 1;
        count = Math.Min(isAtEnd ? Points - 1 : Points, line.Cells);   // a parabola beyond the last centre
        first = Math.Clamp((int)Math.Floor(at) - (count - 1) / 2, 0, line.Cells - count);
        for (int i = 0; i < count; i++)
        {
            weight[i] = 1;
            for (int j = 0; j < count; j++)
                if (j != i) weight[i] *= (at - first - j) / (i - j);
        }
    }

    /// <summary>The vessel's line.</summary>
    public VesselLine Line => line;

    /// <summary>The value of a quantity at a time.</summary>
    public double Read(VesselQuantity quantity, double time)
    {
        double sum = 0;
        for (int i = 0; i < count; i++) sum += weight[i] * line.Read(quantity, first + i, time);
        return sum;
    }
}
