namespace Azygos.Circulation.Blocks;

/// <summary>A vessel: a resistance with an optional narrowing, a compliance and an inertance.</summary>
/// <remarks>
/// Δp = (R + S|q|) q + L dq/dt, with C to the ground. Circuit: inlet –R, S– C –L– outlet; with
/// <see cref="CompliantInlet"/>, C at the inlet and then R, S, L. What is 0 is left out.
/// </remarks>
/// <source url="https://simvascular.github.io/svZeroDSolver/class_blood_vessel.html" at="BloodVessel, BloodVesselCRL"/>
public sealed record VesselBlock : Block
{
    /// <summary>R, 0 or more.</summary>
    public double Resistance { get; init; }

    /// <summary>C, 0 or more.</summary>
    public double Compliance { get; init; }

    /// <summary>L, 0 or more.</summary>
    public double Inertance { get; init; }

    /// <summary>S, 0 or more.</summary>
    public double Stenosis { get; init; }

    /// <summary>True: C lies at the inlet; false: between R and L.</summary>
    public bool CompliantInlet { get; init; }

    /// <inheritdoc/>
    public override string Circuit
    {
        get
        {
            if (Compliance == 0)
                return First.IsNothing ? "its two ends are one point"
                    : $"a branch: {Parts(("R", Resistance), ("S", Stenosis), ("L", Inertance))}";
            return CompliantInlet
                ? $"a compliance at the inlet, a branch behind it: {Parts(("C", Compliance), ("R", Resistance),
                    ("S", Stenosis), ("L", Inertance))}"
                : $"a resistance, a compliance behind it, an inertance: {Parts(("R", Resistance), ("S", Stenosis),
                    ("C", Compliance), ("L", Inertance))}";
        }
    }

    /// <inheritdoc/>
    public override string? WrongEnds(int inlets, int outlets) => NeedsOneAndOne(inlets, outlets);

    private bool HasMiddle => Compliance > 0 && !CompliantInlet;

    private BranchNumbers First => HasMiddle ? new(Resistance, Stenosis) : new(Resistance, Stenosis, Inertance);

    private BranchNumbers Second => HasMiddle ? new(0, 0, Inertance) : default;

    internal override void Join(BlockCircuit circuit, BlockEnds ends)
    {
        if (First.IsNothing && Second.IsNothing) circuit.Join(ends.Inlet, ends.Outlet);
    }

    internal override void Build(BlockCircuit circuit, BlockEnds ends)
    {
        NodeId inlet = circuit.Node(ends.Inlet), outlet = circuit.Node(ends.Outlet), compliant = inlet;
        double entering = circuit.InitialFlow(ends.Inlet), leaving = circuit.InitialFlow(ends.Outlet);
        BlockSeries kept = BlockSeries.Nothing;
        if (!HasMiddle)
        {
            if (!First.IsNothing)
            {
                BlockSeries flow = circuit.Branch(Name, inlet, outlet, First, leaving);
                circuit.Flows(ends.Outlet, flow);
                if (Compliance == 0) circuit.Flows(ends.Inlet, flow);
            }
        }
        else
        {
            if (Second.IsNothing) compliant = outlet;
            else if (!First.IsNothing)
                compliant = circuit.AddNode($"{Name} middle", circuit.InitialPressure(ends.Inlet)
                    - (Resistance + Stenosis * Math.Abs(entering)) * entering);
            if (!First.IsNothing) circuit.Flows(ends.Inlet, circuit.Branch(Name, inlet, compliant, First));
            if (!Second.IsNothing)
                circuit.Flows(ends.Outlet, circuit.Branch($"{Name} inertance", compliant, outlet, Second, leaving));
        }
        if (Compliance > 0) kept = circuit.Compliance($"{Name} compliance", compliant, Compliance);
        circuit.Balance(ends, kept);
    }
}
