using Azygos.Evidence.Effects;

namespace Azygos.Evidence.Stratified;

/// <summary>Mantel-Haenszel: one common effect from the counts, no continuity correction in the estimate.</summary>
/// <remarks>
/// Weighted ratios or differences of strata; a stratum with no event, or only events, has weight 0 in a ratio. The
/// heterogeneity test uses the studies' own effects, ½ added where a cell is 0, uninformative studies left out.
/// </remarks>
/// <source doi="10.1093/jnci/22.4.719" at="estimates; variances as stated at each measure"/>
public static class MantelHaenszel
{
    private static readonly ZeroCells s_ownEffects = new() { DropUninformative = true };

    /// <summary>Log odds ratio: ln ΣR/ΣS, R = ad/N, S = bc/N.</summary>
    /// <source doi="10.2307/2531052" at="Robins, Breslow and Greenland's variance"/>
    public static Outcome<StratifiedFit> OddsRatio(IReadOnlyList<TwoByTwo> tables, double level = 0.95)
    {
        double r = 0, s = 0, pr = 0, psQr = 0, qs = 0;
        double[] weights = new double[tables.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            (double a, double b, double c, double d) = tables[i];
            double n = tables[i].N, ri = a * d / n, si = b * c / n, p = (a + d) / n, q = (b + c) / n;
            weights[i] = si;
            r += ri;
            s += si;
            pr += p * ri;
            psQr += p * si + q * ri;
            qs += q * si;
        }
        if (!(r > 0 && s > 0)) return None("odds ratio");
        double variance = pr / (2 * r * r) + psQr / (2 * r * s) + qs / (2 * s * s);
        return StratifiedFit.From(Math.Log(r / s), variance, weights, Own<OddsRatio>(tables), level);
    }

    /// <summary>Log risk ratio: ln ΣR/ΣS, R = aN₂/N, S = cN₁/N.</summary>
    /// <source doi="10.2307/2530610" at="Greenland and Robins' variance, 10.2307/2530797"/>
    public static Outcome<StratifiedFit> RiskRatio(IReadOnlyList<TwoByTwo> tables, double level = 0.95)
    {
        double r = 0, s = 0, v = 0;
        double[] weights = new double[tables.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            TwoByTwo t = tables[i];
            double n = t.N;
            weights[i] = t.C * t.N1 / n;
            r += t.A * t.N2 / n;
            s += weights[i];
            v += t.N1 * t.N2 * (t.A + t.C) / (n * n) - t.A * t.C / n;
        }
        return r > 0 && s > 0
            ? StratifiedFit.From(Math.Log(r / s), v / (r * s), weights, Own<RiskRatio>(tables), level)
            : None("risk ratio");
    }

    /// <summary>Risk difference: Σ w (p₁ − p₂)/Σ w, w = N₁N₂/N.</summary>
    /// <source doi="10.2307/2531515" at="Sato's variance, consistent for few large and many small strata"/>
    public static Outcome<StratifiedFit> RiskDifference(IReadOnlyList<TwoByTwo> tables, double level = 0.95)
    {
        double sum = 0, difference = 0, p = 0, q = 0;
        double[] weights = new double[tables.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            TwoByTwo t = tables[i];
            double n = t.N, u1 = t.N1 / n, u2 = t.N2 / n;
            weights[i] = t.N1 * u2;
            sum += weights[i];
            difference += t.A * u2 - t.C * u1;
            p += t.C * u1 * u1 - t.A * u2 * u2 + u1 * u2 * (t.N2 - t.N1) / 2;
            q += (t.A * t.D + t.C * t.B) / n / 2;
        }
        if (!(sum > 0)) return None("risk difference");
        double estimate = difference / sum;
        double variance = (estimate * p + q) / (sum * sum);
        return variance > 0
            ? StratifiedFit.From(estimate, variance, weights, Own<RiskDifference>(tables), level)
            : None("standard error of the risk difference");
    }

    /// <summary>Log rate ratio: ln ΣR/ΣS, R = x₁t₂/T, S = x₂t₁/T.</summary>
    /// <source doi="10.2307/2530797" at="Greenland and Robins 1985, sparse follow-up data"/>
    public static Outcome<StratifiedFit> RateRatio(IReadOnlyList<PersonTime> studies, double level = 0.95)
    {
        double r = 0, s = 0, v = 0;
        double[] weights = new double[studies.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            (double x1, double t1, double x2, double t2) = studies[i];
            double t = t1 + t2;
            weights[i] = x2 * t1 / t;
            r += x1 * t2 / t;
            s += weights[i];
            v += t1 * t2 * (x1 + x2) / (t * t);
        }
        return r > 0 && s > 0
            ? StratifiedFit.From(Math.Log(r / s), v / (r * s), weights,
                Rates(studies, static p => p.RateRatio()), level)
            : None("rate ratio");
    }

    /// <summary>Rate difference: Σ w (x₁/t₁ − x₂/t₂)/Σ w, w = t₁t₂/T.</summary>
    /// <source doi="10.2307/2530797" at="Greenland and Robins 1985, sparse follow-up data"/>
    public static Outcome<StratifiedFit> RateDifference(IReadOnlyList<PersonTime> studies, double level = 0.95)
    {
        double sum = 0, difference = 0, v = 0;
        double[] weights = new double[studies.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            (double x1, double t1, double x2, double t2) = studies[i];
            double w = t1 * t2 / (t1 + t2);
            weights[i] = w;
            sum += w;
            difference += w * (x1 / t1 - x2 / t2);
            v += w * w * (x1 / (t1 * t1) + x2 / (t2 * t2));
        }
        return v > 0
            ? StratifiedFit.From(difference / sum, v / (sum * sum), weights,
                Rates(studies, static p => p.RateDifference()), level)
            : None("rate difference");
    }

    private static IEnumerable<EffectEstimate?> Own<T>(IReadOnlyList<TwoByTwo> tables)
        where T : struct, ITwoByTwoMeasure
        => s_ownEffects.Apply(tables).Select(static t => t is { } cells ? T.From(cells) : null);

    private static IEnumerable<EffectEstimate?> Rates(
        IReadOnlyList<PersonTime> studies, Func<PersonTime, EffectEstimate?> effect)
        => PersonTime.Correct(studies, s_ownEffects).Select(s => s is { } study ? effect(study) : null);

    private static NoAnswer None(string measure)
        => new(Refusal.NotEstimable, $"The {measure} is not estimable: no stratum has events to compare.");
}
