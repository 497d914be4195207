using Azygos.Reports.Markup;

namespace Azygos.Reports.Scales;

/// <summary>A linear axis with round ticks that covers the data.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Step">Distance of ticks: 1, 2 or 5 times a power of ten.</param>
internal readonly record struct Axis(double Low, double High, double Step) : IScale
{
    /// <summary>An axis over the values, not narrower than <paramref name="leastSpan"/>, with about <paramref
    /// name="ticks"/> ticks.</summary>
    public static Axis Covering(double low, double high, double leastSpan, int ticks)
    {
        double lack = leastSpan - (high - low);
        if (lack > 0) (low, high) = (low - lack / 2, high + lack / 2);
        double raw = (high - low) / ticks, power = Math.Pow(10, Math.Floor(Math.Log10(raw))), rest = raw / power;
        double step = (rest <= 1 ? 1 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10) * power;
        return new Axis(Math.Floor(low / step + 1e-9) * step, Math.Ceiling(high / step - 1e-9) * step, step);
    }

    /// <summary>Decimals that tell neighbouring ticks apart.</summary>
    public int Decimals => Math.Max(0, -(int)Math.Floor(Math.Log10(Step) + 1e-9));

    /// <summary>The ticks from low to high.</summary>
    public IEnumerable<double> Ticks()
    {
        int count = (int)Math.Round((High - Low) / Step);
        for (int i = 0; i <= count; i++) yield return Low + i * Step;
    }

    /// <summary>Place of a value, 0 at the lower end, 1 at the upper.</summary>
    public double Share(double value) => (value - Low) / (High - Low);

    /// <inheritdoc/>
    public string Print(double tick) => Numerals.Fixed(tick, Decimals);
}
