// Reason for length: one line for each column of each table, in one place for reader, schema and guide.
using Azygos.Body.Model;

namespace Azygos.Files.Tables;

/// <summary>The tables of a model folder, schema <c>azygos-model/1</c>.</summary>
/// <remarks>
/// Ranges are chosen to catch slips of unit and sign, not to judge physiology: about ten times what an adult body
/// holds. A rest area of 0 is an occluded vessel (conductance 0, masked).
/// </remarks>
/// <source choice="ranges that catch slips of unit and sign"/>
public static class ModelTables
{
    /// <summary>Schema word of <c>model.yaml</c>.</summary>
    public const string Schema = "azygos-model/1";

    private static readonly Provenance NoProvenance = new(Basis.Assumed, "", "");
    private static readonly Interval Coordinate = Interval.From(-250, 250);
    private static readonly Interval Resistance = Interval.AboveZero(1e6);
    private static readonly Interval Compliance = Interval.AboveZero(1e4);
    private static readonly Interval Volume = Interval.From(0, 1e4);
    private static readonly Interval Share = Interval.From(0, 1);
    private static readonly Interval Knob = Interval.AboveZero(1e9);

    internal static readonly Table<ScalarParameter> Parameters =
        new Table<ScalarParameter>("parameters", "scalars of heart, blood, breath, skull and solver",
            new("", 0, "", 0, 0, "", NoProvenance))
            .Key(r => r.Path, "path")
            .Words(ColumnKind.Path, "path", "dotted path with the unit last, such as heart.rate_per_min",
                (r, v) => r with { Path = v })
            .Number("value", "", Interval.From(-1e12, 1e12), "the number, in the row's unit",
                (r, v) => r with { Value = v })
            .Text("unit", "unit as printed; 1 for a pure number", (r, v) => r with { Unit = v })
            .Number("minimum", "", Interval.From(-1e12, 1e12), "smallest value accepted",
                (r, v) => r with { Minimum = v })
            .Number("maximum", "", Interval.From(-1e12, 1e12), "largest value accepted",
                (r, v) => r with { Maximum = v })
            .Text("meaning", "one line for people", (r, v) => r with { Meaning = v })
            .Provenance(r => r.Provenance, (r, v) => r with { Provenance = v });

    internal static readonly Table<NodeRow> Nodes =
        new Table<NodeRow>("nodes", "points that vessels, beds and valves share", new("", "", 0, 0, 0, NoProvenance))
            .Key(r => r.Id, "id").Settable(m => m.Nodes, (m, rows) => m with { Nodes = rows })
            .Identifier("id", "identifier", (r, v) => r with { Id = v })
            .Text("name", "name for people", (r, v) => r with { Name = v })
            .Number("x_cm", "cm", Coordinate, "to the subject's left of the midline", (r, v) => r with { X = v })
            .Number("y_cm", "cm", Coordinate, "to the front of the right atrium", (r, v) => r with { Y = v })
            .Number("z_cm", "cm", Coordinate, "toward the head from the right atrium", (r, v) => r with { Z = v })
            .Provenance(r => r.Provenance, (r, v) => r with { Provenance = v });

    internal static readonly Table<WallRow> Walls =
        new Table<WallRow>("walls", "kinds of vessel wall with their pressure-area laws",
            new("", "", null, null, 0, NoProvenance))
            .Key(r => r.Id, "id").Settable(m => m.Walls, (m, rows) => m with { Walls = rows })
            .Identifier("id", "identifier", (r, v) => r with { Id = v })
            .Word("law", ["soft_vein", "stiff_vein", "artery", "rigid"], "pressure-area law",
                (r, v) => r with { Law = v })
            .OptionalNumber("distension_stiffness_mmHg", "mmHg", Interval.AboveZero(1e6),
                "K_d; empty: by the law's rule",
                (r, v) => r with { DistensionStiffness = v })
            .OptionalNumber("bending_stiffness_mmHg", "mmHg", Interval.AboveZero(1e6), "K_b; empty: equal to K_d",
                (r, v) => r with { BendingStiffness = v })
            .Number("reference_pressure_mmHg", "mmHg", Interval.From(-200, 300), "p₀",
                (r, v) => r with { ReferencePressure = v })
            .Provenance(r => r.Provenance, (r, v) => r with { Provenance = v });

    internal static readonly Table<VesselRow> Vessels =
        new Table<VesselRow>("vessels", "vessels from one node to another",
            new("", "", "", "", "", "", 0, 0, 0, "", null, Space.Tissue, 0, 0, NoProvenance))
            .Key(r => r.Id, "id").Settable(m => m.Vessels, (m, rows) => m with { Vessels = rows })
            .Identifier("id", "identifier", (r, v) => r with { Id = v })
            .Text("name", "name for people", (r, v) => r with { Name = v })
            .Word("kind", ["artery", "vein", "sinus"], "kind, for drawing and tables", (r, v) => r with { Kind = v })
            .Text("region", "region word, such as neck", (r, v) => r with { Region = v })
            .Reference("from", "nodes", "first node; flow is positive from here", (r, v) => r with { From = v })
            .Reference("to", "nodes", "second node, toward the heart for veins", (r, v) => r with { To = v })
            .Number("length_cm", "cm", Interval.AboveZero(200), "length", (r, v) => r with { Length = v })
            .Number("rest_area_cm2", "cm²", Interval.From(0, 100), "lumen at rest; 0: occluded",
                (r, v) => r with { RestArea = v })
            .Number("rest_pressure_mmHg", "mmHg", Interval.From(-200, 300),
                "transmural pressure at which the lumen is at rest",
                (r, v) => r with { RestPressure = v })
            .Reference("wall", "walls", "kind of wall", (r, v) => r with { Wall = v })
            .OptionalNumber("stiffness_mmHg", "mmHg", Interval.AboveZero(1e6),
                "K of this vessel where its wall leaves it open (arteries); else empty",
                (r, v) => r with { Stiffness = v })
            .Space((r, v) => r with { Space = v })
            .WholeNumber("tier", Interval.From(1, 2), "1: part of every level of detail; 2: only of full detail",
                (r, v) => r with { Tier = v })
            .WholeNumber("cells", Interval.From(1, 1000), "lumped cells in series", (r, v) => r with { Cells = v })
            .Provenance(r => r.Provenance, (r, v) => r with { Provenance = v });

    internal static readonly Table<BedRow> Beds =
        new Table<BedRow>("beds", "tissue beds outside the skull",
            new("", "", "", "", "", 0, 0, 0, 0, 0, 0, 0, 0, 0, Space.Tissue, NoProvenance))
            .Key(r => r.Id, "id").Settable(m => m.Beds, (m, rows) => m with { Beds = rows })
            .Identifier("id", "identifier", (r, v) => r with { Id = v })
            .Text("name", "name for people", (r, v) => r with { Name = v })
            .Text("region", "region word", (r, v) => r with { Region = v })
            .Reference("artery", "nodes", "arterial node", (r, v) => r with { Artery = v })
            .Reference("vein", "nodes", "venous node", (r, v) => r with { Vein = v })
            .Number("proximal_resistance_mmHg_s_per_mL", "mmHg·s/mL", Resistance, "resistance of the arterial side",
                (r, v) => r with { ProximalResistance = v })
            .Number("arterial_compliance_mL_per_mmHg", "mL/mmHg", Compliance, "compliance between the resistances",
                (r, v) => r with { ArterialCompliance = v })
            .Number("distal_resistance_mmHg_s_per_mL", "mmHg·s/mL", Resistance,
                "resistance of the capillaries, without the venule's",
                (r, v) => r with { DistalResistance = v })
            .Number("venous_compliance_mL_per_mmHg", "mL/mmHg", Compliance,
                "compliance of the reservoir at zero transmural pressure",
                (r, v) => r with { VenousCompliance = v })
            .Number("unstressed_volume_mL", "mL", Volume, "volume of the reservoir at zero transmural pressure",
                (r, v) => r with { UnstressedVolume = v })
            .Number("saturation_volume_mL", "mL", Volume, "stressed volume at which the reservoir is full; 0: linear",
                (r, v) => r with { SaturationVolume = v })
            .Number("venule_resistance_mmHg_s_per_mL", "mmHg·s/mL", Resistance, "resistance of the venules",
                (r, v) => r with { VenuleResistance = v })
            .Number("reflex_share", "1", Share, "share of the baroreflex's effects; 0: the bed does not listen",
                (r, v) => r with { ReflexShare = v })
            .Number("height_cm", "cm", Coordinate, "height above the right atrium", (r, v) => r with { Height = v })
            .Space((r, v) => r with { Space = v })
            .Provenance(r => r.Provenance, (r, v) => r with { Provenance = v });

    internal static readonly Table<OxygenDemandRow> OxygenDemands =
        new Table<OxygenDemandRow>("oxygen_demands", "oxygen that the beds outside the skull consume at rest",
            new("", 0, NoProvenance))
            .Optional()
            .Key(r => r.Bed, "bed").Settable(m => m.OxygenDemands, (m, rows) => m with { OxygenDemands = rows })
            .Reference("bed", "beds", "bed", (r, v) => r with { Bed = v })
            .Number("demand_mL_min", "mL/min", Interval.From(0, 1e3), "oxygen that its tissue asks for",
                (r, v) => r with { Demand = v })
            .Provenance(r => r.Provenance, (r, v) => r with { Provenance = v });

    internal static readonly Table<CerebralBedRow> CerebralBeds =
        new Table<CerebralBedRow>("cerebral_beds", "autoregulated beds inside the skull",
            new("", "", "", 0, 0, NoProvenance))
            .Key(r => r.Id, "id").Settable(m => m.CerebralBeds, (m, rows) => m with { CerebralBeds = rows })
            .Identifier("id", "identifier", (r, v) => r with { Id = v })
            .Text("name", "name for people", (r, v) => r with { Name = v })
            .Reference("artery", "nodes", "arterial node", (r, v) => r with { Artery = v })
            .Number("flow_share", "1", Share, "share of the brain's basal flow; all add up to 1",
                (r, v) => r with { FlowShare = v })
            .Number("height_cm", "cm", Coordinate, "height above the right atrium", (r, v) => r with { Height = v })
            .Provenance(r => r.Provenance, (r, v) => r with { Provenance = v });

    internal static readonly Table<CerebralDrainRow> CerebralDrains =
        new Table<CerebralDrainRow>("cerebral_drains", "venous nodes that a cerebral bed drains to",
            new("", "", 0, NoProvenance))
            .Key(r => $"{r.Bed}:{r.Vein}", "bed", "vein")
                .Settable(m => m.CerebralDrains, (m, rows) => m with { CerebralDrains = rows })
            .Reference("bed", "cerebral_beds", "cerebral bed", (r, v) => r with { Bed = v })
            .Reference("vein", "nodes", "node of cerebral veins", (r, v) => r with { Vein = v })
            .Number("share", "1", Share, "share of the bed's basal flow; those of a bed add up to 1",
                (r, v) => r with { Share = v })
            .Provenance(r => r.Provenance, (r, v) => r with { Provenance = v });

    internal static readonly Table<BridgingVeinRow> BridgingVeins =
        new Table<BridgingVeinRow>("bridging_veins", "Starling branches where cerebral veins enter a sinus",
            new("", "", "", "", 0, NoProvenance))
            .Key(r => r.Id, "id").Settable(m => m.BridgingVeins, (m, rows) => m with { BridgingVeins = rows })
            .Identifier("id", "identifier", (r, v) => r with { Id = v })
            .Text("name", "name for people", (r, v) => r with { Name = v })
            .Reference("from", "nodes", "cerebral venous node", (r, v) => r with { From = v })
            .Reference("to", "nodes", "sinus node", (r, v) => r with { To = v })
            .Number("flow_share", "1", Share, "share of the brain's basal flow; all add up to 1",
                (r, v) => r with { FlowShare = v })
            .Provenance(r => r.Provenance, (r, v) => r with { Provenance = v });

    internal static readonly Table<CompartmentRow> Compartments =
        new Table<CompartmentRow>("compartments", "linear compartments (the lungs)",
            new("", "", "", "", 0, 0, 0, 0, Space.Tissue, NoProvenance))
            .Key(r => r.Id, "id").Settable(m => m.Compartments, (m, rows) => m with { Compartments = rows })
            .Identifier("id", "identifier", (r, v) => r with { Id = v })
            .Text("name", "name for people", (r, v) => r with { Name = v })
            .Reference("from", "nodes", "node that holds the volume", (r, v) => r with { From = v })
            .Reference("to", "nodes", "next node", (r, v) => r with { To = v })
            .Number("compliance_mL_per_mmHg", "mL/mmHg", Compliance, "compliance at the first node",
                (r, v) => r with { Compliance = v })
            .Number("unstressed_volume_mL", "mL", Volume, "volume at zero transmural pressure",
                (r, v) => r with { UnstressedVolume = v })
            .Number("resistance_mmHg_s_per_mL", "mmHg·s/mL", Resistance, "resistance to the next node",
                (r, v) => r with { Resistance = v })
            .Number("inertance_mmHg_s2_per_mL", "mmHg·s²/mL", Interval.From(0, 1e3),
                "inertance to the next node; 0: none",
                (r, v) => r with { Inertance = v })
            .Space((r, v) => r with { Space = v })
            .Provenance(r => r.Provenance, (r, v) => r with { Provenance = v });

    internal static readonly Table<ChamberRow> Chambers =
        new Table<ChamberRow>("chambers", "heart chambers", new("", "", 0, 0, 0, NoProvenance))
            .Key(r => r.Id, "id").Settable(m => m.Chambers, (m, rows) => m with { Chambers = rows })
            .Word("id", ["right_atrium", "right_ventricle", "left_atrium", "left_ventricle"], "which chamber",
                (r, v) => r with { Id = v })
            .Reference("node", "nodes", "node that holds the volume", (r, v) => r with { Node = v })
            .Number("active_elastance_mmHg_per_mL", "mmHg/mL", Interval.From(0, 100), "E_A",
                (r, v) => r with { ActiveElastance = v })
            .Number("passive_elastance_mmHg_per_mL", "mmHg/mL", Interval.AboveZero(100), "E_B",
                (r, v) => r with { PassiveElastance = v })
            .Number("unstressed_volume_mL", "mL", Interval.From(0, 1000), "V₀",
                (r, v) => r with { UnstressedVolume = v })
            .Provenance(r => r.Provenance, (r, v) => r with { Provenance = v });

    internal static readonly Table<ValveRow> Valves =
        new Table<ValveRow>("valves", "valves of heart and veins, with opening dynamics",
            new("", "", "", "", "", 0, 0, 0, 0, 0, 0, NoProvenance))
            .Key(r => r.Id, "id").Settable(m => m.Valves, (m, rows) => m with { Valves = rows })
            .Identifier("id", "identifier", (r, v) => r with { Id = v })
            .Text("name", "name for people", (r, v) => r with { Name = v })
            .Word("kind", ["cardiac", "venous"], "kind", (r, v) => r with { Kind = v })
            .Reference("from", "nodes", "upstream node", (r, v) => r with { From = v })
            .Reference("to", "nodes", "downstream node", (r, v) => r with { To = v })
            .Number("annulus_area_cm2", "cm²", Interval.AboveZero(100), "A_ann", (r, v) => r with { AnnulusArea = v })
            .Number("effective_length_cm", "cm", Interval.AboveZero(50), "l_eff",
                (r, v) => r with { EffectiveLength = v })
            .Number("opening_rate_per_Pa_s", "1/(Pa·s)", Interval.AboveZero(1e3), "K_vo",
                (r, v) => r with { OpeningRate = v })
            .Number("closing_rate_per_Pa_s", "1/(Pa·s)", Interval.AboveZero(1e3), "K_vc",
                (r, v) => r with { ClosingRate = v })
            .Number("stenosis", "1", Interval.From(0.001, 1), "M_st, share of the annulus that opens; 1: none",
                (r, v) => r with { Stenosis = v })
            .Number("regurgitation", "1", Share, "M_rg, share left open when closed; 0: none",
                (r, v) => r with { Regurgitation = v })
            .Provenance(r => r.Provenance, (r, v) => r with { Provenance = v });

    internal static readonly Table<SiteRow> Sites =
        new Table<SiteRow>("sites", "published sites: stable ids for results", new("", "", "", "", 0, "", ""))
            .Key(r => r.Id, "id")
            .Identifier("id", "stable identifier", (r, v) => r with { Id = v })
            .Text("name", "name for people", (r, v) => r with { Name = v })
            .Text("group", "group for tables", (r, v) => r with { Group = v })
            .OptionalReference("vessel", "vessels", "vessel whose flow, area and velocity are given, or empty",
                (r, v) => r with { Vessel = v })
            .Number("position", "1", Share, "place along the vessel from its first node",
                (r, v) => r with { Position = v })
            .OptionalReference("node", "nodes", "node whose pressure is given where there is no vessel, or empty",
                (r, v) => r with { Node = v })
            .Remark("note", "what a reader must know, or empty", (r, v) => r with { Note = v });

    internal static readonly Table<ValidationRow> Validation =
        new Table<ValidationRow>("validation", "values to compare a run with",
            new("", "", "", "", 0, 0, 0, "", "", "", NoProvenance))
            .Key(r => r.Id, "id")
            .Identifier("id", "identifier", (r, v) => r with { Id = v })
            .Text("quantity", "key of the computed value, such as flow:ijv_right_j2", (r, v) => r with { Quantity = v })
            .Text("label", "what it is, for people", (r, v) => r with { Label = v })
            .Word("posture", ["supine", "sitting"], "posture it was measured in", (r, v) => r with { Posture = v })
            .Number("value", "", Interval.From(-1e9, 1e9), "measured mean, or the middle of the range",
                (r, v) => r with { Value = v })
            .Number("low", "", Interval.From(-1e9, 1e9), "lower end of the band that counts as a hit",
                (r, v) => r with { Low = v })
            .Number("high", "", Interval.From(-1e9, 1e9), "upper end of the band", (r, v) => r with { High = v })
            .Text("unit", "unit as printed", (r, v) => r with { Unit = v })
            .Text("band", "what the band is: one SD, reference interval, chosen", (r, v) => r with { Band = v })
            .Word("use", ["fitted", "checked", "predicted"], "how the datum was used", (r, v) => r with { Use = v })
            .Provenance(r => r.Provenance, (r, v) => r with { Provenance = v });

    internal static readonly Table<CalibrationRow> Calibration =
        new Table<CalibrationRow>("calibration", "fitted, set, selected and kept knobs",
            new() { Knob = "", AppliesTo = "", Cells = "", Kind = "", Provenance = NoProvenance })
            .Key(r => r.Knob, "knob")
            .Identifier("knob", "identifier", (r, v) => r with { Knob = v })
            .Text("applies_to", "what it applies to, for people", (r, v) => r with { AppliesTo = v })
            .Remark("cells", "numbers that it scales, with * for any letters, separated by semicolons; empty where it "
                + "is no scale", (r, v) => r with { Cells = v })
            .OptionalNumber("power", "1", Interval.From(-8, 8), "power of the knob in those numbers",
                (r, v) => r with { Power = v })
            .OptionalNumber("value", "", Knob, "value at which the tables stand, in the row's unit",
                (r, v) => r with { Value = v })
            .Remark("unit", "unit as printed, or factor", (r, v) => r with { Unit = v })
            .OptionalNumber("start", "", Knob, "value before calibration", (r, v) => r with { Start = v })
            .OptionalNumber("low", "", Knob, "smallest value allowed", (r, v) => r with { Low = v })
            .OptionalNumber("high", "", Knob, "largest value allowed", (r, v) => r with { High = v })
            .Remark("setting", "what was set, in words, where a number with its unit does not say it",
                (r, v) => r with { Setting = v })
            .Remark("datum", "ids of validation.csv that it is fitted to, separated by semicolons, the main one first",
                (r, v) => r with { Datum = v })
            .Text("reason", "why it stands where it does, for people", (r, v) => r with { Reason = v })
            .Remark("achieved", "what came out, for people", (r, v) => r with { Achieved = v })
            .OptionalNumber("sensitivity", "", Interval.From(-1e9, 1e9),
                "change of the first datum for +10 % of the knob, in the datum's unit",
                (r, v) => r with { Sensitivity = v })
            .Word("kind", ["fitted", "set", "selected", "kept"], "how it was settled", (r, v) => r with { Kind = v })
            .Provenance(r => r.Provenance, (r, v) => r with { Provenance = v });

    internal static readonly Table<CollateralRow> Collaterals =
        new Table<CollateralRow>("collaterals", "vessels whose assumed dimensions vary in the uncertainty",
            new("", "", "", 0, 0, NoProvenance))
            .Optional()
            .Key(r => r.Id, "id")
            .Identifier("id", "identifier", (r, v) => r with { Id = v })
            .Text("name", "name for people", (r, v) => r with { Name = v })
            .Text("vessels", "ids of vessels, with * for any letters, separated by semicolons; they vary together",
                (r, v) => r with { Vessels = v })
            .Number("low", "1", Interval.AboveZero(1), "smallest factor of the radius", (r, v) => r with { Low = v })
            .Number("high", "1", Interval.From(1, 100), "largest factor of the radius", (r, v) => r with { High = v })
            .Provenance(r => r.Provenance, (r, v) => r with { Provenance = v });

    internal static readonly Table<UncertaintyRow> Uncertainty =
        new Table<UncertaintyRow>("uncertainty", "computed spread of the headline values, by azygos uncertainty",
            new("", "", "", 0, 0, 0, 0, 0, 0, null, 0, 0, 0, "", ""))
            .Optional()
            .Key(r => $"{r.Quantity}:{r.Posture}", "quantity", "posture")
            .Text("quantity", "id of validation.csv, or SITE.pressure_mmHg, SITE.flow_mL_min, SITE.area_cm2, or "
                + "pullback.SIDE.NODE", (r, v) => r with { Quantity = v })
            .Word("posture", ["supine", "sitting"], "posture", (r, v) => r with { Posture = v })
            .Text("unit", "unit of the values", (r, v) => r with { Unit = v })
            .Number("nominal", "", Interval.From(-1e9, 1e9), "mean-flow state of the model as it stands",
                (r, v) => r with { Nominal = v })
            .Number("median", "", Interval.From(-1e9, 1e9), "median of the samples", (r, v) => r with { Median = v })
            .Number("low_95", "", Interval.From(-1e9, 1e9), "2.5 % quantile", (r, v) => r with { Low95 = v })
            .Number("low_68", "", Interval.From(-1e9, 1e9), "16 % quantile", (r, v) => r with { Low68 = v })
            .Number("high_68", "", Interval.From(-1e9, 1e9), "84 % quantile", (r, v) => r with { High68 = v })
            .Number("high_95", "", Interval.From(-1e9, 1e9), "97.5 % quantile", (r, v) => r with { High95 = v })
            .OptionalNumber("distance_cm", "cm", Interval.From(0, 1000), "distance from the start of a pull-back",
                (r, v) => r with { Distance = v })
            .WholeNumber("samples", Interval.From(1, 1e6), "samples with a mean-flow state",
                (r, v) => r with { Samples = v })
            .WholeNumber("failed", Interval.From(0, 1e6), "samples without one", (r, v) => r with { Failed = v })
            .WholeNumber("seed", Interval.From(0, int.MaxValue), "seed of the samples", (r, v) => r with { Seed = v })
            .Word("detail", ["core", "full"], "detail of the model that was solved", (r, v) => r with { Detail = v })
            .Text("model_hash", "hash of the model that was solved", (r, v) => r with { ModelHash = v });

    internal static readonly Table<PredictionRow> Predictions =
        new Table<PredictionRow>("predictions", "manoeuvres, what is read after them, and what was measured",
            new()
            {
                Id = "",
                Label = "",
                Group = "",
                Tilt = 0,
                Changes = "",
                Quantity = "",
                Relation = PredictionRelation.Value,
                Beating = false,
                Unit = "",
                Band = "",
                Blind = false,
                Provenance = NoProvenance,
            })
            .Optional()
            .Key(r => r.Id, "id")
            .Identifier("id", "identifier", (r, v) => r with { Id = v })
            .Text("label", "what it is, for people", (r, v) => r with { Label = v })
            .Text("group", "group for tables, such as sitting", (r, v) => r with { Group = v })
            .Number("tilt_degrees", "degrees", Interval.From(-90, 90), "tilt from the horizontal, head-down negative",
                (r, v) => r with { Tilt = v })
            .Remark("changes", "numbers replaced, PATH = NUMBER, PATH x FACTOR or PATH + NUMBER, with * for any "
                + "letters of a path, separated by semicolons; empty: posture alone", (r, v) => r with { Changes = v })
            .Text("quantity", "key of the computed value as in validation.csv, or breath:flow:SITE",
                (r, v) => r with { Quantity = v })
            .Word("relation", [.. TableWords.Relations.Keys], "what is compared: the value or its change",
                (r, v) => r with { Relation = TableWords.Relations[v] })
            .Word("run", ["steady", "beating"], "mean-flow state, or beats", (r, v) => r with { Beating = v == "beating" })
            .OptionalNumber("value", "", Interval.From(-1e9, 1e9), "measured mean, or the middle of the range; empty: "
                + "none published", (r, v) => r with { Value = v })
            .OptionalNumber("low", "", Interval.From(-1e9, 1e9), "lower end of the band that counts as a hit; empty: "
                + "open", (r, v) => r with { Low = v })
            .OptionalNumber("high", "", Interval.From(-1e9, 1e9), "upper end of the band; empty: open",
                (r, v) => r with { High = v })
            .Text("unit", "unit as printed", (r, v) => r with { Unit = v })
            .Text("band", "what the band is: one SD, upper bound, chosen; no datum where nothing was measured",
                (r, v) => r with { Band = v })
            .OptionalWholeNumber("people", "1", Interval.From(1, 1e6), "people measured; empty: not known",
                (r, v) => r with { People = v })
            .Word("blind", ["yes", "no"], "yes: nothing of the model was chosen after seeing the value",
                (r, v) => r with { Blind = v == "yes" })
            .Provenance(r => r.Provenance, (r, v) => r with { Provenance = v });

    internal static readonly Table<SourceRow> Sources =
        new Table<SourceRow>("sources", "citations by key", new("", "", "", ""))
            .Key(r => r.Key, "key")
            .Text("key", "key used by the tables, without semicolons", (r, v) => r with { Key = v })
            .Text("citation", "authors, year, journal or repository", (r, v) => r with { Citation = v })
            .Remark("doi", "DOI or other identifier, or empty", (r, v) => r with { Doi = v })
            .Text("seen", "what of it was read: full text, abstract, reimplementation, none",
                (r, v) => r with { Seen = v });

    /// <summary>Every table, in reading order.</summary>
    public static IReadOnlyList<TableDescription> All { get; } =
    [
        Parameters, Nodes, Walls, Vessels, Beds, OxygenDemands, CerebralBeds, CerebralDrains, BridgingVeins,
            Compartments, Chambers, Valves, Sites,
        Validation, Calibration, Collaterals, Uncertainty, Predictions, Sources,
    ];
}
