namespace Azygos.Circulation.Running;

/// <summary>Where a run to a periodic state stands.</summary>
/// <param name="Period">Periods done.</param>
/// <param name="SimulatedSeconds">Simulated time [s].</param>
/// <param name="Residual">Change between the last two periods in the stated norm [1].</param>
/// <param name="Worst">Probe at which it is largest.</param>
/// <source choice="what a progress bar shows"/>
public readonly record struct PeriodProgress(int Period, double SimulatedSeconds, double Residual, string Worst);
