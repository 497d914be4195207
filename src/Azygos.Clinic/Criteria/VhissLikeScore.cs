namespace Azygos.Clinic.Criteria;

/// <summary>An additive score over the five criteria, 0 to 16.</summary>
/// <remarks>One point for each neck vein that meets criterion 1 or 4; up to two veins inside the skull for 2; for each
/// jugular vein one for a narrow lumen and one for a defect with it (3), and one for 5.</remarks>
/// <source doi="10.1186/1741-7015-11-260" at="table 3: range 0 to 16; the allocation of points was not seen"/>
/// <source choice="allocation of points by this project: VHISS-like, not the published VHISS"/>
public static class VhissLikeScore
{
    /// <summary>The score.</summary>
    /// <param name="criteria">The five criteria in order.</param>
    /// <param name="defects">Veins with a structural defect.</param>
    public static int Of(IReadOnlyList<CriterionResult> criteria, IReadOnlyList<string> defects)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return criteria.Sum(criterion => criterion.Number switch
        {
            2 => Math.Min(2, criterion.Veins.Count),
            3 => criterion.Veins.Count + criterion.Veins.Count(defects.Contains),
            _ => criterion.Veins.Count,
        });
    }
}
