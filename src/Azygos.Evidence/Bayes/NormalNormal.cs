using Azygos.Evidence.Distributions;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Optimisation;

namespace Azygos.Evidence.Bayes;

/// <summary>A prior density of τ ≥ 0.</summary>
/// <param name="Name">Name in tables.</param>
/// <param name="Scale">Scale, in units of the effect.</param>
/// <param name="LogDensity">ln p(τ).</param>
/// <source doi="10.1214/06-BA117A" at="Gelman 2006, half-normal and half-Cauchy priors"/>
public sealed record HeterogeneityPrior(string Name, double Scale, Func<double, double> LogDensity)
{
    /// <summary>|N(0, scale²)|.</summary>
    public static HeterogeneityPrior HalfNormal(double scale) => new(
        "half-normal", Positive(scale), tau => Math.Log(2 / scale) + Normal.LogDensity(tau / scale));

    /// <summary>|Cauchy(0, scale)|.</summary>
    public static HeterogeneityPrior HalfCauchy(double scale) => new(
        "half-cauchy", Positive(scale),
        tau => Math.Log(2 / (Math.PI * scale)) - Beta.LogOnePlus(tau / scale * (tau / scale)));

    private static double Positive(double scale) => scale > 0 && double.IsFinite(scale) ? scale
        : throw new ArgumentOutOfRangeException(nameof(scale), scale, "the prior's scale must be finite and above 0");
}

/// <summary>Posterior of a quantity.</summary>
/// <param name="Mean">Posterior mean.</param>
/// <param name="Deviation">Posterior standard deviation.</param>
/// <param name="Median">Posterior median.</param>
/// <param name="Lower">2.5 % quantile (or as the level says).</param>
/// <param name="Upper">97.5 % quantile.</param>
/// <source choice="the summaries a page prints"/>
public sealed record Posterior(double Mean, double Deviation, double Median, double Lower, double Upper);

/// <summary>Bayesian random-effects meta-analysis by quadrature: no sampling, no seed.</summary>
/// <param name="Mean">μ.</param>
/// <param name="Heterogeneity">τ.</param>
/// <param name="PredictionLower">Lower end for the true effect of a new study.</param>
/// <param name="PredictionUpper">Upper end for the true effect of a new study.</param>
/// <param name="ProbabilityBelowZero">P(μ &lt; 0 | y).</param>
/// <param name="Shrunken">Posterior mean of each study's true effect.</param>
/// <param name="LogMarginalLikelihood">ln p(y), the flat prior of μ having density 1.</param>
/// <remarks>
/// yᵢ ~ N(θᵢ, vᵢ), θᵢ ~ N(μ, τ²), μ flat. Given τ, μ is normal; p(τ | y) ∝ p(τ) Π wᵢ^½ (Σw)^(−½) exp(−Q(τ)/2).
/// Everything is a mixture over τ, taken by Simpson's rule in u = τ/(1 + τ).
/// </remarks>
/// <source doi="10.18637/jss.v093.i06" at="Röver 2020, §2"/>
public sealed record NormalNormal(
    Posterior Mean, Posterior Heterogeneity, double PredictionLower,
    double PredictionUpper, double ProbabilityBelowZero,
    double[] Shrunken, double LogMarginalLikelihood)
{
    private const int Panels = 8000;                  // chosen: halving them moves no printed quantity by 1e-8

    /// <summary>The posterior; one study gives its prior back for τ and is refused.</summary>
    public static Outcome<NormalNormal> Fit(EffectTable table, HeterogeneityPrior prior, double level = 0.95)
    {
        if (table.Count < 2) return new NoAnswer(Refusal.TooFewStudies, "One study says nothing about τ.");
        LinearModel model = LinearModel.From(table).Value;
        List<Node> nodes = Nodes(model, prior, out double logMarginal);
        double mean = 0, variance = 0, tau = 0, tau2 = 0;
        double[] shrunken = new double[table.Count];
        foreach (Node n in nodes)
        {
            mean += n.Weight * n.Mean;
            tau += n.Weight * n.Tau;
            tau2 += n.Weight * n.Tau * n.Tau;
            for (int i = 0; i < shrunken.Length; i++)
                shrunken[i] += n.Weight
                    * (n.Mean + n.Tau * n.Tau / (n.Tau * n.Tau + model.Variances[i]) * (model.Centred[i] - n.Mean));
        }
        for (int i = 0; i < shrunken.Length; i++) shrunken[i] += model.Shift;
        // About the mean: Σw m² − (Σw m)² has no digit left where the first study lies far from the others.
        foreach (Node n in nodes) variance += n.Weight * (n.Variance + (n.Mean - mean) * (n.Mean - mean));
        double tail = (1 - level) / 2, deviation = Math.Sqrt(variance);
        double MixtureQuantile(double p, bool prediction) => model.Shift + Quantile(
            x => Mixture(nodes, x, prediction) - p, mean, prediction ? deviation + tau : deviation);
        return new NormalNormal(
            new Posterior(
                mean + model.Shift, deviation, MixtureQuantile(0.5, false),
                MixtureQuantile(tail, false), MixtureQuantile(1 - tail, false)),
            new Posterior(
                tau, Math.Sqrt(Math.Max(0, tau2 - tau * tau)), TauQuantile(nodes, 0.5),
                TauQuantile(nodes, tail), TauQuantile(nodes, 1 - tail)),
            MixtureQuantile(tail, true),
            MixtureQuantile(1 - tail, true),
            Mixture(nodes, -model.Shift, false),
            shrunken,
            logMarginal);
    }

    private static List<Node> Nodes(LinearModel model, HeterogeneityPrior prior, out double logMarginal)
    {
        var logs = new double[Panels];
        var all = new Node[Panels];
        double top = double.NegativeInfinity, h = 1.0 / Panels;
        const double LogTwoPi = 1.83787706640934548356;
        // u = 1 is τ = ∞, where the integrand is 0: the last node is left out.
        for (int i = 0; i < Panels; i++)
        {
            double u = i * h, tau = u / (1 - u), sum = 0, mean = 0, logs2 = 0;
            for (int s = 0; s < model.Count; s++)
            {
                double total = model.Variances[s] + tau * tau;
                sum += 1 / total;
                mean += model.Centred[s] / total;
                logs2 += Math.Log(total);
            }
            mean /= sum;
            double q = 0;
            for (int s = 0; s < model.Count; s++)
                q += (model.Centred[s] - mean) * (model.Centred[s] - mean) / (model.Variances[s] + tau * tau);
            double likelihood = -0.5 * ((model.Count - 1) * LogTwoPi + logs2 + Math.Log(sum) + q);
            double simpson = i == 0 ? 1 : i % 2 == 1 ? 4 : 2;
            logs[i] = likelihood + prior.LogDensity(tau) - 2 * Math.Log(1 - u) + Math.Log(simpson * h / 3);
            all[i] = new Node(tau, mean, 1 / sum, 0, Math.Exp(-Math.Log(simpson)));
            top = Math.Max(top, logs[i]);
        }
        double mass = 0;
        for (int i = 0; i < Panels; i++) mass += Math.Exp(logs[i] - top);
        logMarginal = top + Math.Log(mass);
        List<Node> nodes = [];
        for (int i = 0; i < Panels; i++) nodes.Add(all[i] with { Weight = Math.Exp(logs[i] - logMarginal) });
        return nodes;
    }

    private static double Mixture(List<Node> nodes, double x, bool prediction)
    {
        double sum = 0;
        foreach (Node n in nodes)
            if (n.Weight > 1e-18)
                sum += n.Weight
                    * Normal.Cumulative((x - n.Mean) / Math.Sqrt(n.Variance + (prediction ? n.Tau * n.Tau : 0)));
        return sum;
    }

    private static double Quantile(Func<double, double> excess, double centre, double spread)
    {
        double low = centre - 4 * spread, high = centre + 4 * spread, fLow = excess(low), fHigh = excess(high);
        for (int i = 0; fLow > 0 && i < 200; i++, spread *= 2) fLow = excess(low -= 4 * spread);
        for (int i = 0; fHigh < 0 && i < 200; i++, spread *= 2) fHigh = excess(high += 4 * spread);
        return BrentRoot.Find(excess, (low, fLow), (high, fHigh)).Value.X;
    }

    /// <summary>Quantile of τ: cumulative sums of the density at even nodes, Simpson within, cubic between.</summary>
    private static double TauQuantile(List<Node> nodes, double p)
    {
        double cumulative = 0;
        for (int i = 0; i + 2 < nodes.Count; i += 2)
        {
            // The three densities of the panel pair in u; Simpson factors are divided out again.
            double f0 = nodes[i].Weight * nodes[i].Unfactor, f1 = nodes[i + 1].Weight * nodes[i + 1].Unfactor;
            double f2 = nodes[i + 2].Weight * nodes[i + 2].Unfactor, pair = f0 + 4 * f1 + f2;
            if (cumulative + pair >= p || i + 4 >= nodes.Count)
            {
                // Parabola through the three, integrated from 0 to s in [0, 2]; 3 restores the factor h/3.
                double Part(double s)
                    => 3 * (f0 * s + (-3 * f0 + 4 * f1 - f2) * s * s / 4 + (f0 - 2 * f1 + f2) * s * s * s / 6);
                double low = 0, high = 2;
                for (int step = 0; step < 60; step++)
                {
                    double middle = (low + high) / 2;
                    if (cumulative + Part(middle) < p) low = middle; else high = middle;
                }
                double u = (i + low) / Panels;
                return u / (1 - u);
            }
            cumulative += pair;
        }
        return double.PositiveInfinity;
    }

    private readonly record struct Node(double Tau, double Mean, double Variance, double Weight, double Unfactor);
}
