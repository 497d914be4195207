using System.Globalization;
using Azygos.Body;

namespace Azygos.Files.Runs;

/// <summary>How much of a run is behind, and the line that tells it.</summary>
/// <remarks>The share is that of the decades of the periodic residual: it falls about exponentially with the beats. Once a
/// timeline goes on, its own share counts.</remarks>
/// <param name="tolerance">Residual at which the run is periodic [1].</param>
/// <source choice="what a person waiting for a run wants to see"/>
public sealed class RunShare(double tolerance)
{
    private double worst, share;

    /// <summary>Share that is behind [1]; never falls while a run becomes periodic.</summary>
    /// <param name="progress">What the run told.</param>
    /// <source choice="decades of the residual"/>
    public double Of(RunProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        if (double.IsFinite(progress.PeriodicResidual) && progress.PeriodicResidual > 0)
        {
            worst = Math.Max(worst, progress.PeriodicResidual);
            double decades = Math.Log10(worst / tolerance);
            share = decades > 0 ? Math.Clamp(Math.Log10(worst / progress.PeriodicResidual) / decades, share, 1) : 1;
        }
        return progress.TimelineShare ?? share;
    }

    /// <summary>Beat, residual and speed in one line.</summary>
    /// <param name="progress">What the run told.</param>
    public static string Line(RunProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        string residual = progress.TimelineShare is { } over
            ? string.Create(CultureInfo.InvariantCulture, $"{over:0 %} of the timeline")
            : double.IsFinite(progress.PeriodicResidual)
            ? string.Create(CultureInfo.InvariantCulture,
                $"periodic to {progress.PeriodicResidual:0.0e0} ({progress.WorstSite})")
            : "first period";
        return string.Create(CultureInfo.InvariantCulture,
            $"beat {progress.Beat}, {residual}, {progress.SimulatedPerWallSecond:0} times real time");
    }
}
