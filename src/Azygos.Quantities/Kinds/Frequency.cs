using static Azygos.Quantities.ConversionFactors;

namespace Azygos.Quantities;

/// <summary>Events per time, such as heart beats or breaths.</summary>
/// <source choice="units in use in the field; their sizes are those of the unit table"/>
public readonly record struct Frequency : IQuantity<Frequency>
{
    private Frequency(double si) => PerSecond = Finite.Of<Frequency>(si);

    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKind.Frequency;

    double IQuantity<Frequency>.Si => PerSecond;

    static Frequency IQuantity<Frequency>.FromSi(double si) => new(si);

    /// <summary>Value [1/s].</summary>
    public double PerSecond { get; }

    /// <summary>Value [1/min].</summary>
    public double PerMinute => PerSecond * Minute;

    /// <summary>From <paramref name="value"/> [1/s]; finite.</summary>
    public static Frequency FromPerSecond(double value) => new(value);

    /// <summary>From <paramref name="value"/> [1/min]; finite.</summary>
    public static Frequency FromPerMinute(double value) => new(value / Minute);

    /// <summary>Number and preferred unit.</summary>
    public override string ToString() => this.Print();
}
