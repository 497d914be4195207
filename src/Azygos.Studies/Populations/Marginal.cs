using Azygos.Evidence.Distributions;
using Azygos.Numerics;

namespace Azygos.Studies.Populations;

/// <summary>The distribution of one quantity over people.</summary>
/// <source choice="families of the table data/studies/population.csv, where every row has its source and mark"/>
public abstract class Marginal
{
    /// <summary>The value at a normal score: what a copula gives.</summary>
    /// <param name="z">Normal score.</param>
    public abstract double At(double z);

    /// <summary>A value drawn alone.</summary>
    /// <param name="stream">Its random numbers.</param>
    public virtual double Draw(AddressedNumbers stream) => At(Normal.Quantile(stream.NextUniform()));

    /// <summary>Mean, before any ends are cut off: what an average person has.</summary>
    public abstract double Mean { get; }

    /// <summary>Standard deviation of the normal scale that a slope is divided by: of the logarithm of a lognormal
    /// quantity, else of the quantity; null where there is none.</summary>
    public virtual double? ScoreDeviation => null;

    /// <summary>The distribution of a row; null where its numbers cannot be one, with the reason.</summary>
    /// <param name="row">The row.</param>
    /// <param name="reason">Why there is none.</param>
    public static Marginal? Of(PopulationRow row, out string reason)
    {
        (double a, double? b, double? low, double? high) = (row.A, row.B, row.Low, row.High);
        reason = row.Kind switch
        {
            MarginalKind.Share => a is >= 0 and <= 1 ? "" : "a share lies from 0 to 1",
            MarginalKind.Normal => b > 0 && !(low >= high) ? "" : "a normal needs b above 0, and low below high",
            MarginalKind.Beta => a > 0 && b > 0 && !(low >= high) ? "" : "a beta needs both shapes above 0",
            MarginalKind.LognormalQuantiles => a > 0 && b > a ? "" : "needs 0 < median < 90th percentile",
            _ => a > 0 && b > 0 ? "" : "a lognormal needs mean and coefficient of variation above 0",
        };
        return reason.Length > 0 ? null : row.Kind switch
        {
            MarginalKind.Share => new ShareMarginal(a),
            MarginalKind.Normal => new NormalMarginal(
                a, b!.Value, low ?? double.NegativeInfinity, high ?? double.PositiveInfinity),
            MarginalKind.Beta => new BetaMarginal(a, b!.Value, low ?? 0, high ?? 1),
            MarginalKind.LognormalQuantiles =>
                new LognormalMarginal(Math.Log(a), Math.Log(b!.Value / a) / Normal.Quantile(0.9)),
            _ => LognormalMarginal.OfMean(a, b!.Value),
        };
    }
}

/// <summary>exp(μ + σ z).</summary>
internal sealed class LognormalMarginal(double mu, double sigma) : Marginal
{
    /// <summary>From mean m and coefficient of variation c: σ² = ln(1 + c²), μ = ln m − σ²/2.</summary>
    public static LognormalMarginal OfMean(double mean, double variation)
    {
        double variance = Math.Log(1 + variation * variation);
        return new LognormalMarginal(Math.Log(mean) - variance / 2, Math.Sqrt(variance));
    }

    public override double Mean => Math.Exp(mu + sigma * sigma / 2);

    public override double? ScoreDeviation => sigma;

    public override double At(double z) => Math.Exp(mu + sigma * z);
}

/// <summary>A normal with both ends cut off: the quantile of Φ(z) among what is left.</summary>
internal sealed class NormalMarginal(double mean, double deviation, double low, double high) : Marginal
{
    private readonly double below = Normal.Cumulative((low - mean) / deviation);
    private readonly double within =
        Normal.Cumulative((high - mean) / deviation) - Normal.Cumulative((low - mean) / deviation);

    public override double Mean => mean;

    public override double? ScoreDeviation => deviation;

    public override double At(double z)
    {
        if (within == 1) return mean + deviation * z;
        double p = below + within * Normal.Cumulative(z);
        return Math.Clamp(mean + deviation * Normal.Quantile(Math.Clamp(p, double.Epsilon, 1 - 1e-16)), low, high);
    }
}

/// <summary>1 for the share of people at the lower scores.</summary>
internal sealed class ShareMarginal(double share) : Marginal
{
    /// <summary>The share itself.</summary>
    public double Share => share;

    public override double Mean => share;

    public override double At(double z) => Normal.Cumulative(z) < share ? 1 : 0;

    public override double Draw(AddressedNumbers stream) => stream.NextIs(share) ? 1 : 0;
}

/// <summary>low + (high − low) X/(X + Y) of two gamma variables.</summary>
/// <source doi="10.1145/358407.358414" at="Marsaglia and Tsang 2000, gamma variables by rejection"/>
internal sealed class BetaMarginal(double a, double b, double low, double high) : Marginal
{
    public override double Mean => low + (high - low) * a / (a + b);

    public override double At(double z) => throw new NotSupportedException("a beta quantity is drawn alone");

    public override double Draw(AddressedNumbers stream)
    {
        double x = Gamma(a, stream), y = Gamma(b, stream);
        return low + (high - low) * (x / (x + y));
    }

    private static double Gamma(double shape, AddressedNumbers stream)
    {
        if (shape < 1) return Gamma(shape + 1, stream) * Math.Pow(stream.NextUniform(), 1 / shape);
        double d = shape - 1.0 / 3, c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double z = Normal.Quantile(stream.NextUniform()), v = 1 + c * z;
            if (v <= 0) continue;
            v = v * v * v;
            if (Math.Log(stream.NextUniform()) < 0.5 * z * z + d * (1 - v + Math.Log(v))) return d * v;
        }
    }
}
