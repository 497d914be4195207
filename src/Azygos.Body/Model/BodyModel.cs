namespace Azygos.Body.Model;

/// <summary>An anatomical model as its folder says it: tables of rows in the user's units, every row with its
/// provenance.</summary>
/// <remarks>
/// Units are those of the files (cm, cm², mL, mmHg, s, mmHg·s/mL); the builder converts once. Ids are unique within a
/// table.
/// Node heights give gravity, node coordinates give the drawing.
/// </remarks>
/// <source choice="file layout of the project, docs/guide/model-files.md"/>
public sealed record BodyModel
{
    /// <summary>Folder name and identifier, such as <c>healthy-adult-lumped</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>What the model is and is not, one paragraph.</summary>
    public required string Description { get; init; }

    /// <summary>How a beating run treats the vessels.</summary>
    public required VesselTreatment VesselTreatment { get; init; }

    /// <summary>True: a beating run gives the vessels waves.</summary>
    public bool HasWaves => VesselTreatment == VesselTreatment.Waves;

    /// <summary>Scalar parameters by path, such as <c>heart.rate_per_min</c>; the paths that <c>--set</c> accepts
    /// besides table cells.</summary>
    public required IReadOnlyDictionary<string, ScalarParameter> Parameters { get; init; }

    /// <summary>Nodes: points that vessels, beds and valves share.</summary>
    public required IReadOnlyList<NodeRow> Nodes { get; init; }

    /// <summary>Kinds of wall, each with its pressure-area law.</summary>
    public required IReadOnlyList<WallRow> Walls { get; init; }

    /// <summary>Vessels, lumped or not.</summary>
    public required IReadOnlyList<VesselRow> Vessels { get; init; }

    /// <summary>Tissue beds outside the skull.</summary>
    public required IReadOnlyList<BedRow> Beds { get; init; }

    /// <summary>Beds inside the skull, autoregulated.</summary>
    public required IReadOnlyList<CerebralBedRow> CerebralBeds { get; init; }

    /// <summary>Where each cerebral bed drains to: its proximal veins.</summary>
    public required IReadOnlyList<CerebralDrainRow> CerebralDrains { get; init; }

    /// <summary>Starling branches: where veins that feel the cranial pressure enter a rigid sinus.</summary>
    public required IReadOnlyList<BridgingVeinRow> BridgingVeins { get; init; }

    /// <summary>Linear compartments (the lungs).</summary>
    public required IReadOnlyList<CompartmentRow> Compartments { get; init; }

    /// <summary>Heart chambers.</summary>
    public required IReadOnlyList<ChamberRow> Chambers { get; init; }

    /// <summary>Valves of heart and veins.</summary>
    public required IReadOnlyList<ValveRow> Valves { get; init; }

    /// <summary>Published sites: stable ids for results.</summary>
    public required IReadOnlyList<SiteRow> Sites { get; init; }

    /// <summary>Values to compare a run with.</summary>
    public required IReadOnlyList<ValidationRow> Validation { get; init; }

    /// <summary>Fitted, set and kept knobs with the datum behind each.</summary>
    public required IReadOnlyList<CalibrationRow> Calibration { get; init; }

    /// <summary>Groups of vessels whose assumed dimensions make the headline values uncertain; empty: not
    /// stated.</summary>
    public IReadOnlyList<CollateralRow> Collaterals { get; init; } = [];

    /// <summary>Computed uncertainty of the headline values; empty: not computed. <see cref="HasStaleUncertainty"/>
    /// says whether it still belongs to this model.</summary>
    public IReadOnlyList<UncertaintyRow> Uncertainty { get; init; } = [];

    /// <summary>True when the uncertainty was computed from other numbers than the folder holds.</summary>
    public bool HasStaleUncertainty => Uncertainty.Any(row => row.ModelHash != Hash);

    /// <summary>What the model says before anybody fitted it to that; empty: not stated.</summary>
    public IReadOnlyList<PredictionRow> Predictions { get; init; } = [];

    /// <summary>What the beds outside the skull consume; empty: not stated, and then no run says anything of
    /// oxygen.</summary>
    public IReadOnlyList<OxygenDemandRow> OxygenDemands { get; init; } = [];

    /// <summary>Throats in vessels; none in a model as its folder says it.</summary>
    public IReadOnlyList<ThroatRow> Throats { get; init; } = [];

    /// <summary>Stretches of vessels with another lumen, wall or surroundings; none in a model as its folder says
    /// it.</summary>
    public IReadOnlyList<ReachRow> Reaches { get; init; } = [];

    /// <summary>Places that were changed, for results and drawings; none in a model as its folder says it.</summary>
    public IReadOnlyList<MarkRow> Marks { get; init; } = [];

    /// <summary>Citations by key.</summary>
    public required IReadOnlyDictionary<string, SourceRow> Sources { get; init; }

    /// <summary>SHA-256 over the model's files in name order, without predictions and computed uncertainty, lower-case
    /// hexadecimal.</summary>
    public required string Hash { get; init; }
}
