using Azygos.Circulation.Assembly;
using Azygos.Circulation.Waveforms;
using Azygos.Numerics;

namespace Azygos.Circulation.Blocks;

/// <summary>A heart chamber: a compliance that stiffens with the beat, and an inertance at its outlet.</summary>
/// <remarks>
/// p = E (V − V₀), E = E_min + (E_max − E_min) φ, V₀ = V_s + (V_d − V_s)(1 − φ), φ the activation. Circuit: the
/// compliance at the inlet, L from there to the outlet; without L both are one point.
/// </remarks>
/// <source doi="10.1007/s10439-006-9212-7" at="equations 1 and 2"/>
/// <source url="https://simvascular.github.io/svZeroDSolver/class_chamber_elastance_inductor.html"
/// at="ChamberElastanceInductor; LinearElastanceChamber and PiecewiseCosineChamber with L = 0 and one V₀"/>
public sealed record ChamberBlock : Block
{
    /// <summary>E_max, above 0.</summary>
    public required double LargestElastance { get; init; }

    /// <summary>E_min, above 0.</summary>
    public required double SmallestElastance { get; init; }

    /// <summary>V_d, V₀ when relaxed.</summary>
    public required double RelaxedVolume { get; init; }

    /// <summary>V_s, V₀ when contracted.</summary>
    public required double ContractedVolume { get; init; }

    /// <summary>L, 0 or more.</summary>
    public double Inertance { get; init; }

    /// <summary>φ.</summary>
    public required Activation Activation { get; init; }

    /// <inheritdoc/>
    public override bool Beats => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Variables => [$"Vc:{Name}"];

    /// <inheritdoc/>
    public override string Circuit => "compliance that stiffens with the beat, inertance at its outlet: " + Parts(
        ("E_max", LargestElastance), ("E_min", SmallestElastance), ("V_d", RelaxedVolume), ("V_s", ContractedVolume),
        ("L", Inertance));

    /// <inheritdoc/>
    public override string? WrongEnds(int inlets, int outlets) => NeedsOneAndOne(inlets, outlets);

    internal override void Join(BlockCircuit circuit, BlockEnds ends)
    {
        double φ = circuit.Beating(Activation.Over(circuit.Period)).At(0);
        double elastance = SmallestElastance + (LargestElastance - SmallestElastance) * φ;
        double unstressed = ContractedVolume + (RelaxedVolume - ContractedVolume) * (1 - φ);
        circuit.StartsAt(ends.Inlet, elastance * (circuit.Initial(Variables[0]) - unstressed));
        if (Inertance == 0) circuit.Join(ends.Inlet, ends.Outlet);
    }

    internal override void Build(BlockCircuit circuit, BlockEnds ends)
    {
        NodeId inlet = circuit.Node(ends.Inlet);
        circuit.Network.Add(new BeatingVolume
        {
            Id = Name,
            Inside = inlet,
            Outside = circuit.Network.Ground,
            Numbers =
            [
                SmallestElastance * circuit.ResistanceUnit,
                (LargestElastance - SmallestElastance) * circuit.ResistanceUnit,
                ContractedVolume * circuit.VolumeUnit, (RelaxedVolume - ContractedVolume) * circuit.VolumeUnit,
            ],
            Activation = circuit.Beating(Activation.Over(circuit.Period)),
        });
        if (Inertance > 0)
            circuit.Flows(ends.Outlet, circuit.Branch($"{Name} inertance", inlet, circuit.Node(ends.Outlet),
                new(0, 0, Inertance), circuit.InitialFlow(ends.Outlet)));
        circuit.Balance(ends, BlockSeries.RateOf(BlockCircuit.VolumeOf(Name)));
        circuit.Variable(Variables[0], BlockSeries.Of(BlockCircuit.VolumeOf(Name)), circuit.VolumeUnit);
    }
}

/// <summary>The volume of a <see cref="ChamberBlock"/>.</summary>
internal sealed record BeatingVolume : ILumpedElement
{
    public required string Id { get; init; }

    public required NodeId Inside { get; init; }

    public required NodeId Outside { get; init; }

    /// <summary>E_min, E_max − E_min [Pa/m³], V_s, V_d − V_s [m³].</summary>
    public required double[] Numbers { get; init; }

    public required Waveform Activation { get; init; }

    public IEnumerable<NodeId> Nodes => [Inside, Outside];

    public void Assemble(MeshBuilder mesh) =>
        mesh.AddVolume<BeatingCompliance>(Id, Inside, Outside, Numbers, drive: Activation);
}

/// <summary>V = V₀(φ) + p/E(φ).</summary>
internal readonly struct BeatingCompliance : IVolumeLaw
{
    public static T Volume<T>(in VolumeInput<T> input, Parameters<T> parameters)
        where T : struct, IReal<T>
    {
        T φ = input.Drive;
        return parameters[2] + parameters[3] * (T.From(1) - φ)
            + input.Transmural / (parameters[0] + parameters[1] * φ);
    }
}
