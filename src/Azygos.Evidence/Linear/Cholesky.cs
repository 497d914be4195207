namespace Azygos.Evidence.Linear;

/// <summary>Small symmetric positive definite systems in place, row after row, lower triangle.</summary>
/// <source choice="outer-product Cholesky (Golub and Van Loan, 4th ed., §4.2)"/>
public static class Cholesky
{
    /// <summary>Replaces the lower triangle of A by L, A = LLᵀ; returns ln det A, NaN when A is not positive
    /// definite.</summary>
    /// <param name="a">A; shape [n × n], of which the lower triangle is read and written.</param>
    /// <param name="n">Rows.</param>
    public static double Factor(Span<double> a, int n)
    {
        double logDet = 0;
        for (int j = 0; j < n; j++)
        {
            double d = a[j * n + j];
            for (int s = 0; s < j; s++) d -= a[j * n + s] * a[j * n + s];
            if (!(d > 0)) return double.NaN;
            double root = Math.Sqrt(d);
            logDet += Math.Log(d);
            a[j * n + j] = root;
            for (int i = j + 1; i < n; i++)
            {
                double sum = a[i * n + j];
                for (int s = 0; s < j; s++) sum -= a[i * n + s] * a[j * n + s];
                a[i * n + j] = sum / root;
            }
        }
        return logDet;
    }

    /// <summary>x ← A⁻¹x from the factor.</summary>
    /// <param name="l">L; shape [n × n].</param>
    /// <param name="n">Rows.</param>
    /// <param name="x">x; shape [n].</param>
    public static void Solve(ReadOnlySpan<double> l, int n, Span<double> x)
    {
        for (int i = 0; i < n; i++)
        {
            double sum = x[i];
            for (int j = 0; j < i; j++) sum -= l[i * n + j] * x[j];
            x[i] = sum / l[i * n + i];
        }
        for (int i = n - 1; i >= 0; i--)
        {
            double sum = x[i];
            for (int j = i + 1; j < n; j++) sum -= l[j * n + i] * x[j];
            x[i] = sum / l[i * n + i];
        }
    }

    /// <summary>A⁻¹, full, from the factor.</summary>
    internal static void Invert(ReadOnlySpan<double> l, int n, Span<double> inverse)
    {
        Span<double> column = n <= 64 ? stackalloc double[n] : new double[n];
        for (int j = 0; j < n; j++)
        {
            column.Clear();
            column[j] = 1;
            Solve(l, n, column);
            for (int i = 0; i < n; i++) inverse[i * n + j] = column[i];
        }
    }

    /// <summary>tr(A B A B) for symmetric A and B.</summary>
    internal static double TraceOfSquaredProduct(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int n)
    {
        Span<double> ab = n <= 16 ? stackalloc double[n * n] : new double[n * n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
            {
                double sum = 0;
                for (int s = 0; s < n; s++) sum += a[i * n + s] * b[s * n + j];
                ab[i * n + j] = sum;
            }
        double trace = 0;
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) trace += ab[i * n + j] * ab[j * n + i];
        return trace;
    }
}
