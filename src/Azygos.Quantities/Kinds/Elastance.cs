using static Azygos.Quantities.ConversionFactors;

namespace Azygos.Quantities;

/// <summary>Pressure gained per volume, E = dp/dV = 1/C.</summary>
/// <source choice="units in use in the field; their sizes are those of the unit table"/>
public readonly record struct Elastance : IQuantity<Elastance>
{
    private Elastance(double si) => PascalsPerCubicMetre = Finite.Of<Elastance>(si);

    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKind.Elastance;

    double IQuantity<Elastance>.Si => PascalsPerCubicMetre;

    static Elastance IQuantity<Elastance>.FromSi(double si) => new(si);

    /// <summary>Value [Pa/m³].</summary>
    public double PascalsPerCubicMetre { get; }

    /// <summary>Value [mmHg/mL].</summary>
    public double MillimetresOfMercuryPerMillilitre => PascalsPerCubicMetre / MillimetreOfMercurySecondPerMillilitre;

    /// <summary>From <paramref name="value"/> [Pa/m³]; finite.</summary>
    public static Elastance FromPascalsPerCubicMetre(double value) => new(value);

    /// <summary>From <paramref name="value"/> [mmHg/mL]; finite.</summary>
    public static Elastance FromMillimetresOfMercuryPerMillilitre(double value) =>
        new(value * MillimetreOfMercurySecondPerMillilitre);

    /// <summary>Number and preferred unit.</summary>
    public override string ToString() => this.Print();
}
