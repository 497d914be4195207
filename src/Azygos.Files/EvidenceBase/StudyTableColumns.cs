using Azygos.Evidence.Tables;

namespace Azygos.Files.EvidenceBase;

/// <summary>Which columns of a table of studies are read.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Columns">Columns of its numbers, in its order; empty: their usual names.</param>
/// <param name="Label">Column that names a study; empty: <c>study</c>, or RevMan's.</param>
/// <param name="Group">Column of the subgroup; empty for none.</param>
public sealed record StudyTableColumns(
    EffectMeasure Measure, IReadOnlyList<string> Columns, string Label, string Group)
{
    /// <summary>Further columns, such as the predictors of a regression; no cell of theirs may be empty.</summary>
    public IReadOnlyList<string> Predictors { get; init; } = [];

    /// <summary>Analysis of a RevMan export, such as <c>1.2</c>; empty: the only one.</summary>
    public string Analysis { get; init; } = "";
}
