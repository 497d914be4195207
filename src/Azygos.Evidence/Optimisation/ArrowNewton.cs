using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Azygos.Evidence.Optimisation;

/// <summary>Maximises Σᵢ fᵢ(aᵢ, g): a few shared parameters g and at most one own parameter aᵢ a study.</summary>
/// <remarks>
/// Newton with central differences of each fᵢ in its own few arguments; the Hessian is an arrow, so the own parameters
/// are eliminated study by study. Steps are damped until the sum rises.
/// </remarks>
/// <source doi="10.1007/978-0-387-40065-5" at="ch. 3.4, Newton with modified Hessian"/>
internal sealed class ArrowNewton
{
    private const int Limit = 200;
    private readonly Func<int, double, double[], double> _f;
    private readonly bool _own;

    private ArrowNewton(Func<int, double, double[], double> f, double[] own, double[] shared, bool hasOwn)
        => (_f, Own, Shared, _own) = (f, own, shared, hasOwn);

    internal double[] Own { get; }

    internal double[] Shared { get; }

    internal double Value { get; private set; }

    internal int Iterations { get; private set; }

    /// <summary>Inverse of the negative Hessian of the shared parameters, the own ones eliminated.</summary>
    internal Matrix<double> SharedCovariance { get; private set; } = null!;

    /// <summary>Covariance of the own parameters.</summary>
    internal Matrix<double> OwnCovariance { get; private set; } = null!;

    /// <summary>Finds the maximum from a start.</summary>
    /// <param name="f">fᵢ(aᵢ, g).</param>
    /// <param name="own">Start of the own parameters; one a study (ignored where there are none).</param>
    /// <param name="shared">Start of the shared parameters.</param>
    /// <param name="hasOwn">Whether studies have an own parameter.</param>
    /// <param name="what">Name for the refusal.</param>
    internal static Outcome<ArrowNewton> Maximise(
        Func<int, double, double[], double> f, double[] own, double[] shared, bool hasOwn, string what)
    {
        var search = new ArrowNewton(f, [.. own], [.. shared], hasOwn);
        search.Value = search.Sum(search.Own, search.Shared);
        double damping = 0;
        for (search.Iterations = 1; search.Iterations <= Limit; search.Iterations++)
        {
            if (search.Step(damping) is not { } step)
                return new NoAnswer(Refusal.NotConverged,
                    $"{what}: the likelihood has no slope at {string.Join(", ", search.Shared)}.");
            (double[] stepOwn, double[] stepShared, double decrement) = step;
            double scale = 1, next = double.NaN;
            double[] a = search.Own, g = search.Shared;
            for (int half = 0; half < 30; half++, scale /= 2)
            {
                a = [.. search.Own.Zip(stepOwn, (x, d) => x + scale * d)];
                g = [.. search.Shared.Zip(stepShared, (x, d) => x + scale * d)];
                next = search.Sum(a, g);
                if (next >= search.Value - 1e-13 * Math.Abs(search.Value)) break;
            }
            if (double.IsFinite(next) && next >= search.Value - 1e-13 * Math.Abs(search.Value))
            {
                a.CopyTo(search.Own, 0);
                g.CopyTo(search.Shared, 0);
                bool settled = scale == 1 && decrement < 1e-14 * (1 + Math.Abs(search.Value));
                search.Value = next;
                damping = 0;
                if (settled)
                {
                    search.Covariances();
                    return search;
                }
            }
            else if (decrement < 1e-9 * (1 + Math.Abs(search.Value)))
            {
                search.Covariances();       // differences cannot tell the remaining slope from rounding
                return search;
            }
            else damping = damping == 0 ? 1e-3 : 10 * damping;
        }
        return new NoAnswer(Refusal.NotConverged,
            $"{what}: no maximum after {Limit} Newton steps, likelihood {search.Value}.");
    }

    private double Sum(double[] own, double[] shared)
    {
        double sum = 0;
        for (int i = 0; i < own.Length; i++) sum += _f(i, own[i], shared);
        return sum;
    }

    /// <summary>Gradient and negative Hessian of one study in (aᵢ, g).</summary>
    private void Differences(int i, double[] gradient, double[,] hessian)
    {
        int n = gradient.Length, shift = _own ? 1 : 0;
        double[] x = new double[n], h = new double[n];
        if (_own) x[0] = Own[i];
        Shared.CopyTo(x, shift);
        for (int j = 0; j < n; j++) h[j] = 2e-4 * Math.Max(0.5, Math.Abs(x[j]));
        double centre = At(x);
        double[] plus = new double[n], minus = new double[n];
        for (int j = 0; j < n; j++)
        {
            plus[j] = Moved(j, h[j], -1, 0);
            minus[j] = Moved(j, -h[j], -1, 0);
            // Five-point formulas: error h⁴.
            double plus2 = Moved(j, 2 * h[j], -1, 0), minus2 = Moved(j, -2 * h[j], -1, 0);
            gradient[j] = (8 * (plus[j] - minus[j]) - (plus2 - minus2)) / (12 * h[j]);
            hessian[j, j] = -(16 * (plus[j] + minus[j]) - (plus2 + minus2) - 30 * centre) / (12 * h[j] * h[j]);
        }
        for (int j = 0; j < n; j++)
            for (int l = 0; l < j; l++)
                hessian[j, l] = hessian[l, j] = -(Moved(j, h[j], l, h[l]) + Moved(j, -h[j], l, -h[l])
                    - Moved(j, h[j], l, -h[l]) - Moved(j, -h[j], l, h[l])) / (4 * h[j] * h[l]);

        double Moved(int j, double dj, int l, double dl)
        {
            double[] y = [.. x];
            y[j] += dj;
            if (l >= 0) y[l] += dl;
            return At(y);
        }

        double At(double[] y) => _own ? _f(i, y[0], y[1..]) : _f(i, 0, y);
    }

    /// <summary>Null where a slope or curvature is not finite.</summary>
    private (double[] Own, double[] Shared, double Decrement)? Step(double damping)
    {
        int k = Own.Length, m = Shared.Length, n = m + (_own ? 1 : 0), shift = n - m;
        var schur = DenseMatrix.Create(m, m, 0);
        var right = DenseVector.Create(m, 0);
        double[] slopes = new double[k], pivots = new double[k];
        var border = new double[k][];
        double decrement = 0;
        var gradientShared = DenseVector.Create(m, 0);
        for (int i = 0; i < k; i++)
        {
            double[] gradient = new double[n];
            double[,] hessian = new double[n, n];
            Differences(i, gradient, hessian);
            if (!gradient.All(double.IsFinite) || !hessian.Cast<double>().All(double.IsFinite)) return null;
            border[i] = new double[m];
            if (_own) pivots[i] = Math.Max(hessian[0, 0], 1e-8) * (1 + damping);
            slopes[i] = _own ? gradient[0] : 0;
            for (int j = 0; j < m; j++)
            {
                border[i][j] = _own ? hessian[0, shift + j] : 0;
                gradientShared[j] += gradient[shift + j];
                right[j] += gradient[shift + j] - (_own ? border[i][j] * slopes[i] / pivots[i] : 0);
            }
            for (int j = 0; j < m; j++)
                for (int l = 0; l < m; l++)
                    schur[j, l] += hessian[shift + j, shift + l] * (j == l ? 1 + damping : 1)
                        - (_own ? border[i][j] * hessian[0, shift + l] / pivots[i] : 0);
        }
        Vector<double> stepShared = Definite(schur).Solve(right);
        double[] stepOwn = new double[k];
        for (int i = 0; i < k; i++)
        {
            if (!_own) continue;
            double sum = slopes[i];
            for (int j = 0; j < m; j++) sum -= border[i][j] * stepShared[j];
            stepOwn[i] = Math.Clamp(sum / pivots[i], -3, 3);
            decrement += stepOwn[i] * slopes[i];
        }
        for (int j = 0; j < m; j++)
        {
            stepShared[j] = Math.Clamp(stepShared[j], -1, 1);
            decrement += stepShared[j] * gradientShared[j];
        }
        return (stepOwn, [.. stepShared], Math.Abs(decrement));
    }

    /// <summary>The matrix with its eigenvalues made positive, so that a step along them climbs.</summary>
    private static Matrix<double> Definite(Matrix<double> matrix)
    {
        var eigen = matrix.Evd(Symmetricity.Symmetric);
        double largest = eigen.EigenValues.Real().AbsoluteMaximum();
        Vector<double> values = eigen.EigenValues.Real().Map(v => Math.Max(Math.Abs(v), 1e-9 * largest + 1e-12));
        return eigen.EigenVectors * DiagonalMatrix.OfDiagonal(values.Count, values.Count, values)
            * eigen.EigenVectors.Transpose();
    }

    private void Covariances()
    {
        int k = Own.Length, m = Shared.Length, n = m + (_own ? 1 : 0), shift = n - m;
        var schur = DenseMatrix.Create(m, m, 0);
        var border = DenseMatrix.Create(k, m, 0);
        double[] pivots = new double[k];
        for (int i = 0; i < k; i++)
        {
            double[] gradient = new double[n];
            double[,] hessian = new double[n, n];
            Differences(i, gradient, hessian);
            pivots[i] = _own && hessian[0, 0] > 0 ? hessian[0, 0] : 1;
            for (int j = 0; j < m; j++)
            {
                border[i, j] = _own ? hessian[0, shift + j] : 0;
                for (int l = 0; l < m; l++)
                    schur[j, l] += hessian[shift + j, shift + l]
                        - (_own ? hessian[0, shift + j] * hessian[0, shift + l] / pivots[i] : 0);
            }
        }
        SharedCovariance = Definite(schur).Inverse();
        var own = DenseMatrix.Create(k, k, 0);
        for (int i = 0; i < k; i++)
            for (int j = 0; j < m; j++) border[i, j] /= pivots[i];
        (border * SharedCovariance * border.Transpose()).CopyTo(own);
        for (int i = 0; i < k; i++) own[i, i] += 1 / pivots[i];
        OwnCovariance = own;
    }
}
