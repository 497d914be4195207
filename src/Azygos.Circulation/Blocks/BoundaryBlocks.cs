using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;

namespace Azygos.Circulation.Blocks;

/// <summary>A prescribed flow: into the model where it is an inlet, out of it where it is an outlet.</summary>
/// <source url="https://simvascular.github.io/svZeroDSolver/class_flow_reference_b_c.html" at="FLOW"/>
public sealed record FlowBlock : Block
{
    /// <summary>q over time.</summary>
    public required BlockValue Flow { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<BlockValue> Values => [Flow];

    /// <inheritdoc/>
    public override string Circuit => $"prescribed flow: {Flow}";

    /// <inheritdoc/>
    public override string? WrongEnds(int inlets, int outlets) => Needs(inlets + outlets == 1, "one connection");

    internal override void Join(BlockCircuit circuit, BlockEnds ends)
    {
    }

    internal override void Build(BlockCircuit circuit, BlockEnds ends)
    {
        int end = ends.Inlets.Concat(ends.Outlets).Single();
        bool enters = ends.Outlets.Count == 1;
        double factor = enters ? circuit.VolumeUnit : -circuit.VolumeUnit;
        circuit.Network.Add(new PrescribedFlow
        {
            Id = Name,
            From = circuit.Network.Ground,
            Into = circuit.Node(end),
            Flow = circuit.Over(Flow, factor),
        });
        BlockSeries into = BlockSeries.Of(Probe.Flow(Name));
        circuit.Flows(end, enters ? into : BlockSeries.Nothing - into);
    }
}

/// <summary>A prescribed pressure.</summary>
/// <source url="https://simvascular.github.io/svZeroDSolver/class_pressure_reference_b_c.html" at="PRESSURE"/>
public sealed record PressureBlock : Block
{
    /// <summary>p over time.</summary>
    public required BlockValue Pressure { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<BlockValue> Values => [Pressure];

    /// <inheritdoc/>
    public override string Circuit => $"prescribed pressure: {Pressure}";

    /// <inheritdoc/>
    public override string? WrongEnds(int inlets, int outlets) => Needs(inlets + outlets == 1, "one connection");

    internal override void Join(BlockCircuit circuit, BlockEnds ends) =>
        circuit.Prescribe(Name, ends.Inlets.Concat(ends.Outlets).Single(), Pressure);

    internal override void Build(BlockCircuit circuit, BlockEnds ends)
    {
    }
}

/// <summary>A resistance to a distal pressure.</summary>
/// <remarks>p − p_d = R q.</remarks>
/// <source url="https://simvascular.github.io/svZeroDSolver/class_resistance_b_c.html" at="RESISTANCE"/>
public sealed record ResistanceBlock : Block
{
    /// <summary>R over time, above 0.</summary>
    public required BlockValue Resistance { get; init; }

    /// <summary>p_d over time.</summary>
    public required BlockValue Distal { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<BlockValue> Values => [Resistance, Distal];

    /// <inheritdoc/>
    public override string Circuit => $"resistance to a prescribed pressure: R {Resistance}, p_d {Distal}";

    /// <inheritdoc/>
    public override string? WrongEnds(int inlets, int outlets) =>
        Needs(inlets == 1 && outlets == 0, "one connection, at the outlet of another block");

    internal override void Join(BlockCircuit circuit, BlockEnds ends)
    {
    }

    internal override void Build(BlockCircuit circuit, BlockEnds ends) => circuit.Flows(ends.Inlet, circuit.Resistance(
        Name, circuit.Node(ends.Inlet), circuit.AddPressure($"{Name} distal", Distal), Resistance));
}

/// <summary>A three-element windkessel (RCR): to a distal pressure, or on to the next block of a closed loop.</summary>
/// <remarks>p − p_c = R_p q, C dp_c/dt = q − q_d, p_c − p_d = R_d q_d.</remarks>
/// <source url="https://simvascular.github.io/svZeroDSolver/class_windkessel_b_c.html" at="RCR; ClosedLoopRCR"/>
public sealed record WindkesselBlock : Block
{
    /// <summary>R_p over time, 0 or more.</summary>
    public required BlockValue Proximal { get; init; }

    /// <summary>C, 0 or more.</summary>
    public required double Compliance { get; init; }

    /// <summary>R_d over time, above 0.</summary>
    public required BlockValue Distal { get; init; }

    /// <summary>p_d over time; null in a closed loop, where the next block's pressure takes its place.</summary>
    public BlockValue? DistalPressure { get; init; }

    private bool Closed => DistalPressure is null;

    private bool HasProximal => Proximal.Values.Any(value => value > 0);

    /// <inheritdoc/>
    public override IEnumerable<BlockValue> Values => [Proximal, Distal, .. DistalPressure is { } p ? [p] : (BlockValue[])[]];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Variables => [Closed ? $"P_c:{Name}" : $"pressure_c:{Name}"];

    /// <inheritdoc/>
    public override string Circuit => $"resistance, compliance to the ground, resistance: R_p {Proximal}, "
        + $"{Parts(("C", Compliance))}, R_d {Distal}, {(Closed ? "to its outlet" : $"p_d {DistalPressure}")}";

    /// <inheritdoc/>
    public override string? WrongEnds(int inlets, int outlets) => Closed
        ? NeedsOneAndOne(inlets, outlets)
        : Needs(inlets == 1 && outlets == 0, "one connection, at the outlet of another block");

    internal override void Join(BlockCircuit circuit, BlockEnds ends)
    {
        if (!HasProximal) circuit.StartsAt(ends.Inlet, circuit.Initial(Variables[0]));
    }

    internal override void Build(BlockCircuit circuit, BlockEnds ends)
    {
        NodeId inlet = circuit.Node(ends.Inlet), middle = inlet;
        NodeId end = Closed ? circuit.Node(ends.Outlet) : circuit.AddPressure($"{Name} distal", DistalPressure!);
        if (HasProximal)
        {
            middle = circuit.AddNode($"{Name} middle", circuit.Initial(Variables[0]));
            circuit.Flows(ends.Inlet, circuit.Resistance($"{Name} proximal", inlet, middle, Proximal));
        }
        BlockSeries kept = Compliance > 0
            ? circuit.Compliance($"{Name} compliance", middle, Compliance) : BlockSeries.Nothing;
        BlockSeries leaving = circuit.Resistance($"{Name} distal", middle, end, Distal);
        if (Closed) circuit.Flows(ends.Outlet, leaving);
        circuit.Balance(new BlockEnds(ends.Inlets, []), kept + leaving);
        circuit.Variable(Variables[0], circuit.PressureAt(middle), circuit.PressureUnit);
    }
}
