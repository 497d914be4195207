using static Azygos.Quantities.ConversionFactors;

namespace Azygos.Quantities;

/// <summary>Mass per volume, ρ.</summary>
/// <source choice="units in use in the field; their sizes are those of the unit table"/>
public readonly record struct Density : IQuantity<Density>
{
    private Density(double si) => KilogramsPerCubicMetre = Finite.Of<Density>(si);

    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKind.Density;

    double IQuantity<Density>.Si => KilogramsPerCubicMetre;

    static Density IQuantity<Density>.FromSi(double si) => new(si);

    /// <summary>Value [kg/m³].</summary>
    public double KilogramsPerCubicMetre { get; }

    /// <summary>Value [g/cm³].</summary>
    public double GramsPerCubicCentimetre => KilogramsPerCubicMetre / GramPerCubicCentimetre;

    /// <summary>From <paramref name="value"/> [kg/m³]; finite.</summary>
    public static Density FromKilogramsPerCubicMetre(double value) => new(value);

    /// <summary>From <paramref name="value"/> [g/cm³]; finite.</summary>
    public static Density FromGramsPerCubicCentimetre(double value) => new(value * GramPerCubicCentimetre);

    /// <summary>Number and preferred unit.</summary>
    public override string ToString() => this.Print();
}
