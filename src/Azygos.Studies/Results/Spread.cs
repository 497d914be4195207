namespace Azygos.Studies.Results;

/// <summary>A quantity over the repetitions of a study: median and the middle 95 %.</summary>
/// <param name="Median">Median.</param>
/// <param name="Low">2.5 % quantile.</param>
/// <param name="High">97.5 % quantile.</param>
/// <param name="Count">Repetitions that gave it.</param>
/// <source doi="10.1080/00031305.1996.10473566" at="Hyndman and Fan 1996, quantiles of type 7"/>
public sealed record Spread(double Median, double Low, double High, int Count)
{
    /// <summary>Of values; null of none.</summary>
    /// <param name="values">The values, in any order.</param>
    public static Spread? Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? null
            : new Spread(Quantile(sorted, 0.5), Quantile(sorted, 0.025), Quantile(sorted, 0.975), sorted.Length);
    }

    /// <summary>Quantile of sorted values.</summary>
    internal static double Quantile(ReadOnlySpan<double> sorted, double p)
    {
        double at = p * (sorted.Length - 1);
        int below = (int)at;
        return below + 1 >= sorted.Length ? sorted[^1]
            : sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
    }
}
