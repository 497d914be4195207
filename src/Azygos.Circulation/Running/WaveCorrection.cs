using Azygos.Circulation.Assembly;
using Azygos.Circulation.Waves;

namespace Azygos.Circulation.Running;

/// <summary>Moves the end of a period of vessels with waves toward the periodic state, with the mean-flow network of the
/// same body as coarse model.</summary>
/// <source choice="the response of the mean-flow network; docs/decisions/0006"/>
internal sealed class WaveCorrection
{
    // Corrections of the shift that keeps the volume; each leaves the square of what the one before left.
    private const int Shifts = 4;

    // A first shift [Pa] to measure the compliance of the whole by.
    private const double Probe = 1;

    private readonly WaveSystem waves;
    private readonly MeanFlowResponse response;
    private readonly LumpedCoupling coupling;
    private readonly WaveContents contents;
    private readonly List<(double[] Gain, double[] Values, double Moved)> memory = [];
    private double[] held = [];
    private double lastPeriod;

    public WaveCorrection(
        WaveSystem waves, LumpedCoupling coupling, SteadyFlow steady,
        IReadOnlyDictionary<string, IReadOnlyList<string>> nodesOfVessel)
    {
        this.waves = waves;
        this.coupling = coupling;
        response = new MeanFlowResponse(steady);
        contents = new WaveContents(waves.Mesh, coupling, response, nodesOfVessel);
    }

    /// <summary>Notes what everything holds at the start of a period.</summary>
    public void Begin() => held = contents.Read();

    /// <summary>Moves the state.</summary>
    /// <param name="period">T [s].</param>
    /// <param name="isClosed">Nothing entered or left the network during the period.</param>
    /// <returns>False when there is no response, or no state that it leads to: the state is then as it was.</returns>
    public bool Apply(double period, bool isClosed)
    {
        double[] now = contents.Read(), values = contents.Values(), gain = new double[now.Length];
        for (int i = 0; i < now.Length; i++) gain[i] = now[i] - held[i];
        if (period != lastPeriod) memory.Clear();
        lastPeriod = period;
        gain.CopyTo(response.Gain, 0);
        double[] change = new double[gain.Length];
        double moved = Volume(gain);
        if (Environment.GetEnvironmentVariable("AZ_T") is not null) Console.WriteLine($"  {waves.Time:F2}: moved {moved*1e6} mL in {period:F2} s, relaxation {response.Relaxation}");
        if (memory.Count > 0 && moved > memory[^1].Moved) memory.Clear();
        foreach ((double[] earlier, double[] then, _) in memory.AsEnumerable().Reverse())
        {
            // γ = argmin |f − γ (f − f′)|
            double over = 0, under = 0;
            for (int i = 0; i < gain.Length; i++)
            {
                if (response.Network.Unknowns[i].Kind != UnknownKind.Pressure) continue;
                double difference = gain[i] - earlier[i];
                over += response.Gain[i] * difference;
                under += difference * difference;
            }

            double γ = over / under;
            if (Environment.GetEnvironmentVariable("AZ_T") is not null) Console.WriteLine($"      gamma {γ}");
            for (int i = 0; i < gain.Length; i++)
            {
                response.Gain[i] -= γ * (gain[i] - earlier[i]);
                change[i] -= γ * (values[i] - then[i]);
            }

            break;
        }

        memory.Add((gain, values, moved));
        if (!response.Find(period, isClosed, moved)) return false;
        for (int i = 0; i < change.Length; i++) change[i] += response.Relaxation * response.Values[i];
        Move(change);
        return coupling.Settle() is null;
    }

    private double Volume(double[] gain)
    {
        double sum = 0;
        for (int i = 0; i < gain.Length; i++)
            if (response.Network.Unknowns[i].Kind == UnknownKind.Pressure) sum += Math.Abs(gain[i]);
        return sum;
    }

    // Changes the values, and shifts all pressures outside fluids so that the total volume stays.
    private void Move(double[] change)
    {
        double total = contents.Total(), shift = Probe;
        contents.Change(change, 0);
        double excess = contents.Total() - total;
        for (int k = 0; k < Shifts && excess != 0; k++)
        {
            contents.Change(null, shift);
            double left = contents.Total() - total, slope = (left - excess) / shift;
            if (!(slope > 0)) break;
            (shift, excess) = (-left / slope, left);
        }
    }
}
