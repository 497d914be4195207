using Azygos.Evidence.Effects;
using Azygos.Evidence.Optimisation;

namespace Azygos.Evidence.Accuracy;

/// <summary>How the between-study covariance of a bivariate model is estimated.</summary>
/// <source doi="10.1002/sim.5453" at="estimation of multivariate random effects"/>
public enum BivariateEstimator
{
    /// <summary>Restricted maximum likelihood.</summary>
    RestrictedMaximumLikelihood,

    /// <summary>Maximum likelihood.</summary>
    MaximumLikelihood,

    /// <summary>Method of moments, projected on the possible covariances.</summary>
    Moments,
}

/// <summary>Symmetric 2 × 2 matrix.</summary>
/// <param name="A">Upper left.</param>
/// <param name="B">Off the diagonal.</param>
/// <param name="C">Lower right.</param>
/// <source choice="two outcomes need three numbers, not a matrix library"/>
public readonly record struct Covariance2(double A, double B, double C)
{
    internal double Determinant => A * C - B * B;

    internal Covariance2 Inverse()
    {
        double d = Determinant;
        return new Covariance2(C / d, -B / d, A / d);
    }

    /// <summary>Sum.</summary>
    public static Covariance2 operator +(Covariance2 x, Covariance2 y) => new(x.A + y.A, x.B + y.B, x.C + y.C);
}

/// <summary>Sensitivity and false positive rate pooled together on the logit scale.</summary>
/// <param name="LogitSensitivity">Mean logit sensitivity.</param>
/// <param name="LogitFalsePositiveRate">Mean logit false positive rate.</param>
/// <param name="MeanCovariance">Covariance of the two means.</param>
/// <param name="Between">Between-study covariance Ψ of the two logits.</param>
/// <param name="LogLikelihood">(Restricted) log-likelihood of the observed proportions (Jacobian of the logits
/// included); null for moments.</param>
/// <param name="Iterations">Newton steps.</param>
/// <remarks>
/// The restricted likelihood leaves out the constant ln det XᵀX, as usual in multivariate models. (logit sensᵢ, logit
/// fprᵢ) ~ N(μ, Sᵢ + Ψ), Sᵢ diagonal: 1/TP + 1/FN and 1/FP + 1/TN.
/// </remarks>
/// <source doi="10.1016/j.jclinepi.2005.02.022" at="Reitsma et al. 2005"/>
public sealed record BivariateNormal(
    double LogitSensitivity, double LogitFalsePositiveRate, Covariance2 MeanCovariance,
    Covariance2 Between, double? LogLikelihood,
    int Iterations)
{
    private const double Vanished = 1e-6;             // chosen: Newton ends within 1e-8 of a vanishing factor

    /// <summary>Fits tables in which no cell is 0 (A true positives, B false negatives, C false positives, D true
    /// negatives).</summary>
    public static Outcome<BivariateNormal> Fit(IReadOnlyList<TwoByTwo> tables, BivariateEstimator estimator)
    {
        if (tables.Count < 3)
            return new NoAnswer(Refusal.TooFewStudies, $"A bivariate model needs three studies; here {tables.Count}.");
        if (tables.Any(static t => t.HasZero))
            return new NoAnswer(Refusal.BadValue, "A logit of this table is infinite; apply a zero-cell policy first.");
        Logits[] studies = [.. tables.Select(Logits.Of)];
        if (estimator == BivariateEstimator.Moments) return At(studies, Moments(studies), null, 0);
        bool restricted = estimator == BivariateEstimator.RestrictedMaximumLikelihood;
        Covariance2 start = Moments(studies);
        double l11 = Math.Sqrt(Math.Max(start.A, 0.05)), l22 = Math.Sqrt(Math.Max(start.C, 0.05)) * 0.8;
        var found = ArrowNewton.Maximise(
            (_, _, g) => LogLikelihoodAt(studies, Factor(g), restricted),
            [0], [l11, 0.3 * l22, l22], false, "bivariate model");
        return found.Then<BivariateNormal>(fit =>
        {
            double[] g = [.. fit.Shared.Select(static x => Math.Abs(x) < Vanished ? 0 : x)];
            double jacobian = studies.Sum(static s => s.LogJacobian);
            return At(studies, Factor(g), LogLikelihoodAt(studies, Factor(g), restricted) + jacobian, fit.Iterations);
        });
    }

    /// <summary>Ψ = L Lᵀ from l₁₁, l₂₁, l₂₂: every value is a possible covariance.</summary>
    private static Covariance2 Factor(double[] l) => new(l[0] * l[0], l[0] * l[1], l[1] * l[1] + l[2] * l[2]);

    private static BivariateNormal At(Logits[] studies, Covariance2 between, double? likelihood, int iterations)
    {
        (double m1, double m2, Covariance2 precision) = Means(studies, between);
        return new BivariateNormal(m1, m2, precision.Inverse(), between, likelihood, iterations);
    }

    private static (double First, double Second, Covariance2 Precision) Means(Logits[] studies, Covariance2 between)
    {
        Covariance2 sum = default;
        double r1 = 0, r2 = 0;
        foreach (Logits s in studies)
        {
            Covariance2 w = (s.Within + between).Inverse();
            sum += w;
            r1 += w.A * s.Y1 + w.B * s.Y2;
            r2 += w.B * s.Y1 + w.C * s.Y2;
        }
        Covariance2 v = sum.Inverse();
        return (v.A * r1 + v.B * r2, v.B * r1 + v.C * r2, sum);
    }

    private static double LogLikelihoodAt(Logits[] studies, Covariance2 between, bool restricted)
    {
        (double m1, double m2, Covariance2 precision) = Means(studies, between);
        double sum = 0;
        foreach (Logits s in studies)
        {
            Covariance2 total = s.Within + between, w = total.Inverse();
            double d1 = s.Y1 - m1, d2 = s.Y2 - m2;
            sum += Math.Log(total.Determinant) + w.A * d1 * d1 + 2 * w.B * d1 * d2 + w.C * d2 * d2;
        }
        const double LogTwoPi = 1.83787706640934548356;
        int n = 2 * studies.Length;
        return restricted
            ? -0.5 * ((n - 2) * LogTwoPi + sum + Math.Log(precision.Determinant))
            : -0.5 * (n * LogTwoPi + sum);
    }

    /// <summary>Moment estimate: each product of weighted residuals set equal to its expectation, then the nearest
    /// covariance.</summary>
    /// <source doi="10.1002/sim.5453" at="Jackson, White and Riley 2013, eq. 6"/>
    private static Covariance2 Moments(Logits[] studies)
    {
        double w1 = 0, w2 = 0, m1 = 0, m2 = 0, w12 = 0;
        foreach (Logits s in studies)
        {
            double a = 1 / s.Within.A, b = 1 / s.Within.C;
            w1 += a;
            w2 += b;
            m1 += a * s.Y1;
            m2 += b * s.Y2;
            w12 += a * b;
        }
        m1 /= w1;
        m2 /= w2;
        double q11 = 0, q22 = 0, q12 = 0, q21 = 0, c11 = 0, c22 = 0, c12 = 0, c21 = 0;
        foreach (Logits s in studies)
        {
            double a = 1 / s.Within.A, b = 1 / s.Within.C, d1 = s.Y1 - m1, d2 = s.Y2 - m2;
            q11 += a * d1 * d1;
            q22 += b * d2 * d2;
            q12 += a * d1 * d2;
            q21 += b * d1 * d2;
            double shared = 1 - a / w1 - b / w2 + w12 / (w1 * w2);
            c11 += a - a * a / w1;
            c22 += b - b * b / w2;
            c12 += a * shared;
            c21 += b * shared;
        }
        double k = studies.Length;
        var raw = new Covariance2((q11 - (k - 1)) / c11, (q12 / c12 + q21 / c21) / 2, (q22 - (k - 1)) / c22);
        return Nearest(raw);
    }

    /// <summary>The matrix with negative eigenvalues set to 0.</summary>
    private static Covariance2 Nearest(Covariance2 m)
    {
        double mean = (m.A + m.C) / 2, half = (m.A - m.C) / 2, radius = Math.Sqrt(half * half + m.B * m.B);
        double high = mean + radius, low = mean - radius;
        if (low >= 0) return m;
        if (high <= 0) return default;
        // The projection on the direction of the positive eigenvalue.
        double angle = 0.5 * Math.Atan2(2 * m.B, m.A - m.C), c = Math.Cos(angle), s = Math.Sin(angle);
        return new Covariance2(high * c * c, high * c * s, high * s * s);
    }

    private readonly record struct Logits(double Y1, double Y2, Covariance2 Within, double LogJacobian)
    {
        internal static Logits Of(TwoByTwo t)
        {
            double sens = t.A / t.N1, fpr = t.C / t.N2;
            return new Logits(
                Math.Log(t.A / t.B), Math.Log(t.C / t.D), new Covariance2(1 / t.A + 1 / t.B, 0, 1 / t.C + 1 / t.D),
                -Math.Log(sens * (1 - sens)) - Math.Log(fpr * (1 - fpr)));
        }
    }
}
