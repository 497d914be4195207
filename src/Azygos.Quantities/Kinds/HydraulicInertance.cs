using static Azygos.Quantities.ConversionFactors;

namespace Azygos.Quantities;

/// <summary>Pressure drop per rate of change of flow, L = Δp/(dq/dt).</summary>
/// <source choice="units in use in the field; their sizes are those of the unit table"/>
public readonly record struct HydraulicInertance : IQuantity<HydraulicInertance>
{
    private HydraulicInertance(double si) => PascalSecondsSquaredPerCubicMetre = Finite.Of<HydraulicInertance>(si);

    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKind.HydraulicInertance;

    double IQuantity<HydraulicInertance>.Si => PascalSecondsSquaredPerCubicMetre;

    static HydraulicInertance IQuantity<HydraulicInertance>.FromSi(double si) => new(si);

    /// <summary>Value [Pa·s²/m³].</summary>
    public double PascalSecondsSquaredPerCubicMetre { get; }

    /// <summary>Value [mmHg·s²/mL].</summary>
    public double MillimetreOfMercurySecondsSquaredPerMillilitre =>
        PascalSecondsSquaredPerCubicMetre / MillimetreOfMercurySecondPerMillilitre;

    /// <summary>From <paramref name="value"/> [Pa·s²/m³]; finite.</summary>
    public static HydraulicInertance FromPascalSecondsSquaredPerCubicMetre(double value) => new(value);

    /// <summary>From <paramref name="value"/> [mmHg·s²/mL]; finite.</summary>
    public static HydraulicInertance FromMillimetreOfMercurySecondsSquaredPerMillilitre(double value) =>
        new(value * MillimetreOfMercurySecondPerMillilitre);

    /// <summary>Number and preferred unit.</summary>
    public override string ToString() => this.Print();
}
