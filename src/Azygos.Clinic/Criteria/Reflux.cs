namespace Azygos.Clinic.Criteria;

/// <summary>Reflux at a site, by the measure of a version: seconds, or the share of a beat.</summary>
internal static class Reflux
{
    public static string Unit(double? seconds) => seconds is null ? "share of a beat" : "s";

    public static double Threshold(double? seconds, CriteriaRules rules) => seconds ?? rules.ShareOfBeat;

    /// <summary>The site's candidate: the worst of quiet breathing and apnoea.</summary>
    public static Candidate At(SiteSignals site, double? seconds, CriteriaRules rules, double beat)
    {
        double value = new[] { site.Quiet, site.Apnoea }.OfType<Signals.Trace>().Max(trace => seconds is null
            ? BackwardShare.Largest(trace, site.DeadBand, beat)
            : ReverseFlow.Longest(trace, site.DeadBand));
        return new Candidate(site.Vein, site.Site, site.Posture, value, value - Threshold(seconds, rules));
    }
}
