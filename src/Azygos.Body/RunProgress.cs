namespace Azygos.Body;

/// <summary>How far a run has come, told once a beat.</summary>
/// <param name="Beat">Beats simulated.</param>
/// <param name="SimulatedSeconds">Simulated time [s].</param>
/// <param name="PeriodicResidual">Largest change between the last two periods, in the stated norm [1]; not finite
/// before there are two.</param>
/// <param name="WorstSite">Site and quantity where that change is largest, or empty before there are two
/// periods.</param>
/// <param name="SimulatedPerWallSecond">Simulated seconds per second of wall time [1].</param>
/// <source choice="what a person waiting for a run wants to see"/>
public sealed record RunProgress(
    int Beat, double SimulatedSeconds, double PeriodicResidual, string WorstSite, double SimulatedPerWallSecond)
{
    /// <summary>Share of the timeline that is over [1]; null before it begins.</summary>
    public double? TimelineShare { get; init; }
}
