namespace Azygos.Circulation.Blocks;

/// <summary>A lumped model as a list of blocks with inlets and outlets and the connections between them.</summary>
/// <remarks>
/// Numbers stand in the model's own units (<see cref="Units"/>); <see cref="BlockCircuit"/> turns them into SI. A
/// connection carries one pressure and one flow, positive from its first block to its second.
/// </remarks>
/// <source url="https://simvascular.github.io/documentation/rom_simulation.html" at="0D solver, block format"/>
public sealed record BlockModel
{
    /// <summary>What one unit of pressure and of volume is.</summary>
    public BlockUnits Units { get; init; } = BlockUnits.Cgs;

    /// <summary>All blocks, names unique.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>All connections; the order of a block's inlets and outlets is their order here.</summary>
    public required IReadOnlyList<BlockConnection> Connections { get; init; }

    /// <summary>Values before the first step, by variable: <c>pressure:A:B</c>, <c>flow:A:B</c>, <c>Vc:A</c> …</summary>
    public IReadOnlyDictionary<string, double> Initial { get; init; } = new Dictionary<string, double>();

    /// <summary>How long it is run and what is given out.</summary>
    public required BlockPlan Plan { get; init; }

    /// <summary>What was understood in its file and has no effect here.</summary>
    public IReadOnlyList<string> WithoutEffect { get; init; } = [];

    /// <summary>True: something beats or varies in time, so that a run does not stay where it starts.</summary>
    public bool Varies => Blocks.Any(block => block.Beats || block.Values.Any(value => !value.IsConstant));

    /// <summary>True: a heart chamber beats, so that no steady state exists.</summary>
    public bool Beats => Blocks.Any(block => block.Beats);
}

/// <summary>A pipe without length from an outlet of one block to an inlet of another.</summary>
/// <param name="From">Block whose outlet it is.</param>
/// <param name="To">Block whose inlet it is.</param>
public sealed record BlockConnection(string From, string To)
{
    /// <summary>The name under which its variables are given out.</summary>
    public string Name => $"{From}:{To}";
}

/// <summary>The units of a block model; time is always in seconds.</summary>
/// <param name="Pressure">One unit of pressure [Pa].</param>
/// <param name="Volume">One unit of volume [m³].</param>
/// <param name="Name">How it is called.</param>
/// <source choice="conversion factors by definition"/>
public sealed record BlockUnits(double Pressure, double Volume, string Name)
{
    /// <summary>dyn/cm² and mL, in which models of this format are written unless they say otherwise.</summary>
    /// <source choice="1 dyn/cm² = 0.1 Pa, by definition"/>
    public static BlockUnits Cgs { get; } = new(0.1, 1e-6, "cgs");

    /// <summary>mmHg and mL, usual for closed loops with a heart.</summary>
    /// <source choice="1 mmHg = 133.322387415 Pa, by definition"/>
    public static BlockUnits MillimetresOfMercury { get; } = new(133.322387415, 1e-6, "mmHg-mL");
}

/// <summary>How long a block model is run, and what is given out.</summary>
/// <source choice="meaning and defaults of the keys of the block format"/>
public sealed record BlockPlan
{
    /// <summary>Length of a cycle [s], above 0.</summary>
    public required double Period { get; init; }

    /// <summary>Cycles, at least 1.</summary>
    public required int Cycles { get; init; }

    /// <summary>Points of a cycle, both ends counted, at least 2.</summary>
    public required int PointsPerCycle { get; init; }

    /// <summary>True: starts from the steady state of the mean boundary values. Default true.</summary>
    public bool SteadyInitial { get; init; } = true;

    /// <summary>True: a series for every variable; false: four for every vessel. Default false.</summary>
    public bool ByVariable { get; init; }

    /// <summary>True: every cycle is given out; false: the last one. Default false.</summary>
    public bool AllCycles { get; init; }

    /// <summary>Every how many points one is given out; default 1.</summary>
    public int OutputInterval { get; init; } = 1;

    /// <summary>True: only the mean of each series is given out. Default false.</summary>
    public bool MeanOnly { get; init; }

    /// <summary>True: rates of change are given out as well. Default false.</summary>
    public bool Derivatives { get; init; }

    /// <summary>Largest relative change of the mean flow and pressure at the ends of vessels from one cycle to the next
    /// [1]; null: the cycles are counted.</summary>
    public double? CycleTolerance { get; init; }

    /// <summary>Residual at which the program that the model was written for ends an iteration, in the model's units;
    /// used where a run is compared with that program. Default 1e-8.</summary>
    public double ResidualTolerance { get; init; } = 1e-8;

    /// <summary>The step of the model, T/(points − 1) [s].</summary>
    public double Step => Period / (PointsPerCycle - 1);
}
