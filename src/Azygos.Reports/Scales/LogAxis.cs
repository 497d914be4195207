using Azygos.Reports.Markup;

namespace Azygos.Reports.Scales;

/// <summary>A logarithmic axis with round ticks: powers of ten, with 2 and 5 between them where there is
/// room.</summary>
/// <param name="Low">Lower end, above 0.</param>
/// <param name="High">Upper end, above the lower.</param>
internal sealed record LogAxis(double Low, double High) : IScale
{
    // Chosen: up to two decades 2 and 5 are ticks too, up to four only powers of ten and their thirds.
    private const double DecadesWithAll = 2.2, DecadesWithSome = 4;

    private static readonly double[] All = [1, 2, 5], Some = [1, 3], Powers = [1];

    /// <summary>An axis over values above 0, never wider than given.</summary>
    /// <param name="values">Values to be seen.</param>
    /// <param name="least">Lowest end allowed.</param>
    /// <param name="most">Highest end allowed.</param>
    public static LogAxis Covering(IEnumerable<double> values, double least, double most)
    {
        double low = double.PositiveInfinity, high = 0;
        foreach (double value in values.Where(value => value > 0 && double.IsFinite(value)))
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        low = Math.Max(least, Math.Min(low, 1) / 1.15);        // chosen: a margin, so that no mark sits on the frame
        high = Math.Min(most, Math.Max(high, 1) * 1.15);
        return new LogAxis(low, high > low ? high : low * 10);
    }

    /// <inheritdoc/>
    public double Share(double value) => Math.Log(value / Low) / Math.Log(High / Low);

    /// <inheritdoc/>
    public IEnumerable<double> Ticks()
    {
        double decades = Math.Log10(High / Low);
        double[] between = decades <= DecadesWithAll ? All : decades <= DecadesWithSome ? Some : Powers;
        int first = (int)Math.Floor(Math.Log10(Low)), last = (int)Math.Ceiling(Math.Log10(High));
        for (int power = first; power <= last; power++)
            foreach (double one in between)
            {
                double tick = one * Math.Pow(10, power);
                if (tick >= Low * (1 - 1e-9) && tick <= High * (1 + 1e-9)) yield return tick;
            }
    }

    /// <inheritdoc/>
    public string Print(double tick) => Numerals.AsGiven(tick);
}
