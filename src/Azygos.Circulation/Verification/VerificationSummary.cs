namespace Azygos.Circulation.Verification;

/// <summary>How many cases and bars held, missed or were not run.</summary>
/// <source choice="counts"/>
public sealed record VerificationSummary
{
    /// <summary>All cases.</summary>
    public required int Cases { get; init; }

    /// <summary>Cases of which no bar was run.</summary>
    public required int CasesNotRun { get; init; }

    /// <summary>Bars that hold.</summary>
    public required int Held { get; init; }

    /// <summary>Bars that do not.</summary>
    public required int Missed { get; init; }

    /// <summary>Bars that were not measured.</summary>
    public required int NotRun { get; init; }

    /// <summary>Counts a set.</summary>
    public static VerificationSummary Of(IReadOnlyList<CaseResult> results) => new()
    {
        Cases = results.Count,
        CasesNotRun = results.Count(result => result.Bars.All(bar => bar.Verdict == Verdict.NotRun)),
        Held = results.Sum(result => result.Bars.Count(bar => bar.Verdict == Verdict.Held)),
        Missed = results.Sum(result => result.Bars.Count(bar => bar.Verdict == Verdict.Missed)),
        NotRun = results.Sum(result => result.Bars.Count(bar => bar.Verdict == Verdict.NotRun)),
    };
}
