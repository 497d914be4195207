using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Claims.Rules;

namespace Azygos.Evidence.Claims;

/// <summary>What the cohorts that have a vote say.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Directions">What its rows say, each word once.</param>
public sealed record CohortVote(string Cohort, IReadOnlyList<string> Directions)
{
    /// <summary>The cohort's one vote; one with both for and against is neutral.</summary>
    /// <source choice="verdict rules 1.0 §3, kind direction"/>
    public string Vote => (Directions.Contains("for"), Directions.Contains("against")) switch
    {
        (true, false) => "for",
        (false, true) => "against",
        _ => "neutral",
    };
}

/// <summary>A part of a claim that is judged by itself.</summary>
/// <param name="Name">Its word.</param>
/// <param name="Judgement">Its verdict.</param>
/// <param name="Cohorts">Votes it rests on.</param>
public sealed record SubClaimResult(string Name, Judgement Judgement, IReadOnlyList<CohortVote> Cohorts);

/// <summary>What a rule says of a claim on one choice of rows.</summary>
/// <source choice="carries what the judges computed"/>
public sealed record ClaimFinding
{
    /// <summary>The verdict.</summary>
    public required Judgement Judgement { get; init; }

    /// <summary>Flags; they never change a verdict.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Pools, for a claim of an association.</summary>
    public AssociationFinding? Association { get; init; }

    /// <summary>Votes, for a claim judged by direction.</summary>
    public IReadOnlyList<CohortVote> Cohorts { get; init; } = [];

    /// <summary>Parts judged by themselves.</summary>
    public IReadOnlyList<SubClaimResult> SubClaims { get; init; } = [];

    /// <summary>Trials, or cohorts with a serious event, that were counted.</summary>
    public IReadOnlyList<string> Counted { get; init; } = [];
}

/// <summary>A claim under another choice of rows.</summary>
/// <param name="Name">Name of the choice.</param>
/// <param name="Finding">What it says.</param>
public sealed record Sensitivity(string Name, ClaimFinding Finding);

/// <summary>A claim judged: the one object that table, JSON and page are filled from.</summary>
/// <source choice="carries what the judges computed"/>
public sealed record ClaimResult
{
    /// <summary>The claim.</summary>
    public required ClaimNode Claim { get; init; }

    /// <summary>On verified rows: the headline.</summary>
    public required ClaimFinding Finding { get; init; }

    /// <summary>Other choices of rows; never the headline.</summary>
    public required IReadOnlyList<Sensitivity> Sensitivities { get; init; }

    /// <summary>How far each number is from another verdict.</summary>
    public required IReadOnlyList<TippingPoint> TippingPoints { get; init; }

    /// <summary>The verdict with each study, or cohort, that counts left out once.</summary>
    public required IReadOnlyList<LeftOutVerdict> LeftOut { get; init; }

    /// <summary>Studies, or cohorts, without which the verdict is another.</summary>
    public IEnumerable<LeftOutVerdict> TippingStudies => LeftOut.Where(one => one.Tips);

    /// <summary>Harms with their denominators, for the claim of harm.</summary>
    public IReadOnlyList<HarmRate> Harms { get; init; } = [];

    /// <summary>Harms that are known to have happened, and nobody knows how often.</summary>
    public IReadOnlyList<HarmRow> WithoutDenominator { get; init; } = [];

    /// <summary>Primary outcomes of the trials that were counted, for the claim of efficacy.</summary>
    public IReadOnlyList<TrialRow> PrimaryOutcomes { get; init; } = [];
}
