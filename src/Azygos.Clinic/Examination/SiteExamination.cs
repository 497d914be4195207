using Azygos.Clinic.Criteria;
using Azygos.Clinic.Instruments.Ultrasound;

namespace Azygos.Clinic.Examination;

/// <summary>A site in one posture: what is, and what was seen.</summary>
public sealed record SiteExamination
{
    /// <summary>The site.</summary>
    public required ExaminedSite Site { get; init; }

    /// <summary>The posture.</summary>
    public required ExaminedPosture Posture { get; init; }

    /// <summary>Signals of the body that nobody touches.</summary>
    public required SiteSignals Truth { get; init; }

    /// <summary>Signals of the instruments.</summary>
    public required SiteSignals Measured { get; init; }

    /// <summary>The spectrum of quiet breathing; null where no spectrum is taken (arteries).</summary>
    public Spectrogram? Spectrum { get; init; }

    /// <summary>Pulses a second that the operator chose [Hz]; 0 without a spectrum.</summary>
    public double PulseRate { get; init; }
}
