namespace Azygos.Studies.Examiners;

/// <summary>Log odds.</summary>
/// <source choice="the scale on which expectation, age and odds ratios add"/>
public static class Logit
{
    /// <summary>ln(p/(1 − p)); infinite at 0 and 1.</summary>
    /// <param name="probability">p in [0, 1].</param>
    public static double Of(double probability) => Math.Log(probability) - Math.Log(1 - probability);

    /// <summary>1/(1 + e^−x).</summary>
    /// <param name="logOdds">x, may be infinite.</param>
    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <summary>A probability after its log odds moved; 0 and 1 stay.</summary>
    /// <param name="probability">p in [0, 1].</param>
    /// <param name="by">Shift of the log odds.</param>
    public static double Shifted(double probability, double by) =>
        by == 0 || probability is 0 or 1 ? probability : Probability(Of(probability) + by);
}
