using Azygos.Circulation.Blocks;
using Azygos.Circulation.Running;
using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Translations;

/// <summary>A model of vessels with waves that another program's file describes: what is simulated, how it is run, and
/// what every part of the file became.</summary>
/// <source choice="one description for every format of vessels that is read"/>
public sealed record VesselModel
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The network, in SI.</summary>
    public required VesselNetwork Network { get; init; }

    /// <summary>How it is run.</summary>
    public required VesselPlan Plan { get; init; }

    /// <summary>A steady state of a lumped network with the names of the network's own lumped part, from which that
    /// starts; null: from its initial pressures, at rest.</summary>
    public SteadyFlow? Start { get; init; }

    /// <summary>Units of the file, in which results are given back.</summary>
    public required BlockUnits Units { get; init; }

    /// <summary>Vessels whose ends are recorded, in the file's order.</summary>
    public required IReadOnlyList<RecordedEnd> Recorded { get; init; }

    /// <summary>What every part of the file became.</summary>
    public required IReadOnlyList<TranslatedPart> Mapping { get; init; }

    /// <summary>What was understood in the file and has no effect here.</summary>
    public IReadOnlyList<string> WithoutEffect { get; init; } = [];
}

/// <summary>A part of a file and what it became.</summary>
/// <param name="Part">Name of the part in its file.</param>
/// <param name="Becomes">What it became, for people.</param>
/// <source choice="nothing is translated without a word"/>
public sealed record TranslatedPart(string Part, string Becomes);

/// <summary>The end of a vessel, or of what stands for one.</summary>
/// <param name="Vessel">Its name in the file.</param>
/// <param name="End"><c>in</c> or <c>out</c>.</param>
/// <param name="Probes">Where pressure [Pa], flow [m³/s], area [m²] and velocity [m/s] are read, by quantity; some may
/// be missing.</param>
/// <source choice="what the peers give out: both ends of every vessel"/>
public sealed record RecordedEnd(string Vessel, string End, IReadOnlyDictionary<string, Probe> Probes);

/// <summary>How a model of vessels is run.</summary>
/// <source choice="until it is periodic, or for a stated time"/>
public abstract record VesselPlan
{
    /// <summary>Interval of the samples [s], positive.</summary>
    public required double SampleInterval { get; init; }

    /// <summary>Largest step of what is lumped [s]; vessels step as their waves need.</summary>
    public double LargestStep { get; init; } = 1e-3;

    /// <summary>How finely vessels are cut; null: cells of at most 5 mm.</summary>
    public MeshOptions Mesh { get; init; } = new() { LargestCell = 0.005 };
}

/// <summary>Until a period repeats the one before; the last is recorded.</summary>
/// <param name="Period">[s], positive.</param>
/// <param name="MaximumPeriods">Periods after which a run that is not periodic stops.</param>
/// <source choice="norm of this project: 0.1 % of each end's pulse"/>
public sealed record PeriodicPlan(double Period, int MaximumPeriods) : VesselPlan;

/// <summary>For a time from rest, all of it recorded.</summary>
/// <param name="End">[s], positive.</param>
/// <source choice="as the peers' files say"/>
public sealed record TimedPlan(double End) : VesselPlan;
