using Azygos.Evidence.Distributions;
using Azygos.Evidence.Optimisation;
using Azygos.Evidence.Quadrature;

namespace Azygos.Evidence.Sequential;

/// <summary>How the error is spent over the information.</summary>
/// <source doi="10.1093/biomet/70.3.659" at="Lan and DeMets 1983"/>
public enum Spending
{
    /// <summary>2 (1 − Φ(z_{α/2}/√t)) a side: little is spent early.</summary>
    OBrienFleming,

    /// <summary>α ln(1 + (e − 1) t) a side: spent evenly.</summary>
    Pocock,
}

/// <summary>Monitoring boundaries of a cumulative meta-analysis (trial sequential analysis).</summary>
/// <param name="Upper">Boundary of |z| (or z) at each look.</param>
/// <param name="Cumulative">Error spent up to each look, both sides together.</param>
/// <param name="Increments">Error spent at each look.</param>
/// <remarks>
/// S(t) is Brownian motion at the information fractions; the boundary b_k solves P(first crossing at look k) =
/// increment. The density of S within the earlier boundaries is carried from look to look by Gauss-Legendre quadrature.
/// </remarks>
/// <source doi="10.1093/biomet/70.3.659" at="spending functions; recursive integration: Armitage, McPherson and Rowe
/// 1969, 10.2307/2343787"/>
public sealed record SpendingBoundaries(double[] Upper, double[] Cumulative, double[] Increments)
{
    private const int NodeCount = 120;                // chosen: 240 move no boundary by 1e-9

    /// <summary>Boundaries at rising information fractions in (0, 1].</summary>
    public static Outcome<SpendingBoundaries> At(double[] fractions, double alpha, bool twoSided, Spending spending)
    {
        for (int i = 0; i < fractions.Length; i++)
            if (!(fractions[i] > (i == 0 ? 0 : fractions[i - 1]) && fractions[i] <= 1))
                return new NoAnswer(Refusal.BadValue,
                    $"information fraction {i + 1} is {fractions[i]}; they must rise in (0, 1].");
        int sides = twoSided ? 2 : 1;
        double side = alpha / sides;
        double[] cumulative = [.. fractions.Select(t => sides * (spending == Spending.Pocock
            ? side * Math.Log(1 + (Math.E - 1) * t)
            : 2 * Normal.UpperTail(-Normal.Quantile(side / 2) / Math.Sqrt(t))))];
        double[] increments = [.. cumulative.Select((c, i) => i == 0 ? c : c - cumulative[i - 1])],
            upper = new double[fractions.Length];
        double[] nodes = [0], mass = [1];
        double before = 0;
        for (int look = 0; look < fractions.Length; look++)
        {
            double step = Math.Sqrt(fractions[look] - before), root = Math.Sqrt(fractions[look]);
            double wanted = increments[look] / sides;
            double Crossing(double z)
            {
                double sum = 0;
                for (int i = 0; i < nodes.Length; i++) sum += mass[i] * Normal.UpperTail((z * root - nodes[i]) / step);
                return sum;
            }
            // In the logarithm, so that an early boundary far out in the tail is found to the same digits.
            double low = -5, high = 40;
            var found = BrentRoot.Find(
                z => Math.Log(Math.Max(Crossing(z), 1e-320)) - Math.Log(wanted),
                (low, Math.Log(Crossing(low)) - Math.Log(wanted)),
                (high, Math.Log(Math.Max(Crossing(high), 1e-320)) - Math.Log(wanted)));
            if (found.Refused is { } none) return none;
            upper[look] = found.Value.X;
            double bottom = twoSided ? -upper[look] * root : -8 * root;
            (double[] next, double[] weights) = GaussLegendre.On(bottom, upper[look] * root, NodeCount);
            double[] carried = new double[next.Length];
            for (int j = 0; j < next.Length; j++)
                for (int i = 0; i < nodes.Length; i++)
                    carried[j] += weights[j] * mass[i] * Normal.Density((next[j] - nodes[i]) / step) / step;
            (nodes, mass, before) = (next, carried, fractions[look]);
        }
        return new SpendingBoundaries(upper, cumulative, increments);
    }

    /// <summary>Information a meta-analysis needs: ((z_{α/2} + z_β)/effect)², times the diversity factor 1/(1 −
    /// D²).</summary>
    /// <param name="effect">Effect worth detecting, on the analysis scale.</param>
    /// <param name="alpha">Two-sided error.</param>
    /// <param name="power">Wanted power.</param>
    /// <param name="diversity">D² in [0, 1): share of the variance that is between studies.</param>
    /// <source doi="10.1186/1471-2288-9-86" at="Wetterslev et al. 2009, diversity-adjusted information size"/>
    public static double RequiredInformation(double effect, double alpha, double power, double diversity = 0)
    {
        ArgumentOutOfRangeException.ThrowIfZero(effect);
        ArgumentOutOfRangeException.ThrowIfNegative(diversity);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(diversity, 1);
        double z = -Normal.Quantile(alpha / 2) + Normal.Quantile(power);
        return z / effect * (z / effect) / (1 - diversity);
    }
}
