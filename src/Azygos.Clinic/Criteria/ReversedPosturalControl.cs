using Azygos.Quantities;

namespace Azygos.Clinic.Criteria;

/// <summary>Criterion 5: the jugular vein is wider sitting than lying, in its middle.</summary>
/// <remarks>ΔCSA = A_supine − A_sitting at J2, below 0 without any tolerance. Normal is above 0: a jugular vein folds
/// when a person sits up. Texts that subtract the other way state the opposite sign.</remarks>
/// <source doi="10.1186/1471-2377-13-151" at="figure 1E: 11.54 − 12.90 = −1.36 is positive"/>
public static class ReversedPosturalControl
{
    /// <summary>The level that is compared.</summary>
    public const string Level = "j2";

    /// <summary>Lying minus sitting [m²].</summary>
    /// <param name="supine">A lying [m²].</param>
    /// <param name="sitting">A sitting [m²].</param>
    public static double SupineMinusSitting(double supine, double sitting) => supine - sitting;

    /// <summary>Judges.</summary>
    /// <param name="signals">The examination.</param>
    public static CriterionResult Judge(ExaminationSignals signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        ILookup<string, SiteSignals> sitting = signals.Of(ExaminedPosture.Sitting, VeinKind.Jugular)
            .Where(site => site.Level == Level).ToLookup(site => site.Site);
        return Candidate.Result(
            5, "Jugular vein wider sitting than lying", "cm²", 0,
            signals.Of(ExaminedPosture.Supine, VeinKind.Jugular)
                .Where(site => site.Level == Level && sitting[site.Site].Any())
                .Select(site =>
                {
                    double change = Area.FromSquareMetres(
                        SupineMinusSitting(site.Area, sitting[site.Site].First().Area)).SquareCentimetres;
                    return new Candidate(site.Vein, site.Site, null, change, -change);
                }));
    }
}
