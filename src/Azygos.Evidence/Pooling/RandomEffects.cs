using Azygos.Evidence.Distributions;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Pooling;

/// <summary>Choices of a pooled analysis.</summary>
/// <source choice="REML with Wald intervals at 95 % is the common default; every result stores what was used"/>
public sealed record PoolingOptions
{
    /// <summary>Estimator of τ²; default REML.</summary>
    public HeterogeneityEstimator Estimator { get; init; } = HeterogeneityEstimators.RestrictedMaximumLikelihood;

    /// <summary>Test and interval of coefficients; default Wald.</summary>
    public CoefficientTest Test { get; init; } = CoefficientTest.Wald;

    /// <summary>Confidence level in (0, 1); default 0.95.</summary>
    public double Level
    {
        get;
        init => field = value is > 0 and < 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "the confidence level must lie in (0, 1)");
    } = 0.95;
}

/// <summary>Pools effects under equal effects, random effects or a meta-regression.</summary>
/// <remarks>
/// β = (XᵀWX)⁻¹XᵀWy, w = 1/(v + τ²). I² = τ²/(τ² + ṽ), H² = 1 + τ²/ṽ with the typical variance ṽ = (k − p)/tr P at τ² =
/// 0; under equal effects I² = max(0, 1 − (k − p)/Q), H² = Q/(k − p).
/// </remarks>
/// <source doi="10.1002/sim.1186" at="I² and H²; model and tests: 10.18637/jss.v036.i03 §2"/>
public static class RandomEffects
{
    private const double LeastResolved = 1e-13;       // chosen: below it tr P is rounding

    /// <summary>Pools a table without predictors.</summary>
    public static Outcome<PooledFit> Pool(EffectTable table, PoolingOptions options)
        => Fit(table, DesignMatrix.Intercept(table.Count), options);

    /// <summary>Fits a meta-regression.</summary>
    public static Outcome<PooledFit> Fit(EffectTable table, DesignMatrix design, PoolingOptions options)
        => LinearModel.From(table, design).Then(model => Fit(model, options));

    /// <summary>Fits a model that was built before.</summary>
    public static Outcome<PooledFit> Fit(LinearModel model, PoolingOptions options)
    {
        int k = model.Count, p = model.Coefficients;
        bool equalEffects = options.Estimator == HeterogeneityEstimators.EqualEffects;
        if (model.ResidualDegrees == 0 && k > 1)
            return new NoAnswer(Refusal.Saturated,
                $"{p} coefficients from {k} studies leave nothing to judge the fit by.");
        if (p > 1 && model.ResidualDegrees > 0 && model.At(0) is var alone
            && !(alone.TraceP > LeastResolved * alone.SumW))
            return new NoAnswer(
                Refusal.BadVariance,
                "The variances differ by more orders than the arithmetic resolves: "
                    + "single studies fix every coefficient.");
        HeterogeneityEstimate tau = default;
        if (!equalEffects && model.ResidualDegrees > 0)
        {
            var estimate = options.Estimator.Estimate(model);
            if (estimate.Refused is { } none) return none;
            tau = estimate.Value;
        }
        return Assemble(model, options, tau, !equalEffects);
    }

    /// <summary>The fit at a τ² that is already known.</summary>
    internal static PooledFit Assemble(LinearModel model, PoolingOptions options,
        HeterogeneityEstimate tau, bool counted)
    {
        int k = model.Count, p = model.Coefficients, free = model.ResidualDegrees;
        List<string> remarks =
            [.. model.Design.Dropped.Select(name => $"column '{name}' is redundant and was dropped")];
        double[] w = new double[k];
        for (int i = 0; i < k; i++) w[i] = 1 / (model.Variances[i] + tau.Tau2);
        Span<double> gamma = new double[p], inverse = new double[p * p];
        model.Solve(w, gamma, inverse);
        ModelSums at = model.Under(w), fixedSums = model.At(0);

        double[] beta = new double[p];
        model.Design.ToCoefficients(gamma, beta);
        double[] residuals = Residuals(model, gamma), fitted = new double[k];
        for (int i = 0; i < k; i++) fitted[i] = model.Centred[i] - residuals[i] + model.Shift;
        if (model.Design.HasIntercept) beta[0] += model.Shift;

        (CoefficientTest test, double scale) = Scale(options.Test, at, free, remarks);
        double degrees = test == CoefficientTest.Wald ? double.PositiveInfinity : free;
        double[] covariance = Covariance(model.Design, inverse, scale);
        var coefficients = new Coefficient[p];
        for (int j = 0; j < p; j++)
            coefficients[j] = Coefficient.From(
                model.Design.Names[j], beta[j], Math.Sqrt(covariance[j * p + j]), degrees, options.Level);

        double total = 0;
        foreach (double one in w) total += one;
        for (int i = 0; i < k; i++) w[i] *= 100 / total;
        (double i2, double h2) = Relative(counted, tau.Tau2, fixedSums, free);
        return new PooledFit
        {
            Model = model,
            Estimator = options.Estimator,
            Test = options.Test,
            Level = options.Level,
            Coefficients = coefficients,
            Covariance = covariance,
            DegreesOfFreedom = double.IsInfinity(degrees) ? null : degrees,
            Tau2 = tau.Tau2,
            Tau2StandardError = counted && free > 0 ? tau.StandardError : null,
            Iterations = tau.Iterations,
            I2Percent = i2,
            H2 = h2,
            Heterogeneity = OmnibusTest.ChiSquare(free == 0 ? 0 : fixedSums.Rss, free),
            Moderators = ModeratorTest.Of(model.Design, beta, covariance, degrees),
            WeightsPercent = w,
            FullLikelihood = Fit(model, tau.Tau2, p + (counted ? 1 : 0), restricted: false),
            RestrictedLikelihood = Fit(model, tau.Tau2, p + (counted ? 1 : 0), restricted: true),
            Fitted = fitted,
            Residuals = residuals,
            Remarks = remarks,
        };
    }

    /// <summary>I² [%] and H² at a given τ².</summary>
    internal static (double I2, double H2) Relative(bool estimated, double tau2, ModelSums atZero, int free)
    {
        if (free == 0) return (0, 1);
        if (!estimated) return (Math.Max(0, 100 * (atZero.Rss - free) / NotZero(atZero.Rss)), atZero.Rss / free);
        double typical = free / atZero.TraceP;
        return (100 * tau2 / (tau2 + typical), 1 + tau2 / typical);

        static double NotZero(double q) => q > 0 ? q : 1;
    }

    private static double[] Residuals(LinearModel model, ReadOnlySpan<double> gamma)
    {
        int p = model.Coefficients;
        double[] residuals = model.Centred.ToArray();
        for (int i = 0; i < residuals.Length; i++)
            for (int j = 0; j < p; j++) residuals[i] -= model.Design.Basis[i * p + j] * gamma[j];
        return residuals;
    }

    private static (CoefficientTest Test, double Scale) Scale(
        CoefficientTest test, ModelSums at, int free, List<string> remarks)
    {
        if (free == 0 && test != CoefficientTest.Wald)
        {
            remarks.Add("no residual degrees of freedom: normal quantiles are used");
            return (CoefficientTest.Wald, 1);
        }
        if (test is CoefficientTest.Wald or CoefficientTest.WaldT) return (test, 1);
        double s2 = at.Rss / free;
        if (test == CoefficientTest.KnappHartungFloor) return (test, Math.Max(1, s2));
        if (s2 == 0)
            remarks.Add("the Knapp-Hartung scale is 0: the effects agree exactly and the interval has no width");
        return (test, s2);
    }

    /// <summary>R⁻¹ (QᵀWQ)⁻¹ R⁻ᵀ times the scale.</summary>
    private static double[] Covariance(DesignMatrix design, ReadOnlySpan<double> inverse, double scale)
    {
        int p = design.Columns;
        double[] half = new double[p * p], full = new double[p * p], column = new double[p], solved = new double[p];
        for (int j = 0; j < p; j++)
        {
            for (int i = 0; i < p; i++) column[i] = inverse[i * p + j];
            design.ToCoefficients(column, solved);
            for (int i = 0; i < p; i++) half[i * p + j] = solved[i];
        }
        for (int i = 0; i < p; i++)
        {
            half.AsSpan(i * p, p).CopyTo(column);
            design.ToCoefficients(column, solved);
            for (int j = 0; j < p; j++) full[i * p + j] = scale * solved[j];
        }
        return full;
    }

    private static Likelihood Fit(LinearModel model, double tau2, int q, bool restricted)
    {
        double l = LikelihoodMaximum.LogLikelihood(model, tau2, restricted), saturated = 0;
        if (!restricted)
            foreach (double v in model.Variances) saturated += Normal.LogDensity(0) - 0.5 * Math.Log(v);
        double n = restricted ? model.ResidualDegrees : model.Count, atLeast = Math.Max(n, q + 2);
        return new Likelihood(
            l,
            2 * (saturated - l),
            2 * (q - l),
            q * Math.Log(n) - 2 * l,
            2 * (q * (atLeast / (atLeast - q - 1)) - l));
    }
}
