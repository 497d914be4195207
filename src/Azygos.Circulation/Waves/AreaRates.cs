namespace Azygos.Circulation.Waves;

/// <summary>How fast areas change: max |∂A/∂t|/A.</summary>
internal sealed class AreaRates(WaveMesh mesh)
{
    private readonly double[][] before = [.. mesh.Lines.Select(line => new double[line.Cells])];

    /// <summary>Vessel in which they change fastest.</summary>
    public string Worst { get; private set; } = "";

    /// <summary>Keeps the present areas.</summary>
    public void Keep()
    {
        for (int k = 0; k < before.Length; k++)
            Array.Copy(mesh.Lines[k].Area, VesselLine.Margin, before[k], 0, before[k].Length);
    }

    /// <summary>Largest change since then, per area and time [1/s].</summary>
    public double Largest(double duration)
    {
        double largest = 0;
        for (int k = 0; k < before.Length; k++)
        {
            for (int i = 0; i < before[k].Length; i++)
            {
                double change = Math.Abs(mesh.Lines[k].Area[VesselLine.Margin + i] / before[k][i] - 1);
                if (change <= largest) continue;
                largest = change;
                Worst = mesh.Lines[k].Vessel.Id;
            }
        }

        return largest / duration;
    }
}
