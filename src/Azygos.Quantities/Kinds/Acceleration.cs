namespace Azygos.Quantities;

/// <summary>An acceleration, such as that of gravity.</summary>
/// <source choice="units in use in the field; their sizes are those of the unit table"/>
public readonly record struct Acceleration : IQuantity<Acceleration>
{
    private Acceleration(double si) => MetresPerSecondSquared = Finite.Of<Acceleration>(si);

    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKind.Acceleration;

    double IQuantity<Acceleration>.Si => MetresPerSecondSquared;

    static Acceleration IQuantity<Acceleration>.FromSi(double si) => new(si);

    /// <summary>Value [m/s²].</summary>
    public double MetresPerSecondSquared { get; }

    /// <summary>From <paramref name="value"/> [m/s²]; finite.</summary>
    public static Acceleration FromMetresPerSecondSquared(double value) => new(value);

    /// <summary>Number and preferred unit.</summary>
    public override string ToString() => this.Print();
}
