using static Azygos.Quantities.ConversionFactors;

namespace Azygos.Quantities;

/// <summary>A volume.</summary>
/// <source choice="units in use in the field; their sizes are those of the unit table"/>
public readonly record struct Volume : IQuantity<Volume>
{
    private Volume(double si) => CubicMetres = Finite.Of<Volume>(si);

    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKind.Volume;

    double IQuantity<Volume>.Si => CubicMetres;

    static Volume IQuantity<Volume>.FromSi(double si) => new(si);

    /// <summary>Value [m³].</summary>
    public double CubicMetres { get; }

    /// <summary>Value [mL].</summary>
    public double Millilitres => CubicMetres / Millilitre;

    /// <summary>Value [L].</summary>
    public double Litres => CubicMetres / Litre;

    /// <summary>From <paramref name="value"/> [m³]; finite.</summary>
    public static Volume FromCubicMetres(double value) => new(value);

    /// <summary>From <paramref name="value"/> [mL]; finite.</summary>
    public static Volume FromMillilitres(double value) => new(value * Millilitre);

    /// <summary>From <paramref name="value"/> [L]; finite.</summary>
    public static Volume FromLitres(double value) => new(value * Litre);

    /// <summary>Number and preferred unit.</summary>
    public override string ToString() => this.Print();
}
