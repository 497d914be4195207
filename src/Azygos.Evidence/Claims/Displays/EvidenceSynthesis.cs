using Azygos.Evidence.Claims.Conflict;
using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Specifications;

namespace Azygos.Evidence.Claims.Displays;

/// <summary>Everything that is computed from a base, once: the one object that tables, figures, JSON and pages are
/// filled from.</summary>
/// <source choice="a page that computed anew could disagree with the screen"/>
public sealed record EvidenceSynthesis
{
    /// <summary>The base.</summary>
    public required CuratedBase Base { get; init; }

    /// <summary>The claims judged, in the order of their table.</summary>
    public required IReadOnlyList<ClaimResult> Claims { get; init; }

    /// <summary>Sides of the pool of an association, or why there are none.</summary>
    public required Outcome<AssociationDisplays> Association { get; init; }

    /// <summary>Why studies conflict, on verified rows and with second-hand ones.</summary>
    public required IReadOnlyList<ConflictDisplay> Conflict { get; init; }

    /// <summary>Every defensible analysis of the studies; null where nothing may be pooled.</summary>
    public required Multiverse? Multiverse { get; init; }

    /// <summary>What was readable, and what was not.</summary>
    public required ReadingFlow Reading { get; init; }

    /// <summary>Synthesises a base.</summary>
    public static EvidenceSynthesis Of(CuratedBase data)
    {
        IReadOnlyList<ClaimResult> claims = ClaimEvaluation.All(data);
        PoolEstimate? pool = claims.Select(claim => claim.Finding.Association?.Pool)
            .FirstOrDefault(one => one is not null);
        return new EvidenceSynthesis
        {
            Base = data,
            Claims = claims,
            Association = pool is null ? new NoAnswer(Refusal.NoStudies, "No study may be pooled.")
                : AssociationDisplays.Of(pool, data.Studies),
            Conflict = pool is null ? [] : ConflictDisplay.All(data),
            Multiverse = pool is null ? null : ConflictDisplay.Multiverse(data),
            Reading = ReadingFlow.Of(data.Studies),
        };
    }

    /// <summary>The claim of a name; null where the base has none.</summary>
    public ClaimResult? Claim(string id) => Claims.FirstOrDefault(claim => claim.Claim.Id == id);
}
