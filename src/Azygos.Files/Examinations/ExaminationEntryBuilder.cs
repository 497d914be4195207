using Azygos.Clinic.Criteria;
using Azygos.Clinic.Examination;
using Azygos.Clinic.Instruments.Ultrasound;
using Azygos.Quantities;

namespace Azygos.Files.Examinations;

/// <summary>Puts an examination into the shape of <c>result.json</c>.</summary>
internal static class ExaminationEntryBuilder
{
    /// <summary>The entry.</summary>
    public static ExaminationEntry Build(ExaminationResult result) => new(
        CriteriaResult.Statement, result.Protocol.Name, result.Seed, Operator(result.Operator),
        result.Stopped is { } stopped ? $"stopped: {stopped.Ending.Reason}" : "finished",
        Criteria(result.Truth), Criteria(result.Measured), [.. result.Sites.Select(Site)]);

    /// <summary>Where the spectrum of a site lies within the folder; null where it has none.</summary>
    public static string? ImageOf(SiteExamination site) => site.Spectrum is null || !site.Site.IsInNeck
        ? null
        : $"spectra/{site.Site.Id}-{Word(site.Posture)}.png";

    /// <summary>The word of a posture.</summary>
    public static string Word(ExaminedPosture posture) => posture == ExaminedPosture.Supine ? "supine" : "sitting";

    private static OperatorEntry Operator(Operator who) => new(
        who.Name, who.Blinded, who.ProbePressure.MillimetresOfMercury,
        who.ProbePressureIn(ExaminedPosture.Sitting).MillimetresOfMercury, who.Footprint.Centimetres,
        Centimetres(who.DeadBandVelocity), who.SittingTilt.Degrees, who.Levels, who.Position,
        who.Doppler.Carrier.PerSecond / 1e6, who.Doppler.PulseRate.PerSecond, who.Doppler.WallFilter.PerSecond,
        who.Doppler.AssumedAngle.Degrees, who.Doppler.TrueAngle.Degrees,
        who.Lumen.Method switch
        {
            AreaMethod.AnteroposteriorDiameter => "anteroposterior",
            AreaMethod.TransverseDiameter => "transverse",
            _ => "traced",
        },
        who.Lumen.Bias, who.Lumen.Agreement, who.Sensitivity, who.Specificity, who.ExpectationBias,
        who.Belief switch { Belief.Patient => "patient", Belief.Control => "control", _ => "none" });

    private static CriteriaEntry? Criteria(CriteriaResult? result) => result is null ? null : new(
        result.Count, result.HasHistoricalLabel, result.VhissLike, result.PosturalFlowChange,
        result.CollateralFlowIndex,
        [.. result.Criteria.Select(one => new CriterionEntry(
            one.Number, one.Name, one.Positive, one.Called, one.Value, one.Threshold, one.Margin, one.Unit, one.Site,
            one.Posture is { } posture ? Word(posture) : null, one.Veins))]);

    private static ExaminedSiteEntry Site(SiteExamination site) => new(
        site.Site.Id, site.Site.Vein, Word(site.Posture), Signals(site.Truth), Signals(site.Measured), site.PulseRate,
        ImageOf(site));

    private static SignalsEntry Signals(SiteSignals signals) => new(
        Area.FromSquareMetres(signals.Area).SquareCentimetres,
        Flow.FromCubicMetresPerSecond(signals.Flow).MillilitresPerMinute,
        Centimetres(signals.Quiet.Values.Average()), ReverseFlow.Longest(signals.Quiet, signals.DeadBand),
        signals.DeepInspirations is { } deep ? Centimetres(deep.Values.Max(Math.Abs)) : null,
        Centimetres(signals.DeadBand));

    private static double Centimetres(double velocity) => Velocity.FromMetresPerSecond(velocity).CentimetresPerSecond;
}
