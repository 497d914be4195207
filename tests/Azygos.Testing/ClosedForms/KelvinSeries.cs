using System.Numerics;

namespace Azygos.Testing.ClosedForms;

/// <summary>Bessel functions J₀, J₁ of z = i^{3/2} α by their power series, in 1500 binary digits.</summary>
/// <remarks>
/// J₀(zy) = Σ (iα²y²/4)^k/k!², 2J₁(z)/z = Σ (iα²/4)^k/(k!(k+1)!). The largest term is about e^α, so α up to 500 leaves
/// more digits than a double has.
/// </remarks>
public sealed class KelvinSeries
{
    private const int Digits = 1500;
    private readonly Wide j0, twoJ1OverZ;
    private readonly double α;

    /// <summary>The functions at α, in (0, 500].</summary>
    public KelvinSeries(double α)
    {
        this.α = α;
        j0 = Sum(α, 0);
        twoJ1OverZ = Sum(α, 1);
    }

    /// <summary>M = 1 − 2 J₁/(z J₀).</summary>
    public Complex M => Quotient(j0.Minus(twoJ1OverZ), j0);

    /// <summary>2 J₁/(z J₀).</summary>
    public Complex Layer => Quotient(twoJ1OverZ, j0);

    /// <summary>1 − J₀(zy)/J₀(z).</summary>
    public Complex Shape(double y) => Quotient(j0.Minus(Sum(α * y, 0)), j0);

    private static Wide Sum(double α, int order)
    {
        BigInteger q = Fixed(α) * Fixed(α) >> (Digits + 2), term = BigInteger.One << Digits;
        BigInteger real = 0, imaginary = 0;
        for (int k = 0; !term.IsZero; k++)
        {
            if (k % 2 == 0) real += k % 4 == 0 ? term : -term;
            else imaginary += k % 4 == 1 ? term : -term;
            term = (term * q >> Digits) / ((k + 1) * (k + 1 + order));
        }
        return new Wide(real, imaginary);
    }

    /// <summary>The double, exactly.</summary>
    private static BigInteger Fixed(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)(bits >> 52 & 0x7ff);
        long mantissa = (bits & 0xfffffffffffff) | (exponent == 0 ? 0 : 1L << 52);
        return new BigInteger(mantissa) << (Digits + Math.Max(exponent, 1) - 1075);
    }

    private static Complex Quotient(Wide a, Wide b)
    {
        BigInteger norm = b.Real * b.Real + b.Imaginary * b.Imaginary;
        return new Complex(
            Rounded(a.Real * b.Real + a.Imaginary * b.Imaginary, norm),
            Rounded(a.Imaginary * b.Real - a.Real * b.Imaginary, norm));
    }

    /// <summary>a/b as a double: 70 leading digits of the quotient, then its size.</summary>
    private static double Rounded(BigInteger a, BigInteger b)
    {
        if (a.IsZero) return 0;
        int shift = (int)(b.GetBitLength() - BigInteger.Abs(a).GetBitLength()) + 70;
        return Math.ScaleB((double)(shift >= 0 ? (a << shift) / b : a / (b << -shift)), -shift);
    }

    private readonly record struct Wide(BigInteger Real, BigInteger Imaginary)
    {
        public Wide Minus(Wide other) => new(Real - other.Real, Imaginary - other.Imaginary);
    }
}
