using static Azygos.Quantities.ConversionFactors;

namespace Azygos.Quantities;

/// <summary>A length, or a height above the right atrium (then it may be negative).</summary>
/// <source choice="units in use in the field; their sizes are those of the unit table"/>
public readonly record struct Length : IQuantity<Length>
{
    private Length(double si) => Metres = Finite.Of<Length>(si);

    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKind.Length;

    double IQuantity<Length>.Si => Metres;

    static Length IQuantity<Length>.FromSi(double si) => new(si);

    /// <summary>Value [m].</summary>
    public double Metres { get; }

    /// <summary>Value [cm].</summary>
    public double Centimetres => Metres / Centimetre;

    /// <summary>Value [mm].</summary>
    public double Millimetres => Metres / Millimetre;

    /// <summary>From <paramref name="value"/> [m]; finite.</summary>
    public static Length FromMetres(double value) => new(value);

    /// <summary>From <paramref name="value"/> [cm]; finite.</summary>
    public static Length FromCentimetres(double value) => new(value * Centimetre);

    /// <summary>From <paramref name="value"/> [mm]; finite.</summary>
    public static Length FromMillimetres(double value) => new(value * Millimetre);

    /// <summary>Number and preferred unit.</summary>
    public override string ToString() => this.Print();
}
