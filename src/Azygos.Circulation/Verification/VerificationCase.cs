using Azygos.Circulation.Blocks;
using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Verification;

/// <summary>Kind of problem a case belongs to; for reports, it does not change how a case is run.</summary>
public enum CaseFamily
{
    /// <summary>Nothing moves.</summary>
    Rest,

    /// <summary>Riemann problems in one vessel.</summary>
    Riemann,

    /// <summary>Riemann problems at a junction.</summary>
    JunctionRiemann,

    /// <summary>Reflection and transmission of small waves.</summary>
    LinearWaves,

    /// <summary>A pulse travelling in one vessel.</summary>
    Pulse,

    /// <summary>Steady flow.</summary>
    Steady,

    /// <summary>A collapsible tube in a chamber.</summary>
    Starling,

    /// <summary>Pressure loss of a narrowing.</summary>
    Stenosis,

    /// <summary>Oscillating flow in a rigid tube.</summary>
    Womersley,

    /// <summary>Lumped circuits.</summary>
    ZeroD,

    /// <summary>Models in the format of svZeroDSolver.</summary>
    SvZeroD,

    /// <summary>Many vessels.</summary>
    Network,
}

/// <summary>One verification case: what to simulate, how, what to record, and which numbers must come out.</summary>
/// <remarks>A description only, in SI; files are already read into arrays.</remarks>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record VerificationCase
{
    /// <summary>Path of the case below the root of its set.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of problem.</summary>
    public required CaseFamily Family { get; init; }

    /// <summary>What the case is about, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Where its numbers come from.</summary>
    public required string Source { get; init; }

    /// <summary>What is simulated.</summary>
    public required CaseNetwork Network { get; init; }

    /// <summary>How often and until when it is simulated.</summary>
    public required IReadOnlyList<CaseRun> Runs { get; init; }

    /// <summary>What is recorded in every run.</summary>
    public required IReadOnlyList<CaseProbe> Probes { get; init; }

    /// <summary>What the records are compared with.</summary>
    public required IReadOnlyList<CaseReference> References { get; init; }

    /// <summary>How near they must come.</summary>
    public required IReadOnlyList<Bar> Bars { get; init; }

    /// <summary>For a run that replaces numbers: the whole case with those numbers, by run id.</summary>
    public IReadOnlyDictionary<string, VerificationCase> Replaced { get; init; } =
        new Dictionary<string, VerificationCase>();

    /// <summary>The case as the run with this id sees it.</summary>
    public VerificationCase ForRun(string run)
        => Replaced.TryGetValue(run, out VerificationCase? replaced) ? replaced : this;

    /// <summary>The run with this id.</summary>
    public CaseRun Run(string id) => Runs.First(run => run.Id == id);

    /// <summary>The probe with this id.</summary>
    public CaseProbe Probe(string id) => Probes.First(probe => probe.Id == id);
}

/// <summary>What is simulated: vessels and elements between nodes, or a model in another program's format.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record CaseNetwork
{
    /// <summary>The blood; null where nothing depends on it.</summary>
    public CaseFluid? Fluid { get; init; }

    /// <summary>Gravity along +x of every vessel [m/s²]; null for none.</summary>
    public double? Gravity { get; init; }

    /// <summary>Vessels with waves.</summary>
    public IReadOnlyList<CaseVessel> Vessels { get; init; } = [];

    /// <summary>Where vessels and elements meet or end.</summary>
    public IReadOnlyList<NetworkNode> Nodes { get; init; } = [];

    /// <summary>Lumped elements.</summary>
    public IReadOnlyList<CaseElement> Elements { get; init; } = [];

    /// <summary>A model of another program instead of vessels and elements; null for none.</summary>
    public ForeignModel? Model { get; init; }
}

/// <summary>The blood of a case.</summary>
/// <param name="Density">ρ [kg/m³], positive.</param>
/// <param name="Viscosity">μ [Pa s], not negative.</param>
/// <param name="ProfileZeta">ζ of the velocity profile [1]: friction per length −2(ζ+2)πμu; null: not used.</param>
/// <param name="MomentumFactor">α of ∂(αQ²/A)/∂x [1], at least 1.</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record CaseFluid(double Density, double Viscosity, double? ProfileZeta, double MomentumFactor);

/// <summary>A model kept in another program's format.</summary>
/// <param name="Format">Name of the format.</param>
/// <param name="Blocks">The model as it was read.</param>
public sealed record ForeignModel(string Format, BlockModel Blocks);
