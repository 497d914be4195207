using Azygos.Body.Model;
using Azygos.Body.Results;

namespace Azygos.Body.Timeline;

/// <summary>What a run recorded while its timeline went on.</summary>
/// <remarks>Waves have the units of <see cref="Wave"/>; they share <see cref="Times"/>.</remarks>
public sealed record TimelineResult
{
    /// <summary>Simulated time that the periodic start took [s].</summary>
    public required double StartedAfter { get; init; }

    /// <summary>Sample times from the start of the timeline [s]; shape [samples].</summary>
    public required double[] Times { get; init; }

    /// <summary>What happened when.</summary>
    public required IReadOnlyList<EventMark> Marks { get; init; }

    /// <summary>What was done to the body.</summary>
    public required TimelineDrives Drives { get; init; }

    /// <summary>Waveforms at the sites.</summary>
    public required IReadOnlyList<Wave> Waves { get; init; }

    /// <summary>Waveforms at the places that were asked for.</summary>
    public required IReadOnlyList<PlaceWaves> Places { get; init; }

    /// <summary>The sites in figures: over the whole timeline, and in the window of each event.</summary>
    public required IReadOnlyList<TimelineSite> Sites { get; init; }

    /// <summary>Waves of one quantity at a site.</summary>
    /// <exception cref="KeyNotFoundException">It was not recorded.</exception>
    public double[] this[string site, string quantity] =>
        Waves.FirstOrDefault(wave => wave.Site == site && wave.Quantity == quantity)?.Values
        ?? throw new KeyNotFoundException($"Nothing was recorded of {quantity} at '{site}'.");
}

/// <summary>What events did to a body; each of shape [samples].</summary>
/// <param name="BreathPhase">Share of the breath that is over [1], 0 at the start of inspiration; 1 while it is held at
/// the end of expiration.</param>
/// <param name="ChestPressure">[mmHg].</param>
/// <param name="AbdomenPressure">[mmHg].</param>
/// <param name="TiltDegrees">[degrees].</param>
/// <param name="HeadDegrees">Turn of the head [degrees], positive to the right.</param>
public sealed record TimelineDrives(
    double[] BreathPhase, double[] ChestPressure, double[] AbdomenPressure, double[] TiltDegrees, double[] HeadDegrees);

/// <summary>Waveforms at a place of a vessel; each of shape [samples].</summary>
/// <param name="Place">The place.</param>
/// <param name="Pressure">[mmHg].</param>
/// <param name="Flow">[mL/min], positive toward the vessel's second end.</param>
/// <param name="Area">[cm²].</param>
/// <param name="Velocity">Mean over the lumen [cm/s].</param>
public sealed record PlaceWaves(
    BodyPlace Place, double[] Pressure, double[] Flow, double[] Area, double[] Velocity);

/// <summary>A site over a timeline.</summary>
/// <param name="Site">The site.</param>
/// <param name="Whole">Over the whole timeline.</param>
/// <param name="Windows">In the window of each mark, in their order.</param>
public sealed record TimelineSite(SiteRow Site, WindowResult Whole, IReadOnlyList<WindowResult> Windows);

/// <summary>What a site showed in a stretch of time.</summary>
public sealed record WindowResult
{
    /// <summary>Pressure [mmHg].</summary>
    public required Summary Pressure { get; init; }

    /// <summary>Flow [mL/min]; null at a site without a vessel.</summary>
    public Summary? Flow { get; init; }

    /// <summary>Lumen area [cm²]; null at a site without a vessel.</summary>
    public Summary? Area { get; init; }

    /// <summary>Area-mean velocity [cm/s]; null at a site without a vessel.</summary>
    public Summary? Velocity { get; init; }

    /// <summary>Flow back, faster than the dead band; null at a site without a vessel.</summary>
    public ReverseFlow? Reverse { get; init; }
}

/// <summary>Blood that flows back.</summary>
/// <param name="Seconds">For how long together [s].</param>
/// <param name="Longest">Longest stretch [s]; a break of up to a tenth of a second does not end it.</param>
/// <param name="PeakVelocity">Fastest [cm/s], positive; 0 where there was none.</param>
public readonly record struct ReverseFlow(double Seconds, double Longest, double PeakVelocity);
