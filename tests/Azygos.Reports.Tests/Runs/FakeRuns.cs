using Azygos.Body.Model;
using Azygos.Body.Results;

namespace Azygos.Reports.Tests.Runs;

/// <summary>Results as a solver would hand them over, with invented numbers: a supine and an upright run, one that
/// stopped, one with hostile names.</summary>
internal static class FakeRuns
{
    private const double Breath = 5;
    private const int Samples = 500;

    /// <summary>A finished supine run.</summary>
    public static SimulationResult Supine() => Run(0, FakeBody.Model);

    /// <summary>A finished upright run with collapsed jugular veins.</summary>
    public static SimulationResult Upright() => Run(90, FakeBody.Model);

    /// <summary>A finished supine run of a model that carries uncertainty of this very run.</summary>
    public static SimulationResult WithBands() => Run(0, WithUncertainty(FakeBody.Model));

    /// <summary>A finished supine run of a body that was changed at two places, one of them shut.</summary>
    public static SimulationResult Changed() => Supine() with
    {
        Marks =
        [
            new(new() { Id = "a", Kind = "stenosis", Text = "Left jugular vein: 90 % lost", Vessel = "ijv_j2_left", From = 0.5, To = 0.5, Throat = "a" },
                new(94, 20, 200), new(6.39, 5, 8), new(5.84, 4, 7), 0.55),
            new(new() { Id = "b", Kind = "agenesis", Text = "Azygos vein: absent", Vessel = "azygos", To = 1 },
                null, null, null, null),
        ],
    };

    /// <summary>The model with rows of uncertainty: a mean-flow state 1 above what a run gives, samples from 0.4 below
    /// it to 0.8 above (95 %), half of that (68 %).</summary>
    public static BodyModel WithUncertainty(BodyModel model)
    {
        List<UncertaintyRow> rows = [];
        foreach (string posture in new[] { "supine", "sitting" })
        {
            foreach (ValidationRow row in model.Validation.Where(v => v.Posture == posture))
                rows.Add(Row(row.Id, posture, row.Unit, (row.Id == "v6" ? 9.6 : row.Value) + 1, null));
            foreach (PullBackResult way in Ways(0))
                foreach (PullBackStation station in way.Stations)
                    rows.Add(Row(way.BandOf(station), posture, "mmHg", station.Pressure.Mean + 1, station.Distance));
        }
        return model with
        {
            Uncertainty = rows,
            Collaterals =
            [
                new("emissary", "Emissary veins", "condylar_*;mastoid_*", 0.5, 2, new(Basis.Assumed, "", "")),
                new("plexus", "Plexus", "epidural_*", 0.5, 2, new(Basis.Assumed, "", "")),
            ],
        };

        UncertaintyRow Row(string quantity, string posture, string unit, double nominal, double? distance) => new(
            quantity, posture, unit, nominal, nominal, nominal - 0.4, nominal - 0.2, nominal + 0.4, nominal + 0.8,
            distance, 199, 1, 7, "core", model.Hash);
    }

    // Stations with invented pressures; upright the weight of blood, 0.78 mmHg a centimetre, is taken off.
    private static PullBackResult[] Ways(double upright) =>
        [.. new[] { "right", "left" }.Select(side => new PullBackResult(side,
        [
            At("sss1", 52, 8.5), At("torc", 31, 7), At(side == "right" ? "ts_r" : "ts_l", 25, 6.6),
            new("jugular_bulb_" + side, "Jugular bulb, " + side, 21, Swing(6.1 - 0.78 * 24.8 * upright)),
            At(side == "right" ? "j2_r" : "j2_l", 13, 5.3), At(side == "right" ? "j1_r" : "j1_l", 7.5, 5.1),
            At("confl", 3.5, 4.9), At("heart", 0, 4.5),
        ]))];

    private static PullBackStation At(string node, double distance, double pressure) =>
        new(node, "Node " + node, distance, Swing(pressure));

    private static Summary Swing(double mean) => new(mean, mean - 1.2, mean + 1.6);

    /// <summary>A run that stopped early: no period, no sites, numbers that do not exist.</summary>
    public static SimulationResult Stopped() => Supine() with
    {
        Ending = new RunEnding(false, "the time step fell below its smallest value while the tricuspid valve closed",
            3.214, "valve tricuspid"),
        SimulatedSeconds = 3.214,
        Period = 0,
        Beats = 3,
        Steps = 9112,
        PeriodicResidual = double.NaN,
        WorstSite = "",
        ConservationError = double.NaN,
        MeanFillingPressure = double.NaN,
        CardiacOutput = double.NaN,
        Times = [],
        Sites = [],
        Waves = [],
        Vessels = [],
        Validation = [],
        PullBacks = [],
    };

    /// <summary>A supine run of a model whose every name tries to break out of the page.</summary>
    public static SimulationResult Hostile(string attack)
    {
        BodyModel body = FakeBody.Model;
        Provenance wild = new(Basis.Assumed, attack, attack);
        BodyModel model = body with
        {
            Id = attack,
            Name = attack,
            Description = attack,
            Hash = attack,
            Vessels = [.. body.Vessels.Select(v => v with { Name = attack, Provenance = wild })],
            Sites = [.. body.Sites.Select(s => s with { Name = attack, Note = attack })],
            Validation = [.. body.Validation.Select(v => v with { Label = attack, Unit = attack, Band = attack,
                Provenance = wild })],
            Calibration =
            [
                new()
                {
                    Knob = attack, AppliesTo = attack, Cells = attack, Setting = attack, Datum = attack, Reason = attack,
                    Achieved = attack, Kind = attack, Provenance = wild,
                },
            ],
            Sources = new Dictionary<string, SourceRow>
            {
                [attack] = new(attack, attack, attack, attack),
                ["x"] =
                new("x", attack, "10.1000/" + attack, attack)
            },
        };
        return Run(0, model) with
        {
            WorstSite = attack,
            Ending = new RunEnding(true, attack, 60, attack),
            Settings = new SimulationSettings { Case = attack, Overrides = [new(attack, 1)], RecordedSites = [attack] },
        };
    }

    private static SimulationResult Run(double tilt, BodyModel model)
    {
        double upright = Math.Sin(tilt * Math.PI / 180);
        VesselMean[] vessels = [.. model.Vessels.Select(v => Mean(model, v, upright))];
        double[] times = [.. Enumerable.Range(0, Samples).Select(i => i * Breath / Samples)];
        SiteResult[] sites = new SiteResult[model.Sites.Count];
        List<Wave> waves = [];
        for (int i = 0; i < sites.Length; i++) sites[i] = Site(model.Sites[i], i, vessels, upright, times, waves);
        return new SimulationResult
        {
            Model = model,
            Settings = new SimulationSettings { TiltDegrees = tilt },
            Ending = new RunEnding(true, "Periodic after 25 beats: no site changed by more than 0.1 % of its pulse "
                + "between the last two breaths.", 25, ""),
            SimulatedSeconds = 25,
            Period = Breath,
            Beats = 30,
            Steps = 14213,
            Unknowns = 312,
            PeriodicResidual = 7.3e-4,
            WorstSite = "ijv_left_j1, area",
            ConservationError = 2.4e-14,
            BloodVolume = 4630,
            MeanFillingPressure = 6.8,
            CardiacOutput = 5.9 - 0.8 * upright,
            Times = times,
            Sites = sites,
            Waves = waves,
            Vessels = vessels,
            Validation = [.. model.Validation.Select(v => new ValidationOutcome(v, Computed(v, tilt)))],
            PullBacks = Ways(upright),
            Oxygen = Oxygen(model),
        };
    }

    private static OxygenResult Oxygen(BodyModel model) => new()
    {
        ArterialSaturation = 0.974,
        ArterialContent = 18.55,
        MixedVenousSaturation = 0.757,
        Uptake = 248.6,
        Consumption = 248.6,
        Demand = 248.6,
        ConservationError = 3e-16,
        Sites = [.. model.Sites.Where(site => site.Group != "fluid spaces").Select((site, i) => i == 2
            ? new SiteOxygen(site, null, null, null)
            : new SiteOxygen(site, 0.62, 0.625, 32.1))],
        Territories = [Bed("Left hemisphere", 300, limited: false), Bed("Right hemisphere", 360, limited: true)],
        Beds = [],
        Brain = Bed("Brain", 660, limited: true),
        FlowCorrection = 0.7,
        CorrectedBranch = "aortic",
    };

    private static BedOxygen Bed(string name, double flow, bool limited) => new()
    {
        Id = name,
        Name = name,
        Flow = flow,
        Mass = 2 * flow,
        Demand = 0.067 * flow,
        Consumption = 0.066 * flow,
        ExtractionFraction = 0.362,
        VenousSaturation = 0.626,
        CapillaryPressure = 49,
        TissuePressure = 2.8,
        IsLimited = limited,
    };

    // Upright the column of blood empties the neck: hydrostatic pressure down to zero in collapsible veins, below it
    // in the skull.
    private static VesselMean Mean(BodyModel model, VesselRow vessel, double upright)
    {
        (double flow, double from, double to) = FakeBody.Supine[vessel.Id];
        double Height(string node) => model.Nodes.First(n => n.Id == node).Z;
        double Stand(double pressure, string node)
        {
            double hydrostatic = pressure - 2 * upright - 0.78 * upright * Height(node);
            return vessel.Kind == "vein" && vessel.Region == "neck"
                ? Math.Max(hydrostatic, upright > 0 ? -0.2 : hydrostatic) : hydrostatic;
        }
        bool jugular = vessel.Id.StartsWith("ijv_j", StringComparison.Ordinal)
            || vessel.Id.StartsWith("ext_j", StringComparison.Ordinal);
        double area = vessel.RestArea * (jugular ? 1 - 0.96 * upright : 1);
        double carried = jugular ? flow * (1 - 0.92 * upright) : vessel.Region == "spine" ? flow * (1 + 9 * upright)
            : flow;
        return new VesselMean(vessel, Stand(from, vessel.From), Stand(to, vessel.To), carried, area);
    }

    private static SiteResult Site(SiteRow site, int index, VesselMean[] vessels, double upright, double[] times,
        List<Wave> waves)
    {
        VesselMean? vessel = vessels.FirstOrDefault(v => v.Vessel.Id == site.Vessel);
        bool artery = vessel?.Vessel.Kind == "artery";
        double mean = vessel is null ? site.Id switch
        {
            "icp" => 9.6 - 14 * upright,
            "csf_spinal" => 9.8 + 24 * upright,
            "torcular" => 7 - 18 * upright,
            _ => 4.5 - 2 * upright
        }
            : vessel.PressureFrom + site.Position * (vessel.PressureTo - vessel.PressureFrom);
        double[] pressure = Beat(times, mean, artery ? 18 : 0.9, artery ? 3 : 1.1, 0.03 * index);
        waves.Add(new Wave(site.Id, "pressure_mmHg", pressure));
        if (vessel is null) return new SiteResult { Site = site, Pressure = Of(pressure) };
        double[] flow = Beat(times, vessel.Flow, artery ? 0.9 * vessel.Flow : 0.35 * vessel.Flow + 8, 0.2 * vessel.Flow,
            0.1 + 0.03 * index);
        double[] area = Beat(times, vessel.Area, 0.03 * vessel.Area, 0.05 * vessel.Area, 0.05 * index);
        double[] velocity = [.. flow.Select((q, i) => q / 60 / area[i])];
        waves.Add(new Wave(site.Id, "flow_mL_min", flow));
        waves.Add(new Wave(site.Id, "area_cm2", area));
        waves.Add(new Wave(site.Id, "velocity_cm_s", velocity));
        return new SiteResult
        {
            Site = site,
            Pressure = Of(pressure),
            Flow = Of(flow),
            Area = Of(area),
            Velocity = Of(velocity),
            ReverseFlow = flow.Count(q => q < 0) * Breath / Samples,
        };
    }

    private static double[] Beat(double[] times, double mean, double pulse, double breath, double delay) =>
        [.. times.Select(t => mean + pulse * (0.6 * Math.Sin(2 * Math.PI * (t - delay) * 1.2)
            + 0.3 * Math.Sin(4 * Math.PI * (t - delay) * 1.2 + 0.7))
            + breath * 0.5 * Math.Cos(2 * Math.PI * t / Breath))];

    private static Summary Of(double[] values) => new(values.Average(), values.Min(), values.Max());

    private static double? Computed(ValidationRow row, double tilt) =>
        row.Posture != (tilt == 0 ? "supine" : "sitting") ? null : row.Id switch
        {
            "v1" => 421,
            "v2" => 227,
            "v3" => 702,
            "v4" => 41,
            "v5" => 360,
            "v6" => 9.6,
            "v7" => 90.2,
            "v8" => 441,
            "v10" => 2.7,
            "v11" => -4.4,
            _ => null,
        };
}
