using Azygos.Evidence.Quadrature;

namespace Azygos.Evidence.Counts;

/// <summary>Likelihood of a study's counts with its random effects integrated out.</summary>
/// <remarks>
/// One effect: adaptive Gauss-Hermite about the mode û with spread σ̂ = (−g″(û))^(−½), g(u) = Σ l(η + b u) − u²/2; one
/// node is Laplace's approximation. Two effects: Laplace. g is concave, so Newton finds the mode.
/// </remarks>
/// <source doi="10.1198/106186006X96962" at="adaptive Gaussian quadrature for mixed models"/>
internal static class MarginalLikelihood
{
    /// <summary>ln ∫ Π p(yⱼ | ηⱼ + bⱼ u) φ(u) du.</summary>
    internal static double OneEffect(
        ReadOnlySpan<CountLikelihood> arms, ReadOnlySpan<double> eta, ReadOnlySpan<double> loading, GaussHermite rule)
    {
        double mode = 0, curvature = 1;
        for (int i = 0; i < 100; i++)
        {
            double slope = -mode;
            curvature = 1;
            for (int j = 0; j < arms.Length; j++)
            {
                (_, double score, double information) = arms[j].At(eta[j] + loading[j] * mode);
                slope += loading[j] * score;
                curvature += loading[j] * loading[j] * information;
            }
            double step = Math.Clamp(slope / curvature, -2, 2);
            mode += step;
            if (Math.Abs(step) < 1e-13) break;
        }
        double spread = 1 / Math.Sqrt(curvature), top = Height(arms, eta, loading, mode), sum = 0;
        for (int n = 0; n < rule.Nodes.Length; n++)
        {
            double z = rule.Nodes[n];
            sum += rule.Weights[n] * Math.Exp(Height(arms, eta, loading, mode + spread * z) - top + z * z / 2);
        }
        return top + Math.Log(spread * sum);
    }

    /// <summary>The most probable effects of a study given its counts: modes u and v (v is 0 with one
    /// effect).</summary>
    internal static (double First, double Second) Modes(
        ReadOnlySpan<CountLikelihood> arms, ReadOnlySpan<double> eta,
        ReadOnlySpan<double> first, ReadOnlySpan<double> second)
        => Climb(arms, eta, first, second, out _);

    /// <summary>Laplace's approximation with two independent standard normal effects.</summary>
    internal static double TwoEffects(
        ReadOnlySpan<CountLikelihood> arms, ReadOnlySpan<double> eta,
        ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        (double u, double v) = Climb(arms, eta, first, second, out double determinant);
        double height = -(u * u + v * v) / 2;
        for (int j = 0; j < arms.Length; j++) height += arms[j].LogLikelihood(eta[j] + first[j] * u + second[j] * v);
        return height - 0.5 * Math.Log(determinant);
    }

    private static (double First, double Second) Climb(
        ReadOnlySpan<CountLikelihood> arms, ReadOnlySpan<double> eta,
        ReadOnlySpan<double> first, ReadOnlySpan<double> second,
        out double determinant)
    {
        double u = 0, v = 0;
        determinant = 1;
        for (int i = 0; i < 200; i++)
        {
            double gu = -u, gv = -v, huu = 1, hvv = 1, huv = 0;
            for (int j = 0; j < arms.Length; j++)
            {
                (_, double score, double information) = arms[j].At(eta[j] + first[j] * u + second[j] * v);
                gu += first[j] * score;
                gv += second[j] * score;
                huu += first[j] * first[j] * information;
                hvv += second[j] * second[j] * information;
                huv += first[j] * second[j] * information;
            }
            determinant = huu * hvv - huv * huv;
            double du = Math.Clamp((hvv * gu - huv * gv) / determinant, -2, 2);
            double dv = Math.Clamp((huu * gv - huv * gu) / determinant, -2, 2);
            u += du;
            v += dv;
            if (Math.Abs(du) + Math.Abs(dv) < 1e-13) break;
        }
        return (u, v);
    }

    private static double Height(
        ReadOnlySpan<CountLikelihood> arms, ReadOnlySpan<double> eta, ReadOnlySpan<double> loading, double u)
    {
        double sum = -u * u / 2;
        for (int j = 0; j < arms.Length; j++) sum += arms[j].LogLikelihood(eta[j] + loading[j] * u);
        return sum;
    }
}
