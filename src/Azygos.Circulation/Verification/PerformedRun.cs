namespace Azygos.Circulation.Verification;

/// <summary>A run of a case that was performed: how it went, and what its probes recorded.</summary>
internal abstract class PerformedRun(CaseRun run)
{
    private readonly Dictionary<string, List<Series>> records = [];

    /// <summary>How it went.</summary>
    public CaseRunResult Result { get; protected set; } = new() { Run = run.Id };

    /// <summary>The run.</summary>
    protected CaseRun Run { get; } = run;

    /// <summary>What a probe recorded, one series for each refinement; null where it cannot be recorded.</summary>
    public IReadOnlyList<Series>? Records(string probe) => records.GetValueOrDefault(probe);

    /// <summary>Adds what a probe recorded in a refinement.</summary>
    protected void Keep(string probe, Series series)
    {
        if (!records.TryGetValue(probe, out List<Series>? list)) records[probe] = list = [];
        list.Add(series);
    }

    /// <summary>Says so where a result is not finite.</summary>
    protected void CheckFinite()
    {
        if (Result.Stopped.Length == 0
            && records.Values.Any(list => list.Any(series => !series.Values.All(double.IsFinite))))
            Result = Result with { Stopped = "a result is not finite" };
    }
}
