using static Azygos.Quantities.ConversionFactors;

namespace Azygos.Quantities;

/// <summary>A pressure; gauge unless said otherwise, zero being the atmosphere.</summary>
/// <source choice="units in use in the field; their sizes are those of the unit table"/>
public readonly record struct Pressure : IQuantity<Pressure>
{
    private Pressure(double si) => Pascals = Finite.Of<Pressure>(si);

    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKind.Pressure;

    double IQuantity<Pressure>.Si => Pascals;

    static Pressure IQuantity<Pressure>.FromSi(double si) => new(si);

    /// <summary>Value [Pa].</summary>
    public double Pascals { get; }

    /// <summary>Value [mmHg].</summary>
    public double MillimetresOfMercury => Pascals / MillimetreOfMercury;

    /// <summary>Value [cmH₂O].</summary>
    public double CentimetresOfWater => Pascals / CentimetreOfWater;

    /// <summary>Value [kPa].</summary>
    public double Kilopascals => Pascals / Kilopascal;

    /// <summary>From <paramref name="value"/> [Pa]; finite.</summary>
    public static Pressure FromPascals(double value) => new(value);

    /// <summary>From <paramref name="value"/> [mmHg]; finite.</summary>
    public static Pressure FromMillimetresOfMercury(double value) => new(value * MillimetreOfMercury);

    /// <summary>From <paramref name="value"/> [cmH₂O]; finite.</summary>
    public static Pressure FromCentimetresOfWater(double value) => new(value * CentimetreOfWater);

    /// <summary>From <paramref name="value"/> [kPa]; finite.</summary>
    public static Pressure FromKilopascals(double value) => new(value * Kilopascal);

    /// <summary>Number and preferred unit.</summary>
    public override string ToString() => this.Print();
}
