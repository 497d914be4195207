using Azygos.Circulation.Assembly;
using Azygos.Circulation.Running;
using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Waves;

/// <summary>A network of vessels seen as the mean-flow network of the same body: which of its nodes holds what.</summary>
/// <remarks>A vessel is a chain of nodes there; a cell belongs to the nearest of them, and takes the pressure between
/// the two around it.</remarks>
internal sealed class WaveContents
{
    private readonly LumpedCoupling coupling;
    private readonly MeanFlowResponse response;
    private readonly int[] lumpedRow;                            // row of the coupled network, or −1
    private readonly (VesselLine Line, int[] Chain, double From, double Share, int Around)[] chains;

    public WaveContents(
        WaveMesh mesh, LumpedCoupling coupling, MeanFlowResponse response,
        IReadOnlyDictionary<string, IReadOnlyList<string>> nodesOfVessel)
    {
        this.coupling = coupling;
        this.response = response;
        LumpedSystem mean = response.Network, lumped = coupling.System;
        Dictionary<(string, UnknownKind), int> rows = [];
        for (int i = 0; i < lumped.Unknowns.Length; i++) rows[(lumped.Unknowns[i].Name, lumped.Unknowns[i].Kind)] = i;
        lumpedRow = [.. mean.Unknowns.Select((u, i) =>
            response.IsSlow(i) && rows.TryGetValue((u.Name, u.Kind), out int row) ? row : -1)];
        chains = [.. mesh.LinesOf.SelectMany(pair => pair.Value.Select(line => (
            line,
            nodesOfVessel[pair.Key].Select(mean.SlotOf).ToArray(),
            line.From / line.Vessel.Length,
            line.CellLength / line.Vessel.Length,
            line.Surroundings.Node is { } node && coupling.RowOf(node) is >= 0 and int around
                ? mean.SlotOf(lumped.Unknowns[around].Name)
                : -1)))];
    }

    /// <summary>What every row of the mean-flow network holds at the present state.</summary>
    public double[] Read()
    {
        double[] held = new double[lumpedRow.Length];
        double[] content = coupling.Contents();
        for (int i = 0; i < held.Length; i++)
            if (lumpedRow[i] >= 0 && coupling.System.HasContent[lumpedRow[i]]) held[i] = content[lumpedRow[i]];
        foreach (var (line, chain, from, share, around) in chains)
            for (int i = 0; i < line.Cells; i++)
            {
                double volume = line.Area[VesselLine.Margin + i] * line.CellLength;
                int node = chain[(int)((from + (i + 0.5) * share) * (chain.Length - 1) + 0.5)];
                if (node < held.Length) held[node] += volume;
                if (around >= 0) held[around] -= volume;
            }

        return held;
    }

    /// <summary>Values of every row of the mean-flow network at the present state: pressures and signals; 0 where neither
    /// is known.</summary>
    public double[] Values()
    {
        double[] values = new double[lumpedRow.Length];
        foreach (var (line, chain, from, step, around) in chains)
            for (int i = 0; i < line.Cells; i++)
            {
                int node = chain[(int)((from + (i + 0.5) * step) * (chain.Length - 1) + 0.5)];
                if (node < values.Length) values[node] = line.Read(VesselQuantity.Pressure, i, coupling.State.Time);
            }

        for (int i = 0; i < lumpedRow.Length; i++)
            if (lumpedRow[i] >= 0) values[i] = coupling.State.Value[lumpedRow[i]];
        return values;
    }

    /// <summary>Changes pressures and signals, and all pressures outside fluids by a shift.</summary>
    /// <param name="change">By row of the mean-flow network; null: none.</param>
    /// <param name="shift">[Pa].</param>
    public void Change(double[]? change, double shift)
    {
        for (int i = 0; i < lumpedRow.Length; i++)
            if (lumpedRow[i] >= 0) coupling.Change(lumpedRow[i], At(i) + Shift(i));
        foreach (var (line, chain, from, step, around) in chains)
        {
            double outside = around < 0 ? 0 : At(around);
            for (int i = 0; i < line.Cells; i++)
            {
                double place = (from + (i + 0.5) * step) * (chain.Length - 1);
                int k = Math.Min((int)place, chain.Length - 2);
                double inside = At(chain[k]) + (place - k) * (At(chain[k + 1]) - At(chain[k])) + shift;
                line.ChangePressure(i, inside - outside);
            }

            // Speeds at its ends count too: a bound that forgot them would change the steps, and with them the pressures of
            // short vessels, whatever the change.
            double speed = line.Speed;
            line.MeasureSpeed();
            line.Notice(speed);
        }

        double At(int row) => change is not null && row < change.Length ? change[row] : 0;

        double Shift(int row) => response.Network.Unknowns[row] is { Kind: UnknownKind.Pressure, EliminationClass: < 2 }
            ? shift
            : 0;
    }

    /// <summary>Blood and fluids [m³]: what a closed network keeps.</summary>
    public double Total()
    {
        double sum = 0;
        double[] held = Read();
        for (int i = 0; i < held.Length; i++)
            if (response.Network.Unknowns[i].Kind == UnknownKind.Pressure) sum += held[i];
        return sum;
    }
}
