namespace Azygos.Numerics;

/// <summary>Access to the binary form of a number: what the own exponential and logarithm need beside
/// <see cref="IReal{T}"/>.</summary>
/// <source choice="two operations on exponent bits, so that Exp and Log are written once for single values and lanes"/>
internal interface IRealBits<T> : IReal<T> where T : struct, IRealBits<T>
{
    /// <summary>2ᵏ of an integral k in [−1022, 1023].</summary>
    static abstract T PowerOfTwo(T k);

    /// <summary>x = fraction · 2^exponent with fraction in [√½, √2); x positive, normal and finite.</summary>
    static abstract (T Exponent, T Fraction) Split(T x);
}
