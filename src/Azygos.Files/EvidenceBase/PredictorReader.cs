using Azygos.Evidence.Tables;
using Azygos.Files.Faults;
using Azygos.Files.Tables;

namespace Azygos.Files.EvidenceBase;

/// <summary>Makes predictors of a regression from columns that were read: numbers where every cell is one, else
/// categories.</summary>
public static class PredictorReader
{
    /// <summary>The predictors; what is wrong goes to the faults.</summary>
    /// <param name="studies">Studies with the cells of the columns.</param>
    /// <param name="names">The columns.</param>
    /// <param name="references">Levels to compare with, by column; such a column is a category even if it holds
    /// numbers.</param>
    /// <param name="faults">Where faults go.</param>
    public static IReadOnlyList<Predictor> Read(IReadOnlyList<StudyNumbers> studies, IReadOnlyList<string> names,
        IReadOnlyDictionary<string, string> references, FaultList faults)
    {
        foreach (string unknown in references.Keys.Except(names))
            faults.Add("--reference", null, "", "", $"'{unknown}' is not one of the columns of --mods");
        List<Predictor> predictors = [];
        foreach ((int at, string name) in names.Index())
        {
            string[] cells = [.. studies.Select(study => study.Predictors[at])];
            string[] levels = [.. cells.Distinct().Order(StringComparer.Ordinal)];
            if (references.TryGetValue(name, out string? reference) && !levels.Contains(reference))
                faults.Add("--reference", null, "", "",
                    $"'{reference}' is not a level of {name}{Nearest.Suggestion(reference, levels)}; "
                    + $"levels: {string.Join(", ", levels)}");
            bool isNumber = reference is null
                && cells.All(cell => CellText.TryParse(cell, out double number) && double.IsFinite(number));
            predictors.Add(new Predictor(name, isNumber ? null : reference ?? levels[0]));
        }
        return predictors;
    }
}
