using Azygos.Evidence.Tables;

namespace Azygos.Evidence.Specifications;

/// <summary>One choice of studies.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Studies">The studies.</param>
public sealed record Inclusion(string Name, IReadOnlyList<StudyNumbers> Studies)
{
    /// <summary>Choices for a table of which nothing else is known: all studies, each left out, each group alone and
    /// left out.</summary>
    /// <source choice="leave-one-out and subgroups: what a reader of any table would try"/>
    public static IReadOnlyList<Inclusion> OfTable(IReadOnlyList<StudyNumbers> studies)
    {
        string[] groups = [.. studies.Select(study => study.Group).Where(group => group.Length > 0).Distinct()
            .Order(StringComparer.Ordinal)];
        return
        [
            new Inclusion("all", studies),
            .. from left in studies.Count > 1 ? studies : []
               select new Inclusion($"without {left.Label}", [.. studies.Where(study => study != left)]),
            .. from one in groups.Length > 1 ? groups : []
               from keeps in (bool[])[true, false]
               select new Inclusion(keeps ? $"only {one}" : $"without group {one}",
                   [.. studies.Where(study => study.Group == one == keeps)]),
        ];
    }
}
