using Azygos.Studies.Populations;

namespace Azygos.Studies.Examiners;

/// <summary>Finds narrowings with a sensitivity and a specificity.</summary>
/// <param name="accuracy">s and c.</param>
/// <source choice="the usual model of an imperfect test"/>
public sealed class AccurateExaminer(Accuracy accuracy) : IExaminer
{
    /// <inheritdoc/>
    public double Unexpecting(Person person, bool hasLesion, double operatorScore) =>
        hasLesion ? accuracy.Sensitivity : 1 - accuracy.Specificity;
}
