using static Azygos.Quantities.ConversionFactors;

namespace Azygos.Quantities;

/// <summary>Volume gained per pressure, C = dV/dp.</summary>
/// <source choice="units in use in the field; their sizes are those of the unit table"/>
public readonly record struct Compliance : IQuantity<Compliance>
{
    private Compliance(double si) => CubicMetresPerPascal = Finite.Of<Compliance>(si);

    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKind.Compliance;

    double IQuantity<Compliance>.Si => CubicMetresPerPascal;

    static Compliance IQuantity<Compliance>.FromSi(double si) => new(si);

    /// <summary>Value [m³/Pa].</summary>
    public double CubicMetresPerPascal { get; }

    /// <summary>Value [mL/mmHg].</summary>
    public double MillilitresPerMillimetreOfMercury => CubicMetresPerPascal / MillilitrePerMillimetreOfMercury;

    /// <summary>From <paramref name="value"/> [m³/Pa]; finite.</summary>
    public static Compliance FromCubicMetresPerPascal(double value) => new(value);

    /// <summary>From <paramref name="value"/> [mL/mmHg]; finite.</summary>
    public static Compliance FromMillilitresPerMillimetreOfMercury(double value) =>
        new(value * MillilitrePerMillimetreOfMercury);

    /// <summary>Number and preferred unit.</summary>
    public override string ToString() => this.Print();
}
