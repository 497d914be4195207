using Azygos.Clinic.Criteria;
using Azygos.Numerics;

namespace Azygos.Clinic.Examination;

/// <summary>What an operator writes down, given what the numbers say.</summary>
/// <remarks>P = s where a criterion is met, 1 − c where it is not; logit P + β × belief, belief 1 for a patient, −1 for a
/// control, 0 when blinded. A reader with s = c = 1 cannot be moved: what is certain stays certain.</remarks>
/// <source choice="the project's physiology specification, §10; expectation bias is a demonstration of what unblinded
/// reading can do, not a claim about any group"/>
public static class Reader
{
    /// <summary>Calls every criterion that was examined.</summary>
    /// <param name="measured">The criteria by the numbers.</param>
    /// <param name="who">The operator.</param>
    /// <param name="noise">Random numbers of this reading.</param>
    public static CriteriaResult Call(CriteriaResult measured, Operator who, RandomNumbers noise)
    {
        ArgumentNullException.ThrowIfNull(measured);
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(noise);
        double belief = who.Blinded ? 0 : who.Belief switch { Belief.Patient => 1, Belief.Control => -1, _ => 0 };
        return measured with
        {
            Criteria = [.. measured.Criteria.Select(criterion =>
            {
                // Drawn for every criterion, so that one finding does not shift the numbers of the next.
                double draw = noise.Uniform();
                double certain = criterion.Positive ? who.Sensitivity : 1 - who.Specificity;
                return criterion with
                {
                    Called = criterion.Value is null && !criterion.Positive
                        ? false
                        : draw < Probability(certain, who.ExpectationBias * belief),
                };
            })],
        };
    }

    /// <summary>A probability whose log odds are shifted [1].</summary>
    /// <param name="unbiased">P [1].</param>
    /// <param name="shift">β × belief [1].</param>
    public static double Probability(double unbiased, double shift)
    {
        if (shift == 0 || unbiased is <= 0 or >= 1) return unbiased;
        double odds = unbiased / (1 - unbiased) * Real.Exp(new Real(shift)).Value;
        return odds / (1 + odds);
    }
}
