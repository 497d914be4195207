using Azygos.Numerics;

namespace Azygos.Clinic.Signals;

/// <summary>Smooths a trace without shifting it in time.</summary>
/// <remarks>A bell of standard deviation σ = √(ln 2)/(2π f_c): a swing at f_c keeps 1/√2 of its size, a constant all of
/// it. At the ends the bell is cut and normalised.</remarks>
/// <source choice="20 Hz before the criteria are judged; the published rules name no filter"/>
public static class LowPass
{
    /// <summary>f_c of the criteria [Hz].</summary>
    /// <source choice="20 Hz: faster than any venous wave, slower than speckle"/>
    public const double CriteriaFrequency = 20;

    private const double Reach = 4;

    /// <summary>The smoothed trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="frequency">f_c [Hz], above 0.</param>
    public static Trace Of(Trace trace, double frequency = CriteriaFrequency)
    {
        ArgumentNullException.ThrowIfNull(trace);
        double σ = Math.Sqrt(Real.Log(new Real(2)).Value) / (2 * Math.PI * frequency) / trace.Step;
        int reach = (int)(Reach * σ);
        if (reach == 0) return trace;
        double[] bell = [.. Enumerable.Range(-reach, 2 * reach + 1)
            .Select(j => Real.Exp(new Real(-0.5 * j * j / (σ * σ))).Value)];
        double[] smooth = new double[trace.Values.Count];
        for (int i = 0; i < smooth.Length; i++)
        {
            double sum = 0, weight = 0;
            for (int j = Math.Max(-reach, -i); j <= Math.Min(reach, smooth.Length - 1 - i); j++)
            {
                sum += bell[j + reach] * trace.Values[i + j];
                weight += bell[j + reach];
            }

            smooth[i] = sum / weight;
        }

        return trace with { Values = smooth };
    }
}
