using Azygos.Evidence.Distributions;
using Azygos.Evidence.Effects;

namespace Azygos.Evidence.Accuracy;

/// <summary>Accuracy of a test in one study.</summary>
/// <param name="Sensitivity">TP/(TP + FN) with its Wilson interval.</param>
/// <param name="Specificity">TN/(FP + TN) with its Wilson interval.</param>
/// <param name="DiagnosticOddsRatio">TP·TN/(FP·FN) with its interval on the log scale.</param>
/// <param name="PositiveRatio">Positive likelihood ratio with its interval on the log scale.</param>
/// <param name="NegativeRatio">Negative likelihood ratio with its interval on the log scale.</param>
/// <source doi="10.1080/01621459.1927.10502953" at="Wilson 1927; ratios: 10.1002/sim.1186 notation of 2 × 2 tables"/>
public sealed record StudyAccuracy(
    ProportionInterval Sensitivity, ProportionInterval Specificity, RatioInterval DiagnosticOddsRatio,
    RatioInterval PositiveRatio, RatioInterval NegativeRatio)
{
    /// <summary>From a table: A true positives, B false negatives, C false positives, D true negatives, all above
    /// 0.</summary>
    public static Outcome<StudyAccuracy> From(TwoByTwo table, double level = 0.95)
    {
        if (table.HasZero)
            return new NoAnswer(Refusal.NotEstimable,
                "A ratio of this table is 0 or infinite; apply a zero-cell policy first.");
        (double tp, double fn, double fp, double tn) = table;
        double pos = tp + fn, neg = fp + tn;
        return new StudyAccuracy(
            ProportionInterval.Wilson(tp, pos, level),
            ProportionInterval.Wilson(tn, neg, level),
            RatioInterval.Of(Math.Log(tp * tn / (fp * fn)), 1 / tp + 1 / fn + 1 / fp + 1 / tn, level),
            RatioInterval.Of(Math.Log(tp / pos / (fp / neg)), 1 / tp - 1 / pos + 1 / fp - 1 / neg, level),
            RatioInterval.Of(Math.Log(fn / pos / (tn / neg)), 1 / fn - 1 / pos + 1 / tn - 1 / neg, level));
    }
}

/// <summary>A proportion with its interval.</summary>
/// <param name="Value">Estimate [1].</param>
/// <param name="Lower">Lower end [1].</param>
/// <param name="Upper">Upper end [1].</param>
/// <source doi="10.1080/01621459.1927.10502953" at="Wilson's score interval"/>
public readonly record struct ProportionInterval(double Value, double Lower, double Upper)
{
    /// <summary>Wilson's score interval of x of n.</summary>
    public static ProportionInterval Wilson(double x, double n, double level)
    {
        double z = Normal.TwoSidedQuantile(level), z2 = z * z, p = x / n;
        double centre = (x + z2 / 2) / (n + z2),
            half = z * Math.Sqrt(n) / (n + z2) * Math.Sqrt(p * (1 - p) + z2 / (4 * n));
        return new ProportionInterval(p, Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}

/// <summary>A ratio with its interval, made on the log scale.</summary>
/// <param name="Log">ln of the ratio.</param>
/// <param name="LogVariance">Variance of the logarithm.</param>
/// <param name="Lower">Lower end of the ratio.</param>
/// <param name="Upper">Upper end of the ratio.</param>
/// <source doi="10.1111/j.1469-1809.1955.tb01348.x" at="Woolf: intervals of ratios on the log scale"/>
public readonly record struct RatioInterval(double Log, double LogVariance, double Lower, double Upper)
{
    /// <summary>The ratio.</summary>
    public double Value => Math.Exp(Log);

    internal static RatioInterval Of(double log, double variance, double level)
    {
        double half = Normal.TwoSidedQuantile(level) * Math.Sqrt(variance);
        return new RatioInterval(log, variance, Math.Exp(log - half), Math.Exp(log + half));
    }
}
