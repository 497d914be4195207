using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Body.Timeline;
using Azygos.Clinic.Criteria;
using Azygos.Clinic.Signals;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Clinic.Examination;

/// <summary>Examines a body by a protocol: two runs with its timeline, instruments, rules, reader.</summary>
/// <source choice="the probe acts on the body while it lies there; what nobody touches is the truth"/>
public sealed class Examiner
{
    // Sites that a report of the run needs beside those that are examined.
    private static readonly string[] ReportedToo =
    [
        "aorta", "internal_carotid_right", "middle_cerebral_right", "icp", "csf_spinal", "sss", "straight_sinus",
        "azygos", "brachiocephalic_right", "svc", "ivc", "right_atrium",
    ];

    // Kinds of lesion that the rules call a structural defect.
    private static readonly string[] StructuralDefects = ["membrane", "septum", "flap", "valve"];

    /// <summary>The protocol.</summary>
    public required ExaminationProtocol Protocol { get; init; }

    /// <summary>The operator.</summary>
    public required Operator Operator { get; init; }

    /// <summary>Seed of every random number.</summary>
    public required long Seed { get; init; }

    /// <summary>The settings of the run in one posture.</summary>
    /// <param name="model">The body.</param>
    /// <param name="settings">Steps, cells and tolerance; posture, sites, samples and timeline are the
    /// protocol's.</param>
    /// <param name="posture">The posture.</param>
    public SimulationSettings Settings(BodyModel model, SimulationSettings settings, ExaminedPosture posture)
    {
        ArgumentNullException.ThrowIfNull(settings);
        IReadOnlyList<ExaminedSite> sites = ExaminedSite.Of(model, Operator, Protocol.Rules);
        IEnumerable<string> known = model.Sites.Select(site => site.Id);
        return settings with
        {
            TiltDegrees = posture == ExaminedPosture.Supine ? 0 : Math.Round(Operator.SittingTilt.Degrees, 9),
            SampleInterval = Protocol.SampleInterval,
            RecordedSites = [.. sites.Select(site => site.Id).Union(ReportedToo).Intersect(known)],
            Timeline = Plan(model, sites, posture).Timeline,
        };
    }

    /// <summary>Examines.</summary>
    /// <param name="model">The body.</param>
    /// <param name="supine">Its run lying, with <see cref="Settings"/>.</param>
    /// <param name="sitting">Its run sitting.</param>
    public ExaminationResult Examine(BodyModel model, SimulationResult supine, SimulationResult sitting)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(supine);
        ArgumentNullException.ThrowIfNull(sitting);
        SiteExamination[] sites =
        [
            .. Sites(model, supine, ExaminedPosture.Supine), .. Sites(model, sitting, ExaminedPosture.Sitting),
        ];
        var result = new ExaminationResult
        {
            Protocol = Protocol,
            Operator = Operator,
            Seed = Seed,
            Supine = supine,
            Sitting = sitting,
            Sites = sites,
        };
        if (result.Stopped is not null) return result;
        CriteriaResult measured = CriteriaJudge.Judge(
            Signals(model, Flavour.Measured, sites.Select(site => site.Measured)), Protocol.Rules);
        return result with
        {
            Truth = CriteriaJudge.Judge(
                Signals(model, Flavour.Truth, sites.Select(site => site.Truth)), Protocol.Rules),
            Measured = Reader.Call(measured, Operator, new RandomNumbers(Seed, "reader")),
        };
    }

    private ExaminationSignals Signals(BodyModel model, Flavour flavour, IEnumerable<SiteSignals> sites) => new()
    {
        Flavour = flavour,
        Sites = [.. sites],
        Beat = 60 / model.Parameters["heart.rate_per_min"].Value,
        Defects = Defects(model),
    };

    // Veins in which B-mode shows something that does not belong there, at whatever level.
    private List<string> Defects(BodyModel model) => [.. AllLevels(model)
        .Where(site => site.Kind == VeinKind.Jugular && model.Marks.Any(
            mark => mark.Vessel == site.Vessel && StructuralDefects.Contains(mark.Kind)))
        .Select(site => site.Vein).Distinct()];

    private IReadOnlyList<ExaminedSite> AllLevels(BodyModel model) =>
        ExaminedSite.Of(model, Operator with { Levels = ["j1", "j2", "j3"] }, Protocol.Rules);

    private IEnumerable<SiteExamination> Sites(BodyModel model, SimulationResult run, ExaminedPosture posture)
    {
        if (run.Timeline is not { } timeline || !run.Ending.Finished) yield break;
        IReadOnlyList<ExaminedSite> sites = ExaminedSite.Of(model, Operator, Protocol.Rules);
        PosturePlan plan = Plan(model, PressedSites(model, timeline), posture);
        var sonographer = new Sonographer(Operator, Seed);
        double inspiration = model.Parameters["breathing.inspiratory_fraction"].Value;
        foreach (ExaminedSite site in sites)
        {
            PlaceWaves waves = timeline.Places.First(
                one => one.Place.Vessel == site.Vessel && one.Place.Position == site.Position);
            SiteTruth Under(ExaminationWindows windows) => Truth(timeline, waves, windows, inspiration);
            SiteSignals untouched = sonographer.True(site, posture, Under(plan.Untouched));
            yield return sonographer.Examine(untouched, site, Under(plan.At(site)));
        }
    }

    // Sites in the order in which the run pressed them, which may be more than this operator looks at.
    private IReadOnlyList<ExaminedSite> PressedSites(BodyModel model, TimelineResult timeline) =>
        [.. AllLevels(model).Where(site => timeline.Places.Any(place => place.Place.Vessel == site.Vessel))];

    private PosturePlan Plan(BodyModel model, IReadOnlyList<ExaminedSite> sites, ExaminedPosture posture)
    {
        double beat = 60 / model.Parameters["heart.rate_per_min"].Value;
        double beats = Math.Max(1, Math.Round(60 / model.Parameters["breathing.rate_per_min"].Value / beat));
        return new PosturePlan(Protocol, sites, Operator, posture, beats * beat);
    }

    private static SiteTruth Truth(
        TimelineResult timeline, PlaceWaves waves, ExaminationWindows windows, double inspiration)
    {
        double step = timeline.Times[1] - timeline.Times[0];
        Range quiet = Samples(windows.Quiet);
        double[] expired = [.. Enumerable.Range(quiet.Start.Value, quiet.End.Value - quiet.Start.Value)
            .Where(i => timeline.Drives.BreathPhase[i] > inspiration).Select(i => waves.Area[i])];
        return new SiteTruth(
            Window(windows.Quiet), Window(windows.Apnoea), Window(windows.DeepInspirations),
            Area.FromSquareCentimetres(expired.DefaultIfEmpty(waves.Area[quiet].Average()).Average()).SquareMetres,
            Flow.FromMillilitresPerMinute(waves.Flow[quiet].Average()).CubicMetresPerSecond);

        Range Samples((double From, double Until) window) =>
            (int)Math.Ceiling(window.From / step - 1e-6)..Math.Min(
                timeline.Times.Length, (int)Math.Floor(window.Until / step + 1e-6));

        SiteWindow Window((double From, double Until) window)
        {
            Range range = Samples(window);
            return new(
                new Trace
                {
                    Step = step,
                    Values = [.. waves.Velocity[range].Select(v => Velocity.FromCentimetresPerSecond(v).MetresPerSecond)],
                },
                new Trace
                {
                    Step = step,
                    Values = [.. waves.Area[range].Select(a => Area.FromSquareCentimetres(a).SquareMetres)],
                });
        }
    }
}
