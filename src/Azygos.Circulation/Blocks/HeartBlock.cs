using Azygos.Circulation.Assembly;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Waveforms;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Circulation.Blocks;

/// <summary>One side of the heart: an atrium, a ventricle, and the valves behind each.</summary>
/// <source doi="10.1007/s10439-012-0579-3" at="lumped heart"/>
public sealed record HeartSideNumbers
{
    /// <summary>L of the valve behind the atrium, above 0.</summary>
    public required double AtrialInertance { get; init; }

    /// <summary>R of the valve behind the atrium, above 0.</summary>
    public required double AtrialResistance { get; init; }

    /// <summary>L of the valve behind the ventricle, above 0.</summary>
    public required double VentricularInertance { get; init; }

    /// <summary>R of the valve behind the ventricle, above 0.</summary>
    public required double VentricularResistance { get; init; }

    /// <summary>What the normalised elastance of the ventricle is multiplied with, above 0.</summary>
    public required double VentricularElastance { get; init; }

    /// <summary>V₀ of the ventricle.</summary>
    public required double VentricularUnstressed { get; init; }

    /// <summary>E of the contracted atrium, above 0.</summary>
    public required double AtrialElastance { get; init; }

    /// <summary>V₀ of the atrium.</summary>
    public required double AtrialUnstressed { get; init; }

    /// <summary>K of the relaxed atrium, above 0.</summary>
    public required double RelaxedPressure { get; init; }

    /// <summary>k of the relaxed atrium, above 0.</summary>
    public required double RelaxedExponent { get; init; }
}

/// <summary>The heart with the lungs: from the right atrium to the root of the aorta.</summary>
/// <remarks>
/// Circuit: right atrium –valve– right ventricle –valve– C_p; left atrium –valve– left ventricle –valve– C_pa at the
/// outlet. C_p dp_p/dt = q_RV − (p_p − p_LA)/R_pd. As the block format defines it, the left atrium is filled with the
/// right ventricle's outflow q_RV itself, and (p_p − p_LA)/R_pd leaves the lungs without entering it: the mean flows of
/// a beat agree, the waveform of the filling does not pass the lungs.
/// </remarks>
/// <source doi="10.1007/s10439-012-0579-3" at="lumped heart and lungs"/>
/// <source url="https://github.com/SimVascular/svZeroDSolver/blob/master/src/model/ClosedLoopHeartPulmonary.cpp"
/// at="equation of the left atrium's volume: inflow is Q_RV"/>
public sealed record HeartBlock : Block
{
    /// <summary>Activation of the atria.</summary>
    public required AtrialKick Atria { get; init; }

    /// <summary>The right side.</summary>
    public required HeartSideNumbers Right { get; init; }

    /// <summary>The left side.</summary>
    public required HeartSideNumbers Left { get; init; }

    /// <summary>R_pd of the lungs, above 0.</summary>
    public required double PulmonaryResistance { get; init; }

    /// <summary>C_p of the lungs, above 0.</summary>
    public required double PulmonaryCompliance { get; init; }

    /// <summary>C_pa of the aorta, 0 or more.</summary>
    public required double AorticCompliance { get; init; }

    /// <summary>Share of the left ventricle's pressure that presses on its coronary beds [1].</summary>
    public required double LeftMuscleShare { get; init; }

    /// <summary>Share of the right ventricle's pressure that presses on its coronary beds [1].</summary>
    public required double RightMuscleShare { get; init; }

    /// <inheritdoc/>
    public override bool Beats => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Variables => [.. Own.Select(name => $"{name}:{Name}")];

    private static readonly string[] Own =
        ["V_RA", "Q_RA", "P_RV", "V_RV", "Q_RV", "P_pul", "P_LA", "V_LA", "Q_LA", "P_LV", "V_LV", "Q_LV"];

    /// <inheritdoc/>
    public override string Circuit => "four chambers, four ideal valves with inertance, lungs, aortic compliance; as the "
        + "format defines it, the left atrium is filled with the right ventricle's outflow: "
        + Parts(("C_p", PulmonaryCompliance), ("R_pd", PulmonaryResistance), ("C_pa", AorticCompliance));

    /// <inheritdoc/>
    public override string? WrongEnds(int inlets, int outlets) => NeedsOneAndOne(inlets, outlets);

    internal override void Join(BlockCircuit circuit, BlockEnds ends)
    {
        circuit.StartsAt(ends.Inlet, AtrialStart(circuit, Right, "V_RA"));
        circuit.RightVentricle = circuit.AddNode($"{Name} right ventricle", VentricularStart(circuit, Right, "V_RV"), $"P_RV:{Name}");
        circuit.LeftVentricle = circuit.AddNode($"{Name} left ventricle", VentricularStart(circuit, Left, "V_LV"), $"P_LV:{Name}");
    }

    internal override void Build(BlockCircuit circuit, BlockEnds ends)
    {
        NodeId rightAtrium = circuit.Node(ends.Inlet), aorta = circuit.Node(ends.Outlet);
        NodeId rightVentricle = circuit.RightVentricle!.Value, leftVentricle = circuit.LeftVentricle!.Value;
        NodeId lungs = circuit.AddNode($"{Name} lungs", Initial(circuit, "P_pul"));
        NodeId leftAtrium = circuit.AddNode($"{Name} left atrium", AtrialStart(circuit, Left, "V_LA"), $"P_LA:{Name}");
        BlockSeries filling = Atrium(circuit, "V_RA", rightAtrium, Right);
        Atrium(circuit, "V_LA", leftAtrium, Left);
        Ventricle(circuit, "V_RV", rightVentricle, Right);
        Ventricle(circuit, "V_LV", leftVentricle, Left);
        BlockSeries Valve(string name, NodeId from, NodeId to, double L, double R, NodeId? repeatedInto = null)
        {
            circuit.ResidualUnit($"{name}:{Name}", circuit.PressureUnit / (L * circuit.ResistanceUnit));
            circuit.Network.Add(new OneWayInertance
            {
                Id = $"{name}:{Name}",
                From = from,
                To = to,
                Value = HydraulicInertance.FromPascalSecondsSquaredPerCubicMetre(L * circuit.ResistanceUnit),
                Series = HydraulicResistance.FromPascalSecondsPerCubicMetre(R * circuit.ResistanceUnit),
                InitialFlow = Flow.FromCubicMetresPerSecond(Initial(circuit, name) * circuit.VolumeUnit),
                RepeatedInto = repeatedInto,
            });
            BlockSeries flow = BlockSeries.Of(Probe.Flow($"{name}:{Name}"));
            circuit.Variable($"{name}:{Name}", flow, circuit.VolumeUnit);
            return flow;
        }

        BlockSeries leavingAtrium =
            Valve("Q_RA", rightAtrium, rightVentricle, Right.AtrialInertance, Right.AtrialResistance);
        Valve("Q_RV", rightVentricle, lungs, Right.VentricularInertance, Right.VentricularResistance, leftAtrium);
        Valve("Q_LA", leftAtrium, leftVentricle, Left.AtrialInertance, Left.AtrialResistance);
        BlockSeries leavingHeart =
            Valve("Q_LV", leftVentricle, aorta, Left.VentricularInertance, Left.VentricularResistance);
        circuit.Compliance($"{Name} lungs", lungs, PulmonaryCompliance);
        circuit.Network.Add(new LungTransit
        {
            Id = $"{Name} transit",
            Lungs = lungs,
            Atrium = leftAtrium,
            Ground = circuit.Network.Ground,
            Resistance = PulmonaryResistance * circuit.ResistanceUnit,
        });
        circuit.Balance(ends with { Outlets = [] }, filling + leavingAtrium);
        BlockSeries kept = AorticCompliance > 0
            ? circuit.Compliance($"{Name} aorta", aorta, AorticCompliance) : BlockSeries.Nothing;
        circuit.Balance(ends with { Inlets = [] }, leavingHeart * -1 + kept);
        foreach ((string name, NodeId node) in new[]
            { ("P_RV", rightVentricle), ("P_pul", lungs), ("P_LA", leftAtrium), ("P_LV", leftVentricle) })
            circuit.Variable($"{name}:{Name}", circuit.PressureAt(node), circuit.PressureUnit);
    }

    private BlockSeries Atrium(BlockCircuit circuit, string name, NodeId node, HeartSideNumbers side)
    {
        string id = $"{name}:{Name}";
        circuit.ResidualUnit(id, circuit.PressureUnit);
        circuit.Network.Add(new AtrialVolume
        {
            Id = id,
            Inside = node,
            Ground = circuit.Network.Ground,
            Elastance = side.AtrialElastance * circuit.ResistanceUnit,
            RelaxedPressure = side.RelaxedPressure * circuit.PressureUnit,
            RelaxedExponent = side.RelaxedExponent / circuit.VolumeUnit,
            Unstressed = side.AtrialUnstressed * circuit.VolumeUnit,
            InitialVolume = Initial(circuit, name) * circuit.VolumeUnit,
            Activation = circuit.Beating(Atria.Over(circuit.Period)),
        });
        circuit.Variable(id, BlockSeries.Of(BlockCircuit.VolumeOf(id)), circuit.VolumeUnit);
        return BlockSeries.RateOf(BlockCircuit.VolumeOf(id));
    }

    private void Ventricle(BlockCircuit circuit, string name, NodeId node, HeartSideNumbers side)
    {
        string id = $"{name}:{Name}";
        double unstressed = side.VentricularUnstressed * circuit.VolumeUnit;
        circuit.Network.Add(new BeatingVolume
        {
            Id = id,
            Inside = node,
            Outside = circuit.Network.Ground,
            Numbers = [0, side.VentricularElastance * circuit.ResistanceUnit, unstressed, 0],
            Activation = circuit.Beating(Elastance(circuit.Period)),
        });
        circuit.Variable(id, BlockSeries.Of(BlockCircuit.VolumeOf(id)), circuit.VolumeUnit);
    }

    private static CycleWaveform Elastance(double period) => new(period, t => VentricularElastance.At(t / period));

    private double Initial(BlockCircuit circuit, string name) => circuit.Initial($"{name}:{Name}");

    private double AtrialStart(BlockCircuit circuit, HeartSideNumbers side, string name)
    {
        double φ = Atria.Over(circuit.Period).At(0), x = Initial(circuit, name) - side.AtrialUnstressed;
        return φ * side.AtrialElastance * x
            + (1 - φ) * side.RelaxedPressure * (Math.Exp(side.RelaxedExponent * x) - 1);
    }

    private double VentricularStart(BlockCircuit circuit, HeartSideNumbers side, string name) =>
        Elastance(circuit.Period).At(0) * side.VentricularElastance
        * (Initial(circuit, name) - side.VentricularUnstressed);
}

/// <summary>What leaves the lungs, driven by the pressure of an atrium that it does not enter.</summary>
internal sealed record LungTransit : ILumpedElement
{
    public required string Id { get; init; }

    public required NodeId Lungs { get; init; }

    public required NodeId Atrium { get; init; }

    public required NodeId Ground { get; init; }

    /// <summary>R_pd [Pa s/m³].</summary>
    public required double Resistance { get; init; }

    public IEnumerable<NodeId> Nodes => [Lungs, Atrium, Ground];

    public void Assemble(MeshBuilder mesh) =>
        mesh.AddBranch<FlowToPressure>(Id, Lungs, Ground, [Resistance], external: Atrium);
}

/// <summary>q = (p − p_external)/R.</summary>
internal readonly struct FlowToPressure : IBranchLaw
{
    public static T Flow<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
        => input.UpstreamTransmural / parameters[0];
}
