using Azygos.Body.Model;
using Azygos.Body.Results;

namespace Azygos.Files.Tests;

/// <summary>
/// A small result made up for the tests of writing: numbers that a reader can follow, not physiology.
/// </summary>
internal static class SampleResult
{
    public static SimulationResult Of(BodyModel model, SimulationSettings? settings = null, bool finished = true)
    {
        double[] times = [0, 0.1, 0.2, 0.3];
        List<SiteResult> sites = [.. model.Sites.Select((site, i) => Site(site, i + 1))];
        return new SimulationResult
        {
            Model = model,
            Settings = settings ?? new SimulationSettings(),
            Ending = finished ? new RunEnding(true, "periodic", 20, "")
                : new RunEnding(false, "the time step collapsed", 3.5, "azygos"),
            SimulatedSeconds = 20,
            Period = 4,
            Beats = 23,
            Steps = 10_000,
            Unknowns = 300,
            PeriodicResidual = finished ? 8e-4 : double.PositiveInfinity,
            WorstSite = finished ? "icp pressure" : "",
            ConservationError = 1e-14,
            BloodVolume = 4630,
            MeanFillingPressure = 7,
            CardiacOutput = 5.5,
            Times = times,
            Sites = sites,
            Waves = [.. sites.SelectMany(site => Waves(site, times))],
            Vessels = [],
            Validation = [.. model.Validation.Take(2)
                .Select((row, i) => new ValidationOutcome(row, i == 0 ? row.Value : null))],
            Marks =
            [
                new(new() { Id = "lesion_1", Kind = "stenosis", Text = "a sample", Vessel = "azygos", Throat = "lesion_1" },
                    new(30, 20, 40), new(7, 6, 8), new(5, 4, 6), 2),
                new(new() { Id = "lesion_2", Kind = "agenesis", Text = "a sample", Vessel = "azygos", To = 1 },
                    null, null, null, null),
            ],
            PullBacks =
            [
                new("right",
                [
                    new("torcular", "Confluence of sinuses", 37.5, new(6, 5, 8)),
                    new("right_atrium", "Right atrium", 0, new(4, 1, 8)),
                ]),
            ],
            Oxygen = finished ? Oxygen(model) : null,
        };
    }

    private static OxygenResult Oxygen(BodyModel model) => new()
    {
        ArterialSaturation = 0.97,
        ArterialContent = 18.5,
        MixedVenousSaturation = 0.75,
        Uptake = 250,
        Consumption = 250,
        Demand = 251,
        ConservationError = 1e-15,
        Sites = [new(model.Sites[0], 0.6, 0.61, 32), new(model.Sites[1], null, null, null)],
        Territories = [Bed("territory", 1350, 3)],
        Beds = [Bed("muscle", null, null)],
        Brain = Bed("brain", 1350, 3),
        FlowCorrection = 0.5,
        CorrectedBranch = "aortic",
    };

    private static BedOxygen Bed(string id, double? mass, double? tissue) => new()
    {
        Id = id,
        Name = id,
        Flow = 650,
        Mass = mass,
        Demand = 45,
        Consumption = 44,
        ExtractionFraction = 0.36,
        VenousSaturation = 0.63,
        CapillaryPressure = 48,
        TissuePressure = tissue,
        IsLimited = true,
    };

    /// <summary>The model with rows of uncertainty for its first measured value and for a station.</summary>
    public static BodyModel WithUncertainty(BodyModel model) => model with
    {
        Uncertainty =
        [
            Row(model, model.Validation[0].Id, model.Validation[0].Unit, null),
            Row(model, "pullback.right.torcular", "mmHg", 20.6),
            Row(model, "azygos.flow_mL_min", "mL/min", null),
        ],
    };

    private static UncertaintyRow Row(BodyModel model, string quantity, string unit, double? distance) => new(
        quantity, "supine", unit, 10, 11, 7, 9, 12, 14, distance, 199, 1, 7, "core", model.Hash);

    private static SiteResult Site(SiteRow site, double number) => site.Vessel.Length == 0
        ? new SiteResult { Site = site, Pressure = new(number, number - 1, number + 1) }
        : new SiteResult
        {
            Site = site,
            Pressure = new(number, number - 1, number + 1),
            Flow = new(100 * number, 90 * number, 110 * number),
            Area = new(0.1 * number, 0.09 * number, 0.11 * number),
            Velocity = new(10, 9, 11),
            ReverseFlow = 0.25,
        };

    private static IEnumerable<Wave> Waves(SiteResult site, double[] times)
    {
        yield return new Wave(site.Site.Id, "pressure_mmHg", [.. times.Select(t => site.Pressure.Mean + Math.Sin(t))]);
        if (site.Flow is { } flow)
        {
            yield return new Wave(
                site.Site.Id, "flow_mL_min", [.. times.Select(t => flow.Mean * (1 + 0.1 * Math.Sin(t)))]);
        }
    }
}
