using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Regression;

/// <summary>Pooled effects of subgroups and the test whether they differ.</summary>
/// <param name="Levels">Names of the subgroups, alphabetical.</param>
/// <param name="Fits">Pooled effect of each.</param>
/// <param name="Between">Q between subgroups, chi-squared with levels − 1 degrees of freedom.</param>
/// <remarks>Q_b = Σ W_g (μ_g − μ̄)², W_g = 1/SE_g², with τ² estimated within each subgroup or once for all.</remarks>
/// <source doi="10.1002/9780470743386" at="ch. 19, subgroup analyses: separate or common τ²"/>
public sealed record Subgroups(IReadOnlyList<string> Levels, IReadOnlyList<PooledFit> Fits, OmnibusTest Between)
{
    /// <summary>Each subgroup with a τ² of its own.</summary>
    public static Outcome<Subgroups> Separate(EffectTable table, string[] by, PoolingOptions options)
    {
        string[] levels = [.. by.Distinct().Order(StringComparer.Ordinal)];
        var fits = new PooledFit[levels.Length];
        for (int g = 0; g < levels.Length; g++)
        {
            var fit = table.Where([.. by.Select(own => own == levels[g])]).Then(t => RandomEffects.Pool(t, options));
            if (fit.Refused is { } none) return none with { Reason = $"subgroup '{levels[g]}': {none.Reason}" };
            fits[g] = fit.Value;
        }
        double sum = 0, mean = 0, q = 0;
        foreach (PooledFit fit in fits)
        {
            double weight = 1 / (fit.Mean.StandardError * fit.Mean.StandardError);
            sum += weight;
            mean += weight * fit.Mean.Estimate;
        }
        foreach (PooledFit fit in fits) q += Math.Pow((fit.Mean.Estimate - mean / sum) / fit.Mean.StandardError, 2);
        return new Subgroups(levels, fits, OmnibusTest.ChiSquare(q, levels.Length - 1));
    }

    /// <summary>One τ² for all subgroups: a regression on the factor, in the coding of one mean a level.</summary>
    public static Outcome<CommonSubgroups> Common(EffectTable table, string[] by, PoolingOptions options)
    {
        string[] levels = [.. by.Distinct().Order(StringComparer.Ordinal)];
        DesignMatrix means = DesignMatrix.WithoutIntercept(
            table.Count, [.. levels.Select(l => (l, by.Select(own => own == l ? 1.0 : 0.0).ToArray()))]);
        DesignMatrix contrasts = RegressionDesign.Build(table.Count, [Term.Factor("subgroup", by, levels[0])]);
        return RandomEffects.Fit(table, contrasts, options).Then(
            test => RandomEffects.Fit(table, means, options).Then<CommonSubgroups>(fit => test.Moderators is { } between
                ? new CommonSubgroups(levels, fit, between)
                : new NoAnswer(Refusal.NotApplicable, "There is only one subgroup.")));
    }
}

/// <summary>Subgroup means under one common τ².</summary>
/// <param name="Levels">Names of the subgroups, alphabetical.</param>
/// <param name="Fit">One coefficient a subgroup.</param>
/// <param name="Between">Test that they are equal.</param>
/// <source doi="10.1002/9780470743386" at="ch. 19, common τ² across subgroups"/>
public sealed record CommonSubgroups(IReadOnlyList<string> Levels, PooledFit Fit, OmnibusTest Between);
