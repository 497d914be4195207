namespace Azygos.Circulation.Blocks;

/// <summary>A junction: one pressure, flows add up to zero.</summary>
/// <source url="https://simvascular.github.io/svZeroDSolver/class_junction.html" at="NORMAL_JUNCTION"/>
public sealed record JunctionBlock : Block
{
    /// <inheritdoc/>
    public override string Circuit => "all its ends are one point";

    /// <inheritdoc/>
    public override string? WrongEnds(int inlets, int outlets) =>
        Needs(inlets >= 1 && outlets >= 1, "at least one inlet and one outlet");

    internal override void Join(BlockCircuit circuit, BlockEnds ends)
    {
        foreach (int end in ends.Inlets.Concat(ends.Outlets).Skip(1)) circuit.Join(ends.Inlet, end);
    }

    internal override void Build(BlockCircuit circuit, BlockEnds ends) =>
        circuit.Balance(ends, BlockSeries.Nothing);
}

/// <summary>A junction whose every end has a resistance to its middle.</summary>
/// <remarks>p_in − p_c = R q, p_c − p_out = R q; flows add up to zero in the middle.</remarks>
/// <source url="https://simvascular.github.io/svZeroDSolver/class_resistive_junction.html" at="resistive_junction"/>
public sealed record ResistiveJunctionBlock : Block
{
    /// <summary>R of each inlet, then of each outlet, above 0.</summary>
    public required IReadOnlyList<double> Resistances { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Variables => [$"pressure_c:{Name}"];

    /// <inheritdoc/>
    public override string Circuit => FormattableString.Invariant(
        $"a node in the middle, a resistance to each end: {string.Join(", ", Resistances.Select(R => $"R {R:G6}"))}");

    /// <inheritdoc/>
    public override string? WrongEnds(int inlets, int outlets) => Needs(
        inlets >= 1 && outlets >= 1 && inlets + outlets == Resistances.Count,
        $"at least one inlet and one outlet, as many together as it has resistances, {Resistances.Count}");

    internal override void Join(BlockCircuit circuit, BlockEnds ends)
    {
    }

    internal override void Build(BlockCircuit circuit, BlockEnds ends)
    {
        NodeId middle = circuit.AddNode($"{Name} middle", circuit.Initial($"pressure_c:{Name}"));
        int k = 0;
        foreach (int end in ends.Inlets)
            circuit.Flows(end, circuit.Branch($"{Name} {k}", circuit.Node(end), middle, new(Resistances[k++])));
        foreach (int end in ends.Outlets)
            circuit.Flows(end, circuit.Branch($"{Name} {k}", middle, circuit.Node(end), new(Resistances[k++])));
        circuit.Variable(Variables[0], circuit.PressureAt(middle), circuit.PressureUnit);
    }
}

/// <summary>A junction of one inlet whose every outlet has a resistance, a narrowing and an inertance.</summary>
/// <remarks>p_in − p_out,i = (R_i + S_i|q_i|) q_i + L_i dq_i/dt; flows add up to zero.</remarks>
/// <source url="https://simvascular.github.io/svZeroDSolver/class_blood_vessel_junction.html"
/// at="BloodVesselJunction"/>
public sealed record VesselJunctionBlock : Block
{
    /// <summary>R of each outlet, 0 or more.</summary>
    public required IReadOnlyList<double> Resistances { get; init; }

    /// <summary>L of each outlet, 0 or more.</summary>
    public required IReadOnlyList<double> Inertances { get; init; }

    /// <summary>S of each outlet, 0 or more.</summary>
    public required IReadOnlyList<double> Stenoses { get; init; }

    /// <inheritdoc/>
    public override string Circuit => "the inlet, a branch to each outlet: " + string.Join("; ", Enumerable
        .Range(0, Resistances.Count)
        .Select(k => Parts(("R", Resistances[k]), ("S", Stenoses[k]), ("L", Inertances[k]))));

    /// <inheritdoc/>
    public override string? WrongEnds(int inlets, int outlets) => Needs(
        inlets == 1 && outlets == Resistances.Count, $"one inlet, and as many outlets as values, {Resistances.Count}");

    private BranchNumbers Numbers(int k) => new(Resistances[k], Stenoses[k], Inertances[k]);

    internal override void Join(BlockCircuit circuit, BlockEnds ends)
    {
        for (int k = 0; k < ends.Outlets.Count; k++)
            if (Numbers(k).IsNothing) circuit.Join(ends.Inlet, ends.Outlets[k]);
    }

    internal override void Build(BlockCircuit circuit, BlockEnds ends)
    {
        for (int k = 0; k < ends.Outlets.Count; k++)
        {
            int end = ends.Outlets[k];
            if (!Numbers(k).IsNothing)
                circuit.Flows(end, circuit.Branch(
                    $"{Name} {k}", circuit.Node(ends.Inlet), circuit.Node(end), Numbers(k), circuit.InitialFlow(end)));
        }
        circuit.Balance(ends, BlockSeries.Nothing);
    }
}
