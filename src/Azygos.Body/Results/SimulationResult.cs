using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Body.Timeline;

namespace Azygos.Body.Results;

/// <summary>Mean, smallest and largest value over the last period.</summary>
/// <param name="Mean">Time mean.</param>
/// <param name="Minimum">Smallest sample.</param>
/// <param name="Maximum">Largest sample.</param>
public readonly record struct Summary(double Mean, double Minimum, double Maximum);

/// <summary>What a run gave at one site over its last period, in the units that people use.</summary>
/// <source choice="units of the result format, schemas/result-1.schema.json"/>
public sealed record SiteResult
{
    /// <summary>The site.</summary>
    public required SiteRow Site { get; init; }

    /// <summary>Pressure [mmHg].</summary>
    public required Summary Pressure { get; init; }

    /// <summary>Flow [mL/min], positive toward the heart in veins; null at a site without a vessel.</summary>
    public Summary? Flow { get; init; }

    /// <summary>Lumen area [cm²]; null at a site without a vessel.</summary>
    public Summary? Area { get; init; }

    /// <summary>Area-mean velocity [cm/s]; null at a site without a vessel.</summary>
    public Summary? Velocity { get; init; }

    /// <summary>Seconds of reverse flow in the last period [s]; null at a site without a vessel.</summary>
    public double? ReverseFlow { get; init; }
}

/// <summary>A waveform at a site over the last period.</summary>
/// <param name="Site">Site id.</param>
/// <param name="Quantity"><c>pressure_mmHg</c>, <c>flow_mL_min</c>, <c>area_cm2</c> or <c>velocity_cm_s</c>.</param>
/// <param name="Values">Samples at <see cref="SimulationResult.Times"/>; shape [samples].</param>
public sealed record Wave(string Site, string Quantity, double[] Values);

/// <summary>A computed value beside the measured band.</summary>
/// <param name="Target">The row of the validation table.</param>
/// <param name="Computed">What the run gave, in the row's unit; null when this run cannot give it.</param>
/// <source choice="a hit is inside the band that the row states, ends included"/>
public sealed record ValidationOutcome(ValidationRow Target, double? Computed)
{
    /// <summary>True inside the band, false outside, null when not computed.</summary>
    public bool? Hit => Computed is { } value ? value >= Target.Low && value <= Target.High : null;

    /// <summary>Distance outside the band in the row's unit; 0 inside.</summary>
    public double Miss => Computed is { } value ? Math.Max(0, Math.Max(Target.Low - value, value - Target.High)) : 0;
}

/// <summary>Flow and mean pressure along one vessel, for the drawing.</summary>
/// <param name="Vessel">The vessel.</param>
/// <param name="PressureFrom">Mean pressure at its first node [mmHg].</param>
/// <param name="PressureTo">Mean pressure at its second node [mmHg].</param>
/// <param name="Flow">Mean flow [mL/min].</param>
/// <param name="Area">Mean lumen area [cm²].</param>
public sealed record VesselMean(VesselRow Vessel, double PressureFrom, double PressureTo, double Flow, double Area);

/// <summary>A bridging vein in the mean over a period.</summary>
/// <param name="Vein">The vein.</param>
/// <param name="Flow">Flow [mL/min].</param>
/// <param name="Above">Pressure before it, in the cerebral veins [mmHg].</param>
/// <param name="Sinus">Pressure behind it [mmHg].</param>
/// <param name="Fluid">Pressure of the fluid around it [mmHg], at its own height.</param>
/// <param name="Resistance">R of its Starling branch [mmHg·s/mL].</param>
/// <source choice="what the Starling outflow makes of the pressure before it"/>
public sealed record BridgingVeinMean(
    BridgingVeinRow Vein, double Flow, double Above, double Sinus, double Fluid, double Resistance)
{
    /// <summary>Transmural pressure of the veins before it [mmHg].</summary>
    /// <source choice="difference across the wall"/>
    public double Transmural => Above - Fluid;

    /// <summary>q R [mmHg]: what the Starling branch alone makes of it while the fluid's pressure is above the
    /// sinus's.</summary>
    /// <source doi="10.1152/ajpheart.00469.2014" at="Starling branch of the cerebral veins"/>
    public double Shielded => Flow / 60 * Resistance;
}

/// <summary>How a run ended.</summary>
/// <param name="Finished">True: periodic to the stated norm, or the timeline's end after a periodic start.</param>
/// <param name="Reason">For people: how it finished, or why it stopped.</param>
/// <param name="Time">Simulated time at the end [s].</param>
/// <param name="Place">Where it stopped (node, vessel or element), or empty.</param>
public sealed record RunEnding(bool Finished, string Reason, double Time, string Place);

/// <summary>Everything a run leaves: what the result file, the waves and the report are made from.</summary>
/// <source choice="result format of the project"/>
public sealed record SimulationResult
{
    /// <summary>The model as run, after <c>--set</c>.</summary>
    public required BodyModel Model { get; init; }

    /// <summary>What the user asked for.</summary>
    public required SimulationSettings Settings { get; init; }

    /// <summary>How the run ended.</summary>
    public required RunEnding Ending { get; init; }

    /// <summary>Simulated time [s].</summary>
    public required double SimulatedSeconds { get; init; }

    /// <summary>Period on which the run is periodic: one breath, a whole number of beats [s].</summary>
    public required double Period { get; init; }

    /// <summary>Beats simulated.</summary>
    public required int Beats { get; init; }

    /// <summary>Time steps taken.</summary>
    public required long Steps { get; init; }

    /// <summary>Unknowns of the network.</summary>
    public required int Unknowns { get; init; }

    /// <summary>Largest change between the last two periods, in the stated norm [1].</summary>
    public required double PeriodicResidual { get; init; }

    /// <summary>Site and quantity where that change is largest.</summary>
    public required string WorstSite { get; init; }

    /// <summary>Blood + CSF − sources: largest drift over one beat, relative to the total volume [1].</summary>
    public required double ConservationError { get; init; }

    /// <summary>Blood volume [mL].</summary>
    public required double BloodVolume { get; init; }

    /// <summary>Mean circulatory filling pressure: the pressure everywhere if the heart stood still [mmHg].</summary>
    public required double MeanFillingPressure { get; init; }

    /// <summary>Cardiac output [L/min].</summary>
    public required double CardiacOutput { get; init; }

    /// <summary>Sample times of the last period, from its start [s]; shape [samples].</summary>
    public required double[] Times { get; init; }

    /// <summary>Results at the sites that the model has, in table order.</summary>
    public required IReadOnlyList<SiteResult> Sites { get; init; }

    /// <summary>Waveforms of the last period.</summary>
    public required IReadOnlyList<Wave> Waves { get; init; }

    /// <summary>Mean state of every vessel.</summary>
    public required IReadOnlyList<VesselMean> Vessels { get; init; }

    /// <summary>Comparison with measured values for the run's posture.</summary>
    public required IReadOnlyList<ValidationOutcome> Validation { get; init; }

    /// <summary>Pressure along a pull-back through either jugular vein; empty where the model lacks the way, or where
    /// the run left nothing.</summary>
    public IReadOnlyList<PullBackResult> PullBacks { get; init; } = [];

    /// <summary>Bridging veins: what stands on either side of each, and around it.</summary>
    public IReadOnlyList<BridgingVeinMean> BridgingVeins { get; init; } = [];

    /// <summary>Oxygen on the run's mean flows; null where the model does not say what its beds consume, or where the run
    /// did not become periodic.</summary>
    public OxygenResult? Oxygen { get; init; }

    /// <summary>What was recorded while the timeline went on; null: the run had none, or stopped before it.</summary>
    public TimelineResult? Timeline { get; init; }

    /// <summary>What the run gave at the places that were changed.</summary>
    public IReadOnlyList<MarkResult> Marks { get; init; } = [];

    /// <summary>The result at a site.</summary>
    /// <exception cref="KeyNotFoundException">The model has no such site, it was not recorded, or the run stopped
    /// before it recorded any.</exception>
    public SiteResult Site(string id) => Sites.FirstOrDefault(s => s.Site.Id == id)
        ?? throw new KeyNotFoundException($"There is no result at a site '{id}'.");
}

/// <summary>What a user asks of a run; every value stored with its result.</summary>
/// <source choice="defaults of the project, docs/guide/simulate.md"/>
public sealed record SimulationSettings
{
    /// <summary>Name of the case, or empty when there is none.</summary>
    public string Case { get; init; } = "";

    /// <summary>Level of detail that the model was brought to.</summary>
    public AnatomicalDetail Detail { get; init; } = AnatomicalDetail.Core;

    /// <summary>Tilt from the horizontal [degrees]: 0 supine, 90 upright, negative head-down; −90 to 90.</summary>
    public double TiltDegrees { get; init; }

    /// <summary><c>supine</c> at 0°, <c>sitting</c> at 90°, else empty: the posture that measured values and
    /// uncertainty name.</summary>
    public string Posture => TiltDegrees switch { 0 => "supine", 90 => "sitting", _ => "" };

    /// <summary>Replaced numbers, path → value, in the order given.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Overrides { get; init; } = [];

    /// <summary>Largest time step [s].</summary>
    public double TimeStep { get; init; } = 0.004;

    /// <summary>Largest cell of a vessel with waves [cm].</summary>
    public double LargestCell { get; init; } = 2;

    /// <summary>Arteries through which a wave passes at once are merged with a neighbour; without waves this means
    /// nothing.</summary>
    public bool MergesShortArteries { get; init; } = true;

    /// <summary>Interval of recorded samples [s]; adjusted to divide the period.</summary>
    public double SampleInterval { get; init; } = 0.01;

    /// <summary>Periodic when no site's pressure or flow changes by more than this share of its pulse between two
    /// periods [1].</summary>
    public double PeriodicTolerance { get; init; } = 0.001;

    /// <summary>Beats after which a run that is not periodic stops.</summary>
    public int MaximumBeats { get; init; } = 400;

    /// <summary>Hypotheses that the case switches on, by word; none by default. They change nothing of the run: what follows
    /// from them is computed beside it, and labelled.</summary>
    public IReadOnlyList<string> Hypotheses { get; init; } = [];

    /// <summary>Sites to record; empty: all.</summary>
    public IReadOnlyList<string> RecordedSites { get; init; } = [];

    /// <summary>While a timeline goes on, blood slower than this does not count as flowing back [cm/s].</summary>
    public double DeadBand { get; init; } = 1;

    /// <summary>What is done once the run is periodic; null: the run ends there.</summary>
    public BodyTimeline? Timeline { get; init; }
}
