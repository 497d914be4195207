using static Azygos.Quantities.ConversionFactors;

namespace Azygos.Quantities;

/// <summary>A velocity; of blood, the area mean.</summary>
/// <source choice="units in use in the field; their sizes are those of the unit table"/>
public readonly record struct Velocity : IQuantity<Velocity>
{
    private Velocity(double si) => MetresPerSecond = Finite.Of<Velocity>(si);

    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKind.Velocity;

    double IQuantity<Velocity>.Si => MetresPerSecond;

    static Velocity IQuantity<Velocity>.FromSi(double si) => new(si);

    /// <summary>Value [m/s].</summary>
    public double MetresPerSecond { get; }

    /// <summary>Value [cm/s].</summary>
    public double CentimetresPerSecond => MetresPerSecond / Centimetre;

    /// <summary>From <paramref name="value"/> [m/s]; finite.</summary>
    public static Velocity FromMetresPerSecond(double value) => new(value);

    /// <summary>From <paramref name="value"/> [cm/s]; finite.</summary>
    public static Velocity FromCentimetresPerSecond(double value) => new(value * Centimetre);

    /// <summary>Number and preferred unit.</summary>
    public override string ToString() => this.Print();
}
