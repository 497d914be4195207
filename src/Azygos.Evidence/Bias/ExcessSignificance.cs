using Azygos.Evidence.Distributions;
using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Bias;

/// <summary>Are more studies significant than their power allows?</summary>
/// <param name="Effect">Equal-effects mean taken as the true effect, θ.</param>
/// <param name="Observed">Significant studies, O.</param>
/// <param name="Power">Power of each study at θ.</param>
/// <param name="ExactPValue">P(at least O) when each study is significant with its power.</param>
/// <param name="ChiSquared">(O − E)²/E + (O − E)²/(k − E).</param>
/// <param name="ChiSquaredPValue">Half of its upper tail when O &gt; E, else one minus it.</param>
/// <source doi="10.1177/1740774507079441" at="Ioannidis and Trikalinos 2007"/>
public sealed record ExcessSignificance(
    double Effect, int Observed, double[] Power, double ExactPValue, double ChiSquared, double ChiSquaredPValue)
{
    /// <summary>E, the sum of the powers.</summary>
    public double Expected => Power.Sum();

    /// <summary>The test at significance level α, two-sided in each study.</summary>
    public static ExcessSignificance Test(EffectTable table, double alpha = 0.05)
    {
        double critical = Normal.Quantile(1 - alpha / 2), sum = 0, mean = 0;
        for (int i = 0; i < table.Count; i++)
        {
            sum += 1 / table.Variances[i];
            mean += table.Effects[i] / table.Variances[i];
        }
        mean /= sum;
        double[] power = new double[table.Count], count = new double[table.Count + 1];
        int observed = 0;
        count[0] = 1;
        for (int i = 0; i < power.Length; i++)
        {
            double se = Math.Sqrt(table.Variances[i]),
                p = Normal.UpperTail(critical - mean / se) + Normal.UpperTail(critical + mean / se);
            power[i] = p;
            if (Math.Abs(table.Effects[i]) / se >= critical) observed++;
            for (int j = i + 1; j > 0; j--) count[j] = count[j] * (1 - p) + count[j - 1] * p;
            count[0] *= 1 - p;
        }
        double exact = 0, expected = power.Sum();
        for (int j = table.Count; j >= observed; j--) exact += count[j];
        // Where every power is 0 or 1 to rounding and the count agrees, the statistic is 0, not 0/0.
        double d = observed - expected, chi = d == 0 ? 0 : d * d / expected + d * d / (table.Count - expected);
        double tail = Distributions.ChiSquared.UpperTail(chi, 1) / 2;
        return new ExcessSignificance(mean, observed, power, exact, chi, d > 0 ? tail : 1 - tail);
    }
}
