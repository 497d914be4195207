using static Azygos.Quantities.ConversionFactors;

namespace Azygos.Quantities;

/// <summary>A length of time.</summary>
/// <source choice="units in use in the field; their sizes are those of the unit table"/>
public readonly record struct Duration : IQuantity<Duration>
{
    private Duration(double si) => Seconds = Finite.Of<Duration>(si);

    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKind.Duration;

    double IQuantity<Duration>.Si => Seconds;

    static Duration IQuantity<Duration>.FromSi(double si) => new(si);

    /// <summary>Value [s].</summary>
    public double Seconds { get; }

    /// <summary>Value [ms].</summary>
    public double Milliseconds => Seconds / Millisecond;

    /// <summary>Value [min].</summary>
    public double Minutes => Seconds / Minute;

    /// <summary>From <paramref name="value"/> [s]; finite.</summary>
    public static Duration FromSeconds(double value) => new(value);

    /// <summary>From <paramref name="value"/> [ms]; finite.</summary>
    public static Duration FromMilliseconds(double value) => new(value * Millisecond);

    /// <summary>From <paramref name="value"/> [min]; finite.</summary>
    public static Duration FromMinutes(double value) => new(value * Minute);

    /// <summary>Number and preferred unit.</summary>
    public override string ToString() => this.Print();
}
