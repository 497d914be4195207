using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Regression;
using Azygos.Evidence.Resampling;
using Azygos.Evidence.Specifications;
using Azygos.Evidence.Tables;

namespace Azygos.Evidence.Claims.Conflict;

/// <summary>Why published studies conflict: the central display of the evidence, on one choice of rows.</summary>
/// <remarks>
/// The contrast that matters is blinded studies against the rest, with the bound over codings of the silent ones. On
/// the shipped base it is suggestive, not decisive, and whoever shows it says so.
/// </remarks>
/// <source choice="displays; no rule of the verdicts uses them (verdict rules 1.0 §2.9-2.10)"/>
public sealed record ConflictDisplay
{
    /// <summary>What may be said of the contrast on any base: a display is no test of a cause.</summary>
    public const string Caution = "Suggestive at most, not decisive: blinding was not allotted by chance, and most "
        + "texts that are silent could be either";

    /// <summary>The choice of rows.</summary>
    public required RowChoice Rows { get; init; }

    /// <summary>The pool of all of them.</summary>
    public required PoolEstimate Pool { get; init; }

    /// <summary>Blinded against the rest; null where one side is empty.</summary>
    public required BlindingContrast? Contrast { get; init; }

    /// <summary>p of the contrast over all rearrangements of who is blinded; null where there is no contrast.</summary>
    public required PermutationP? ContrastPermutation { get; init; }

    /// <summary>Pools by blinding, centre and controls.</summary>
    public required IReadOnlyList<GroupComparison> Comparisons { get; init; }

    /// <summary>Completely separated studies.</summary>
    public required IReadOnlyList<Separation> Separations { get; init; }

    /// <summary>The display, or why the rows cannot be pooled.</summary>
    /// <param name="data">The base.</param>
    /// <param name="choice">The choice of rows.</param>
    public static Outcome<ConflictDisplay> Of(CuratedBase data, RowChoice choice)
    {
        IReadOnlyList<StudyRow> rows = choice.Of(data.Studies);
        return StudyPool.Of(rows).Then(PoolEstimate.Of).Then<ConflictDisplay>(pool =>
        {
            Dictionary<string, StudyRow> byId = rows.ToDictionary(row => row.Id);
            Outcome<BlindingContrast> contrast = BlindingContrast.Of(pool, byId);
            DesignMatrix design = RegressionDesign.Build(pool.Count, [Term.Number("blinded",
                [.. pool.Studies.Select(study => byId[study.Label].Blinding == Blinding.Blinded ? 1.0 : 0.0)])]);
            Outcome<PermutationP> permuted = contrast.Then(_ =>
                PermutationP.OfModerators(pool.Table, design, PoolEstimate.Options));
            return new ConflictDisplay
            {
                Rows = choice,
                Pool = pool,
                Contrast = contrast.HasValue ? contrast.Value : null,
                ContrastPermutation = permuted.HasValue ? permuted.Value : null,
                Comparisons = [.. from grouping in StudyGrouping.All
                                  let compared = GroupComparison.Of(rows, grouping)
                                  where compared.HasValue
                                  select compared.Value],
                Separations = Separation.Of(rows),
            };
        });
    }

    /// <summary>The display on verified rows, then with second-hand ones; rows that cannot be pooled have
    /// none.</summary>
    /// <param name="data">The base.</param>
    public static IReadOnlyList<ConflictDisplay> All(CuratedBase data) =>
        [.. from choice in (RowChoice[])[RowChoice.Headline, RowChoice.Secondary]
            let display = Of(data, choice)
            where display.HasValue
            select display.Value];

    /// <summary>Every choice of rows, measure, estimator, interval and zero-cell policy of a base.</summary>
    /// <param name="data">The base.</param>
    public static Multiverse Multiverse(CuratedBase data) => Specifications.Multiverse.Of(
        [.. RowChoice.All.Select(choice => new Inclusion(choice.Name,
            [.. choice.Of(data.Studies).Select(row => new StudyNumbers(row.Id, "", row.Cells))]))],
        new SpecificationGrid { Measures = SpecificationGrid.SameColumns(EffectMeasure.Find("OR")!) });
}
