namespace Azygos.Studies.Examiners;

/// <summary>What an examiner who believes to know the person's disease adds to a call.</summary>
/// <remarks>logit P = logit P₀ + β·belief, belief +1 for MS and −1 for a control, right with probability g.</remarks>
/// <param name="Bias">β, log odds.</param>
/// <param name="CorrectBelief">g, 0.5 for an examiner who cannot know, 1 for one who does.</param>
/// <source choice="spec of the virtual examiner: with one rate for all and g = 1 the odds ratio is e^2β"/>
public readonly record struct Expectation(double Bias, double CorrectBelief)
{
    /// <summary>The probability of a positive call by somebody who believes something.</summary>
    /// <param name="unexpecting">P₀ [1].</param>
    /// <param name="believesDisease">The belief.</param>
    public double Applied(double unexpecting, bool believesDisease) =>
        Logit.Shifted(unexpecting, believesDisease ? Bias : -Bias);

    /// <summary>The probability over beliefs, for a person with or without the disease.</summary>
    /// <param name="unexpecting">P₀ [1].</param>
    /// <param name="hasDisease">The disease.</param>
    public double Mean(double unexpecting, bool hasDisease) =>
        CorrectBelief * Applied(unexpecting, hasDisease) + (1 - CorrectBelief) * Applied(unexpecting, !hasDisease);
}
