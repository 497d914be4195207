namespace Azygos.Numerics;

/// <summary>∫ f dx by eight points: exact for polynomials of degree 15.</summary>
/// <source choice="textbook nodes and weights"/>
public static class GaussLegendre
{
    private static readonly double[] Node =
        [0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363];

    private static readonly double[] Weight =
        [0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];

    /// <summary>The integral.</summary>
    /// <param name="f">Integrand.</param>
    /// <param name="from">Lower end.</param>
    /// <param name="to">Upper end.</param>
    public static double Integrate(Func<double, double> f, double from, double to)
    {
        ArgumentNullException.ThrowIfNull(f);
        double middle = 0.5 * (from + to), reach = 0.5 * (to - from), sum = 0;
        for (int i = 0; i < Node.Length; i++)
            sum += Weight[i] * (f(middle - Node[i] * reach) + f(middle + Node[i] * reach));
        return sum * reach;
    }
}
