using Azygos.Clinic.Criteria;
using Azygos.Studies.Bodies;
using Azygos.Studies.Populations;

namespace Azygos.Studies.Sensitivity;

/// <summary>A person's numbers as independent inputs, and what the body shows as the answer.</summary>
/// <remarks>Variance is shared out among independent inputs only, so correlations of the population are left out here:
/// every number keeps its distribution among men and goes alone. One input says how much of the left
/// vein is lost at J3, evenly from none to nine tenths.</remarks>
/// <source doi="10.1002/9780470725184" at="Saltelli et al. 2008, §4.5: indices of independent inputs"/>
public static class BodyInputs
{
    /// <summary>Most of the lumen that the last input takes.</summary>
    /// <source choice="nine tenths: severe, and not yet an occlusion"/>
    public const double MostLost = 0.9;

    /// <summary>Keys of the inputs.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. Population.Independent, "narrowing"];

    /// <summary>The body of a person with such numbers.</summary>
    /// <param name="population">Where numbers come from, with bodies.</param>
    /// <param name="isSolved">True: solved; false: by the surrogate.</param>
    public static ModelOfInputs Of(Population population, bool isSolved)
    {
        ArgumentNullException.ThrowIfNull(population);
        PersonBodies bodies = population.Bodies
            ?? throw new ArgumentException("people of this population have no bodies", nameof(population));
        return quantiles =>
        {
            Person person = population.At(quantiles) with { Lesion = new Narrowing(false, MostLost * quantiles[^1]) };
            return (isSolved ? bodies.Solve(person, true, CriteriaRules.Zamboni2009, out _)
                : bodies.Predict(person, true, CriteriaRules.Zamboni2009))?.Values.ToArray();
        };
    }
}
