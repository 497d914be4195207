namespace Azygos.Numerics;

/// <summary>Singular values of a small dense matrix with the directions that belong to them.</summary>
/// <remarks>A = Σ σ_k u_k v_kᵀ, σ falling. One-sided Jacobi: pairs of columns are rotated until all are orthogonal; the
/// order of the rotations is fixed, so the bits are too.</remarks>
/// <source doi="10.1137/0910023" at="one-sided Jacobi method"/>
public sealed class SingularValues
{
    private const double Orthogonal = 1e-15;   // cosine of two columns that rounding alone leaves
    private const int MostSweeps = 60;

    private readonly double[][] left;    // σ_k u_k; shape [columns][rows]
    private readonly double[][] right;   // v_k; shape [columns][columns]

    /// <summary>Decomposes a matrix.</summary>
    /// <param name="matrix">A; shape [rows, columns], finite.</param>
    public SingularValues(double[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        int rows = matrix.GetLength(0), columns = matrix.GetLength(1);
        double[][] a = [.. Enumerable.Range(0, columns)
            .Select(j => Enumerable.Range(0, rows).Select(i => matrix[i, j]).ToArray())];
        double[][] v = [.. Enumerable.Range(0, columns)
            .Select(j => Enumerable.Range(0, columns).Select(i => i == j ? 1.0 : 0).ToArray())];
        for (int sweep = 0; sweep < MostSweeps; sweep++)
            if (!Sweep(a, v)) break;
        int[] order = [.. Enumerable.Range(0, columns).OrderByDescending(k => Dot(a[k], a[k])).ThenBy(k => k)];
        left = [.. order.Select(k => a[k])];
        right = [.. order.Select(k => v[k])];
        Values = [.. left.Select(c => Math.Sqrt(Dot(c, c)))];
    }

    /// <summary>σ, falling; shape [columns].</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>v_k: the direction that the matrix stretches by σ_k, length 1; shape [columns].</summary>
    public IReadOnlyList<double> Direction(int k) => right[k];

    /// <summary>x that makes |A x − b|² + λ |x|² least.</summary>
    /// <param name="b">Right-hand side; shape [rows].</param>
    /// <param name="damping">λ, 0 or more; directions with σ = 0 are left alone.</param>
    public double[] Solve(ReadOnlySpan<double> b, double damping)
    {
        double[] x = new double[right.Length];
        for (int k = 0; k < right.Length; k++)
        {
            double squared = Values[k] * Values[k];
            if (squared == 0) continue;
            double share = Dot(left[k], b) / (squared + damping);
            for (int i = 0; i < x.Length; i++)
                x[i] += share * right[k][i];
        }

        return x;
    }

    private static bool Sweep(double[][] a, double[][] v)
    {
        bool turned = false;
        for (int p = 0; p < a.Length; p++)
            for (int q = p + 1; q < a.Length; q++)
            {
                double pp = Dot(a[p], a[p]), qq = Dot(a[q], a[q]), pq = Dot(a[p], a[q]);
                if (!(Math.Abs(pq) > Orthogonal * Math.Sqrt(pp * qq))) continue;
                turned = true;
                double ζ = (qq - pp) / (2 * pq);
                double t = (ζ < 0 ? -1 : 1) / (Math.Abs(ζ) + Math.Sqrt(1 + ζ * ζ));
                double c = 1 / Math.Sqrt(1 + t * t);
                Rotate(a[p], a[q], c, c * t);
                Rotate(v[p], v[q], c, c * t);
            }

        return turned;
    }

    private static void Rotate(double[] x, double[] y, double c, double s)
    {
        for (int i = 0; i < x.Length; i++)
            (x[i], y[i]) = (c * x[i] - s * y[i], s * x[i] + c * y[i]);
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }
}
