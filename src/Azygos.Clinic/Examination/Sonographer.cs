using Azygos.Clinic.Criteria;
using Azygos.Clinic.Instruments.Ultrasound;
using Azygos.Clinic.Signals;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Clinic.Examination;

/// <summary>What the body shows at a site in the three windows of a block, before any instrument.</summary>
/// <param name="Quiet">Velocity [m/s] and lumen [m²] of quiet breathing.</param>
/// <param name="Apnoea">The same, breath held.</param>
/// <param name="DeepInspirations">The same, breathing deeply.</param>
/// <param name="ExpiredArea">Lumen, mean over quiet expirations [m²].</param>
/// <param name="Flow">Mean flow of quiet breathing [m³/s].</param>
internal sealed record SiteTruth(
    SiteWindow Quiet, SiteWindow Apnoea, SiteWindow DeepInspirations, double ExpiredArea, double Flow);

/// <summary>Velocity [m/s] and lumen [m²] in one window.</summary>
internal sealed record SiteWindow(Trace Velocity, Trace Area);

/// <summary>Turns what a body shows into what the operator sees.</summary>
internal sealed class Sonographer(Operator who, long seed)
{
    // Chosen: no machine fires faster at the depth of a neck vein.
    private const double FastestPulses = 24_000;

    // Through the temple: 2 MHz, a long gate, no correction of an angle of some 20°; practice, not looked up.
    private readonly DopplerSettings transcranial = new()
    {
        Carrier = Frequency.FromPerSecond(2e6),
        PulseRate = Frequency.FromPerSecond(2000),
        WallFilter = who.Doppler.WallFilter,
        AssumedAngle = Angle.FromDegrees(0),
        TrueAngle = Angle.FromDegrees(20),
        SampleVolume = Length.FromMillimetres(8),
        BeamWidth = Length.FromMillimetres(3),
        Aperture = Length.FromMillimetres(12),
        Focus = Length.FromMillimetres(60),
    };

    /// <summary>v_db in the neck of a machine at its preset, for the body's own flavour [m/s].</summary>
    private static readonly double Preset = new DopplerSettings().WallFilterVelocity;

    /// <summary>The body's own signals, smoothed as the rules ask.</summary>
    public SiteSignals True(ExaminedSite site, ExaminedPosture posture, SiteTruth truth) => new()
    {
        Site = site.Id,
        Vein = site.Vein,
        Kind = site.Kind,
        Level = site.Level,
        Posture = posture,
        Quiet = LowPass.Of(truth.Quiet.Velocity),
        Apnoea = LowPass.Of(truth.Apnoea.Velocity),
        DeepInspirations = LowPass.Of(truth.DeepInspirations.Velocity),
        Area = truth.ExpiredArea,
        Flow = truth.Flow,
        DeadBand = site.IsInNeck ? Preset : transcranial.WallFilterVelocity,
    };

    /// <summary>What is seen; of arteries, whose inflow serves one index alone, the truth.</summary>
    /// <param name="untouched">Signals of the body that nobody touches, judged.</param>
    /// <param name="site">The site.</param>
    /// <param name="truth">What is under the probe while it presses.</param>
    public SiteExamination Examine(SiteSignals untouched, ExaminedSite site, SiteTruth truth)
    {
        ExaminedPosture posture = untouched.Posture;
        if (site.Kind == VeinKind.Artery)
            return new() { Site = site, Posture = posture, Truth = untouched, Measured = untouched };
        DopplerSettings settings = Scaled(site.IsInNeck ? who.Doppler : transcranial, truth);
        Spectrogram quiet = Look(truth.Quiet, "quiet"), apnoea = Look(truth.Apnoea, "apnoea"),
            deep = Look(truth.DeepInspirations, "deep");
        double area = !site.IsInNeck ? truth.ExpiredArea : who.Lumen.Measure(
            truth.ExpiredArea, site.RoundArea, new RandomNumbers(seed, $"area:{site.Id}:{posture}"));
        return new()
        {
            Site = site,
            Posture = posture,
            Truth = untouched,
            Measured = untouched with
            {
                Quiet = LowPass.Of(quiet.Mean),
                Apnoea = LowPass.Of(apnoea.Mean),
                DeepInspirations = LowPass.Of(deep.Mean),
                Area = area,
                // The envelope is the core's velocity: half of it is the mean of a parabola.
                Flow = 0.5 * quiet.Envelope.Values.Average() * area,
                DeadBand = site.IsInNeck ? who.DeadBandVelocity : transcranial.WallFilterVelocity,
            },
            Spectrum = quiet,
            PulseRate = settings.PulseRate.PerSecond,
        };

        Spectrogram Look(SiteWindow window, string name) => EchoColourDoppler.Measure(
            window.Velocity, window.Area, settings,
            new RandomNumbers(seed, $"speckle:{site.Id}:{posture}:{name}"));
    }

    // The scale is raised until the fastest blood, broadened by the aperture, no longer folds over.
    private DopplerSettings Scaled(DopplerSettings settings, SiteTruth truth)
    {
        if (!who.AdjustsScale) return settings;
        double broadening = Math.Tan(settings.TrueAngle.Radians) * settings.Aperture.Metres
            / (2 * settings.Focus.Metres);
        double fastest = new[] { truth.Quiet, truth.Apnoea, truth.DeepInspirations }
            .Max(window => window.Velocity.Values.Max(Math.Abs)) * VelocityProfile.Relative(0, settings.ProfileExponent)
            * DopplerEquation.AngleFactor(settings.TrueAngle.Radians, settings.AssumedAngle.Radians)
            * (1 + 2 * broadening);
        while (settings.NyquistVelocity < fastest && 2 * settings.PulseRate.PerSecond <= FastestPulses)
            settings = settings with { PulseRate = Frequency.FromPerSecond(2 * settings.PulseRate.PerSecond) };
        return settings;
    }
}
