using Azygos.Circulation.Plausibility;

namespace Azygos.Circulation.Verification;

/// <summary>What became of a bar.</summary>
public enum Verdict
{
    /// <summary>The measured number meets the limit.</summary>
    Held,

    /// <summary>It does not, or the run stopped.</summary>
    Missed,

    /// <summary>The case needs a part that is not there; nothing was measured.</summary>
    NotRun,
}

/// <summary>What became of a bar.</summary>
/// <param name="Bar">The bar.</param>
/// <param name="Verdict">Held, missed or not run.</param>
/// <param name="Measured">The metric; null when nothing was measured.</param>
/// <param name="Reason">Why it was not run or not measured; empty otherwise.</param>
/// <source choice="what a reader needs to judge a bar"/>
public sealed record BarResult(Bar Bar, Verdict Verdict, double? Measured, string Reason);

/// <summary>How a run of a case went.</summary>
/// <source choice="what a reader needs to judge a run"/>
public sealed record CaseRunResult
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>Time step of each refinement, or of the one simulation [s]; empty where there was no time.</summary>
    public IReadOnlyList<double> Steps { get; init; } = [];

    /// <summary>Periods simulated at most over the refinements; 0 where the run is not periodic.</summary>
    public int Periods { get; init; }

    /// <summary>False: it did not reach its tolerance and was judged on its last period.</summary>
    public bool Settled { get; init; } = true;

    /// <summary>Why it stopped before its end; empty when it did not.</summary>
    public string Stopped { get; init; } = "";

    /// <summary>The converged answer beside the one that is judged; null where it is the one that is judged.</summary>
    public ConvergedAnswer? Converged { get; init; }
}

/// <summary>The converged answer of a run that is judged at the step of its reference.</summary>
/// <param name="Step">Time step [s].</param>
/// <param name="Refinement">Relative change of its series when the step was last halved [1].</param>
/// <param name="Distance">The metric of the converged answer against the reference [1]: the error of the reference's own
/// step.</param>
/// <source choice="what a reader needs to judge a reference"/>
public sealed record ConvergedAnswer(double Step, double Refinement, double Distance);

/// <summary>What became of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Runs">Its runs, in the order of the case; empty when it was not run.</param>
/// <param name="Bars">Its bars, in the order of the case.</param>
/// <source choice="what a reader needs to judge a case"/>
public sealed record CaseResult(
    VerificationCase Case, IReadOnlyList<CaseRunResult> Runs, IReadOnlyList<BarResult> Bars)
{
    /// <summary>What is likely to make its results poor.</summary>
    public IReadOnlyList<ModelWarning> Warnings { get; init; } = [];
}
