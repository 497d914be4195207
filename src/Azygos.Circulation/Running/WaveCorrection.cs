using Azygos.Circulation.Waves;
using Azygos.Circulation.Assembly;

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
    private readonly WaveContents contents;
    private double[] held = [];

    public WaveCorrection(
        WaveSystem waves, LumpedCoupling coupling, SteadyFlow steady,
        IReadOnlyDictionary<string, IReadOnlyList<string>> nodesOfVessel)
    {
        this.waves = waves;
        response = new MeanFlowResponse(steady);
        contents = new WaveContents(waves.Mesh, coupling, response, nodesOfVessel);
    }

    /// <summary>Notes what everything holds at the start of a period.</summary>
    public void Begin() => held = contents.Read();

    /// <summary>Moves the state.</summary>
    /// <param name="period">T [s].</param>
    /// <param name="isClosed">Nothing entered or left the network during the period.</param>
    /// <param name="distance">How far the period's end is from its start, in the run's norm.</param>
    /// <returns>False when there is no response, or no state that it leads to: the state is then as it was.</returns>
    public bool Apply(double period, bool isClosed, double distance)
    {
        double[] now = contents.Read();
        for (int i = 0; i < now.Length; i++) response.Gain[i] = now[i] - held[i];
        if (!response.Find(period, isClosed, distance)) return false;
        double total = contents.Total(), shift = Probe;
        if (Environment.GetEnvironmentVariable("AZ_T") is not null)
        {
            foreach (int i in Enumerable.Range(0, now.Length).OrderByDescending(i => Math.Abs(response.Values[i])).Take(12))
                Console.WriteLine($"   {response.Network.Unknowns[i].Name}:{response.Network.Unknowns[i].Kind} dp {response.Values[i]:G4} gain {response.Gain[i]*1e6:G4} mL dV {response.Contents[i]*1e6:G4}");
            Console.WriteLine($"  sum gain {response.Gain.Sum()*1e6} largest gains " + string.Join(", ", Enumerable.Range(0, now.Length).OrderByDescending(i => Math.Abs(response.Gain[i])).Where(i=>response.Network.Unknowns[i].Kind==UnknownKind.Pressure).Take(8).Select(i => $"{response.Network.Unknowns[i].Name} {response.Gain[i]*1e6:G3}")));
        }
        contents.Change(response.Values, response.Relaxation, 0);
        double excess = contents.Total() - total;
        if (Environment.GetEnvironmentVariable("AZ_T") is not null)
        {
            double[] then = contents.Read();
            Console.WriteLine($"   sum dV {Enumerable.Range(0, now.Length).Where(i=>response.Network.Unknowns[i].Kind==UnknownKind.Pressure).Sum(i=>response.Contents[i])*1e6} gain {Enumerable.Range(0, now.Length).Where(i=>response.Network.Unknowns[i].Kind==UnknownKind.Pressure).Sum(i=>response.Gain[i])*1e6}");
            foreach (int i in Enumerable.Range(0, now.Length).Where(i=>response.Network.Unknowns[i].Kind==UnknownKind.Pressure).OrderByDescending(i => Math.Abs(then[i]-now[i]-response.Contents[i])).Take(12))
                Console.WriteLine($"   {response.Network.Unknowns[i].Name}:{response.Network.Unknowns[i].Kind} dp {response.Values[i]:G4} dV {response.Contents[i]*1e6:G4} really {(then[i]-now[i])*1e6}");
        }
        if (Environment.GetEnvironmentVariable("AZ_T") is not null) Console.WriteLine($"  excess {excess*1e6} relax {response.Relaxation}");
        for (int k = 0; k < Shifts && excess != 0; k++)
        {
            contents.Change(response.Values, 0, shift);
            double left = contents.Total() - total, slope = (left - excess) / shift;
            if (!(slope > 0)) break;
            (shift, excess) = (-left / slope, left);
        }

        return waves.Settle() is null;
    }
}
