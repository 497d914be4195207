namespace Azygos.Clinic.Criteria;

/// <summary>Criterion 1: reflux in an internal jugular or vertebral vein.</summary>
/// <remarks>A vein's reflux is that of its worst level; the same vein must show it lying and sitting, unless the option
/// takes either.</remarks>
/// <source ref="PMC3061048" at="table 2: longer than 0.88 s"/>
public static class NeckReflux
{
    /// <summary>Judges.</summary>
    /// <param name="signals">The examination.</param>
    /// <param name="rules">The version.</param>
    public static CriterionResult Judge(ExaminationSignals signals, CriteriaRules rules)
    {
        ArgumentNullException.ThrowIfNull(signals);
        ArgumentNullException.ThrowIfNull(rules);
        ILookup<string, SiteSignals> veins = signals.Sites
            .Where(site => site.Kind is VeinKind.Jugular or VeinKind.Vertebral).ToLookup(site => site.Vein);
        return Candidate.Result(
            1, "Reflux in a jugular or vertebral vein", Reflux.Unit(rules.NeckReflux),
            Reflux.Threshold(rules.NeckReflux, rules), veins.Select(Of));

        Candidate? Of(IEnumerable<SiteSignals> vein)
        {
            Candidate? supine = Worst(vein, ExaminedPosture.Supine), sitting = Worst(vein, ExaminedPosture.Sitting);
            return rules.AnyPosture ? Candidate.Furthest([supine, sitting]) : Candidate.Both(supine, sitting);
        }

        Candidate? Worst(IEnumerable<SiteSignals> vein, ExaminedPosture posture) => Candidate.Furthest(
            vein.Where(site => site.Posture == posture)
                .Select(site => Reflux.At(site, rules.NeckReflux, rules, signals.Beat)));
    }
}
