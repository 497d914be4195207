namespace Azygos.Circulation.Running;

/// <summary>How a run ended: Finished, or Stopped with where and why. Nothing limps on.</summary>
/// <source choice="error policy of this project"/>
public abstract record RunOutcome
{
    private RunOutcome() { }

    /// <summary>What was recorded: the whole run, or its last period for a periodic run.</summary>
    public required Recording Recording { get; init; }

    /// <summary>Counts and residuals of the run.</summary>
    public required RunReport Report { get; init; }

    /// <summary>The run reached its end, or its periodic state.</summary>
    public sealed record Finished : RunOutcome;

    /// <summary>The run stopped.</summary>
    public sealed record Stopped : RunOutcome
    {
        /// <summary>Why, for people.</summary>
        public required string Reason { get; init; }

        /// <summary>Time of the last good state [s].</summary>
        public required double Time { get; init; }

        /// <summary>Node or element.</summary>
        public required string Place { get; init; }

        /// <summary>Pressures [Pa], flows [m³/s] and inner states [1] of the last good state, by name.</summary>
        public required IReadOnlyDictionary<string, double> LastGoodState { get; init; }
    }
}

/// <summary>Counts and residuals of a run.</summary>
/// <source choice="what a reader needs to judge a run"/>
public sealed record RunReport
{
    /// <summary>Simulated time [s].</summary>
    public required double SimulatedSeconds { get; init; }

    /// <summary>Steps taken, those that were cut in two counted once more.</summary>
    public required long Steps { get; init; }

    /// <summary>Unknowns of the network.</summary>
    public required int Unknowns { get; init; }

    /// <summary>Periods simulated; 0 for a run to a time.</summary>
    public required int Periods { get; init; }

    /// <summary>Largest change between the last two periods in the stated norm [1]; 0 for a run to a time.</summary>
    public required double PeriodicResidual { get; init; }

    /// <summary>Probe at which it is largest, or empty.</summary>
    public required string WorstProbe { get; init; }

    /// <summary>Largest drift of total volume minus what entered, over one period or the run, as a share of the total
    /// volume [1].</summary>
    public required double ConservationError { get; init; }
}
