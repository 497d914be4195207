using Azygos.Circulation.Running;

namespace Azygos.Body.Building;

/// <summary>Where a built vessel is found in its network, and what is recorded of it.</summary>
/// <param name="Nodes">Node ids of the lumped vessel from the first to the second end; of one with waves, those of its
/// lumped stand-in.</param>
/// <source choice="one face for lumped vessels and vessels with waves"/>
public abstract record VesselPlace(IReadOnlyList<string> Nodes)
{
    /// <summary>What to record for pressure, flow and area at a place, 0 at the first end to 1; flow first.</summary>
    public abstract IEnumerable<Probe> At(double position);

    /// <summary>What to record for flow and area in the middle.</summary>
    public abstract IEnumerable<Probe> InTheMiddle();

    /// <summary>Pressure at a place [Pa]; shape [samples].</summary>
    public abstract double[] Pressure(double position, Recording recording);

    /// <summary>Flow at a place [m³/s]; shape [samples].</summary>
    public abstract double[] Flow(double position, Recording recording);

    /// <summary>Lumen area at a place [m²]; shape [samples].</summary>
    public abstract double[] Area(double position, Recording recording);

    /// <summary>What to record of a throat: pressure on its first side, on its other side, flow.</summary>
    public abstract (Probe Before, Probe Behind, Probe Through) AtThroat(string throat);

    /// <summary>What to record for the pressure nearest to a place.</summary>
    public abstract Probe PressureAt(double position);

    /// <summary>Where along the vessel that pressure is read, 0 to 1.</summary>
    public abstract double HeightShare(double position);
}

/// <summary>A vessel as a chain of lumped cells.</summary>
/// <param name="Elements">Element ids; shape [cells].</param>
/// <param name="Nodes">Node ids from the first to the second end; shape [cells + 1].</param>
/// <param name="FixedArea">Lumen area of a rigid vessel [m²]; null when the area follows the pressure.</param>
/// <source choice="names of cells: vessel id, a dot, number from 1"/>
public sealed record LumpedPlace(IReadOnlyList<string> Elements, IReadOnlyList<string> Nodes, double? FixedArea)
    : VesselPlace(Nodes)
{
    /// <summary>The cell that holds each throat, by its id.</summary>
    public IReadOnlyDictionary<string, int> Throats { get; init; } = new Dictionary<string, int>();

    /// <summary>The ends of its cell, whose friction and column come with it.</summary>
    public override (Probe Before, Probe Behind, Probe Through) AtThroat(string throat)
    {
        int k = Throats.GetValueOrDefault(throat);
        return (Probe.Pressure(Nodes[k]), Probe.Pressure(Nodes[k + 1]), Cell(k).First());
    }

    /// <inheritdoc/>
    public override Probe PressureAt(double position) => Probe.Pressure(Nodes[NodeAt(position)]);

    /// <inheritdoc/>
    public override double HeightShare(double position) => (double)NodeAt(position) / Elements.Count;

    private int NodeAt(double position) => (int)Math.Round(position * Elements.Count);

    /// <summary>Index of the cell at a place along the vessel, 0 at its first end to 1.</summary>
    public int CellAt(double position) => Math.Clamp((int)(position * Elements.Count), 0, Elements.Count - 1);

    /// <inheritdoc/>
    public override IEnumerable<Probe> At(double position)
    {
        int k = CellAt(position);
        return [.. Cell(k), Probe.Pressure(Nodes[k]), Probe.Pressure(Nodes[k + 1])];
    }

    /// <inheritdoc/>
    public override IEnumerable<Probe> InTheMiddle() => Cell(CellAt(0.5));

    /// <summary>The mean of the two ends of the cell.</summary>
    public override double[] Pressure(double position, Recording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        int k = CellAt(position);
        return [.. recording[Nodes[k]].Zip(recording[Nodes[k + 1]], (x, y) => 0.5 * (x + y))];
    }

    /// <inheritdoc/>
    public override double[] Flow(double position, Recording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        return recording[Elements[CellAt(position)] + ":flow"];
    }

    /// <inheritdoc/>
    public override double[] Area(double position, Recording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        if (FixedArea is not { } area) return recording[Elements[CellAt(position)] + ":area"];
        double[] constant = new double[recording.Times.Length];
        Array.Fill(constant, area);
        return constant;
    }

    private IEnumerable<Probe> Cell(int k)
    {
        yield return new Probe(Elements[k] + ":flow", Elements[k], "flow");
        if (FixedArea is null) yield return new Probe(Elements[k] + ":area", Elements[k], "area");
    }
}

/// <summary>A vessel with waves.</summary>
/// <param name="Id">Id of the vessel.</param>
/// <param name="Nodes">Node ids of its lumped stand-in, from the first to the second end.</param>
/// <param name="Metres">Its length [m].</param>
/// <source choice="probes in vessels"/>
public sealed record WavePlace(string Id, IReadOnlyList<string> Nodes, double Metres) : VesselPlace(Nodes)
{
    /// <inheritdoc/>
    public override IEnumerable<Probe> At(double position) =>
        [At(position, "flow"), At(position, Probe.PressureQuantity), At(position, "area")];

    /// <inheritdoc/>
    public override IEnumerable<Probe> InTheMiddle() => [At(0.5, "flow"), At(0.5, "area")];

    /// <inheritdoc/>
    public override double[] Pressure(double position, Recording recording) =>
        Read(recording, position, Probe.PressureQuantity);

    /// <inheritdoc/>
    public override double[] Flow(double position, Recording recording) => Read(recording, position, "flow");

    /// <inheritdoc/>
    public override double[] Area(double position, Recording recording) => Read(recording, position, "area");

    /// <inheritdoc/>
    public override (Probe Before, Probe Behind, Probe Through) AtThroat(string throat) =>
        (Probe.BeforeThroat(throat), Probe.BehindThroat(throat), Probe.ThroughThroat(throat));

    /// <inheritdoc/>
    public override Probe PressureAt(double position) => At(position, Probe.PressureQuantity);

    /// <inheritdoc/>
    public override double HeightShare(double position) => position;

    private double[] Read(Recording recording, double position, string quantity)
    {
        ArgumentNullException.ThrowIfNull(recording);
        return recording[At(position, quantity).Id];
    }

    private Probe At(double position, string quantity) => Probe.InVessel(Id, position * Metres, quantity);
}
