using Azygos.Circulation.Assembly;
using Azygos.Circulation.Waves;
using static Azygos.Circulation.Waves.StateVectors;

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

    private readonly MeanFlowResponse response;
    private readonly LumpedCoupling coupling;
    private readonly WaveContents contents;
    private (double[] Gain, double[] Values, double Moved)? last;
    private double[] held = [];
    private double lastPeriod;

    public WaveCorrection(
        WaveMesh mesh, LumpedCoupling coupling, SteadyFlow steady,
        IReadOnlyDictionary<string, IReadOnlyList<string>> nodesOfVessel)
    {
        this.coupling = coupling;
        response = new MeanFlowResponse(steady) { FirstHorizon = FirstHorizon };
        contents = new WaveContents(mesh, coupling, response, nodesOfVessel);
    }

    // Chosen, in periods: what is slower is hardly corrected by the first period, in which a run still finds its beat; a
    // thousandth of a millilitre of that in the skull would move its fluid, of 120 periods, by a tenth.
    private const double FirstHorizon = 3;

    /// <summary>Notes what everything holds at the start of a period.</summary>
    public void Begin() => held = contents.Read();

    /// <summary>Moves the state.</summary>
    /// <param name="period">T [s].</param>
    /// <param name="isClosed">Nothing entered or left the network during the period.</param>
    /// <returns>False when there is no response: the state is then as it was. Or when the changed one cannot be balanced:
    /// the next step then says where.</returns>
    public bool Apply(double period, bool isClosed)
    {
        double[] now = contents.Read(), values = contents.Values(), gain = new double[now.Length];
        for (int i = 0; i < now.Length; i++) gain[i] = now[i] - held[i];
        if (period != lastPeriod) last = null;
        lastPeriod = period;
        gain.CopyTo(response.Gain, 0);
        double[] change = new double[gain.Length];
        double moved = Volume(gain);
        if (moved > last?.Moved) last = null;
        Extrapolate(gain, values, change);
        last = (gain, values, moved);
        if (!response.Find(period, isClosed, moved)) return false;
        for (int i = 0; i < change.Length; i++) change[i] += response.Relaxation * response.Values[i];
        Move(change);
        return coupling.Settle() is null;
    }

    // The combination of this period and the one before that gains least, as if both answered linearly: γ of
    // |f − γ (f − f′)|. Its end's values are a better guess of the state, and its gain is what is left for the response
    // to correct. Two and three earlier periods were no better.
    private void Extrapolate(double[] gain, double[] values, double[] change)
    {
        if (last is not { } earlier) return;
        double[] f = Difference(gain, earlier.Gain), v = Difference(values, earlier.Values);
        double γ = Product(gain, f) / Product(f, f);
        if (!double.IsFinite(γ)) return;
        Add(response.Gain, -γ, f);
        Add(change, -γ, v);
    }

    // Over what nodes hold; signals have other units.
    private double Product(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            if (response.Network.Unknowns[i].Kind == UnknownKind.Pressure) sum += a[i] * b[i];
        return sum;
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
