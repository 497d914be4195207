using Azygos.Quantities;

namespace Azygos.Clinic.Criteria;

/// <summary>Criterion 3: a narrow internal jugular vein in B-mode, lying, at the end of quiet expirations.</summary>
/// <remarks>By default A ≤ 0.30 cm² at any level; the option compares a level with the median of the others; a
/// structural defect may count by itself.</remarks>
/// <source ref="PMC3061048" at="table 2: 0.3 cm², or half of the lumen lost"/>
public static class NarrowJugular
{
    /// <summary>Share of the lumen that must be lost by the relative rule [1].</summary>
    /// <source ref="PMC3061048" at="table 2: 50 %"/>
    public const double LostShare = 0.5;

    /// <summary>Judges.</summary>
    /// <param name="signals">The examination.</param>
    /// <param name="rules">The version.</param>
    public static CriterionResult Judge(ExaminationSignals signals, CriteriaRules rules)
    {
        ArgumentNullException.ThrowIfNull(signals);
        ArgumentNullException.ThrowIfNull(rules);
        SiteSignals[] jugulars = [.. signals.Of(ExaminedPosture.Supine, VeinKind.Jugular)];
        CriterionResult result = rules.RelativeNarrowing
            ? Candidate.Result(
                3, "Narrow jugular vein in B-mode", "share of lumen lost", LostShare,
                jugulars.GroupBy(site => site.Vein).SelectMany(Lost).GroupBy(c => c.Vein).Select(Candidate.Furthest),
                includesThreshold: true)
            : Candidate.Result(
                3, "Narrow jugular vein in B-mode", "cm²", Squared(rules.NarrowLumen),
                jugulars.GroupBy(site => site.Vein).Select(vein => Candidate.Furthest(vein.Select(Lumen))),
                rules.NarrowIncludesThreshold);
        string[] defects = [.. jugulars.Select(site => site.Vein).Distinct().Where(signals.Defects.Contains)];
        return !rules.CountsDefects || defects.Length == 0 ? result : result with
        {
            Positive = true,
            Called = true,
            Veins = [.. result.Veins.Union(defects)],
        };

        Candidate Lumen(SiteSignals site) => new(
            site.Vein, site.Site, site.Posture, Squared(site.Area), Squared(rules.NarrowLumen) - Squared(site.Area));
    }

    private static double Squared(double area) => Area.FromSquareMetres(area).SquareCentimetres;

    private static IEnumerable<Candidate> Lost(IEnumerable<SiteSignals> vein)
    {
        SiteSignals[] levels = [.. vein];
        foreach (SiteSignals site in levels.Where(_ => levels.Length > 1))
        {
            double[] others = [.. levels.Where(other => other != site).Select(other => other.Area).Order()];
            double median = 0.5 * (others[(others.Length - 1) / 2] + others[others.Length / 2]);
            double lost = median > 0 ? 1 - site.Area / median : 0;
            yield return new Candidate(site.Vein, site.Site, site.Posture, lost, lost - LostShare);
        }
    }
}
