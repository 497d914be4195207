namespace Azygos.Benchmarks;

/// <summary>What one job cost.</summary>
/// <param name="Name">The job.</param>
/// <param name="Median">Median wall time of one call [s].</param>
/// <param name="Best">Shortest wall time of one call [s].</param>
/// <param name="Processor">Processor time of one call, all threads together [s]; on a busy machine less than its wall
/// time.</param>
/// <param name="Bar">Wall time that one call may take [s]; none for a reference.</param>
internal sealed record Measurement(string Name, double Median, double Best, double Processor, double? Bar)
{
    /// <summary>True when the median holds the bar.</summary>
    public bool Holds => Bar is not { } bar || Median <= bar;

    /// <summary>Processor time over the bar that a look at a busy machine still lets pass; chosen: jobs that lost their
    /// speed are ten times slower, not three.</summary>
    private const double SmokeFactor = 3;

    /// <summary>True when the job is not far slower than its bar, by processor time.</summary>
    public bool PassesSmoke => Bar is not { } bar || Processor <= SmokeFactor * bar;

    /// <summary>The cost of one of <paramref name="parts"/> equal parts of a call.</summary>
    public Measurement Per(int parts) =>
        this with { Median = Median / parts, Best = Best / parts, Processor = Processor / parts };
}
