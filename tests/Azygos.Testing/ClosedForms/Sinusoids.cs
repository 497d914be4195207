using System.Numerics;

namespace Azygos.Testing.ClosedForms;

/// <summary>mean + Σ a sin(2πnt/T + φ): what drives a linear circuit, and what it answers in the end.</summary>
public sealed class Sinusoids(double mean, double period, params (int Order, double Amplitude, double Phase)[] terms)
{
    /// <summary>The value at a time [s].</summary>
    public double At(double t)
        => mean + terms.Sum(term => term.Amplitude * Math.Sin(2 * Math.PI * term.Order * t / period + term.Phase));

    /// <summary>The answer of a linear circuit with impedance or gain H(iω).</summary>
    public Sinusoids Through(Func<Complex, Complex> transfer) => new(
        mean * transfer(Complex.Zero).Real,
        period,
        [.. terms.Select(term =>
        {
            Complex H = transfer(Complex.ImaginaryOne * 2 * Math.PI * term.Order / period);
            return (term.Order, term.Amplitude * H.Magnitude, term.Phase + H.Phase);
        })]);
}
