using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Quantities;

namespace Azygos.Circulation.Blocks;

/// <summary>A valve without inertia: a small resistance when pressed open, a large one when pressed shut.</summary>
/// <remarks>
/// Δp = q R, R = R_min + (R_max − R_min) s, s = ½(1 − tanh(k Δp)) with a steepness k; without one, s is 0 where Δp &gt; 0
/// and 1 elsewhere. The variable <c>valve_status</c> is s: 1 is shut.
/// </remarks>
/// <source doi="10.1007/s10237-018-1098-4" at="equations 16 and 22"/>
/// <source url="https://simvascular.github.io/svZeroDSolver/class_valve_tanh.html" at="ValveTanh, PiecewiseValve"/>
public sealed record ValveBlock : Block
{
    /// <summary>R_max, above 0.</summary>
    public required double ShutResistance { get; init; }

    /// <summary>R_min, above 0.</summary>
    public required double OpenResistance { get; init; }

    /// <summary>k, above 0; null: it switches.</summary>
    public double? Steepness { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Variables => Steepness is null ? [] : [$"valve_status:{Name}"];

    /// <inheritdoc/>
    public override string Circuit => "resistance that goes from shut to open with the pressure across it: "
        + Parts(("R_min", OpenResistance), ("R_max", ShutResistance), ("k", Steepness ?? 0));

    /// <inheritdoc/>
    public override string? WrongEnds(int inlets, int outlets) => NeedsOneAndOne(inlets, outlets);

    internal override void Join(BlockCircuit circuit, BlockEnds ends)
    {
    }

    internal override void Build(BlockCircuit circuit, BlockEnds ends)
    {
        NodeId from = circuit.Node(ends.Inlet), to = circuit.Node(ends.Outlet);
        circuit.Network.Add(new SwitchingResistance
        {
            Id = Name,
            From = from,
            To = to,
            Open = HydraulicResistance.FromPascalSecondsPerCubicMetre(OpenResistance * circuit.ResistanceUnit),
            Shut = HydraulicResistance.FromPascalSecondsPerCubicMetre(ShutResistance * circuit.ResistanceUnit),
            Steepness = Steepness / circuit.PressureUnit,
        });
        BlockSeries flow = BlockSeries.Of(Probe.Flow(Name));
        circuit.Flows(ends.Inlet, flow);
        circuit.Flows(ends.Outlet, flow);
        if (Steepness is not { } k) return;
        BlockSeries drop = (circuit.PressureAt(from) - circuit.PressureAt(to)) * (1 / circuit.PressureUnit);
        circuit.Variable(Variables[0], drop.Then(Δp => 0.5 * (1 - Math.Tanh(k * Δp))));
    }
}
