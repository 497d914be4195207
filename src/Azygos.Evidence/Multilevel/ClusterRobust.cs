using Azygos.Evidence.Pooling;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Azygos.Evidence.Multilevel;

/// <summary>Small-sample correction of a cluster-robust covariance.</summary>
/// <source doi="10.1080/07350015.2016.1247004" at="CR0, CR1, CR2"/>
public enum RobustCorrection
{
    /// <summary>None.</summary>
    CR0,

    /// <summary>Factor clusters/(clusters − p), t with that many degrees of freedom.</summary>
    CR1,

    /// <summary>Bias-reduced linearisation, Satterthwaite degrees of freedom.</summary>
    CR2,
}

/// <summary>A coefficient with a cluster-robust test.</summary>
/// <param name="Coefficient">Estimate, robust error, test and interval.</param>
/// <param name="Degrees">Degrees of freedom of the t quantile.</param>
/// <source doi="10.1080/07350015.2016.1247004" at="Pustejovsky and Tipton 2018"/>
public sealed record RobustCoefficient(Coefficient Coefficient, double Degrees);

/// <summary>Sandwich covariances that hold whatever the correlation within clusters really is.</summary>
/// <remarks>
/// V_R = B (Σ_g X_gᵀW_g A_g e_g e_gᵀ A_gᵀ W_g X_g) B, B = (XᵀWX)⁻¹, W = M⁻¹ of the working model. CR0: A = I; CR2:
/// A_g = D_gᵀ (D_g (M_g − X_g B X_gᵀ) D_gᵀ)^(−½) D_g, M_g = D_gᵀD_g. Degrees for coefficient c: (tr P)²/tr PP, P_gh =
/// p_gᵀ M p_h, p_g the weights with which c's squared contribution of cluster g depends on y.
/// </remarks>
/// <source doi="10.1080/07350015.2016.1247004" at="eqs. 4-6, 11; the estimator for meta-analysis: 10.1002/jrsm.5"/>
public static class ClusterRobust
{
    /// <summary>Robust tests for a multilevel fit.</summary>
    public static Outcome<IReadOnlyList<RobustCoefficient>> Of(
        MultilevelFit fit, string[] clusters, RobustCorrection correction, double level = 0.95)
        => Of(fit.Design, fit.Effects, fit.Marginal, [.. fit.Coefficients.Select(static c => c.Name)],
            clusters, correction, level);

    /// <summary>Robust tests for a pooled fit or meta-regression.</summary>
    public static Outcome<IReadOnlyList<RobustCoefficient>> Of(
        PooledFit fit, string[] clusters, RobustCorrection correction, double level = 0.95)
    {
        int k = fit.Model.Count, p = fit.Coefficients.Count;
        Matrix<double> x = DenseMatrix.Create(k, p, (i, j) => fit.Model.Design.Row(i)[j]);
        Vector<double> y = DenseVector.Create(k, i => fit.Fitted[i] + fit.Residuals[i]);
        Matrix<double> m = DenseMatrix.OfMatrix(DiagonalMatrix.OfDiagonal(
            k, k, fit.Model.Variances.ToArray().Select(v => v + fit.Tau2)));
        return Of(x, y, m, [.. fit.Coefficients.Select(static c => c.Name)], clusters, correction, level);
    }

    private static Outcome<IReadOnlyList<RobustCoefficient>> Of(
        Matrix<double> x, Vector<double> y, Matrix<double> m, string[] names,
        string[] clusters, RobustCorrection correction, double level)
    {
        int k = x.RowCount, p = x.ColumnCount;
        int[][] groups = [.. Enumerable.Range(0, k).GroupBy(i => clusters[i]).Select(static g => g.ToArray())];
        if (groups.Length <= p)
            return new NoAnswer(Refusal.TooFewStudies,
                $"{groups.Length} clusters for {p} coefficients: no degrees of freedom.");
        GeneralisedLeastSquares gls = GeneralisedLeastSquares.Solve(x, y, m);
        Matrix<double> hat = x * gls.Covariance * x.TransposeThisAndMultiply(gls.Weights);
        // Row g of influence[c]: how cluster g's contribution to coefficient c depends on the residuals.
        Matrix<double>[] influence = new Matrix<double>[groups.Length];
        Matrix<double> meat = DenseMatrix.Create(p, p, 0);
        for (int g = 0; g < groups.Length; g++)
        {
            int[] rows = groups[g];
            Matrix<double> xg = Rows(x, rows), mg = Block(m, rows), wg = Block(gls.Weights, rows);
            Matrix<double> adjust = correction == RobustCorrection.CR2 ? Adjustment(mg, xg, gls.Covariance)
                : DenseMatrix.CreateIdentity(rows.Length);
            influence[g] = gls.Covariance * xg.TransposeThisAndMultiply(wg * adjust);
            Vector<double> score = influence[g] * DenseVector.OfEnumerable(rows.Select(i => gls.Residuals[i]));
            meat += score.OuterProduct(score);
        }
        double n = groups.Length, factor = correction == RobustCorrection.CR1 ? n / (n - p) : 1;
        Matrix<double> residualMaker = DenseMatrix.CreateIdentity(k) - hat;
        var result = new RobustCoefficient[p];
        for (int c = 0; c < p; c++)
        {
            double degrees = correction == RobustCorrection.CR2
                ? Satterthwaite(groups, influence, residualMaker, m, c) : n - p;
            result[c] = new RobustCoefficient(
                Coefficient.From(names[c], gls.Beta[c], Math.Sqrt(factor * meat[c, c]), degrees, level), degrees);
        }
        return result;
    }

    private static Matrix<double> Adjustment(Matrix<double> mg, Matrix<double> xg, Matrix<double> bread)
    {
        Matrix<double> d = mg.Cholesky().Factor.Transpose();
        Matrix<double> inner = d * (mg - xg * bread * xg.Transpose()) * d.Transpose();
        var eigen = ((inner + inner.Transpose()) / 2).Evd(Symmetricity.Symmetric);
        Vector<double> values = eigen.EigenValues.Map(static z => z.Real);
        double largest = values.Maximum();
        // A direction that the coefficients absorb has eigenvalue 0 and is left out (Moore-Penrose).
        Vector<double> roots = values.Map(v => v > 1e-12 * largest ? 1 / Math.Sqrt(v) : 0);
        Matrix<double> power = eigen.EigenVectors * DiagonalMatrix.OfDiagonal(roots.Count, roots.Count, roots)
            * eigen.EigenVectors.Transpose();
        return d.Transpose() * power * d;
    }

    private static double Satterthwaite(
        int[][] groups, Matrix<double>[] influence, Matrix<double> residualMaker, Matrix<double> m, int c)
    {
        int k = m.RowCount;
        Matrix<double> p = DenseMatrix.Create(k, groups.Length, 0);
        for (int g = 0; g < groups.Length; g++)
        {
            Vector<double> full = DenseVector.Create(k, 0);
            for (int i = 0; i < groups[g].Length; i++) full[groups[g][i]] = influence[g][c, i];
            p.SetColumn(g, residualMaker.TransposeThisAndMultiply(full));
        }
        Matrix<double> cross = p.TransposeThisAndMultiply(m * p);
        double trace = cross.Trace(), squares = cross.PointwiseMultiply(cross).RowSums().Sum();
        return trace * trace / squares;
    }

    private static Matrix<double> Rows(Matrix<double> x, int[] rows)
        => DenseMatrix.Create(rows.Length, x.ColumnCount, (i, j) => x[rows[i], j]);

    private static Matrix<double> Block(Matrix<double> m, int[] rows)
        => DenseMatrix.Create(rows.Length, rows.Length, (i, j) => m[rows[i], rows[j]]);
}
