using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Azygos.Evidence.Counts;

/// <summary>The weighted linear model that a mixed model is at its most probable random effects.</summary>
/// <remarks>
/// With W the information of the counts at those effects, Z the loadings: precision of β = Σ XᵀWX − XᵀWZ (ZᵀWZ +
/// I)⁻¹ZᵀWX.
/// The uncertainty of the variances is left out.
/// </remarks>
/// <source doi="10.18637/jss.v067.i01" at="§3.3, penalised least squares and the Cholesky factor of the fixed
/// effects"/>
internal static class WorkingModel
{
    internal static double Conditional(CountLikelihood[][] arms, double[][] eta, double[][] first, double[][]? second)
    {
        double sum = 0;
        for (int i = 0; i < arms.Length; i++)
        {
            double[] at = Predictors(arms[i], eta[i], first[i], second?[i] ?? new double[arms[i].Length]);
            for (int j = 0; j < at.Length; j++) sum += arms[i][j].LogLikelihood(at[j]);
        }
        return sum;
    }

    /// <summary>Standard error of the first of the coefficients.</summary>
    internal static double? StandardError(
        CountLikelihood[][] arms, double[][] eta, double[][,] x, double[][] first, double[][]? second)
    {
        int p = x[0].GetLength(1);
        Matrix<double> precision = DenseMatrix.Create(p, p, 0);
        for (int i = 0; i < arms.Length; i++)
            precision += Precision(arms[i], eta[i], DenseMatrix.OfArray(x[i]),
                first[i], second?[i] ?? new double[arms[i].Length]);
        double variance = precision.Inverse()[0, 0];
        return variance > 0 && double.IsFinite(variance) ? Math.Sqrt(variance) : null;
    }

    /// <summary>Wald statistic that effects θᵢ are equal, in the model with α + σ s in both groups and θᵢ in the
    /// first.</summary>
    internal static double Wald(CountLikelihood[][] arms, double[] theta, double alpha, double sigma, int[] among)
    {
        int k = arms.Length;
        // Columns: α, θ₁ … θ_k.
        Matrix<double> precision = DenseMatrix.Create(k + 1, k + 1, 0);
        for (int i = 0; i < k; i++)
        {
            bool both = Array.IndexOf(among, i) >= 0;
            CountLikelihood[] counts = both ? arms[i] : [arms[i][1]];
            double[] eta = both ? [alpha + theta[i], alpha] : [alpha], loading = both ? [sigma, sigma] : [sigma];
            var x = both ? DenseMatrix.OfArray(new double[,] { { 1, 1 }, { 1, 0 } })
                : DenseMatrix.OfArray(new double[,] { { 1, 0 } });
            Matrix<double> own = Precision(counts, eta, x, loading, new double[counts.Length]);
            precision[0, 0] += own[0, 0];
            precision[0, i + 1] = precision[i + 1, 0] = own[0, 1];
            precision[i + 1, i + 1] = both ? own[1, 1] : 1;
        }
        Matrix<double> covariance = precision.Inverse();
        int m = among.Length - 1;
        var v = DenseMatrix.Create(m, m, (a, b) => Of(a + 1, b + 1) - Of(a + 1, 0) - Of(0, b + 1) + Of(0, 0));
        var d = DenseVector.Create(m, a => theta[among[a + 1]] - theta[among[0]]);
        return d * v.Solve(d);

        double Of(int a, int b) => covariance[among[a] + 1, among[b] + 1];
    }

    private static Matrix<double> Precision(
        CountLikelihood[] arms, double[] eta, Matrix<double> x, double[] first, double[] second)
    {
        double[] at = Predictors(arms, eta, first, second);
        var w = DiagonalMatrix.OfDiagonal(at.Length, at.Length, arms.Select((a, j) => a.At(at[j]).Information));
        var z = DenseMatrix.Create(at.Length, 2, (j, c) => c == 0 ? first[j] : second[j]);
        Matrix<double> inner = z.TransposeThisAndMultiply(w * z) + DenseMatrix.CreateIdentity(2);
        Matrix<double> cross = x.TransposeThisAndMultiply(w * z);
        return x.TransposeThisAndMultiply(w * x) - cross * inner.Inverse() * cross.Transpose();
    }

    private static double[] Predictors(CountLikelihood[] arms, double[] eta, double[] first, double[] second)
    {
        (double u, double v) = MarginalLikelihood.Modes(arms, eta, first, second);
        return [.. eta.Select((e, j) => e + first[j] * u + second[j] * v)];
    }
}
