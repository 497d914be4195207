using Azygos.Body.Model;

namespace Azygos.Body.Calibration;

/// <summary>A body whose assumed collateral dimensions are others that could be true as well.</summary>
/// <remarks>
/// Each group of <c>collaterals.csv</c> has one factor f of its radii, its logarithm even between those of the row's
/// ends (a half and two: halving and doubling are as likely); areas take f². The factor depends on seed, sample and
/// group's place in the table alone.
/// </remarks>
/// <source doi="10.1145/2714064.2660195" at="SplitMix64's mixing function"/>
/// <source choice="log-uniform: nothing is known but an order of magnitude"/>
public static class CollateralSample
{
    /// <summary>The factors of the radii of one sample; shape [groups].</summary>
    /// <param name="model">The model with its groups.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="sample">Number of the sample, from 0.</param>
    public static double[] Factors(BodyModel model, int seed, int sample)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. model.Collaterals.Select((row, group) =>
            Math.Exp(Math.Log(row.Low) + Uniform(seed, sample, group) * Math.Log(row.High / row.Low)))];
    }

    /// <summary>The model of one sample.</summary>
    /// <param name="model">The model with its groups.</param>
    /// <param name="factors">Factors of the radii; shape [groups].</param>
    public static BodyModel Of(BodyModel model, IReadOnlyList<double> factors)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(factors);
        string[][] patterns = [.. model.Collaterals.Select(row => NamePattern.Split(row.Vessels).ToArray())];
        return model with
        {
            Vessels = [.. model.Vessels.Select(vessel =>
            {
                int group = Array.FindIndex(patterns, p => p.Any(pattern => NamePattern.Fits(pattern, vessel.Id)));
                return group < 0
                    ? vessel
                    : vessel with { RestArea = vessel.RestArea * factors[group] * factors[group] };
            })],
        };
    }

    // In [0, 1).
    private static double Uniform(int seed, int sample, int group) =>
        (Mixed(Mixed(Mixed((ulong)seed) + (ulong)sample) + (ulong)group) >> 11) * (1.0 / (1UL << 53));

    private static ulong Mixed(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
