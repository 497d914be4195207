namespace Azygos.Quantities;

/// <summary>Dynamic viscosity, μ.</summary>
/// <source choice="units in use in the field; their sizes are those of the unit table"/>
public readonly record struct Viscosity : IQuantity<Viscosity>
{
    private Viscosity(double si) => PascalSeconds = Finite.Of<Viscosity>(si);

    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKind.Viscosity;

    double IQuantity<Viscosity>.Si => PascalSeconds;

    static Viscosity IQuantity<Viscosity>.FromSi(double si) => new(si);

    /// <summary>Value [Pa·s].</summary>
    public double PascalSeconds { get; }

    /// <summary>Value [mPa·s].</summary>
    public double MillipascalSeconds => PascalSeconds / 1e-3;

    /// <summary>From <paramref name="value"/> [Pa·s]; finite.</summary>
    public static Viscosity FromPascalSeconds(double value) => new(value);

    /// <summary>From <paramref name="value"/> [mPa·s]; finite.</summary>
    public static Viscosity FromMillipascalSeconds(double value) => new(value * 1e-3);

    /// <summary>Number and preferred unit.</summary>
    public override string ToString() => this.Print();
}
