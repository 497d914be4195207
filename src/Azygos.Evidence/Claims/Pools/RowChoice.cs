using Azygos.Evidence.Claims.Rows;

namespace Azygos.Evidence.Claims.Pools;

/// <summary>A named choice of the studies that may be pooled.</summary>
/// <param name="Name">Its name, in tables and files.</param>
/// <param name="Words">What it takes, in words.</param>
/// <param name="WithSecondary">Whether second-hand rows enter.</param>
/// <param name="Keep">Which of the rows stay, given all of them.</param>
/// <source choice="verdict rules 1.0 §5: every choice other than the verified rows is a named sensitivity"/>
public sealed record RowChoice(string Name, string Words, bool WithSecondary,
    Func<StudyRow, IReadOnlyList<StudyRow>, bool> Keep)
{
    /// <summary>Cohort of the study of 35 centres, which may hold people of other Italian studies.</summary>
    private const string CoSMo = "COSMO";

    /// <summary>Verified rows: the headline.</summary>
    public static RowChoice Headline { get; } = new("verified", "verified rows", false, static (_, _) => true);

    /// <summary>Verified and second-hand rows.</summary>
    public static RowChoice Secondary { get; } =
        new("secondary", "second-hand rows too, Zamboni 2009 among them", true, static (_, _) => true);

    /// <summary>Sensitivities that leave rows out.</summary>
    public static IReadOnlyList<RowChoice> Sensitivities { get; } =
    [
        new("without_originator_or_proponent_groups", "without the originator's and proponents' groups", false,
            static (row, _) => row.ProponentGroup != true),
        new("without_italy", "without Italian studies", false, static (row, _) => row.Italy != true),
        new("healthy_or_population_controls_only", "healthy or population controls only", false,
            static (row, _) => row.ControlType is "healthy" or "population"),
        new("without_possible_cosmo_overlap", "without studies that may share people with the study of 35 centres",
            false, static (row, all) => !row.Overlaps.Any(o =>
                all.Any(other => other.CohortGroup == CoSMo && other.Id == o.Study))),
        new("secondary_without_zamboni2009", "second-hand rows too, without Zamboni 2009", true,
            static (row, _) => row.Id != "Zamboni2009"),
    ];

    /// <summary>Choices by blinding and risk of bias.</summary>
    public static IReadOnlyList<RowChoice> ByBias { get; } =
    [
        new("blinded", "blinded, whoever disputes it", false, static (row, _) => row.Blinding == Blinding.Blinded),
        new("low_risk_blinded", "blinded and at low risk of bias", false,
            static (row, _) => StudyPool.IsLowRiskBlinded(row)),
        new("strict_low_risk_blinded", "blinded and at low risk, also in how people were chosen", false,
            static (row, _) => StudyPool.IsLowRiskBlinded(row, strict: true)),
        new("rest", "not blinded, or silent on it", false, static (row, _) => row.Blinding != Blinding.Blinded),
    ];

    /// <summary>All choices.</summary>
    public static IReadOnlyList<RowChoice> All { get; } = [Headline, Secondary, .. Sensitivities, .. ByBias];

    /// <summary>The rows of the choice, ordered by identifier.</summary>
    public IReadOnlyList<StudyRow> Of(IReadOnlyList<StudyRow> studies)
    {
        IReadOnlyList<StudyRow> eligible = StudyPool.Eligible(studies, WithSecondary);
        return [.. eligible.Where(row => Keep(row, eligible)).OrderBy(row => row.Id, StringComparer.Ordinal)];
    }
}
