using Azygos.Evidence.Effects;
using Azygos.Evidence.Optimisation;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Quadrature;

namespace Azygos.Evidence.Counts;

/// <summary>Generalised linear mixed models for odds ratios, rate ratios and proportions: zero cells need no
/// correction.</summary>
/// <remarks>
/// η₁ = α + θ + u/2, η₂ = α − u/2 with α fixed by study or normal, u ~ N(0, τ²); conditional models have one count a
/// study with η = θ + u + offset. Studies in which nobody, or everybody, has the event say nothing about θ and are left
/// out.
/// </remarks>
/// <source doi="10.1002/sim.4040" at="§2-4; unconditional models with ±½ coding: 10.1002/jrsm.1203"/>
public static class CountModels
{
    /// <summary>Log odds ratio.</summary>
    public static Outcome<CountFit> OddsRatio(IReadOnlyList<TwoByTwo> tables, CountModelOptions options)
    {
        TwoByTwo[] used = [.. tables.Where(static t => !t.IsUninformative)];
        if (used.Length == 0) return NoStudies();
        if (used.All(static t => t.A == 0 || t.D == 0) || used.All(static t => t.B == 0 || t.C == 0))
            return new NoAnswer(Refusal.NotEstimable,
                "The odds ratio is 0 or infinite: the groups are separated in every study.");
        EffectEstimate[] own = [.. used.Select(static t => Effects.OddsRatio.From(t.HasZero ? t.Plus(0.5) : t)!.Value)];
        return options.Model switch
        {
            CountModel.ConditionalExact => OneCount(
                [.. used.Select(static t => (CountLikelihood)new HypergeometricCount(t.A, t.N1, t.C, t.N2))],
                new double[used.Length], own, options),
            CountModel.ConditionalApproximate => OneCount(
                [.. used.Select(static t => (CountLikelihood)new BinomialCount(t.A, t.A + t.C))],
                [.. used.Select(static t => Math.Log(t.N1 / t.N2))], own, options),
            _ => TwoCounts(
                [.. used.Select(static t =>
                    new CountPair(new BinomialCount(t.A, t.N1), new BinomialCount(t.C, t.N2), Start(t.C, t.N2)))],
                own, options),
        };

        static double Start(double c, double n) => Math.Log((c + 0.5) / (n - c + 0.5));
    }

    /// <summary>Log rate ratio; the conditional exact likelihood is binomial.</summary>
    public static Outcome<CountFit> RateRatio(IReadOnlyList<PersonTime> studies, CountModelOptions options)
    {
        PersonTime[] used = [.. studies.Where(static s => s.Events1 + s.Events2 > 0)];
        if (used.Length == 0) return NoStudies();
        if (used.All(static s => s.Events1 == 0) || used.All(static s => s.Events2 == 0))
            return new NoAnswer(Refusal.NotEstimable, "The rate ratio is 0 or infinite: all events are in one group.");
        EffectEstimate[] own =
            [.. PersonTime.Correct(used, new ZeroCells()).Select(static s => s!.Value.RateRatio()!.Value)];
        return options.Model is CountModel.ConditionalExact or CountModel.ConditionalApproximate
            ? OneCount(
                [.. used.Select(static s => (CountLikelihood)new BinomialCount(s.Events1, s.Events1 + s.Events2))],
                [.. used.Select(static s => Math.Log(s.Time1 / s.Time2))], own, options)
            : TwoCounts(
                [.. used.Select(static s => new CountPair(
                    new PoissonCount(s.Events1, s.Time1), new PoissonCount(s.Events2, s.Time2),
                    Math.Log((s.Events2 + 0.5) / s.Time2)))],
                own, options);
    }

    /// <summary>Logit of a proportion: one count a study, normal logits.</summary>
    /// <source doi="10.1002/sim.4040" at="§3.1"/>
    public static Outcome<CountFit> Logit(IReadOnlyList<Proportion> studies, CountModelOptions options)
        => studies.All(static s => s.Events == 0) || studies.All(static s => s.Events == s.Size)
            ? new NoAnswer(Refusal.NotEstimable, "The proportion is 0 or 1 in every study.")
            : OneCount(
            [.. studies.Select(static s => (CountLikelihood)new BinomialCount(s.Events, s.Size))],
            new double[studies.Count],
            [.. Proportion.Correct(studies, new ZeroCells()).Select(static s => s.Logit()!.Value)], options);

    private sealed record CountPair(CountLikelihood First, CountLikelihood Second, double Start);

    private static Outcome<CountFit> OneCount(
        CountLikelihood[] counts, double[] offset, EffectEstimate[] own, CountModelOptions options)
    {
        if (counts.Length == 0) return NoStudies();
        GaussHermite rule = GaussHermite.Of(options.Nodes);
        Func<int, double, double[], double> f = (i, _, g) => g.Length == 1
            ? counts[i].LogLikelihood(g[0] + offset[i])
            : MarginalLikelihood.OneEffect([counts[i]], [g[0] + offset[i]], [g[1]], rule);
        (double mean, double tau) = Typical(own);
        var common = ArrowNewton.Maximise(f, new double[counts.Length], [mean], false, "count model, common effect");
        if (!common.TryGet(out ArrowNewton? equal)) return common.Refused!;
        var found = options.RandomEffects
            ? ArrowNewton.Maximise(f, new double[counts.Length], [equal.Shared[0], tau], false, "count model") : common;
        if (!found.TryGet(out ArrowNewton? fit)) return found.Refused!;

        double saturated = counts.Sum(static c => c.BestLogLikelihood);
        double sum = 0, weighted = 0, squares = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            if (!counts[i].IsInterior) continue;
            double best = counts[i].Best, w = counts[i].At(best).Information, theta = best - offset[i];
            sum += w;
            weighted += w * theta;
            squares += w * theta * theta;
        }
        double wald = sum > 0 ? Math.Max(0, squares - weighted * weighted / sum) : 0;
        double[] g = fit.Shared;
        double? information = options.RandomEffects ? null
            : Enumerable.Range(0, counts.Length).Sum(i => counts[i].At(g[0] + offset[i]).Information);
        CountLikelihood[][] arms = [.. counts.Select(static c => new[] { c })];
        double[][] eta = [.. offset.Select(o => new[] { g[0] + o })],
            loading = [.. offset.Select(_ => new[] { Second(g) })];
        CountFit result = Result(counts.Length, fit, 0, options, own, wald, 2 * (saturated - equal.Value), saturated);
        return result with
        {
            Effect = information is { } known
                ? Coefficient.From("effect", g[0], Math.Sqrt(1 / known), double.PositiveInfinity, options.Level)
                : result.Effect,
            ConditionalLogLikelihood = WorkingModel.Conditional(arms, eta, loading, null),
            WorkingStandardError = WorkingModel.StandardError(arms, eta,
                [.. counts.Select(static _ => new double[,] { { 1 } })], loading, null),
            Information = information,
            Profile = (theta, t) => Total(f, new double[counts.Length], options.RandomEffects ? [theta, t] : [theta]),
        };

        static double Second(double[] shared) => shared.Length > 1 ? shared[1] : 0;
    }

    private static double Total(Func<int, double, double[], double> f, double[] own, double[] shared)
    {
        double sum = 0;
        for (int i = 0; i < own.Length; i++) sum += f(i, own[i], shared);
        return sum;
    }

    private static Outcome<CountFit> TwoCounts(CountPair[] pairs, EffectEstimate[] own, CountModelOptions options)
    {
        if (pairs.Length == 0) return NoStudies();
        return options.Model == CountModel.FixedStudyEffects ? FixedStudies(pairs, own, options)
            : RandomStudies(pairs, own, options);
    }

    private static Outcome<CountFit> FixedStudies(CountPair[] pairs, EffectEstimate[] own, CountModelOptions options)
    {
        GaussHermite rule = GaussHermite.Of(options.Nodes);
        Func<int, double, double[], double> f = (i, a, g) => g.Length == 1
            ? pairs[i].First.LogLikelihood(a + g[0]) + pairs[i].Second.LogLikelihood(a)
            : MarginalLikelihood.OneEffect([pairs[i].First, pairs[i].Second],
                [a + g[0], a], [g[1] / 2, -g[1] / 2], rule);
        (double mean, double tau) = Typical(own);
        double[] starts = [.. pairs.Select(static p => p.Start)];
        var common = ArrowNewton.Maximise(f, starts, [mean], true, "fixed study effects, common effect");
        if (!common.TryGet(out ArrowNewton? equal)) return common.Refused!;
        var found = options.RandomEffects
            ? ArrowNewton.Maximise(f, equal.Own, [equal.Shared[0], tau], true, "fixed study effects") : common;
        if (!found.TryGet(out ArrowNewton? fit)) return found.Refused!;

        double saturated = Saturated(pairs), sum = 0, weighted = 0, squares = 0;
        foreach (CountPair p in pairs)
        {
            if (!p.First.IsInterior || !p.Second.IsInterior) continue;
            double theta = p.First.Best - p.Second.Best;
            double w = 1 / (1 / p.First.At(p.First.Best).Information + 1 / p.Second.At(p.Second.Best).Information);
            sum += w;
            weighted += w * theta;
            squares += w * theta * theta;
        }
        double wald = sum > 0 ? Math.Max(0, squares - weighted * weighted / sum) : 0;
        double[] g = fit.Shared;
        double half = g.Length > 1 ? g[1] / 2 : 0;
        CountLikelihood[][] arms = [.. pairs.Select(static p => new[] { p.First, p.Second })];
        double[][] eta = [.. fit.Own.Select(a => new[] { a + g[0], a })],
            loading = [.. pairs.Select(_ => new[] { half, -half })];
        CountFit result = Result(pairs.Length, fit, 0, options, own, wald, 2 * (saturated - equal.Value), saturated);
        double information = 0;
        for (int i = 0; i < pairs.Length && !options.RandomEffects; i++)
        {
            double first = pairs[i].First.At(fit.Own[i] + g[0]).Information,
                second = pairs[i].Second.At(fit.Own[i]).Information;
            information += first * second / (first + second);
        }
        return result with
        {
            Effect = options.RandomEffects ? result.Effect
                : Coefficient.From("effect", g[0], Math.Sqrt(1 / information), double.PositiveInfinity, options.Level),
            ConditionalLogLikelihood = WorkingModel.Conditional(arms, eta, loading, null),
            Profile = (theta, t) => Enumerable.Range(0, pairs.Length).Sum(i => ArrowNewton.Maximise(
                (_, _, a) => f(i, a[0], options.RandomEffects ? [theta, t] : [theta]),
                [0], [fit.Own[i]], false, "profile") is { HasValue: true } best
                    ? best.Value.Value : double.NegativeInfinity),
        };
    }

    /// <summary>Study effects α + σ s; with random treatment effects two effects a study, integrated by
    /// Laplace.</summary>
    private static Outcome<CountFit> RandomStudies(CountPair[] pairs, EffectEstimate[] own, CountModelOptions options)
    {
        GaussHermite rule = GaussHermite.Of(options.RandomEffects ? 1 : options.Nodes);
        Func<int, double, double[], double> f = (i, _, g) => g.Length == 3
            ? MarginalLikelihood.OneEffect([pairs[i].First, pairs[i].Second], [g[1] + g[0], g[1]], [g[2], g[2]], rule)
            : MarginalLikelihood.TwoEffects(
                [pairs[i].First, pairs[i].Second], [g[1] + g[0], g[1]], [g[2], g[2]], [g[3] / 2, -g[3] / 2]);
        (double mean, double tau) = Typical(own);
        double alpha = pairs.Average(static p => p.Start);
        double sigma = Math.Sqrt(pairs.Average(p => (p.Start - alpha) * (p.Start - alpha))) + 0.1;
        var common = ArrowNewton.Maximise(f, new double[pairs.Length],
            [mean, alpha, sigma], false, "random study effects, common effect");
        if (!common.TryGet(out ArrowNewton? equal)) return common.Refused!;
        var found = options.RandomEffects
            ? ArrowNewton.Maximise(f, new double[pairs.Length], [.. equal.Shared, tau], false, "random study effects")
            : common;
        if (!found.TryGet(out ArrowNewton? fit)) return found.Refused!;

        // Every study with a treatment effect of its own; a first count at an end of its range fits exactly and drops
        // out.
        Func<int, double, double[], double> free = (i, theta, g) => pairs[i].First.IsInterior
            ? MarginalLikelihood.OneEffect([pairs[i].First, pairs[i].Second], [g[0] + theta, g[0]], [g[1], g[1]], rule)
            : MarginalLikelihood.OneEffect([pairs[i].Second], [g[0]], [g[1]], rule);
        var separate = ArrowNewton.Maximise(
            free, [.. own.Select(static o => o.Value)], [equal.Shared[1], equal.Shared[2]],
            true, "random study effects, saturated");
        if (!separate.TryGet(out ArrowNewton? each)) return separate.Refused!;
        int[] interior = [.. Enumerable.Range(0, pairs.Length).Where(i => pairs[i].First.IsInterior)];
        double wald = interior.Length > 1 ? Contrasts(each, interior) : 0;
        double[] g = fit.Shared;
        double half2 = g.Length > 3 ? g[3] / 2 : 0;
        CountLikelihood[][] arms = [.. pairs.Select(static p => new[] { p.First, p.Second })];
        double[][] eta = [.. pairs.Select(_ => new[] { g[1] + g[0], g[1] })];
        double[][] first = [.. pairs.Select(_ => new[] { g[2], g[2] })],
            second = [.. pairs.Select(_ => new[] { half2, -half2 })];
        return Result(pairs.Length, fit, 3, options, own, wald, 2 * (each.Value - equal.Value), Saturated(pairs)) with
        {
            ConditionalLogLikelihood = WorkingModel.Conditional(arms, eta, first, second),
            WorkingStandardError = WorkingModel.StandardError(
                arms, eta, [.. pairs.Select(static _ => new double[,] { { 1, 1 }, { 0, 1 } })], first, second),
            WorkingHeterogeneityWald = interior.Length > 1
                ? WorkingModel.Wald(arms, each.Own, each.Shared[0], each.Shared[1], interior) : null,
            Profile = (theta, t) => ArrowNewton.Maximise(
                (i, _, s) => f(i, 0, options.RandomEffects ? [theta, s[0], s[1], t] : [theta, s[0], s[1]]),
                new double[pairs.Length], [g[1], g[2]], false, "profile") is { HasValue: true } best
                ? best.Value.Value : double.NegativeInfinity,
        };
    }

    /// <summary>(Cθ)ᵀ(C V Cᵀ)⁻¹Cθ over differences from the first of the effects.</summary>
    private static double Contrasts(ArrowNewton each, int[] among)
    {
        int m = among.Length - 1;
        var v = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix.Create(m, m, (a, b) =>
            each.OwnCovariance[among[a + 1], among[b + 1]] - each.OwnCovariance[among[a + 1], among[0]]
            - each.OwnCovariance[among[0], among[b + 1]] + each.OwnCovariance[among[0], among[0]]);
        var d = MathNet.Numerics.LinearAlgebra.Double.DenseVector.Create(m,
            a => each.Own[among[a + 1]] - each.Own[among[0]]);
        return d * v.Solve(d);
    }

    private static double Saturated(CountPair[] pairs)
        => pairs.Sum(static p => p.First.BestLogLikelihood + p.Second.BestLogLikelihood);

    private static CountFit Result(
        int k, ArrowNewton fit, int studyParameters, CountModelOptions options,
        EffectEstimate[] own, double wald, double ratio, double saturated)
    {
        const double Vanished = 1e-5;      // chosen: Newton ends within 1e-7 of 0 where the likelihood falls from τ = 0
        int at = studyParameters == 0 ? 1 : studyParameters;
        double tau = options.RandomEffects ? Math.Abs(fit.Shared[at]) : 0;
        double tau2 = tau < Vanished ? 0 : tau * tau;
        double sum = 0, squares = 0;
        foreach (EffectEstimate e in own)
        {
            sum += 1 / e.Variance;
            squares += 1 / (e.Variance * e.Variance);
        }
        double typical = k > 1 ? (k - 1) / (sum - squares / sum) : double.PositiveInfinity;
        return new CountFit(
            k,
            Coefficient.From("effect", fit.Shared[0], Math.Sqrt(fit.SharedCovariance[0, 0]),
                double.PositiveInfinity, options.Level),
            tau2, 100 * tau2 / (tau2 + typical), 1 + tau2 / typical,
            OmnibusTest.ChiSquare(wald, k - 1), OmnibusTest.ChiSquare(Math.Max(0, ratio), k - 1),
            fit.Value, saturated, fit.Iterations)
        {
            TypicalVariance = typical,
        };
    }

    /// <summary>Inverse-variance mean of the studies' own effects and a first τ.</summary>
    private static (double Mean, double Tau) Typical(EffectEstimate[] own)
    {
        double sum = 0, mean = 0, q = 0, squares = 0;
        foreach (EffectEstimate e in own)
        {
            sum += 1 / e.Variance;
            mean += e.Value / e.Variance;
            squares += 1 / (e.Variance * e.Variance);
        }
        mean /= sum;
        foreach (EffectEstimate e in own) q += (e.Value - mean) * (e.Value - mean) / e.Variance;
        double tau2 = own.Length > 1 ? (q - (own.Length - 1)) / (sum - squares / sum) : 0;
        return (mean, Math.Sqrt(Math.Max(0.04, tau2)));
    }

    private static NoAnswer NoStudies() => new(Refusal.NotEstimable, "No study has both events and non-events.");
}
