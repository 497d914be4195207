using static Azygos.Quantities.ConversionFactors;

namespace Azygos.Quantities;

/// <summary>Pressure drop per flow, R = Δp/q.</summary>
/// <source choice="units in use in the field; their sizes are those of the unit table"/>
public readonly record struct HydraulicResistance : IQuantity<HydraulicResistance>
{
    private HydraulicResistance(double si) => PascalSecondsPerCubicMetre = Finite.Of<HydraulicResistance>(si);

    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKind.HydraulicResistance;

    double IQuantity<HydraulicResistance>.Si => PascalSecondsPerCubicMetre;

    static HydraulicResistance IQuantity<HydraulicResistance>.FromSi(double si) => new(si);

    /// <summary>Value [Pa·s/m³].</summary>
    public double PascalSecondsPerCubicMetre { get; }

    /// <summary>Value [mmHg·s/mL].</summary>
    public double MillimetreOfMercurySecondsPerMillilitre =>
        PascalSecondsPerCubicMetre / MillimetreOfMercurySecondPerMillilitre;

    /// <summary>From <paramref name="value"/> [Pa·s/m³]; finite.</summary>
    public static HydraulicResistance FromPascalSecondsPerCubicMetre(double value) => new(value);

    /// <summary>From <paramref name="value"/> [mmHg·s/mL]; finite.</summary>
    public static HydraulicResistance FromMillimetreOfMercurySecondsPerMillilitre(double value) =>
        new(value * MillimetreOfMercurySecondPerMillilitre);

    /// <summary>Number and preferred unit.</summary>
    public override string ToString() => this.Print();
}
