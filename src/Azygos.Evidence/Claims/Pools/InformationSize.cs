using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Distributions;

namespace Azygos.Evidence.Claims.Pools;

/// <summary>How many people it takes to see an odds ratio of 1.5, and what share of them was studied.</summary>
/// <param name="People">People in the pool.</param>
/// <param name="ControlRisk">p₀ = positive controls over controls.</param>
/// <param name="Required">N, unadjusted.</param>
/// <param name="RequiredAdjusted">N/(1 − D²).</param>
/// <remarks>p₁ from 1.5 times the odds of p₀; p̄ their mean; N = 4 (z₀.₉₇₅ + z₀.₈)² p̄ (1 − p̄)/(p₁ − p₀)²; two-sided 5
/// %, power 80 %.</remarks>
/// <source doi="10.1186/1471-2288-9-86" at="diversity-adjusted required information size; 1.5, 5 % and 80 % chosen,
/// verdict rules 1.0 §2.6"/>
public sealed record InformationSize(int People, double ControlRisk, double Required, double RequiredAdjusted)
{
    private const double OddsRatio = 1.5;

    /// <summary>Share of N that was studied.</summary>
    public double Fraction => People / Required;

    /// <summary>Share of the adjusted N.</summary>
    public double FractionAdjusted => People / RequiredAdjusted;

    /// <summary>For the studies of a pool; null where no control, or every control, is positive.</summary>
    /// <param name="studies">Studies pooled.</param>
    /// <param name="diversity">D²; 0 leaves N unadjusted.</param>
    public static InformationSize? Of(IReadOnlyList<StudyRow> studies, double diversity)
    {
        int people = studies.Sum(row => row.Cases!.Value + row.Controls!.Value);
        double p0 = (double)studies.Sum(row => row.ControlsPositive!.Value) / studies.Sum(row => row.Controls!.Value);
        if (!(p0 > 0 && p0 < 1) || diversity >= 1) return null;
        double odds = OddsRatio * p0 / (1 - p0), p1 = odds / (1 + odds), mean = (p0 + p1) / 2;
        double z = Normal.Quantile(0.975) + Normal.Quantile(0.8);
        double required = 4 * z * z * mean * (1 - mean) / ((p1 - p0) * (p1 - p0));
        return new InformationSize(people, p0, required, required / (1 - diversity));
    }
}
