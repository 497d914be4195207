using static Azygos.Quantities.ConversionFactors;

namespace Azygos.Quantities;

/// <summary>A volume flow; positive from a vessel's first end to its second.</summary>
/// <source choice="units in use in the field; their sizes are those of the unit table"/>
public readonly record struct Flow : IQuantity<Flow>
{
    private Flow(double si) => CubicMetresPerSecond = Finite.Of<Flow>(si);

    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKind.Flow;

    double IQuantity<Flow>.Si => CubicMetresPerSecond;

    static Flow IQuantity<Flow>.FromSi(double si) => new(si);

    /// <summary>Value [m³/s].</summary>
    public double CubicMetresPerSecond { get; }

    /// <summary>Value [mL/min].</summary>
    public double MillilitresPerMinute => CubicMetresPerSecond / MillilitrePerMinute;

    /// <summary>Value [mL/s].</summary>
    public double MillilitresPerSecond => CubicMetresPerSecond / Millilitre;

    /// <summary>Value [L/min].</summary>
    public double LitresPerMinute => CubicMetresPerSecond / LitrePerMinute;

    /// <summary>From <paramref name="value"/> [m³/s]; finite.</summary>
    public static Flow FromCubicMetresPerSecond(double value) => new(value);

    /// <summary>From <paramref name="value"/> [mL/min]; finite.</summary>
    public static Flow FromMillilitresPerMinute(double value) => new(value * MillilitrePerMinute);

    /// <summary>From <paramref name="value"/> [mL/s]; finite.</summary>
    public static Flow FromMillilitresPerSecond(double value) => new(value * Millilitre);

    /// <summary>From <paramref name="value"/> [L/min]; finite.</summary>
    public static Flow FromLitresPerMinute(double value) => new(value * LitrePerMinute);

    /// <summary>Number and preferred unit.</summary>
    public override string ToString() => this.Print();
}
