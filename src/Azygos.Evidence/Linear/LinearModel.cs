using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Azygos.Evidence.Linear;

/// <summary>y = Xβ + u + e with u ~ N(0, τ²), e ~ N(0, v): the model of every pooled mean and
/// meta-regression.</summary>
/// <remarks>
/// With w = 1/(v + τ²), W = diag w and P = W − WX(XᵀWX)⁻¹XᵀW, everything an estimator needs is a sum over studies:
/// yᵀPy = Σ w r², yᵀPPy = Σ w² r², tr P, tr PP; r are the residuals of the weighted fit. Cost k p², no k × k matrix.
/// Effects are held as differences from the first study, so equal effects leave residuals of exactly 0.
/// </remarks>
/// <source doi="10.18637/jss.v036.i03" at="§2.1-2.2, model and notation"/>
public sealed class LinearModel
{
    private readonly double[] _y;
    private readonly double[] _v;
    private readonly double _shift;

    private LinearModel(double[] y, double[] v, double shift, DesignMatrix design)
        => (_y, _v, _shift, Design) = (y, v, shift, design);

    /// <summary>Number of studies, k.</summary>
    public int Count => _y.Length;

    /// <summary>Number of coefficients, p.</summary>
    public int Coefficients => Design.Columns;

    /// <summary>k − p.</summary>
    public int ResidualDegrees => Count - Coefficients;

    /// <summary>X.</summary>
    public DesignMatrix Design { get; }

    /// <summary>v; shape [studies].</summary>
    public ReadOnlySpan<double> Variances => _v;

    /// <summary>y less the first study's effect (less 0 without an intercept); shape [studies].</summary>
    internal ReadOnlySpan<double> Centred => _y;

    /// <summary>What was taken off y.</summary>
    internal double Shift => _shift;

    /// <summary>Joins effects and predictors.</summary>
    public static Outcome<LinearModel> From(EffectTable table, DesignMatrix? design = null)
    {
        design ??= DesignMatrix.Intercept(table.Count);
        if (design.Rows != table.Count)
            return new NoAnswer(Refusal.BadValue, $"{design.Rows} rows of predictors for {table.Count} studies.");
        if (design.Columns == 0) return new NoAnswer(Refusal.NotEstimable, "No predictor column is left.");
        if (design.Columns > table.Count)
            return new NoAnswer(Refusal.Saturated, $"{design.Columns} coefficients from {table.Count} studies.");
        double shift = design.HasIntercept ? table.Effects[0] : 0;
        double[] y = table.Effects.ToArray();
        for (int i = 0; i < y.Length; i++) y[i] -= shift;
        return new LinearModel(y, table.Variances.ToArray(), shift, design);
    }

    /// <summary>The sums of the weighted fit at a given τ² ≥ 0.</summary>
    internal ModelSums At(double tau2)
    {
        if (Count > 512)
        {
            double[] heap = new double[Count];
            for (int i = 0; i < heap.Length; i++) heap[i] = 1 / (_v[i] + tau2);
            return Under(heap);
        }
        Span<double> w = stackalloc double[Count];
        for (int i = 0; i < w.Length; i++) w[i] = 1 / (_v[i] + tau2);
        return Under(w);
    }

    /// <summary>
    /// yᵀPPy − tr P (or − Σw) of a mean, in SIMD lanes; false where one study outweighs the rest so far that tr P would
    /// cancel.
    /// </summary>
    internal bool TryMeanScore(double tau2, bool restricted, out double score)
    {
        // Four lanes whatever the machine, added in a fixed order: the same bits everywhere.
        const int Lanes = 4;
        int i = 0;
        ref double y = ref MemoryMarshal.GetArrayDataReference(_y), v = ref MemoryMarshal.GetArrayDataReference(_v);
        Vector256<double> t = Vector256.Create(tau2), s = Vector256<double>.Zero, s2 = s, sy = s;
        for (; i <= _y.Length - Lanes; i += Lanes)
        {
            Vector256<double> w = Vector256<double>.One / (Vector256.LoadUnsafe(ref v, (nuint)i) + t);
            s += w;
            s2 += w * w;
            sy += w * Vector256.LoadUnsafe(ref y, (nuint)i);
        }
        double sum = Add(s), squares = Add(s2), weighted = Add(sy);
        for (int j = i; j < _y.Length; j++)
        {
            double w = 1 / (_v[j] + tau2);
            sum += w;
            squares += w * w;
            weighted += w * _y[j];
        }
        double mean = weighted / sum;
        Vector256<double> m = Vector256.Create(mean), q = Vector256<double>.Zero;
        for (i = 0; i <= _y.Length - Lanes; i += Lanes)
        {
            Vector256<double> wr = (Vector256.LoadUnsafe(ref y, (nuint)i) - m)
                / (Vector256.LoadUnsafe(ref v, (nuint)i) + t);
            q += wr * wr;
        }
        double rss = Add(q);
        for (; i < _y.Length; i++)
        {
            double wr = (_y[i] - mean) / (_v[i] + tau2);
            rss += wr * wr;
        }
        score = rss - (restricted ? sum - squares / sum : sum);
        return squares < 0.9 * sum * sum;

        static double Add(Vector256<double> x) => x[0] + x[1] + (x[2] + x[3]);
    }

    /// <summary>The sums of the fit under any positive weights.</summary>
    internal ModelSums Under(ReadOnlySpan<double> w)
        => Design.IsInterceptOnly ? UnderMean(w) : UnderDesign(w);

    /// <summary>Fit under weights: γ in the orthonormal basis, (QᵀWQ)⁻¹, and ln det(QᵀWQ).</summary>
    internal double Solve(ReadOnlySpan<double> w, Span<double> gamma, Span<double> inverse)
    {
        int p = Coefficients;
        ReadOnlySpan<double> q = Design.Basis;
        Span<double> a = p <= 16 ? stackalloc double[p * p] : new double[p * p];
        a.Clear();
        gamma.Clear();
        for (int i = 0; i < Count; i++)
        {
            ReadOnlySpan<double> row = q.Slice(i * p, p);
            for (int c = 0; c < p; c++)
            {
                double wq = w[i] * row[c];
                gamma[c] += wq * _y[i];
                for (int d = 0; d <= c; d++) a[c * p + d] += wq * row[d];
            }
        }
        double logDet = Cholesky.Factor(a, p);
        Cholesky.Invert(a, p, inverse);
        Cholesky.Solve(a, p, gamma);
        return logDet;
    }

    /// <summary>w h ≤ 1 of each study: how much of its own fit it makes.</summary>
    internal void Leverages(ReadOnlySpan<double> w, Span<double> share)
    {
        int p = Coefficients;
        Span<double> gamma = stackalloc double[p], inverse = p <= 16 ? stackalloc double[p * p] : new double[p * p];
        Solve(w, gamma, inverse);
        for (int i = 0; i < Count; i++)
        {
            ReadOnlySpan<double> row = Design.Basis.Slice(i * p, p);
            double h = 0;
            for (int c = 0; c < p; c++)
                for (int d = 0; d < p; d++) h += row[c] * inverse[c * p + d] * row[d];
            share[i] = w[i] * h;
        }
    }

    /// <summary>tr(PΩPΩ) for diagonal Ω: half the variance of yᵀPy when Var y = Ω.</summary>
    internal double TraceOfSquaredVariance(ReadOnlySpan<double> w, ReadOnlySpan<double> omega)
    {
        int p = Coefficients;
        Span<double> gamma = stackalloc double[p], b = p <= 16 ? stackalloc double[p * p] : new double[p * p];
        Span<double> inverse = p <= 16 ? stackalloc double[p * p] : new double[p * p];
        Solve(w, gamma, inverse);
        b.Clear();
        double squares = 0, sum2 = 0;
        for (int i = 0; i < Count; i++)
        {
            ReadOnlySpan<double> row = Design.Basis.Slice(i * p, p);
            double h = 0, wo = w[i] * omega[i];
            sum2 += wo * wo;
            for (int c = 0; c < p; c++)
                for (int d = 0; d < p; d++)
                {
                    h += row[c] * inverse[c * p + d] * row[d];
                    b[c * p + d] += w[i] * wo * row[c] * row[d];
                }
            squares += wo * wo * (1 - 2 * w[i] * h);
        }
        return Resolved(squares + Cholesky.TraceOfSquaredProduct(inverse, b, p), sum2, w, inverse, omega);
    }

    private ModelSums UnderMean(ReadOnlySpan<double> w)
    {
        Debug.Assert(w.Length == Count);
        int heaviest = 0;
        double others = 0;
        for (int i = 1; i < w.Length; i++)
            if (w[i] > w[heaviest]) heaviest = i;
        double sumY = 0;
        for (int i = 0; i < w.Length; i++)
        {
            if (i != heaviest) others += w[i];
            sumY += w[i] * (_y[i] - _y[heaviest]);     // about the heaviest study: its residual keeps its digits
        }
        double sum = others + w[heaviest], about = sumY / sum;
        double rss = 0, weighted = 0, trace = 0, squares = 0, fourths = 0, sum2 = 0;
        for (int i = 0; i < w.Length; i++)
        {
            double r = _y[i] - _y[heaviest] - about, wr = w[i] * r, w2 = w[i] * w[i];
            double rest = (i == heaviest ? others : sum - w[i]) / sum;      // 1 − w h, without cancellation
            rss += wr * r;
            weighted += wr * wr;
            trace += w[i] * rest;
            squares += w2 * (rest * rest);
            fourths += sum2 * w2;
            sum2 += w2;
        }
        return new ModelSums
        {
            SumW = sum,
            SumW2 = sum2,
            Rss = rss,
            WeightedRss = weighted,
            TraceP = trace,
            TracePP = squares + 2 * fourths / (sum * sum),
            LogDetXWX = Math.Log(sum),
        };
    }

    /// <summary>tr PΩPΩ; where the short formula has cancelled, the sum of squares P_ij² Ω_i Ω_j, which
    /// cannot.</summary>
    private double Resolved(
        double trace, double sum2, ReadOnlySpan<double> w, ReadOnlySpan<double> inverse,
        ReadOnlySpan<double> omega = default)
    {
        if (trace > 1e-8 * sum2) return trace;
        int p = Coefficients;
        double direct = 0;
        for (int i = 0; i < Count; i++)
            for (int j = 0; j <= i; j++)
            {
                double h = 0;
                for (int c = 0; c < p; c++)
                    for (int d = 0; d < p; d++)
                        h += Design.Basis[i * p + c] * inverse[c * p + d] * Design.Basis[j * p + d];
                double entry = i == j ? w[i] * (1 - w[i] * h) : w[i] * w[j] * h;
                double between = omega.IsEmpty ? 1 : omega[i] * omega[j];
                direct += (i == j ? 1 : 2) * entry * entry * between;
            }
        return direct;
    }

    private ModelSums UnderDesign(ReadOnlySpan<double> w)
    {
        int p = Coefficients;
        ReadOnlySpan<double> q = Design.Basis;
        Span<double> gamma = stackalloc double[p], b = p <= 16 ? stackalloc double[p * p] : new double[p * p];
        Span<double> inverse = p <= 16 ? stackalloc double[p * p] : new double[p * p];
        double logDet = Solve(w, gamma, inverse);
        b.Clear();
        double sum = 0, sum2 = 0, rss = 0, weighted = 0, trace = 0, squares = 0;
        for (int i = 0; i < Count; i++)
        {
            ReadOnlySpan<double> row = q.Slice(i * p, p);
            double fit = 0, h = 0, w2 = w[i] * w[i];
            for (int c = 0; c < p; c++)
            {
                fit += row[c] * gamma[c];
                double t = 0;
                for (int d = 0; d < p; d++)
                {
                    t += inverse[c * p + d] * row[d];
                    b[c * p + d] += w2 * row[c] * row[d];
                }
                h += row[c] * t;
            }
            double r = _y[i] - fit, wr = w[i] * r;
            sum += w[i];
            sum2 += w2;
            rss += wr * r;
            weighted += wr * wr;
            trace += w[i] * (1 - w[i] * h);
            squares += w2 * (1 - 2 * w[i] * h);
        }
        return new ModelSums
        {
            SumW = sum,
            SumW2 = sum2,
            Rss = rss,
            WeightedRss = weighted,
            TraceP = trace,
            TracePP = Resolved(squares + Cholesky.TraceOfSquaredProduct(inverse, b, p), sum2, w, inverse),
            LogDetXWX = logDet + Design.LogDetCrossProduct,
        };
    }
}
