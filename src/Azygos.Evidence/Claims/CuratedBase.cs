using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Claims.Rules;

namespace Azygos.Evidence.Claims;

/// <summary>The evidence base: a curated set of published facts, not a systematic review.</summary>
public sealed record CuratedBase
{
    /// <summary>What stands in every title.</summary>
    public const string Title = "Curated set, not a systematic review";

    /// <summary>What stands beside every pooled odds ratio.</summary>
    public const string PoolWarning = "Probably biased towards an association";

    /// <summary>Studies of how common CCSVI is.</summary>
    public required IReadOnlyList<StudyRow> Studies { get; init; }

    /// <summary>Single criteria, agreement, accuracy.</summary>
    public required IReadOnlyList<CriterionRow> Criteria { get; init; }

    /// <summary>Outcomes of trials and treated cohorts.</summary>
    public required IReadOnlyList<TrialRow> Trials { get; init; }

    /// <summary>Harms and exposures.</summary>
    public required IReadOnlyList<HarmRow> Harms { get; init; }

    /// <summary>What bodies said.</summary>
    public required IReadOnlyList<StatementRow> Statements { get; init; }

    /// <summary>Pooled values as published.</summary>
    public required IReadOnlyList<PublishedPoolRow> PublishedPools { get; init; }

    /// <summary>What studies say on claims.</summary>
    public required IReadOnlyList<VoteRow> Votes { get; init; }

    /// <summary>The claims.</summary>
    public required IReadOnlyList<ClaimNode> Claims { get; init; }

    /// <summary>The rules that give verdicts.</summary>
    public required RuleTable Rules { get; init; }

    /// <summary>Releases of the base, the last one last; none where the base does not tell.</summary>
    public IReadOnlyList<ReleaseRow> Releases { get; init; } = [];

    /// <summary>Notes on the article that the base was started from, or none.</summary>
    public IReadOnlyList<ArticleNote> Notes { get; init; } = [];

    /// <summary>SHA-256 of the tables, lower-case hexadecimal.</summary>
    public string Hash { get; init; } = "";
}
