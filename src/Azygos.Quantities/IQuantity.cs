namespace Azygos.Quantities;

/// <summary>A physical quantity: a finite SI value that knows what it measures.</summary>
/// <remarks>Arithmetic and comparison are in <see cref="QuantityArithmetic"/>, reading and printing in
/// <see cref="QuantityText"/>.</remarks>
/// <source choice="typed at the door, SI doubles within"/>
public interface IQuantity<TSelf> where TSelf : struct, IQuantity<TSelf>
{
    /// <summary>What it measures.</summary>
    static abstract QuantityKind Kind { get; }

    /// <summary>A quantity of <paramref name="si"/> in the SI unit of its kind; finite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    static abstract TSelf FromSi(double si);

    /// <summary>The value in the SI unit of its kind.</summary>
    double Si { get; }
}
