namespace Azygos.Circulation.Running;

/// <summary>How finely a run steps and records.</summary>
/// <source choice="defaults: 1 ms resolves a heartbeat's valves to better than a per cent; samples every 10 ms"/>
public sealed record StepOptions
{
    /// <summary>Largest time step [s]; steps divide the sample interval. Default 1 ms.</summary>
    public double LargestStep { get; init; } = 1e-3;

    /// <summary>Largest interval between samples [s]. Default 10 ms.</summary>
    public double SampleInterval { get; init; } = 1e-2;

    /// <summary>All faults of these options at once; empty when there are none.</summary>
    public IReadOnlyList<string> Check()
    {
        var faults = new List<string>();
        if (!(LargestStep > 0) || !double.IsFinite(LargestStep))
            faults.Add(FormattableString.Invariant($"largest step = {LargestStep} s: it must be above 0 and finite."));
        if (!(SampleInterval > 0) || !double.IsFinite(SampleInterval))
            faults.Add(FormattableString.Invariant(
                $"sample interval = {SampleInterval} s: it must be above 0 and finite."));
        return faults;
    }
}
