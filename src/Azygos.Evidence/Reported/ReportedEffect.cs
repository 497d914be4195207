using System.Globalization;
using Azygos.Evidence.Distributions;
using Azygos.Evidence.Effects;

namespace Azygos.Evidence.Reported;

/// <summary>One step from what a paper prints to an effect and its variance.</summary>
/// <param name="Rule">What was done, in words.</param>
/// <param name="Detail">The numbers of the step.</param>
/// <source choice="a reader must be able to redo every step by hand"/>
public sealed record ConversionStep(string Rule, string Detail);

/// <summary>An effect worked out from what a paper reports, with every step kept.</summary>
/// <param name="Effect">Effect and variance on the analysis scale.</param>
/// <param name="Chain">Steps in order.</param>
/// <source doi="10.1002/9781119536604" at="Cochrane Handbook, §6.3: effects from published statistics"/>
public sealed record ReportedEffect(EffectEstimate Effect, IReadOnlyList<ConversionStep> Chain)
{
    /// <summary>An estimate with its confidence interval on the analysis scale.</summary>
    /// <remarks>SE = (upper − lower)/(2 z). The estimate must lie inside.</remarks>
    public static Outcome<ReportedEffect> FromInterval(double estimate, double lower, double upper, double level = 0.95)
        => Ordered(lower, estimate, upper) is { } fault ? fault : FromError(
            estimate, (upper - lower) / (2 * Normal.TwoSidedQuantile(level)),
            Step("interval to standard error", $"({F(upper)} − {F(lower)})/(2 × {F(Normal.TwoSidedQuantile(level))})"));

    /// <summary>A ratio with its confidence interval: both are taken to the log scale first.</summary>
    public static Outcome<ReportedEffect> FromRatioInterval(
        double ratio, double lower, double upper, double level = 0.95)
    {
        if (!(lower > 0 && ratio > 0 && upper > 0))
            return new NoAnswer(Refusal.BadValue,
                $"A ratio and its interval must be above 0; here {F(ratio)} ({F(lower)} to {F(upper)}).");
        return FromInterval(Math.Log(ratio), Math.Log(lower), Math.Log(upper), level).Then<ReportedEffect>(e => e with
        {
            Chain = [Step("ratio to logarithm", $"ln {F(ratio)}, ln {F(lower)}, ln {F(upper)}"), .. e.Chain],
        });
    }

    /// <summary>An estimate with its two-sided p value; degrees of freedom when the test was a t test.</summary>
    /// <remarks>SE = |estimate|/z_p; an estimate of 0 or a p of 1 carries no error.</remarks>
    public static Outcome<ReportedEffect> FromPValue(double estimate, double p, double? degrees = null)
    {
        if (!(p > 0 && p < 1) || estimate == 0 || !double.IsFinite(estimate))
            return new NoAnswer(Refusal.BadValue,
                $"A standard error needs p in (0, 1) and an estimate that is not 0; here p = {F(p)}, {F(estimate)}.");
        double quantile = -StudentT.Quantile(p / 2, degrees ?? double.PositiveInfinity);
        return FromError(estimate, Math.Abs(estimate) / quantile,
            Step("p value to standard error", $"|{F(estimate)}|/{F(quantile)}"));
    }

    /// <summary>A standardised mean difference as a log odds ratio: times π/√3.</summary>
    /// <source doi="10.1002/1097-0258(20001130)19:22%3C3127::AID-SIM784%3E3.0.CO;2-M" at="Chinn 2000"/>
    public ReportedEffect ToLogOddsRatio()
    {
        double factor = Math.PI / Math.Sqrt(3);
        return new ReportedEffect(
            new EffectEstimate(factor * Effect.Value, factor * factor * Effect.Variance),
            [.. Chain, Step("standardised difference to log odds ratio", $"× π/√3 = {F(factor)}")]);
    }

    private static Outcome<ReportedEffect> FromError(double estimate, double se, ConversionStep step)
        => double.IsFinite(estimate) && double.IsFinite(se) && se > 0
            ? new ReportedEffect(new EffectEstimate(estimate, se * se), [step, Step("variance", $"{F(se)}²")])
            : new NoAnswer(Refusal.BadValue, $"No standard error above 0 follows from {step.Detail}.");

    private static NoAnswer? Ordered(double lower, double estimate, double upper)
        => lower < upper && estimate >= lower && estimate <= upper ? null
            : new NoAnswer(Refusal.BadValue,
                $"The estimate {F(estimate)} must lie in its interval {F(lower)} to {F(upper)}.");

    internal static ConversionStep Step(string rule, string detail) => new(rule, detail);

    internal static string F(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}

/// <summary>Mean and standard deviation of a group from its median and range or quartiles.</summary>
/// <param name="Group">Estimated mean, standard deviation and size.</param>
/// <param name="Chain">What was done.</param>
/// <source doi="10.1186/1471-2288-14-135" at="Wan et al. 2014; assumes a roughly normal outcome"/>
public sealed record ReportedGroup(GroupMean Group, IReadOnlyList<ConversionStep> Chain)
{
    /// <summary>From median and quartiles: mean (q₁ + m + q₃)/3, SD (q₃ − q₁)/(2 Φ⁻¹((0.75 n − 0.125)/(n +
    /// 0.25))).</summary>
    /// <source doi="10.1186/1471-2288-14-135" at="eqs. 14, 16"/>
    public static Outcome<ReportedGroup> FromQuartiles(double first, double median, double third, double size)
        => Check(first, median, third, size) is { } fault ? fault : Of(
            (first + median + third) / 3,
            (third - first) / (2 * Normal.Quantile((0.75 * size - 0.125) / (size + 0.25))), size,
            "median and quartiles to mean and deviation", first, median, third);

    /// <summary>From median and range: mean (a + 2m + b)/4, SD (b − a)/(2 Φ⁻¹((n − 0.375)/(n + 0.25))).</summary>
    /// <source doi="10.1186/1471-2288-14-135" at="eqs. 2, 9"/>
    public static Outcome<ReportedGroup> FromRange(double lowest, double median, double highest, double size)
        => Check(lowest, median, highest, size) is { } fault ? fault : Of(
            (lowest + 2 * median + highest) / 4,
            (highest - lowest) / (2 * Normal.Quantile((size - 0.375) / (size + 0.25))), size,
            "median and range to mean and deviation", lowest, median, highest);

    private static NoAnswer? Check(double low, double median, double high, double size)
        => low <= median && median <= high && low < high && size >= 2 && double.IsFinite(high - low) ? null
            : new NoAnswer(Refusal.BadValue,
                $"Needs low ≤ median ≤ high and at least two people; here {low}, {median}, {high}, n = {size}.");

    private static ReportedGroup Of(double mean, double deviation, double size,
        string rule, double low, double median, double high)
        => new(
            new GroupMean(mean, deviation, size),
            [ReportedEffect.Step(rule, $"{ReportedEffect.F(low)}, {ReportedEffect.F(median)}, "
                + $"{ReportedEffect.F(high)}, n = {ReportedEffect.F(size)}")]);
}
