using Azygos.Evidence.Linear;
using Azygos.Evidence.Optimisation;
using Azygos.Evidence.Pooling;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Azygos.Evidence.Multilevel;

/// <summary>A random effect: rows with the same level share one draw.</summary>
/// <param name="Name">Name, for example "study" or "study/outcome".</param>
/// <param name="Levels">Level of each row.</param>
/// <source doi="10.1002/jrsm.35" at="three-level meta-analysis"/>
public sealed record RandomEffect(string Name, string[] Levels);

/// <summary>A meta-analysis in which effects share studies, districts or people.</summary>
/// <remarks>
/// y = Xβ + Σ_f Z_f u_f + e, u_f ~ N(0, σ_f²), e ~ N(0, V); V diagonal or given in full (correlated outcomes). σ_f² by
/// REML; β by generalised least squares with M = V + Σ σ_f² Z_f Z_fᵀ. l_R = −½((k − p) ln 2π − ln det XᵀX + ln det M +
/// ln det XᵀM⁻¹X + yᵀPy).
/// </remarks>
/// <source doi="10.1002/jrsm.35" at="Konstantopoulos 2011; restricted likelihood: 10.18637/jss.v036.i03"/>
public sealed record MultilevelFit
{
    /// <summary>β with Wald tests and intervals.</summary>
    public required IReadOnlyList<Coefficient> Coefficients { get; init; }

    /// <summary>Variance of each random effect.</summary>
    public required IReadOnlyList<double> Variances { get; init; }

    /// <summary>Q with the sampling variances alone.</summary>
    public required OmnibusTest Heterogeneity { get; init; }

    /// <summary>Test of the moderators; null without.</summary>
    public required OmnibusTest? Moderators { get; init; }

    /// <summary>Restricted log-likelihood.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Akaike's criterion from it.</summary>
    public required double Aic { get; init; }

    /// <summary>Shares of the diagonal of M⁻¹ [%].</summary>
    public required double[] WeightsPercent { get; init; }

    /// <summary>Normal prediction interval for a new effect in a new group; for a mean without moderators.</summary>
    public required (double Lower, double Upper)? Prediction { get; init; }

    /// <summary>Newton steps.</summary>
    public required int Iterations { get; init; }

    /// <summary>M at the estimate.</summary>
    internal Matrix<double> Marginal { get; init; } = null!;

    /// <summary>X.</summary>
    internal Matrix<double> Design { get; init; } = null!;

    /// <summary>y.</summary>
    internal Vector<double> Effects { get; init; } = null!;
}

/// <summary>Fits multilevel and multivariate models.</summary>
/// <source doi="10.1002/jrsm.35" at="Konstantopoulos 2011"/>
public static class MultilevelModel
{
    private const double Vanished = 1e-6;             // chosen: relative to the typical sampling error

    /// <summary>Fits by REML.</summary>
    /// <param name="table">Effects and variances.</param>
    /// <param name="design">Predictors.</param>
    /// <param name="effects">Random effects, at least one.</param>
    /// <param name="sampling">Full sampling covariance, row after row; null when effects are sampled
    /// independently.</param>
    /// <param name="level">Confidence level.</param>
    public static Outcome<MultilevelFit> Fit(
        EffectTable table, DesignMatrix design, IReadOnlyList<RandomEffect> effects,
        double[]? sampling = null, double level = 0.95)
    {
        int k = table.Count, p = design.Columns;
        if (effects.Count == 0) return new NoAnswer(Refusal.NotApplicable, "A multilevel model needs a random effect.");
        if (k <= p + effects.Count)
            return new NoAnswer(Refusal.Saturated, $"{p} coefficients and {effects.Count} variances from {k} effects.");
        foreach (RandomEffect effect in effects)
            if (effect.Levels.Length != k)
                return new NoAnswer(Refusal.BadValue,
                    $"'{effect.Name}' has {effect.Levels.Length} levels for {k} effects.");
        Matrix<double> v = sampling is null
            ? DenseMatrix.OfMatrix(DiagonalMatrix.OfDiagonal(k, k, table.Variances.ToArray()))
            : DenseMatrix.Create(k, k, (i, j) => sampling[i * k + j]);
        Matrix<double> x = DenseMatrix.Create(k, p, (i, j) => design.Row(i)[j]);
        Matrix<double> q = DenseMatrix.Create(k, p, (i, j) => design.Basis[i * p + j]);
        Vector<double> y = DenseVector.OfArray(table.Effects.ToArray());
        Matrix<double>[] shared = [.. effects.Select(e => (Matrix<double>)DenseMatrix.Create(
            k, k, (i, j) => e.Levels[i] == e.Levels[j] ? 1 : 0))];

        double typical = Math.Sqrt(table.Variances.ToArray().Average());
        var found = ArrowNewton.Maximise(
            (_, _, s) => RestrictedLikelihood(Marginal(v, shared, s, typical), q, y, design.LogDetCrossProduct),
            [0], [.. effects.Select(static _ => 0.7)], false, "multilevel model");
        return found.Then<MultilevelFit>(fit =>
        {
            double[] s = [.. fit.Shared.Select(static one => Math.Abs(one) < Vanished ? 0 : one)];
            Matrix<double> m = Marginal(v, shared, s, typical);
            return Assemble(table, design, effects, m, v, x, y, [.. s.Select(one => one * one * typical * typical)],
                RestrictedLikelihood(m, q, y, design.LogDetCrossProduct), fit.Iterations, level);
        });
    }

    private static MultilevelFit Assemble(
        EffectTable table, DesignMatrix design, IReadOnlyList<RandomEffect> effects,
        Matrix<double> m, Matrix<double> v, Matrix<double> x,
        Vector<double> y, double[] variances, double likelihood, int iterations, double level)
    {
        int k = table.Count, p = design.Columns;
        GeneralisedLeastSquares gls = GeneralisedLeastSquares.Solve(x, y, m),
            alone = GeneralisedLeastSquares.Solve(x, y, v);
        var coefficients = new Coefficient[p];
        double[] covariance = new double[p * p];
        for (int i = 0; i < p; i++)
        {
            coefficients[i] = Coefficient.From(
                design.Names[i], gls.Beta[i], Math.Sqrt(gls.Covariance[i, i]), double.PositiveInfinity, level);
            for (int j = 0; j < p; j++) covariance[i * p + j] = gls.Covariance[i, j];
        }
        Vector<double> precision = m.Inverse().Diagonal();
        double half = Distributions.Normal.TwoSidedQuantile(level) * Math.Sqrt(gls.Covariance[0, 0] + variances.Sum());
        return new MultilevelFit
        {
            Coefficients = coefficients,
            Variances = variances,
            Heterogeneity = OmnibusTest.ChiSquare(alone.ResidualSum, k - p),
            Moderators = ModeratorTest.Of(design, [.. gls.Beta], covariance, double.PositiveInfinity),
            LogLikelihood = likelihood,
            Aic = 2 * (p + effects.Count) - 2 * likelihood,
            WeightsPercent = [.. precision.Select(w => 100 * w / precision.Sum())],
            Prediction = design.IsInterceptOnly ? (gls.Beta[0] - half, gls.Beta[0] + half) : null,
            Iterations = iterations,
            Marginal = m,
            Design = x,
            Effects = y,
        };
    }

    private static Matrix<double> Marginal(Matrix<double> v, Matrix<double>[] shared, double[] scale, double typical)
    {
        Matrix<double> m = v.Clone();
        for (int f = 0; f < shared.Length; f++) m += shared[f] * (scale[f] * scale[f] * typical * typical);
        return m;
    }

    private static double RestrictedLikelihood(Matrix<double> m, Matrix<double> q, Vector<double> y, double logDetCross)
    {
        var factor = m.Cholesky();
        Matrix<double> solved = factor.Solve(q);
        var inner = q.TransposeThisAndMultiply(solved).Cholesky();
        Vector<double> r = y - q * inner.Solve(solved.TransposeThisAndMultiply(y));
        const double LogTwoPi = 1.83787706640934548356;
        // ln det XᵀM⁻¹X − ln det XᵀX; in the orthonormal basis the second is 0, for an intercept alone it is ln k.
        double basis = q.ColumnCount == 1 && q[0, 0] == 1 ? logDetCross : 0;
        return -0.5 * ((y.Count - q.ColumnCount) * LogTwoPi - basis + factor.DeterminantLn
            + inner.DeterminantLn + r * factor.Solve(r));
    }
}
