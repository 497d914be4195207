using Azygos.Evidence.Linear;
using Azygos.Evidence.Optimisation;
using Azygos.Evidence.Quadrature;
using MathNet.Numerics;

namespace Azygos.Evidence.Bias;

/// <summary>Equal-effects mean with a random-effects interval: small studies, where bias is likeliest, keep small
/// weights.</summary>
/// <param name="Estimate">Σ w y/Σ w, w = 1/v.</param>
/// <param name="StandardError">√((1 + τ² W₂)/W₁).</param>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Tau2">DerSimonian and Laird's τ².</param>
/// <remarks>
/// W₁ = Σw, W₂ = Σw²/W₁. The half-width is u₀ SE with P(|R| &gt; u₀ √(1 + τ̂² W₂)) = 1 − level, R the scaled error of
/// the mean and Q, hence τ̂², approximated by a gamma distribution given R with its exact conditional mean and
/// variance.
/// </remarks>
/// <source doi="10.1002/sim.4029" at="Henmi and Copas 2010, §3"/>
public sealed record HenmiCopas(double Estimate, double StandardError, double Lower, double Upper, double Tau2)
{
    /// <summary>The interval; needs two studies.</summary>
    public static Outcome<HenmiCopas> Fit(EffectTable table, double level = 0.95)
    {
        int k = table.Count;
        if (k < 2) return new NoAnswer(Refusal.TooFewStudies, "Henmi and Copas's interval needs two studies.");
        double w1 = 0, s2 = 0, mean = 0;
        double[] w = [.. table.Variances.ToArray().Select(static v => 1 / v)];
        for (int i = 0; i < k; i++)
        {
            w1 += w[i];
            s2 += w[i] * w[i];
            mean += w[i] * table.Effects[i];
        }
        mean /= w1;
        double w2 = s2 / w1, q = 0;
        for (int i = 0; i < k; i++) q += w[i] * (table.Effects[i] - mean) * (table.Effects[i] - mean);
        double tau2 = Math.Max(0, (q - (k - 1)) / (w1 - w2)), vr = 1 + tau2 * w2;
        Moments moments = Moments.Of(w, w1, w2, tau2, vr);
        double alpha = 1 - level;

        // x = u₀/√VR; the integral over r ≥ x of P(Q < bound | R = r √VR) φ(r) falls from ½ to 0.
        double Excess(double x)
        {
            double sum = 0;
            for (int panel = 0; panel < 8; panel++)
            {
                (double[] r, double[] weights) = GaussLegendre.On(x + panel * 1.25, x + (panel + 1) * 1.25, 24);
                for (int i = 0; i < r.Length; i++)
                {
                    double ratio = r[i] / x, bound = (w1 / w2 - 1) * (ratio * ratio - 1) + (k - 1);
                    (double m, double v) = moments.Given(r[i] * Math.Sqrt(vr));
                    if (!(m > 0 && v > 0))
                        return double.NaN;  // rounding, where one study carries all weight: no root, a refusal
                    sum += weights[i] * Distributions.Normal.Density(r[i])
                        * SpecialFunctions.GammaLowerRegularized(m * m / v, bound * m / v);
                }
            }
            return sum - alpha / 2;
        }
        double low = 1e-3, high = 1;
        while (Excess(high) > 0 && high < 100) high *= 2;
        var root = BrentRoot.Find(Excess, (low, Excess(low)), (high, Excess(high)));
        return root.Then<HenmiCopas>(found =>
        {
            double se = Math.Sqrt(vr / w1), half = found.X * Math.Sqrt(vr) * se;
            return new HenmiCopas(mean, se, mean - half, mean + half, tau2);
        });
    }

    /// <summary>Mean and variance of Q given R = r: E = e₀ + e₁ r², Var = v₀ + v₁ r².</summary>
    private sealed record Moments(double E0, double E1, double V0, double V1)
    {
        internal (double Mean, double Variance) Given(double r) => (E0 + E1 * r * r, V0 + V1 * r * r);

        internal static Moments Of(double[] w, double w1, double w2, double tau2, double vr)
        {
            // δ ~ N(0, D), D = 1/w + τ²; c = Cov(δ, R); A = W − wwᵀ/W₁, Q = δᵀAδ; given R: mean c r/VR, covariance D −
            // ccᵀ/VR.
            double ad = 0, adad1 = 0, adad2 = 0, cross = 0, cac = 0, cadac = 0;
            foreach (double wi in w)
            {
                double d = 1 / wi + tau2, aw = wi * wi - wi * w2;        // (A w)ᵢ
                ad += (wi - wi * wi / w1) * d;
                adad1 += wi * wi * d * d;
                adad2 += wi * wi * wi * d * d;
                cross += wi * wi * d;
                cac += aw * wi;
                cadac += aw * aw * d;
            }
            double scale = tau2 * tau2 / w1;
            cac *= scale;
            cadac *= scale;
            double adad = adad1 - 2 * adad2 / w1 + cross / w1 * (cross / w1);
            double acac = adad - 2 * cadac / vr + cac / vr * (cac / vr), cacac = cadac - cac * cac / vr;
            return new Moments(ad - cac / vr, cac / (vr * vr), 2 * acac, 4 * cacac / (vr * vr));
        }
    }
}
