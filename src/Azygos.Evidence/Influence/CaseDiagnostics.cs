using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Influence;

/// <summary>How much one study matters to a pooled mean.</summary>
/// <param name="StandardisedResidual">(y − μ)/√(v + τ² − SE²).</param>
/// <param name="DeletedResidual">(y − μ₋)/√(v + τ₋² + SE₋²), minus: without the study.</param>
/// <param name="Dffits">(μ − μ₋)/√(h (v + τ₋²)), h the study's share of the weights.</param>
/// <param name="CooksDistance">(μ − μ₋)²/SE².</param>
/// <param name="CovarianceRatio">SE₋²/SE².</param>
/// <param name="DeletedTau2">τ₋².</param>
/// <param name="DeletedQ">Q without the study.</param>
/// <param name="Hat">h.</param>
/// <param name="Dfbetas">(μ − μ₋) over the standard error that all studies would have under τ₋².</param>
/// <source doi="10.1002/jrsm.11" at="eqs. 7-15, outlier and influence diagnostics"/>
public sealed record CaseDiagnostics(
    double StandardisedResidual, double DeletedResidual, double Dffits, double CooksDistance, double CovarianceRatio,
    double DeletedTau2, double DeletedQ, double Hat, double Dfbetas)
{
    /// <summary>Diagnostics of every study; refused where a refit is.</summary>
    public static Outcome<CaseDiagnostics>[] Of(EffectTable table, PoolingOptions options)
    {
        var whole = RandomEffects.Pool(table, options);
        if (!whole.TryGet(out PooledFit? fit))
            return [.. Enumerable.Repeat<Outcome<CaseDiagnostics>>(whole.Refused!, table.Count)];
        Outcome<PooledFit>[] without = Refits.LeaveOneOut(table, options);
        return [.. without.Select((rest, i) => rest.Then<CaseDiagnostics>(r => One(table, fit, r, i)))];
    }

    private static CaseDiagnostics One(EffectTable table, PooledFit fit, PooledFit rest, int i)
    {
        double y = table.Effects[i], v = table.Variances[i], h = fit.WeightsPercent[i] / 100;
        double shift = fit.Mean.Estimate - rest.Mean.Estimate, se = fit.Mean.StandardError,
            seRest = rest.Mean.StandardError;
        double sumUnderRest = 0;
        foreach (double own in table.Variances) sumUnderRest += 1 / (own + rest.Tau2);
        return new CaseDiagnostics(
            (y - fit.Mean.Estimate) / Math.Sqrt((v + fit.Tau2) * (1 - h)),
            (y - rest.Mean.Estimate) / Math.Sqrt(v + rest.Tau2 + seRest * seRest),
            shift / Math.Sqrt(h * (v + rest.Tau2)),
            shift * shift / (se * se),
            seRest * seRest / (se * se),
            rest.Tau2,
            rest.Heterogeneity.Statistic,
            h,
            shift * Math.Sqrt(sumUnderRest));
    }
}

/// <summary>A point of Baujat's plot: what a study adds to heterogeneity and to the mean.</summary>
/// <param name="Heterogeneity">(y − μ)²/(v + τ²).</param>
/// <param name="Influence">(μ − μ₋)²/SE₋², minus: without the study.</param>
/// <source doi="10.1002/sim.1221" at="Baujat et al. 2002, §2"/>
public sealed record BaujatPoint(double Heterogeneity, double Influence)
{
    /// <summary>One point a study.</summary>
    public static Outcome<BaujatPoint>[] Of(EffectTable table, PoolingOptions options)
    {
        var whole = RandomEffects.Pool(table, options);
        if (!whole.TryGet(out PooledFit? fit))
            return [.. Enumerable.Repeat<Outcome<BaujatPoint>>(whole.Refused!, table.Count)];
        double[] y = table.Effects.ToArray(), v = table.Variances.ToArray();
        return [.. Refits.LeaveOneOut(table, options).Select((rest, i) => rest.Then<BaujatPoint>(r => new BaujatPoint(
            Math.Pow(y[i] - fit.Mean.Estimate, 2) / (v[i] + fit.Tau2),
            Math.Pow((fit.Mean.Estimate - r.Mean.Estimate) / r.Mean.StandardError, 2))))];
    }
}
