using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Waves;

/// <summary>The state of a network of vessels as one vector, every part of it of the size of its wave speed: what
/// acceleration works on.</summary>
/// <remarks>Areas count as ln A, which keeps them positive, and flows as Q/(A c), both times the weight √(Δx/L) of a
/// cell; capacitors as pressures over ρc² of their vessel.</remarks>
internal sealed class SlowState
{
    private readonly VesselLine[] lines;
    private readonly WindkesselBalance[] windkessels;
    private readonly double[] scale;

    public SlowState(WaveMesh mesh)
    {
        lines = mesh.Lines;
        windkessels = [.. mesh.Nodes.OfType<WindkesselBalance>()];
        scale = [.. windkessels.Select(node =>
        {
            VesselEnd end = node.Ends[0];
            double c = end.Line.WaveSpeedOf(end.IsRight ? end.Line.Cells - 1 : 0);
            return end.Density * c * c;
        })];
        Size = windkessels.Length + 2 * lines.Sum(line => line.Cells);
    }

    public int Size { get; }

    /// <summary>The present state.</summary>
    public double[] Read()
    {
        double[] x = new double[Size];
        int k = 0;
        foreach (VesselLine line in lines)
        {
            double weight = Math.Sqrt(1.0 / line.Cells);
            for (int i = 0; i < line.Cells; i++)
            {
                double area = line.Area[VesselLine.Margin + i];
                x[k++] = weight * Math.Log(area);
                x[k++] = weight * line.Flow[VesselLine.Margin + i] / (line.ReferenceAreaOf(i) * ScaleOfVelocity(line));
            }
        }

        for (int i = 0; i < windkessels.Length; i++) x[k++] = windkessels[i].CapacitorPressure / scale[i];
        return x;
    }

    /// <summary>Goes on from a state.</summary>
    public void Write(double[] x)
    {
        int k = 0;
        foreach (VesselLine line in lines)
        {
            double weight = Math.Sqrt(1.0 / line.Cells);
            for (int i = 0; i < line.Cells; i++)
            {
                line.ChangeArea(i, Math.Exp(x[k++] / weight));
                line.Flow[VesselLine.Margin + i] =
                    x[k++] / weight * line.ReferenceAreaOf(i) * ScaleOfVelocity(line);
            }

            line.MeasureSpeed();
        }

        for (int i = 0; i < windkessels.Length; i++) windkessels[i].CapacitorPressure = x[k++] * scale[i];
    }

    private static double ScaleOfVelocity(VesselLine line)
    {
        WallPoint point = line.LeftPoint;
        return line.Vessel.Wall.WaveSpeed(point.ReferenceArea, point, 1000);   // of blood-like density, any will do
    }
}
