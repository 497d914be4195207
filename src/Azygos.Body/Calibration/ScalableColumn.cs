using Azygos.Body.Model;

namespace Azygos.Body.Calibration;

/// <summary>A column of a model table whose numbers a knob may scale: where they are read, and how they are put
/// back.</summary>
internal sealed class ScalableColumn
{
    private readonly Func<BodyModel, IEnumerable<KeyValuePair<string, double>>> read;
    private readonly Func<BodyModel, IReadOnlyDictionary<string, double>, BodyModel> write;

    private ScalableColumn(
        string name, Func<BodyModel, IEnumerable<KeyValuePair<string, double>>> read,
        Func<BodyModel, IReadOnlyDictionary<string, double>, BodyModel> write)
    {
        Name = name;
        this.read = read;
        this.write = write;
    }

    /// <summary>Table and column, such as <c>vessels.rest_area_cm2</c>.</summary>
    public string Name { get; }

    /// <summary>Numbers by row; empty cells are left out.</summary>
    public IEnumerable<KeyValuePair<string, double>> Read(BodyModel model) => read(model);

    /// <summary>The model with the numbers of some rows replaced.</summary>
    public BodyModel With(BodyModel model, IReadOnlyDictionary<string, double> numbers) => write(model, numbers);

    /// <summary>Every column that can be scaled: sizes, stiffnesses, resistances, compliances and shares.</summary>
    public static IReadOnlyList<ScalableColumn> All { get; } =
    [
        Vessel("length_cm", r => r.Length, (r, v) => r with { Length = v }),
        Vessel("rest_area_cm2", r => r.RestArea, (r, v) => r with { RestArea = v }),
        Vessel("stiffness_mmHg", r => r.Stiffness, (r, v) => r with { Stiffness = v }),
        Wall("distension_stiffness_mmHg", r => r.DistensionStiffness, (r, v) => r with { DistensionStiffness = v }),
        Wall("bending_stiffness_mmHg", r => r.BendingStiffness, (r, v) => r with { BendingStiffness = v }),
        Bed("proximal_resistance_mmHg_s_per_mL", r => r.ProximalResistance,
            (r, v) => r with { ProximalResistance = v }),
        Bed("arterial_compliance_mL_per_mmHg", r => r.ArterialCompliance, (r, v) => r with { ArterialCompliance = v }),
        Bed("distal_resistance_mmHg_s_per_mL", r => r.DistalResistance, (r, v) => r with { DistalResistance = v }),
        Bed("venous_compliance_mL_per_mmHg", r => r.VenousCompliance, (r, v) => r with { VenousCompliance = v }),
        Bed("unstressed_volume_mL", r => r.UnstressedVolume, (r, v) => r with { UnstressedVolume = v }),
        Bed("venule_resistance_mmHg_s_per_mL", r => r.VenuleResistance, (r, v) => r with { VenuleResistance = v }),
        Chamber("active_elastance_mmHg_per_mL", r => r.ActiveElastance, (r, v) => r with { ActiveElastance = v }),
        Chamber("passive_elastance_mmHg_per_mL", r => r.PassiveElastance, (r, v) => r with { PassiveElastance = v }),
        Compartment("compliance_mL_per_mmHg", r => r.Compliance, (r, v) => r with { Compliance = v }),
        Compartment("resistance_mmHg_s_per_mL", r => r.Resistance, (r, v) => r with { Resistance = v }),
        Of("cerebral_drains.share", m => m.CerebralDrains, (m, rows) => m with { CerebralDrains = rows },
            r => $"{r.Bed}:{r.Vein}", r => r.Share, (r, v) => r with { Share = v }),
    ];

    /// <summary>Columns that follow from scaled ones.</summary>
    public static IReadOnlyList<ScalableColumn> Followers { get; } =
    [
        Of("bridging_veins.flow_share", m => m.BridgingVeins, (m, rows) => m with { BridgingVeins = rows },
            r => r.Id, r => r.FlowShare, (r, v) => r with { FlowShare = v }),
    ];

    /// <summary>The scalar parameters, by path.</summary>
    public static ScalableColumn Parameters { get; } = new(
        "parameters",
        model => model.Parameters.Select(p => KeyValuePair.Create(p.Key, p.Value.Value)),
        (model, numbers) => model with
        {
            Parameters = model.Parameters.ToDictionary(
                p => p.Key,
                p => numbers.TryGetValue(p.Key, out double value) ? p.Value with { Value = value } : p.Value),
        });

    private static ScalableColumn Vessel(
        string column, Func<VesselRow, double?> get, Func<VesselRow, double, VesselRow> set) =>
        Of("vessels." + column, m => m.Vessels, (m, rows) => m with { Vessels = rows }, r => r.Id, get, set);

    private static ScalableColumn Wall(string column, Func<WallRow, double?> get, Func<WallRow, double, WallRow> set) =>
        Of("walls." + column, m => m.Walls, (m, rows) => m with { Walls = rows }, r => r.Id, get, set);

    private static ScalableColumn Bed(string column, Func<BedRow, double?> get, Func<BedRow, double, BedRow> set) =>
        Of("beds." + column, m => m.Beds, (m, rows) => m with { Beds = rows }, r => r.Id, get, set);

    private static ScalableColumn Chamber(
        string column, Func<ChamberRow, double?> get, Func<ChamberRow, double, ChamberRow> set) =>
        Of("chambers." + column, m => m.Chambers, (m, rows) => m with { Chambers = rows }, r => r.Id, get, set);

    private static ScalableColumn Compartment(
        string column, Func<CompartmentRow, double?> get, Func<CompartmentRow, double, CompartmentRow> set) =>
        Of("compartments." + column, m => m.Compartments, (m, rows) => m with { Compartments = rows },
            r => r.Id, get, set);

    private static ScalableColumn Of<TRow>(
        string name, Func<BodyModel, IReadOnlyList<TRow>> rows,
        Func<BodyModel, IReadOnlyList<TRow>, BodyModel> with, Func<TRow, string> key, Func<TRow, double?> get,
        Func<TRow, double, TRow> set) => new(
            name,
            model => rows(model).Where(r => get(r) is not null).Select(r => KeyValuePair.Create(key(r), get(r)!.Value)),
            (model, numbers) => with(model,
                [.. rows(model).Select(r => numbers.TryGetValue(key(r), out double value) ? set(r, value) : r)]));
}
