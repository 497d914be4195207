namespace Azygos.Quantities.Units;

/// <summary>A unit as people write it: its factor to SI and its dimension.</summary>
/// <param name="Factor">One of this unit in SI units.</param>
/// <param name="Metre">Power of length.</param>
/// <param name="Kilogram">Power of mass.</param>
/// <param name="Second">Power of time.</param>
/// <param name="Radian">Power of angle, kept apart so that degrees do not pass as pure numbers.</param>
/// <source doi="10.6028/NIST.SP.811-2008" at="appendix B.8: conventional millimetre of mercury, centimetre of water"/>
public readonly record struct Unit(double Factor, int Metre = 0, int Kilogram = 0, int Second = 0, int Radian = 0)
{
    /// <summary>The pure number 1.</summary>
    public static Unit One { get; } = new(1);

    /// <summary>True when both measure the same kind of quantity.</summary>
    public bool Measures(Unit other) =>
        Metre == other.Metre && Kilogram == other.Kilogram && Second == other.Second && Radian == other.Radian;

    /// <summary>A value in this unit, expressed in another of the same kind.</summary>
    /// <param name="value">Value in this unit.</param>
    /// <param name="target">The other unit.</param>
    public double Convert(double value, Unit target) => Measures(target)
        ? value * (Factor / target.Factor)
        : throw new ArgumentException("The two units measure different kinds of quantity.", nameof(target));

    /// <summary>Product of two units.</summary>
    public static Unit operator *(Unit a, Unit b) => new(
        a.Factor * b.Factor, a.Metre + b.Metre, a.Kilogram + b.Kilogram, a.Second + b.Second, a.Radian + b.Radian);

    /// <summary>Whole power of this unit.</summary>
    /// <param name="exponent">The power, −9 to 9.</param>
    public Unit Power(int exponent) => new(
        Math.Pow(Factor, exponent), Metre * exponent, Kilogram * exponent, Second * exponent, Radian * exponent);

    /// <summary>Reads a unit such as <c>mmHg·s/mL</c>, <c>1/(Pa·s)</c>, <c>cm²</c>, <c>cm2</c>, <c>kg/m^3</c>; false when it is none.</summary>
    /// <param name="text">The unit as written.</param>
    /// <param name="unit">The unit.</param>
    public static bool TryParse(string text, out Unit unit) => UnitParser.TryParse(text, out unit);
}
