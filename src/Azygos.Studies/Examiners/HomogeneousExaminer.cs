using Azygos.Studies.Populations;

namespace Azygos.Studies.Examiners;

/// <summary>Calls everybody positive at one rate: what is left of an examination that tells nothing.</summary>
/// <param name="positiveRate">m in (0, 1).</param>
/// <source choice="the case in which an expectation β multiplies the odds ratio by exactly e^2β"/>
public sealed class HomogeneousExaminer(double positiveRate) : IExaminer
{
    /// <inheritdoc/>
    public double Unexpecting(Person person, bool hasLesion, double operatorScore) => positiveRate;
}
