namespace Azygos.Evidence.Linear;

/// <summary>The predictors of a meta-regression, one row a study and one named column a coefficient.</summary>
/// <remarks>
/// Columns that are a combination of earlier ones are dropped by name (residual norm below 1e-7 of the column's own);
/// X = QR with orthonormal Q is kept, so that later solves are as well conditioned as the weights allow.
/// </remarks>
/// <source choice="modified Gram-Schmidt applied twice (Golub and Van Loan, 4th ed., §5.2.8): short, and orthogonal to
/// round-off"/>
public sealed class DesignMatrix
{
    /// <summary>A column whose part outside the earlier columns is below this share of its norm is redundant.</summary>
    private const double RankTolerance = 1e-7;     // chosen: the usual least-squares tolerance; data carry fewer digits

    private readonly double[] _x;
    private readonly double[] _q;
    private readonly double[] _r;

    private DesignMatrix(int rows, string[] names, double[] x, double[] q, double[] r, string[] dropped, bool intercept)
        => (Rows, Names, _x, _q, _r, Dropped, HasIntercept) = (rows, names, x, q, r, dropped, intercept);

    /// <summary>Number of studies, k.</summary>
    public int Rows { get; }

    /// <summary>Number of coefficients, p.</summary>
    public int Columns => Names.Count;

    /// <summary>Name of each coefficient.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Names of the columns that were redundant.</summary>
    public IReadOnlyList<string> Dropped { get; }

    /// <summary>True when the first column is all ones.</summary>
    public bool HasIntercept { get; }

    /// <summary>True when the intercept is the only column.</summary>
    public bool IsInterceptOnly => HasIntercept && Columns == 1;

    /// <summary>ln det(XᵀX).</summary>
    public double LogDetCrossProduct
    {
        get
        {
            if (ReferenceEquals(_x, _q)) return Math.Log(Rows);
            double sum = 0;
            for (int j = 0; j < Columns; j++) sum += 2 * Math.Log(Math.Abs(_r[j * Columns + j]));
            return sum;
        }
    }

    /// <summary>X, row after row; shape [studies × coefficients].</summary>
    public ReadOnlySpan<double> Values => _x;

    /// <summary>One row of X.</summary>
    public ReadOnlySpan<double> Row(int study) => _x.AsSpan(study * Columns, Columns);

    /// <summary>Q of X = QR (for an intercept alone the ones themselves); shape [studies × coefficients].</summary>
    internal ReadOnlySpan<double> Basis => _q;

    /// <summary>R of X = QR, upper triangular; shape [coefficients × coefficients].</summary>
    internal ReadOnlySpan<double> Triangle => _r;

    /// <summary>An intercept and nothing else.</summary>
    public static DesignMatrix Intercept(int rows)
    {
        double[] ones = new double[rows];
        ones.AsSpan().Fill(1);
        return new DesignMatrix(rows, ["intrcpt"], ones, ones, [1], [], true);
    }

    /// <summary>An intercept followed by the given columns.</summary>
    public static DesignMatrix WithIntercept(int rows, IReadOnlyList<(string Name, double[] Values)> columns)
    {
        if (columns.Count == 0) return Intercept(rows);
        double[] ones = new double[rows];
        ones.AsSpan().Fill(1);
        return From(rows, [("intrcpt", ones), .. columns], true);
    }

    /// <summary>The given columns alone.</summary>
    public static DesignMatrix WithoutIntercept(int rows, IReadOnlyList<(string Name, double[] Values)> columns)
        => From(rows, columns, false);

    /// <summary>The same design for the studies that are kept; columns that become redundant there are
    /// dropped.</summary>
    public DesignMatrix Where(ReadOnlySpan<bool> keep)
    {
        int rows = 0;
        foreach (bool kept in keep) rows += kept ? 1 : 0;
        if (IsInterceptOnly) return Intercept(rows);
        var columns = new (string, double[])[Columns];
        for (int j = 0; j < Columns; j++)
        {
            double[] column = new double[rows];
            for (int i = 0, to = 0; i < Rows; i++)
                if (keep[i]) column[to++] = _x[i * Columns + j];
            columns[j] = (Names[j], column);
        }
        return From(rows, columns, HasIntercept);
    }

    /// <summary>β = R⁻¹γ, from coefficients in the orthonormal basis.</summary>
    internal void ToCoefficients(ReadOnlySpan<double> gamma, Span<double> beta)
    {
        int p = Columns;
        for (int i = p - 1; i >= 0; i--)
        {
            double sum = gamma[i];
            for (int j = i + 1; j < p; j++) sum -= _r[i * p + j] * beta[j];
            beta[i] = sum / _r[i * p + i];
        }
    }

    /// <summary>Row of X₀ in the orthonormal basis: x R⁻¹, so that x β = (x R⁻¹) γ.</summary>
    internal void ToBasisRow(ReadOnlySpan<double> row, Span<double> basisRow)
    {
        int p = Columns;
        for (int j = 0; j < p; j++)
        {
            double sum = row[j];
            for (int i = 0; i < j; i++) sum -= basisRow[i] * _r[i * p + j];
            basisRow[j] = sum / _r[j * p + j];
        }
    }

    private static DesignMatrix From(int rows, IReadOnlyList<(string Name, double[] Values)> columns, bool intercept)
    {
        List<string> names = [], dropped = [];
        List<double[]> kept = [], basis = [], coefficients = [];
        foreach ((string name, double[] values) in columns)
        {
            if (values.Length != rows)
                throw new ArgumentException($"column '{name}' has {values.Length} values for {rows} studies");
            double[] q = [.. values], r = new double[columns.Count];
            double norm = Norm(q);
            for (int pass = 0; pass < 2; pass++)
                for (int j = 0; j < basis.Count; j++)
                {
                    double dot = 0;
                    for (int i = 0; i < rows; i++) dot += basis[j][i] * q[i];
                    for (int i = 0; i < rows; i++) q[i] -= dot * basis[j][i];
                    r[j] += dot;
                }
            double rest = Norm(q);
            if (norm == 0 || rest < RankTolerance * norm)
            {
                dropped.Add(name);
                continue;
            }
            for (int i = 0; i < rows; i++) q[i] /= rest;
            r[basis.Count] = rest;
            names.Add(name);
            kept.Add(values);
            basis.Add(q);
            coefficients.Add(r);
        }
        int p = names.Count;
        double[] x = new double[rows * p], flatQ = new double[rows * p], flatR = new double[p * p];
        for (int j = 0; j < p; j++)
        {
            for (int i = 0; i < rows; i++) (x[i * p + j], flatQ[i * p + j]) = (kept[j][i], basis[j][i]);
            for (int i = 0; i <= j; i++) flatR[i * p + j] = coefficients[j][i];
        }
        return new DesignMatrix(rows, [.. names], x, flatQ, flatR, [.. dropped], intercept && names[0] == "intrcpt");
    }

    private static double Norm(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values) sum += value * value;
        return Math.Sqrt(sum);
    }
}
