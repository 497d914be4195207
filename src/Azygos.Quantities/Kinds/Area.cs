using static Azygos.Quantities.ConversionFactors;

namespace Azygos.Quantities;

/// <summary>An area, such as that of a lumen.</summary>
/// <source choice="units in use in the field; their sizes are those of the unit table"/>
public readonly record struct Area : IQuantity<Area>
{
    private Area(double si) => SquareMetres = Finite.Of<Area>(si);

    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKind.Area;

    double IQuantity<Area>.Si => SquareMetres;

    static Area IQuantity<Area>.FromSi(double si) => new(si);

    /// <summary>Value [m²].</summary>
    public double SquareMetres { get; }

    /// <summary>Value [cm²].</summary>
    public double SquareCentimetres => SquareMetres / SquareCentimetre;

    /// <summary>Value [mm²].</summary>
    public double SquareMillimetres => SquareMetres / SquareMillimetre;

    /// <summary>From <paramref name="value"/> [m²]; finite.</summary>
    public static Area FromSquareMetres(double value) => new(value);

    /// <summary>From <paramref name="value"/> [cm²]; finite.</summary>
    public static Area FromSquareCentimetres(double value) => new(value * SquareCentimetre);

    /// <summary>From <paramref name="value"/> [mm²]; finite.</summary>
    public static Area FromSquareMillimetres(double value) => new(value * SquareMillimetre);

    /// <summary>Number and preferred unit.</summary>
    public override string ToString() => this.Print();
}
