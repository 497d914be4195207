using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Resampling;
using Azygos.Evidence.Tables;

namespace Azygos.Evidence.Claims.Displays;

/// <summary>What the pool of an association looks like from several sides; no rule uses it.</summary>
/// <source choice="each side is an analysis of its own file; here they meet one pool and its options"/>
public sealed record AssociationDisplays
{
    /// <summary>The studies pooled, in the pool's order.</summary>
    public required IReadOnlyList<StudyRow> Studies { get; init; }

    /// <summary>Their counts, each with its state of blinding as its group.</summary>
    public required IReadOnlyList<StudyNumbers> Numbers { get; init; }

    /// <summary>The pool by blinding, each group with its own τ².</summary>
    public required PooledStudies ByBlinding { get; init; }

    /// <summary>The pool as it grew with the years.</summary>
    public required IReadOnlyList<CumulativeStep> Cumulative { get; init; }

    /// <summary>What each study adds to heterogeneity and to the mean.</summary>
    public required IReadOnlyList<StudyInfluence> Influence { get; init; }

    /// <summary>The pooled log odds ratio and I² of every subset of the studies, or why there are none.</summary>
    public required Outcome<SubsetFit[]> Subsets { get; init; }

    /// <summary>The criteria read as a test, or why not.</summary>
    public required Outcome<CriteriaAccuracy> Accuracy { get; init; }

    /// <summary>Words for a state of blinding.</summary>
    public static string Words(Blinding blinding) => blinding switch
    {
        Blinding.Blinded => "blinded",
        Blinding.NotBlinded => "not blinded",
        _ => "not stated",
    };

    /// <summary>From a pool and the rows it was made of, or why not.</summary>
    public static Outcome<AssociationDisplays> Of(PoolEstimate pool, IReadOnlyList<StudyRow> rows)
    {
        Dictionary<string, StudyRow> byId = rows.ToDictionary(row => row.Id);
        StudyRow[] studies = [.. pool.Studies.Select(study => byId[study.Label])];
        StudyNumbers[] numbers = [.. studies.Select(NumbersOf)];
        return PooledStudies.Of(EffectMeasure.Find("OR")!, numbers, PoolEstimate.Options)
            .Then<AssociationDisplays>(byBlinding => new AssociationDisplays
            {
                Studies = studies,
                Numbers = numbers,
                ByBlinding = byBlinding,
                Cumulative = CumulativeStep.Of(pool, byId),
                Influence = StudyInfluence.Of(pool),
                Subsets = AllSubsets.Fit(pool.Table, PoolEstimate.Options),
                Accuracy = CriteriaAccuracy.Of(studies),
            });
    }

    private static StudyNumbers NumbersOf(StudyRow row) => new(row.Id, Words(row.Blinding), new double[]
    {
        row.CasesPositive!.Value, row.Cases!.Value, row.ControlsPositive!.Value, row.Controls!.Value,
    });
}
