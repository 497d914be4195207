using static Azygos.Quantities.ConversionFactors;

namespace Azygos.Quantities;

/// <summary>An angle; of posture, from the horizontal, head-up positive.</summary>
/// <source choice="units in use in the field; their sizes are those of the unit table"/>
public readonly record struct Angle : IQuantity<Angle>
{
    private Angle(double si) => Radians = Finite.Of<Angle>(si);

    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKind.Angle;

    double IQuantity<Angle>.Si => Radians;

    static Angle IQuantity<Angle>.FromSi(double si) => new(si);

    /// <summary>Value [rad].</summary>
    public double Radians { get; }

    /// <summary>Value [deg].</summary>
    public double Degrees => Radians / Degree;

    /// <summary>From <paramref name="value"/> [rad]; finite.</summary>
    public static Angle FromRadians(double value) => new(value);

    /// <summary>From <paramref name="value"/> [deg]; finite.</summary>
    public static Angle FromDegrees(double value) => new(value * Degree);

    /// <summary>Number and preferred unit.</summary>
    public override string ToString() => this.Print();
}
