using System.Text.Json;
using Azygos.Evidence.Counts;
using Azygos.Evidence.Effects;

namespace Azygos.Evidence.Checks.Tasks;

/// <summary>Task glmm: the reference integrates one random effect with 7 nodes, the conditional exact model without
/// limit.</summary>
internal sealed class CountModelTask : ICaseTask
{
    private const int ReferenceNodes = 7;
    private const double Tolerance = 1e-4;

    /// <summary>The reference's fit with one effect a study takes its errors from a Hessian by finite
    /// differences.</summary>
    private const double SaturatedTolerance = 1e-3;

    public string Task => "glmm";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
    {
        string measure = options.Text("measure"), model = options.Text("model");
        bool exact = model == "CM.EL" && measure == "OR";
        var choice = new CountModelOptions
        {
            Model = model switch
            {
                "UM.FS" => CountModel.FixedStudyEffects,
                "UM.RS" => CountModel.RandomStudyEffects,
                "CM.AL" => CountModel.ConditionalApproximate,
                _ => CountModel.ConditionalExact,
            },
            RandomEffects = options.Text("tau2_method") == "ML",
            Nodes = exact ? 25 : ReferenceNodes,
            Level = options.Number("level", 0.95),
        };
        var outcome = measure switch
        {
            "OR" => CountModels.OddsRatio(CaseOptions.Tables(table, options), choice),
            "IRR" => CountModels.RateRatio(CaseOptions.Rates(table, options), choice),
            _ => CountModels.Logit(
                [.. table.Numbers(options.Text("xi"))
                    .Zip(table.Numbers(options.Text("ni")), static (x, n) => new Proportion(x, n))], choice),
        };
        // With more than one node the reference prints the likelihood less its saturated constant (random study
        // effects), or that of the counts given the most probable effects (all others).
        bool randomStudies = choice.Model == CountModel.RandomStudyEffects;
        return outcome.Then<CaseValues>(fit =>
        {
            double logLikelihood = randomStudies && !choice.RandomEffects
                ? fit.LogLikelihood - fit.SaturatedLogLikelihood
                : !randomStudies && !exact && choice.RandomEffects ? fit.ConditionalLogLikelihood : fit.LogLikelihood;
            // With two effects a study the reference falls back to the working model's errors.
            bool fallback = randomStudies && choice.RandomEffects;
            double estimate = fit.Effect.Estimate, se = fit.WorkingStandardError ?? fit.Effect.StandardError;
            double half = Distributions.Normal.TwoSidedQuantile(choice.Level) * se;
            double? If(double value) => fallback ? value : null;
            double? wald = randomStudies ? fit.WorkingHeterogeneityWald : null;
            // Under one common effect the exact conditional information is a closed form: 1/se² must equal it.
            Func<double, double>? Precision(Func<double, double> toError)
                => exact && !choice.RandomEffects && fit.Information is { } known
                ? x => toError(x) * toError(x) * known - 1 : null;
            Func<double, double>? Boundary(Func<double, double> toTau2) => fit.Tau2 == 0 && choice.RandomEffects
                ? x => fit.LogLikelihood - (fit.Profile?.Invoke(estimate, Math.Sqrt(toTau2(x))) ?? 0) : null;
            CheckedValue Derived(double value, double? variant, Func<double, double> toError)
                => new(value) { Variant = variant, Residual = Precision(toError), Scale = Math.Abs(estimate) };
            return new CaseValues
            {
                Objective = (fit.LogLikelihood, expected => Lower(
                    fit.Profile?.Invoke(expected.GetProperty("beta").GetDouble(),
                        Math.Sqrt(expected.GetProperty("tau2").GetDouble())),
                    logLikelihood == fit.LogLikelihood ? expected.GetProperty("logLik_ML").GetDouble() : null)),
                ["k"] = fit.Studies,
                ["beta"] = estimate,
                ["se"] = Derived(fit.Effect.StandardError, If(se), static x => x),
                ["stat"] = Derived(fit.Effect.Statistic, If(estimate / se), x => estimate / x),
                ["pval"] = CheckedValue.Tail(fit.Effect.PValue, fit.Effect.Statistic, Tolerance) with
                {
                    Variant = If(Distributions.Normal.TwoSided(estimate / se)),
                    Residual = Precision(p => Math.Abs(estimate) / -Distributions.Normal.Quantile(p / 2)),
                },
                ["ci_lb"] = Derived(fit.Effect.Lower, If(estimate - half), x => (estimate - x) * se / half),
                ["ci_ub"] = Derived(fit.Effect.Upper, If(estimate + half), x => (x - estimate) * se / half),
                // The reference searches over ln τ² or stops at τ = 1e-5; on the boundary it leaves such a value.
                ["tau2"] = new CheckedValue(fit.Tau2) { Rounding = 1e-8, Residual = Boundary(static x => x) },
                ["I2_percent"] = new CheckedValue(fit.I2Percent)
                {
                    Rounding = 1e-6,
                    Residual = Boundary(x => x / (100 - x) * fit.TypicalVariance),
                },
                ["H2"] = fit.H2,
                ["QE_Wald"] = new CheckedValue(fit.HeterogeneityWald.Statistic)
                {
                    Variant = wald,
                    Tolerance = randomStudies || exact ? SaturatedTolerance : null,
                    Residual = exact ? x => x / fit.HeterogeneityWald.Statistic - 1 : null,
                },
                ["QE_Wald_p"] = CheckedValue.Tail(
                    fit.HeterogeneityWald.PValue, Math.Sqrt(fit.HeterogeneityWald.Statistic),
                    randomStudies || exact ? SaturatedTolerance : Tolerance) with
                {
                    Residual = exact ? x => x / fit.HeterogeneityWald.PValue - 1 : null,
                    Variant = wald is { } q ? Distributions.ChiSquared.UpperTail(q, fit.HeterogeneityWald.Degrees)
                        : null,
                },
                ["QE_LRT"] = fit.HeterogeneityLikelihoodRatio.Statistic,
                ["QE_LRT_p"] = CheckedValue.Tail(
                    fit.HeterogeneityLikelihoodRatio.PValue,
                    Math.Sqrt(fit.HeterogeneityLikelihoodRatio.Statistic), Tolerance),
                ["QE_df"] = fit.HeterogeneityWald.Degrees,
                ["logLik_ML"] = logLikelihood,
            };
        });
    }

    private static double? Lower(double? a, double? b) => a is { } x && b is { } y ? Math.Min(x, y) : a ?? b;
}
