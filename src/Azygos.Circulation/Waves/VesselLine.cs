using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Waves;

/// <summary>A vessel on its mesh, or the part of one between two jumps of its properties: equal cells, their state, and
/// what its two ends tell the nodes.</summary>
/// <remarks>Cell i is at index Margin + i of the arrays; the margins hold no state.</remarks>
internal abstract class VesselLine
{
    /// <summary>Places before the first cell; as many and up to a vector more lie behind the last.</summary>
    public const int Margin = 4;

    protected VesselLine(Vessel vessel, double from, double to, int cells)
    {
        Vessel = vessel;
        From = from;
        Cells = cells;
        CellLength = (to - from) / cells;
        int padded = (cells + Margin - 1) / Margin * Margin + 2 * Margin;
        Area = new double[padded];
        Flow = new double[padded];
        VolumeFlux = new double[cells + 1];
        if (vessel.WallTime > 0) Lag = new WallLag(vessel.WallTime, vessel.WallStiffening, padded);
        LeftPoint = vessel.Profile.At(from, fromLeft: false);
        RightPoint = vessel.Profile.At(to, fromLeft: true);
        endLoads = [.. vessel.Loads.Select(load => (load.InTime, load.MeanAround(from, CellLength, vessel.Length),
            load.MeanAround(to, CellLength, vessel.Length)))];
    }

    private readonly (Waveform InTime, double Left, double Right)[] endLoads;

    /// <summary>What loads add to the pressure outside one end at a time [Pa].</summary>
    public double LoadAt(bool right, double time)
    {
        double sum = 0;
        foreach ((Waveform inTime, double left, double atRight) in endLoads)
            sum += inTime.At(time) * (right ? atRight : left);
        return sum;
    }

    public Vessel Vessel { get; }

    /// <summary>Where the line begins on its vessel [m].</summary>
    public double From { get; }

    public int Cells { get; }

    /// <summary>Δx [m].</summary>
    public double CellLength { get; }

    /// <summary>Mean area of each cell [m²].</summary>
    public double[] Area { get; }

    /// <summary>Mean flow of each cell [m³/s].</summary>
    public double[] Flow { get; }

    /// <summary>What passed each face in the last step, per time [m³/s]; shape [cells + 1].</summary>
    public double[] VolumeFlux { get; }

    public WallPoint LeftPoint { get; }

    public WallPoint RightPoint { get; }

    /// <summary>What surrounds the vessel.</summary>
    public required Surroundings Surroundings { get; init; }

    /// <summary>Number k of its steps, 2ᵏ, in a step of the network.</summary>
    public int Level { get; set; }

    /// <summary>Largest |u| + c seen in the last step, over cells and ends [m/s].</summary>
    public double Speed { get; set; }

    /// <summary>What the ends predict.</summary>
    public EndTrace LeftTrace, RightTrace;

    /// <summary>What entered at the left end in this step: volume [m³] and momentum over density [m⁴/s].</summary>
    public (double Volume, double Momentum) LeftInflow;

    /// <summary>What left at the right end in this step.</summary>
    public (double Volume, double Momentum) RightOutflow;

    /// <summary>The memory of a viscoelastic wall; null: elastic.</summary>
    public WallLag? Lag { get; }

    /// <summary>x of the centre of a cell, on its vessel [m].</summary>
    public double CentreOf(int cell) => From + (cell + 0.5) * CellLength;

    /// <summary>x of the left face of a cell, on its vessel [m].</summary>
    public double FaceOf(int cell) => From + cell * CellLength;

    /// <summary>∫ A dx [m³].</summary>
    public double Volume()
    {
        double sum = 0;
        for (int i = 0; i < Cells; i++) sum += Area[Margin + i];
        return sum * CellLength;
    }

    /// <summary>A quantity of a cell at a time.</summary>
    public double Read(VesselQuantity quantity, int cell, double time) => quantity switch
    {
        VesselQuantity.Pressure => PressureOf(cell) + Surroundings.At(time),
        VesselQuantity.Flow => Flow[Margin + cell],
        VesselQuantity.Area => Area[Margin + cell],
        VesselQuantity.Velocity => Flow[Margin + cell] / Area[Margin + cell],
        VesselQuantity.AreaRatio => Area[Margin + cell] / ReferenceAreaOf(cell),
        _ => Flow[Margin + cell] / Area[Margin + cell] / WaveSpeedOf(cell),
    };

    /// <summary>Takes a speed at an end into account.</summary>
    public void Notice(double speed)
    {
        Speed = Math.Max(Speed, speed);   // NaN stays
    }

    /// <summary>Carries the state of a vessel from one cut of its cells into lines to a finer one.</summary>
    /// <exception cref="InvalidOperationException">The cells are others, or a line would take two others
    /// together.</exception>
    public static void Carry(VesselLine[] from, VesselLine[] to)
    {
        int cells = to.Sum(line => line.Cells);
        if (from is [{ Cells: 1 } whole] && cells > 1)
        {
            foreach (VesselLine piece in to) piece.Spread(whole);
            return;
        }

        if (from.Sum(line => line.Cells) != cells)
            throw new InvalidOperationException($"{from[0].Vessel.Id}: the cells are not the same.");
        int part = 0, at = 0;
        foreach (VesselLine line in to)
        {
            VesselLine old = from[part];
            if (at + line.Cells > old.Cells)
                throw new InvalidOperationException($"{old.Vessel.Id}: a cut is lacking.");
            Array.Copy(old.Area, Margin + at, line.Area, Margin, line.Cells);
            Array.Copy(old.Flow, Margin + at, line.Flow, Margin, line.Cells);
            Array.Copy(old.VolumeFlux, at, line.VolumeFlux, 0, line.Cells + 1);
            if (old.Lag is { } memory)
            {
                Array.Copy(memory.Stress, Margin + at, line.Lag!.Stress, Margin, line.Cells);
                line.Lag.Behind = memory.Behind;
            }

            line.Speed = old.Speed;
            line.LeftTrace = at == 0 ? old.LeftTrace : line.TraceOf(Margin, old.LeftTrace.Time);
            at += line.Cells;
            line.RightTrace = at == old.Cells ? old.RightTrace : line.TraceOf(Margin + line.Cells - 1, old.RightTrace.Time);
            if (at == old.Cells) (part, at) = (part + 1, 0);
        }
    }

    // The state of a vessel of one cell, everywhere: a throat needs a face between two cells.
    private void Spread(VesselLine whole)
    {
        Array.Fill(Area, whole.Area[Margin], Margin, Cells);
        Array.Fill(Flow, whole.Flow[Margin], Margin, Cells);
        Array.Fill(VolumeFlux, whole.VolumeFlux[0]);
        if (whole.Lag is { } memory)
        {
            Array.Fill(Lag!.Stress, memory.Stress[Margin], Margin, Cells);
            Lag.Behind = memory.Behind;
        }

        Speed = whole.Speed;
        Trace(whole.LeftTrace.Time);
    }

    /// <summary>Sets the state before the first step.</summary>
    public abstract void Fill(Blood blood);

    /// <summary>Largest |u| + c of the present state [m/s].</summary>
    public abstract void MeasureSpeed();

    /// <summary>Fills the traces of both ends with the present state, standing still.</summary>
    public void Trace(double time)
    {
        LeftTrace = TraceOf(Margin, time);
        RightTrace = TraceOf(Margin + Cells - 1, time);
    }

    private EndTrace TraceOf(int j, double time) => new()
    {
        Time = time,
        Area = Area[j],
        Velocity = Flow[j] / Area[j],
        Lag = Lag is null ? 0 : Lag.Stress[j],
    };

    /// <summary>Begins a step: all but what the nodes pass to the end cells.</summary>
    public abstract void Begin(double time, double step, SweepScratch scratch);

    /// <summary>Ends a step: the end cells take what the nodes passed.</summary>
    public abstract void Finish();

    /// <summary>Static pressure [Pa] in a cell, without P(t) of the vessel.</summary>
    public abstract double PressureOf(int cell);

    /// <summary>Changes the area of a cell by other means than a step. A viscoelastic wall goes along at rest: it keeps its
    /// y − s.</summary>
    public abstract void ChangeArea(int cell, double area);

    /// <summary>Changes the pressure in a cell by changing its area; to half or twice of it at most.</summary>
    public abstract void ChangePressure(int cell, double change);

    /// <summary>c in a cell [m/s].</summary>
    public abstract double WaveSpeedOf(int cell);

    /// <summary>A₀ of a cell [m²].</summary>
    public abstract double ReferenceAreaOf(int cell);

    /// <summary>Makes an end for a node.</summary>
    public abstract VesselEnd NewEnd(bool right);
}
