using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waves;

namespace Azygos.Circulation.Verification;

/// <summary>Extremes of a quantity over cells and steps, and its farthest drift from where its cell began.</summary>
internal sealed class CellHistory
{
    private readonly VesselLine[] lines;
    private readonly VesselQuantity quantity;
    private readonly double[] beginnings;
    private double drift = double.NegativeInfinity;
    private (double Value, double Beginning) lowest = (double.PositiveInfinity, 0), highest = (double.NegativeInfinity, 0),
        farthest;

    public CellHistory(VesselLine[] lines, VesselQuantity quantity)
    {
        this.lines = lines;
        this.quantity = quantity;
        beginnings = [.. lines.SelectMany(line => Enumerable.Range(0, line.Cells).Select(i => line.Read(quantity, i, 0)))];
        Watch(0);
    }

    /// <summary>Looks at every cell.</summary>
    public void Watch(double time)
    {
        int k = 0;
        foreach (VesselLine line in lines)
        {
            for (int i = 0; i < line.Cells; i++, k++)
            {
                double value = line.Read(quantity, i, time), beginning = beginnings[k];
                if (!(value >= lowest.Value)) lowest = (value, beginning);
                if (!(value <= highest.Value)) highest = (value, beginning);
                double far = Math.Abs(value - beginning) / Math.Abs(beginning);
                if (far <= drift || double.IsNaN(far)) continue;
                drift = far;
                farthest = (value, beginning);
            }
        }
    }

    /// <summary>The three values, each with what its cell began with.</summary>
    public Series Result() => new([0, 1, 2], [lowest.Value, highest.Value, farthest.Value])
    {
        Beginning = [lowest.Beginning, highest.Beginning, farthest.Beginning],
    };
}
