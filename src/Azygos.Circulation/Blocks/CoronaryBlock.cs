using Azygos.Circulation.Assembly;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Circulation.Blocks;

/// <summary>Which ventricle presses on a coronary bed.</summary>
public enum HeartSide
{
    /// <summary>The left one.</summary>
    Left,

    /// <summary>The right one.</summary>
    Right,
}

/// <summary>A coronary bed: arteries and, within the heart muscle, a compliance that the muscle presses on.</summary>
/// <remarks>
/// Circuit: inlet –R_a– C_a to the ground –R_am– C_im to p_im –R_v– outlet. Open: p_im and the outlet's pressure are
/// given. In a closed loop p_im is a share of a ventricle's pressure and the outlet is the next block.
/// </remarks>
/// <source doi="10.1007/s10439-010-0083-6" at="lumped coronary bed with intramyocardial pressure"/>
/// <source url="https://simvascular.github.io/svZeroDSolver/class_open_loop_coronary_b_c.html"
/// at="CORONARY, ClosedLoopCoronaryLeft, ClosedLoopCoronaryRight"/>
public sealed record CoronaryBlock : Block
{
    /// <summary>R_a over time, above 0.</summary>
    public required BlockValue Arterial { get; init; }

    /// <summary>R_am over time, above 0.</summary>
    public required BlockValue Microvascular { get; init; }

    /// <summary>R_v over time, above 0.</summary>
    public required BlockValue Venous { get; init; }

    /// <summary>C_a, 0 or more.</summary>
    public required double ArterialCompliance { get; init; }

    /// <summary>C_im, above 0.</summary>
    public required double MuscleCompliance { get; init; }

    /// <summary>p_im over time; null in a closed loop.</summary>
    public BlockValue? MusclePressure { get; init; }

    /// <summary>Pressure at the outlet over time; null in a closed loop.</summary>
    public BlockValue? VenousPressure { get; init; }

    /// <summary>The ventricle that presses, in a closed loop.</summary>
    public HeartSide Side { get; init; }

    private bool Closed => VenousPressure is null;

    /// <inheritdoc/>
    public override IEnumerable<BlockValue> Values =>
        new[] { Arterial, Microvascular, Venous, MusclePressure, VenousPressure }.OfType<BlockValue>();

    /// <inheritdoc/>
    public override IReadOnlyList<string> Variables => [$"volume_im:{Name}"];

    /// <inheritdoc/>
    public override string Circuit => $"three resistances, a compliance to the ground and one that muscle presses on: "
        + $"R_a {Arterial}, R_am {Microvascular}, R_v {Venous}, {Parts(("C_a", ArterialCompliance),
            ("C_im", MuscleCompliance))}, p_im {(Closed ? $"a share of the {Side.ToString().ToLowerInvariant()} ventricle's"
                : $"{MusclePressure}")}, {(Closed ? "to its outlet" : $"p_v {VenousPressure}")}";

    /// <inheritdoc/>
    public override string? WrongEnds(int inlets, int outlets) => Closed
        ? NeedsOneAndOne(inlets, outlets)
        : Needs(inlets == 1 && outlets == 0, "one connection, at the outlet of another block");

    internal override void Join(BlockCircuit circuit, BlockEnds ends)
    {
    }

    internal override void Build(BlockCircuit circuit, BlockEnds ends)
    {
        double volume = circuit.Initial(Variables[0]);
        double inflow = circuit.InitialFlow(ends.Inlet), pressure = circuit.InitialPressure(ends.Inlet);
        NodeId inlet = circuit.Node(ends.Inlet);
        NodeId artery = circuit.AddNode($"{Name} artery", pressure - Arterial.Values[0] * inflow);
        NodeId end = Closed ? circuit.Node(ends.Outlet) : circuit.AddPressure($"{Name} vein", VenousPressure!);
        double pressing = MusclePressure?.Values[0] ?? 0;
        NodeId muscle = circuit.AddNode($"{Name} muscle", pressing + volume / MuscleCompliance);
        circuit.Flows(ends.Inlet, circuit.Resistance($"{Name} artery", inlet, artery, Arterial));
        if (ArterialCompliance > 0) circuit.Compliance($"{Name} artery compliance", artery, ArterialCompliance);
        circuit.Resistance($"{Name} microvascular", artery, muscle, Microvascular);
        string held = $"{Name} muscle compliance";
        if (MusclePressure is { } given)
            circuit.Compliance(held, muscle, MuscleCompliance, circuit.AddPressure($"{Name} pressure", given));
        else
        {
            circuit.ResidualUnit(held, circuit.PressureUnit / MuscleCompliance);
            circuit.Network.Add(new PressedVolume
            {
                Id = held,
                Inside = muscle,
                Ventricle = circuit.Ventricle(Name, Side),
                Ground = circuit.Network.Ground,
                Share = circuit.MuscleShare(Name, Side),
                Compliance = Compliance.FromCubicMetresPerPascal(MuscleCompliance / circuit.ResistanceUnit),
            });
        }
        BlockSeries leaving = circuit.Resistance($"{Name} vein", muscle, end, Venous);
        if (Closed) circuit.Flows(ends.Outlet, leaving);
        circuit.Variable(
            Variables[0], BlockSeries.Of(BlockCircuit.VolumeOf(held)), circuit.VolumeUnit);
    }
}

/// <summary>A compliance that a share of a ventricle's pressure presses on, without displacing the ventricle's
/// blood.</summary>
/// <remarks>V = C (p − p_im), p_im = f p_ventricle. Circuit: one volume, controlled by the state p_im. Parameters: C
/// [m³/Pa]; f [1].</remarks>
/// <source doi="10.1007/s10439-012-0579-3" at="intramyocardial pressure in proportion to the ventricle's"/>
internal sealed record PressedVolume : ILumpedElement
{
    public required string Id { get; init; }

    public required NodeId Inside { get; init; }

    public required NodeId Ventricle { get; init; }

    public required NodeId Ground { get; init; }

    public required double Share { get; init; }

    public required Compliance Compliance { get; init; }

    public IEnumerable<NodeId> Nodes => [Inside, Ventricle, Ground];

    public void Assemble(MeshBuilder mesh)
    {
        int pressing = mesh.AddState(Id, "muscle pressure", UnknownKind.Pressure, 0);
        mesh.AddConstraint<PressureShare>(Id, Ventricle, Ground, [Share], pressing, Ground);
        mesh.AddVolume<PressedCompliance>(
            Id, Inside, Ground, [Compliance.CubicMetresPerPascal], pressing);
    }
}

/// <summary>0 = f p − s: the state is a share of a pressure.</summary>
/// <remarks>Without the slope of p: a coronary compliance hardly moves a ventricle, so Newton's method converges as well
/// without it, and the path of its iterates is that of the program which the step of the model is compared
/// with.</remarks>
internal readonly struct PressureShare : IStateLaw
{
    public static T Rate<T>(in LawInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
        => parameters[0] * T.Frozen(input.UpstreamTransmural) - input.State;
}

/// <summary>V = C (p − s).</summary>
internal readonly struct PressedCompliance : IVolumeLaw
{
    public static T Volume<T>(in VolumeInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
        => parameters[0] * (input.Transmural - input.State);
}
