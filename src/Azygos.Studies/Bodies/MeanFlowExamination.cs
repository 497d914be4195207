using Azygos.Body.Calibration;
using Azygos.Body.Results;
using Azygos.Clinic.Criteria;
using Azygos.Clinic.Examination;
using Azygos.Clinic.Instruments.Ultrasound;
using Azygos.Clinic.Signals;
using Azygos.Quantities;
using Azygos.Studies.Populations;

namespace Azygos.Studies.Bodies;

/// <summary>The five criteria on a body in its mean-flow states, lying and sitting: signals that do not change in
/// time.</summary>
/// <remarks>
/// The same judge as an examination of a beating body, given constant signals: flow that runs back in the mean is
/// reflux, flow that stands still is absent. What needs a beat, a breath or a probe is not there, so this body shows
/// less reflux than one that beats. A narrowed level has the lumen of its throat, 1 − s of the vein around it.
/// </remarks>
/// <source choice="what a tenth of a second of computing can say; an examination of a beating body takes minutes"/>
public static class MeanFlowExamination
{
    /// <summary>Slower flow than this is not seen [cm/s].</summary>
    /// <source choice="wall filter of the neck preset, as in an examination"/>
    public static double DeadBand { get; } =
        Velocity.FromMetresPerSecond(new DopplerSettings().WallFilterVelocity).CentimetresPerSecond;

    // Longer than any threshold in seconds: a constant signal lasts.
    private static readonly (double Step, int Count) Lasting = (0.1, 41);

    private static readonly string[] Neck =
        ["ijv_right_j2", "ijv_left_j2", "vertebral_vein_right", "vertebral_vein_left", "deep_cervical_right",
            "deep_cervical_left", "external_jugular_right", "external_jugular_left"];

    /// <summary>What a body shows; null where it has no mean-flow state in either posture.</summary>
    /// <param name="person">The person.</param>
    /// <param name="hasLesion">Whether the person has the narrowing.</param>
    /// <param name="supine">The body lying.</param>
    /// <param name="sitting">The body sitting.</param>
    /// <param name="rules">The version of the rules.</param>
    public static BodyFindings? Of(
        Person person, bool hasLesion, SteadyBody supine, SteadyBody sitting, CriteriaRules rules)
    {
        ArgumentNullException.ThrowIfNull(supine);
        ArgumentNullException.ThrowIfNull(sitting);
        if (supine.Failure is not null || sitting.Failure is not null) return null;
        (string? narrowed, double open) = hasLesion
            ? ($"ijv_{(person.Lesion.IsRight ? "right" : "left")}_{PersonBody.NarrowedLevel}",
                1 - person.Lesion.AreaReduction) : (null, 1);
        IReadOnlyList<ExaminedSite> sites = ExaminedSite.Of(supine.Model, new Operator(), rules);
        SiteSignals[] signals = [.. Signals(supine, ExaminedPosture.Supine), .. Signals(sitting, ExaminedPosture.Sitting)];
        CriteriaResult judged = CriteriaJudge.Judge(
            new ExaminationSignals
            {
                Flavour = Flavour.Truth,
                Sites = signals,
                Beat = 60 / supine.Model.Parameters["heart.rate_per_min"].Value,
            }, rules);
        return new BodyFindings(FindingOrigin.Solver, Values(signals, supine, sitting),
            [.. judged.Criteria.Select(criterion => criterion.Positive)]);

        IEnumerable<SiteSignals> Signals(SteadyBody body, ExaminedPosture posture)
        {
            Dictionary<string, SiteResult> found = body.Sites.ToDictionary(site => site.Site.Id);
            foreach (ExaminedSite site in sites)
                if (found[site.Id] is { Velocity: { } velocity, Area: { } area, Flow: { } flow })
                    yield return new SiteSignals
                    {
                        Site = site.Id,
                        Vein = site.Vein,
                        Kind = site.Kind,
                        Level = site.Level,
                        Posture = posture,
                        Quiet = Lasts(velocity.Mean),
                        DeepInspirations = Lasts(velocity.Mean),
                        Area = Area.FromSquareCentimetres(area.Mean * (site.Id == narrowed ? open : 1)).SquareMetres,
                        Flow = Flow.FromMillilitresPerMinute(flow.Mean).CubicMetresPerSecond,
                        DeadBand = Velocity.FromCentimetresPerSecond(DeadBand).MetresPerSecond,
                    };
        }
    }

    private static Trace Lasts(double centimetresPerSecond) => new()
    {
        Step = Lasting.Step,
        Values = [.. Enumerable.Repeat(Velocity.FromCentimetresPerSecond(centimetresPerSecond).MetresPerSecond, Lasting.Count)],
    };

    private static double[] Values(SiteSignals[] signals, SteadyBody supine, SteadyBody sitting)
    {
        double Shown(SiteSignals site) => Velocity.FromMetresPerSecond(site.Quiet.Values[0]).CentimetresPerSecond;
        SiteSignals[] neck = [.. signals.Where(site => site.Kind is VeinKind.Jugular or VeinKind.Vertebral)];
        // A vein's worst level, in the better of both postures; then the worst vein.
        double Worst(Func<SiteSignals, double> of) => neck.GroupBy(site => site.Vein)
            .Min(vein => vein.GroupBy(site => site.Posture).Max(posture => posture.Min(of)));
        SiteSignals[] jugulars = [.. signals.Where(site => site.Kind == VeinKind.Jugular)];
        double Mid(string vein, ExaminedPosture posture) => Area.FromSquareMetres(jugulars.First(site => site.Vein == vein
            && site.Posture == posture && site.Level == ReversedPosturalControl.Level).Area).SquareCentimetres;
        double sagittal = Site(supine, "sss").Pressure.Mean;
        return
        [
            Worst(Shown),
            signals.Where(site => site.Kind is not (VeinKind.Jugular or VeinKind.Vertebral or VeinKind.Artery)).Min(Shown),
            Area.FromSquareMetres(jugulars.Where(site => site.Posture == ExaminedPosture.Supine)
                .Min(site => site.Area)).SquareCentimetres,
            Worst(site => Math.Abs(Shown(site))),
            jugulars.Select(site => site.Vein).Distinct().Min(vein =>
                Mid(vein, ExaminedPosture.Supine) - Mid(vein, ExaminedPosture.Sitting)),
            JugularShare(supine),
            JugularShare(sitting),
            sagittal,
            Site(supine, "icp").Pressure.Mean,
            sagittal - supine.PressureAt("right_atrium").MillimetresOfMercury,
        ];
    }

    private static double JugularShare(SteadyBody body)
    {
        double[] flows = [.. Neck.Select(id => Site(body, id).Flow?.Mean ?? 0)];
        return (flows[0] + flows[1]) / flows.Sum();
    }

    private static SiteResult Site(SteadyBody body, string id) => body.Sites.First(site => site.Site.Id == id);
}
