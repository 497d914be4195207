using Azygos.Quantities;

namespace Azygos.Clinic.Criteria;

/// <summary>Criterion 4: no flow that Doppler detects in an internal jugular or vertebral vein, despite deep
/// inspirations.</summary>
/// <remarks>The largest |v| of the deep inspirations stays below the dead-band, at the vein's quietest level.</remarks>
/// <source ref="PMC3061048" at="table 2: flow not Doppler-detectable despite deep inspirations"/>
/// <source ref="PMC3567958" at="table 2: both postures, or one with reflux in the other"/>
public static class AbsentFlow
{
    /// <summary>Judges.</summary>
    /// <param name="signals">The examination.</param>
    /// <param name="rules">The version.</param>
    public static CriterionResult Judge(ExaminationSignals signals, CriteriaRules rules)
    {
        ArgumentNullException.ThrowIfNull(signals);
        ArgumentNullException.ThrowIfNull(rules);
        SiteSignals[] neck = [.. signals.Sites.Where(
            site => site.Kind is VeinKind.Jugular or VeinKind.Vertebral && site.DeepInspirations is not null)];
        double band = neck.Length == 0 ? 0 : Shown(neck[0].DeadBand);
        return Candidate.Result(
            4, "No flow in a jugular or vertebral vein", "cm/s", band, neck.GroupBy(site => site.Vein).Select(Of));

        Candidate? Of(IEnumerable<SiteSignals> vein)
        {
            Candidate? supine = Quietest(vein, ExaminedPosture.Supine);
            Candidate? sitting = Quietest(vein, ExaminedPosture.Sitting);
            Candidate? both = Candidate.Both(supine, sitting);
            return rules.AbsentFlow switch
            {
                AbsentFlowPosture.Both => both,
                AbsentFlowPosture.Either => Candidate.Furthest([supine, sitting]),
                _ => Candidate.Furthest([
                    both,
                    Refluxes(vein, ExaminedPosture.Sitting) ? supine : null,
                    Refluxes(vein, ExaminedPosture.Supine) ? sitting : null]),
            };
        }

        bool Refluxes(IEnumerable<SiteSignals> vein, ExaminedPosture posture) => vein
            .Where(site => site.Posture == posture)
            .Any(site => Reflux.At(site, rules.NeckReflux, rules, signals.Beat).Margin > 0);
    }

    private static Candidate? Quietest(IEnumerable<SiteSignals> vein, ExaminedPosture posture) => Candidate.Furthest(
        vein.Where(site => site.Posture == posture).Select(site =>
        {
            double fastest = site.DeepInspirations!.Values.Max(Math.Abs);
            return new Candidate(site.Vein, site.Site, posture, Shown(fastest), Shown(site.DeadBand - fastest));
        }));

    private static double Shown(double velocity) => Velocity.FromMetresPerSecond(velocity).CentimetresPerSecond;
}
