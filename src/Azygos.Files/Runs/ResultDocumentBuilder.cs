using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Files.Cases;
using Azygos.Files.Tables;

namespace Azygos.Files.Runs;

/// <summary>Puts a result into the shape of <c>result.json</c>, refusing numbers that are not finite.</summary>
internal sealed class ResultDocumentBuilder
{
    private const string IntracranialPressureSite = "icp";

    private readonly List<string> notFinite = [];

    /// <summary>The document.</summary>
    /// <exception cref="NonFiniteResultException">A number is not finite; all places.</exception>
    public static ResultDocument Build(SimulationResult result, RunFacts facts)
    {
        ResultDocumentBuilder builder = new();
        ResultDocument document = builder.Document(result, facts, CollateralBands.Of(result));
        builder.CheckWaves(result);
        return builder.notFinite.Count == 0 ? document : throw new NonFiniteResultException(builder.notFinite);
    }

    private ResultDocument Document(SimulationResult result, RunFacts facts, CollateralBands bands) => new()
    {
        Outcome = new OutcomeEntry(
            result.Ending.Finished ? "finished" : "stopped", result.Ending.Reason,
                Finite(result.Ending.Time, "outcome.time_s"),
            result.Ending.Place),
        SimulatedSeconds = Finite(result.SimulatedSeconds, "simulated_s"),
        WallSeconds = Finite(facts.WallSeconds, "wall_s"),
        Period = Finite(result.Period, "period_s"),
        Beats = result.Beats,
        Steps = result.Steps,
        Unknowns = result.Unknowns,
        PeriodicResidual = Residual(result),
        WorstSite = result.WorstSite,
        ConservationError = Finite(result.ConservationError, "conservation_error"),
        BloodVolume = Finite(result.BloodVolume, "blood_volume_mL"),
        MeanFillingPressure = Finite(result.MeanFillingPressure, "mean_filling_pressure_mmHg"),
        CardiacOutput = Finite(result.CardiacOutput, "cardiac_output_L_min"),
        IntracranialPressure = result.Sites.FirstOrDefault(
            site => site.Site.Id == IntracranialPressureSite)?.Pressure.Mean,
        Options = Options(result.Settings),
        Seed = null,
        Version = facts.Version,
        Model = new ModelEntry(result.Model.Id, result.Model.Hash),
        Headlines = [.. KeyNumbers.Of(result).Select(Headline)],
        Collaterals = new CollateralsEntry(
            bands.Any, bands.Objections, bands.First?.Samples, bands.First?.Failed, bands.First?.Seed),
        Sites = result.Sites.ToDictionary(site => site.Site.Id, Site),
        Timeline = new TimelineEntryBuilder(Finite).Of(result),
        PullBacks = [.. result.PullBacks.Select(way => PullBack(way, bands))],
        Lesions = [.. result.Marks.Select(Lesion)],
        Oxygen = OxygenDocumentBuilder.Build(result.Oxygen, Finite),
        Validation = [.. result.Validation.Select(outcome => Validation(outcome, bands.For(outcome.Target.Id)))],
        Assumptions = CountByBasis(result.Model),
        Iron = IronDocumentBuilder.Build(result),
        Harms = HarmDocumentBuilder.Build(facts.Harms),
        Statement = EvidenceStatement.Text,
    };

    /// <summary>A run that stopped before it had two periods has no residual; one that finished must have.</summary>
    private double? Residual(SimulationResult result) =>
        result.Ending.Finished || double.IsFinite(result.PeriodicResidual)
            ? Finite(result.PeriodicResidual, "periodic_residual")
            : null;

    private OptionsEntry Options(SimulationSettings settings) => new(
        settings.Case, DetailWords.Of(settings.Detail), Finite(settings.TiltDegrees, "options.tilt_degrees"),
        [.. settings.Overrides.Select(
            pair => new ReplacedEntry(pair.Key, Finite(pair.Value, $"options.set.{pair.Key}")))],
        Finite(settings.TimeStep, "options.time_step_s"), Finite(settings.LargestCell, "options.largest_cell_cm"),
        Finite(settings.SampleInterval, "options.sample_interval_s"),
        Finite(settings.PeriodicTolerance, "options.periodic_tolerance"), settings.MaximumBeats,
            settings.RecordedSites);

    private SiteEntry Site(SiteResult site)
    {
        string place = $"sites.{site.Site.Id}";
        return new SiteEntry(
            Summary(site.Pressure, $"{place}.pressure_mmHg")!, Summary(site.Flow, $"{place}.flow_mL_min"),
            Summary(site.Area, $"{place}.area_cm2"), Summary(site.Velocity, $"{place}.velocity_cm_s"),
            site.ReverseFlow is { } seconds ? Finite(seconds, $"{place}.reverse_flow_s") : null);
    }

    private SummaryEntry? Summary(Summary? summary, string place) => summary is { } some
        ? new SummaryEntry(Finite(some.Mean, $"{place}.mean"), Finite(some.Minimum, $"{place}.min"),
            Finite(some.Maximum, $"{place}.max"))
        : null;

    // Sums and differences of numbers that are checked where they stand.
    private static HeadlineEntry Headline(KeyNumber number) => new(
        number.Id, number.Name, number.Quantity, number.Unit, number.Value, Moves(number.Uncertainty));

    private PullBackEntry PullBack(PullBackResult way, CollateralBands bands) => new(
        way.Side, [.. way.Stations.Select(station => new StationEntry(
            station.Node, station.Name,
            Finite(station.Distance, $"pull_back.{way.Side}.{station.Node}.from_right_atrium_cm"),
            Summary(station.Pressure, $"pull_back.{way.Side}.{station.Node}.pressure_mmHg")!,
            Moves(bands.For(way.BandOf(station)))))]);

    private LesionEntry Lesion(MarkResult result)
    {
        MarkRow mark = result.Mark;
        string place = $"lesions.{mark.Id}";
        return new LesionEntry(
            mark.Id, mark.Kind, mark.Text, mark.Vessel, mark.Valve, mark.From, mark.To,
            Summary(result.Flow, $"{place}.flow_mL_min"), Summary(result.Before, $"{place}.before_mmHg"),
            Summary(result.Behind, $"{place}.behind_mmHg"),
            result.Drop is { } drop ? Finite(drop, $"{place}.drop_mmHg") : null);
    }

    // Finite by the reader of the model's table.
    private static MovesEntry? Moves(UncertaintyRow? row) => row is null ? null
        : new MovesEntry(row.Nominal, row.Median, row.Low95, row.Low68, row.High68, row.High95);

    private ValidationEntry Validation(ValidationOutcome outcome, UncertaintyRow? moves)
    {
        ValidationRow row = outcome.Target;
        return new ValidationEntry(
            row.Id, row.Label, row.Quantity, row.Unit, Finite(row.Value, $"validation.{row.Id}.measured"),
                Finite(row.Low, $"validation.{row.Id}.low"),
            Finite(row.High, $"validation.{row.Id}.high"), row.Band, row.Use, row.Provenance.Source,
            outcome.Computed is { } value ? Finite(value, $"validation.{row.Id}.computed") : null,
            outcome.Hit, outcome.Computed is null ? null : outcome.Miss, Moves(moves));
    }

    private void CheckWaves(SimulationResult result)
    {
        Check(result.Times, "waves.time_s");
        foreach (Wave wave in result.Waves)
        {
            Check(wave.Values, $"waves.{wave.Site}.{wave.Quantity}");
        }
        foreach (Wave wave in result.Timeline?.Waves ?? [])
        {
            Check(wave.Values, $"timeline.waves.{wave.Site}.{wave.Quantity}");
        }
    }

    private void Check(double[] values, string place)
    {
        if (!Array.TrueForAll(values, double.IsFinite))
        {
            notFinite.Add(place);
        }
    }

    private double Finite(double value, string place)
    {
        if (!double.IsFinite(value))
        {
            notFinite.Add(place);
        }
        return value;
    }

    /// <summary>How many rows of the model stand on each basis.</summary>
    private static Dictionary<string, int> CountByBasis(BodyModel model)
    {
        IEnumerable<Provenance> rows = model.Parameters.Values.Select(row => row.Provenance)
            .Concat(model.Nodes.Select(row => row.Provenance)).Concat(model.Walls.Select(row => row.Provenance))
            .Concat(model.Vessels.Select(row => row.Provenance)).Concat(model.Beds.Select(row => row.Provenance))
            .Concat(model.OxygenDemands.Select(row => row.Provenance))
            .Concat(model.CerebralBeds.Select(row => row.Provenance))
                .Concat(model.CerebralDrains.Select(row => row.Provenance))
            .Concat(model.BridgingVeins.Select(row => row.Provenance))
                .Concat(model.Compartments.Select(row => row.Provenance))
            .Concat(model.Chambers.Select(row => row.Provenance)).Concat(model.Valves.Select(row => row.Provenance));
        ILookup<Basis, Provenance> byBasis = rows.ToLookup(row => row.Basis);
        return TableWords.Bases.ToDictionary(word => word.Key, word => byBasis[word.Value].Count());
    }
}
