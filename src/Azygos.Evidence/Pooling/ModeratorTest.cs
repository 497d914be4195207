using Azygos.Evidence.Distributions;
using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Pooling;

/// <summary>Wald-type test that a set of coefficients is 0.</summary>
/// <remarks>Q_M = bᵀ C⁻¹ b, chi-squared with m degrees of freedom; with t-based tests F = Q_M/m with m and k −
/// p.</remarks>
/// <source doi="10.18637/jss.v036.i03" at="§2.4, omnibus test of moderators"/>
internal static class ModeratorTest
{
    internal static OmnibusTest? Of(DesignMatrix design, double[] beta, double[] covariance, double degrees)
    {
        int p = design.Columns, from = design.HasIntercept && p > 1 ? 1 : 0, m = p - from;
        if (design.IsInterceptOnly) return null;
        double[] block = new double[m * m], b = new double[m];
        for (int i = 0; i < m; i++)
        {
            b[i] = beta[from + i];
            for (int j = 0; j < m; j++) block[i * m + j] = covariance[(from + i) * p + from + j];
        }
        double[] scale = new double[m];
        for (int i = 0; i < m; i++) scale[i] = Math.Sqrt(block[i * m + i]);
        for (int i = 0; i < m; i++)
        {
            b[i] /= scale[i];
            for (int j = 0; j < m; j++) block[i * m + j] /= scale[i] * scale[j];
        }
        double[] solved = [.. b];
        if (double.IsNaN(Cholesky.Factor(block, m))) return null;
        Cholesky.Solve(block, m, solved);
        double q = 0;
        for (int i = 0; i < m; i++) q += b[i] * solved[i];
        return double.IsInfinity(degrees)
            ? OmnibusTest.ChiSquare(q, m)
            : new OmnibusTest(q / m, m, degrees, FisherF.UpperTail(q / m, m, degrees));
    }
}
