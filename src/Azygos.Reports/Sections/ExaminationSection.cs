using Azygos.Clinic.Criteria;
using Azygos.Clinic.Examination;
using Azygos.Files.Examinations;
using Azygos.Quantities;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Sections;

/// <summary>A simulated examination: criteria of the body and as measured, lumens, spectra.</summary>
internal static class ExaminationSection
{
    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter page, ExaminationResult result)
    {
        page.Sentences("p", $"**{CriteriaResult.Statement}** The criteria are historical and disputed: readers who did "
            + "not know whom they examined found them as often in healthy people as in people with multiple sclerosis.",
            "warning");
        page.Element("p", Who(result));
        if (result.Stopped is { } stopped)
            page.Sentences("p", $"**The run stopped, so nothing was judged:** {stopped.Ending.Reason}", "warning");
        if (result.Truth is { } truth && result.Measured is { } measured)
        {
            Criteria(page, truth, measured);
            Counts(page, truth, measured);
        }
        if (result.Sites.Count == 0) return;
        Lumens(page, result);
        Spectra(page, result);
    }

    private static string Who(ExaminationResult result)
    {
        Operator who = result.Operator;
        string known = who.Blinded ? "blinded" : "not blinded";
        return $"Protocol {result.Protocol.Name}, operator “{who.Name}”, {known}: probe pressure "
            + $"{Numerals.Plain(who.ProbePressure.MillimetresOfMercury)} mmHg on the jugular veins, dead-band "
            + $"{Numerals.Plain(Shown(who.DeadBandVelocity))} cm/s, sitting at "
            + $"{Numerals.Plain(who.SittingTilt.Degrees)}°, levels {string.Join(", ", who.Levels.Select(Upper))}; seed "
            + $"{result.Seed}.";
    }

    private static void Criteria(HtmlWriter page, CriteriaResult truth, CriteriaResult measured)
    {
        string[] columns = ["Criterion", "Truth", "#Value", "#Margin", "Measured", "#Value", "#Margin", "Where"];
        page.Table("The five criteria: of the body that nobody touches, and as the operator measured it", columns,
            truth.Criteria.Zip(measured.Criteria), (pair, column) =>
            {
                (CriterionResult body, CriterionResult seen) = pair;
                page.Text(column switch
                {
                    0 => $"{body.Number}. {body.Name} ({Threshold(body)})",
                    1 => Finding(body),
                    2 => Number(body.Value),
                    3 => Number(body.Margin),
                    4 => Finding(seen) + (seen.Called == seen.Positive ? ""
                        : seen.Called ? ", written down as met" : ", not written down"),
                    5 => Number(seen.Value),
                    6 => Number(seen.Margin),
                    _ => seen.Site + (seen.Posture is { } posture ? $", {Word(posture)}" : ""),
                });
            });
        page.Element("p", "A margin above 0 lies on the side that meets the criterion, in the unit of the value.",
            ("class", "note"));
    }

    private static void Counts(HtmlWriter page, CriteriaResult truth, CriteriaResult measured)
    {
        CriteriaResult[] both = [truth, measured];
        string[] columns = ["Flavour", "#Criteria met", "Historical label “≥ 2 criteria”", "#VHISS-like",
            "#dCVF, mL/min", "#CFI"];
        page.Table("Counts", columns, both, (one, column) => page.Text(column switch
        {
            0 => one.Flavour == Flavour.Truth ? "truth" : "as measured",
            1 => Numerals.Count(one.Count),
            2 => one.HasHistoricalLabel ? "yes" : "no",
            3 => Numerals.Count(one.VhissLike),
            4 => one.PosturalFlowChange is { } change ? Numerals.Fixed(change, 0) : Numerals.None,
            _ => one.CollateralFlowIndex is { } index ? Numerals.Fixed(index, 2) : Numerals.None,
        }), cards: false);
        page.Element("p", "VHISS-like is a score of this project, not the published VHISS. dCVF: jugular (J2) and "
            + "vertebral flow, lying minus sitting. CFI: share of the head’s inflow that leaves by other veins, lying.",
            ("class", "note"));
    }

    private static void Lumens(HtmlWriter page, ExaminationResult result)
    {
        string[] columns = ["Jugular vein", "#Supine, truth", "#Supine, B-mode", "#Sitting, truth", "#Sitting, B-mode",
            "#Supine − sitting, truth", "#Supine − sitting, B-mode"];
        var sites = result.Sites.Where(site => site.Site.Kind == VeinKind.Jugular).GroupBy(site => site.Site)
            .Select(site => (site.Key, Lying: At(site, ExaminedPosture.Supine),
                Sitting: At(site, ExaminedPosture.Sitting)));
        page.Table("Lumen by level and posture, cm², mean over quiet expirations", columns, sites, (row, column) =>
            page.Text(column switch
            {
                0 => row.Key.Name,
                1 => Area(row.Lying?.Truth),
                2 => Area(row.Lying?.Measured),
                3 => Area(row.Sitting?.Truth),
                4 => Area(row.Sitting?.Measured),
                5 => Change(row.Lying?.Truth, row.Sitting?.Truth),
                _ => Change(row.Lying?.Measured, row.Sitting?.Measured),
            }));
    }

    private static void Spectra(HtmlWriter page, ExaminationResult result)
    {
        page.Element("p", "Doppler spectra of quiet breathing: time to the right, velocity upward (away from the line in "
            + "the middle, toward the heart above it), brightness for power. The sample volume sees the vessel’s core, "
            + "which moves faster than its mean.");
        using (page.In("div", ("class", "waves")))
            foreach (SiteExamination site in result.Sites.Where(
                site => site.Site.IsInNeck && site.Spectrum is not null))
                using (page.In("div", ("class", "panel")))
                {
                    page.Element("h3", $"{site.Site.Name}, {Word(site.Posture)}");
                    string picture = Convert.ToBase64String(SpectrumPicture.Png(site.Spectrum!));
                    page.Empty("img", ("src", $"data:image/png;base64,{picture}"), ("class", "spectrum"),
                        ("style", "width:100%;image-rendering:pixelated"),
                        ("alt", $"Doppler spectrum of {site.Site.Name}, {Word(site.Posture)}"));
                    page.Element("p", $"±{Numerals.Fixed(Shown(site.Spectrum!.NyquistVelocity), 0)} cm/s; "
                        + $"{Numerals.Fixed(site.Spectrum.Mean.Duration, 0)} s; backward for at most "
                        + $"{Numerals.Fixed(Longest(site.Measured), 2)} s, truth "
                        + $"{Numerals.Fixed(Longest(site.Truth), 2)} s", ("class", "note"));
                }
    }

    private static SiteExamination? At(IEnumerable<SiteExamination> site, ExaminedPosture posture) =>
        site.FirstOrDefault(one => one.Posture == posture);

    private static string Finding(CriterionResult one) =>
        one.Positive ? "met" : one.Value is null ? "not examined" : "not met";

    private static string Threshold(CriterionResult one) => one.Number switch
    {
        3 when one.Unit == "cm²" => $"at most {Numerals.Plain(one.Threshold)} cm²",
        4 => $"below {Numerals.Plain(one.Threshold)} cm/s",
        5 => "supine − sitting below 0",
        _ => $"above {Numerals.Plain(one.Threshold)} {one.Unit}",
    };

    private static string Number(double? value) => value is { } some ? Numerals.Fixed(some, 2) : Numerals.None;

    private static string Area(SiteSignals? signals) =>
        signals is null ? Numerals.None : Numerals.Fixed(Squared(signals.Area), 2);

    private static string Change(SiteSignals? lying, SiteSignals? sitting) => lying is null || sitting is null
        ? Numerals.None
        : Numerals.Fixed(Squared(ReversedPosturalControl.SupineMinusSitting(lying.Area, sitting.Area)), 2);

    private static double Longest(SiteSignals signals) => ReverseFlow.Longest(signals.Quiet, signals.DeadBand);

    private static double Squared(double area) => Quantities.Area.FromSquareMetres(area).SquareCentimetres;

    private static double Shown(double velocity) => Velocity.FromMetresPerSecond(velocity).CentimetresPerSecond;

    private static string Word(ExaminedPosture posture) => posture == ExaminedPosture.Supine ? "supine" : "sitting";

    private static string Upper(string level) => level.ToUpperInvariant();
}
