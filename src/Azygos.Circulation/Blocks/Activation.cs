using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Blocks;

/// <summary>How a chamber contracts over a beat: 0 relaxed, 1 contracted.</summary>
/// <source url="https://simvascular.github.io/svZeroDSolver/class_activation_function.html"
/// at="activation functions"/>
public abstract record Activation
{
    /// <summary>The activation over time.</summary>
    /// <param name="period">T [s], positive.</param>
    public Waveform Over(double period) => new CycleWaveform(period, Within(period));

    /// <summary>The activation at a time in [0, T].</summary>
    internal abstract Func<double, double> Within(double period);
}

/// <summary>One cosine hill.</summary>
/// <remarks>½(1 − cos(2π(t − t_active)/t_twitch)) from t_active for t_twitch, else 0.</remarks>
/// <param name="Start">t_active [s].</param>
/// <param name="Length">t_twitch [s], positive.</param>
/// <source doi="10.1007/s10439-006-9212-7" at="time-varying elastance of the chambers"/>
public sealed record CosineTwitch(double Start, double Length) : Activation
{
    internal override Func<double, double> Within(double period) => t =>
        t >= Start && t - Start <= Length ? 0.5 * (1 - Math.Cos(2 * Math.PI * (t - Start) / Length)) : 0;
}

/// <summary>A half cosine up and another one down.</summary>
/// <remarks>½(1 − cos(π τ/T_C)), τ the time since t_C, while τ &lt; T_C; else ½(1 + cos(π τ/T_R)), τ the time since t_R,
/// while τ &lt; T_R; else 0. Times are counted round the beat.</remarks>
/// <param name="ContractionStart">t_C [s].</param>
/// <param name="RelaxationStart">t_R [s].</param>
/// <param name="ContractionLength">T_C [s], positive.</param>
/// <param name="RelaxationLength">T_R [s], positive.</param>
/// <source doi="10.1016/j.jcp.2022.111083" at="elastance of the chambers of the closed loop"/>
public sealed record TwoCosines(
    double ContractionStart, double RelaxationStart, double ContractionLength, double RelaxationLength) : Activation
{
    internal override Func<double, double> Within(double period) => t =>
    {
        double up = Since(t, ContractionStart, period), down = Since(t, RelaxationStart, period);
        return up < ContractionLength ? 0.5 * (1 - Math.Cos(Math.PI * up / ContractionLength))
            : down < RelaxationLength ? 0.5 * (1 + Math.Cos(Math.PI * down / RelaxationLength)) : 0;
    };

    internal static double Since(double t, double start, double period) =>
        t - start - period * Math.Floor((t - start) / period);
}

/// <summary>The product of a rising and a falling Hill function.</summary>
/// <remarks>k g₁/(1 + g₁) · 1/(1 + g₂), g_i = (τ/τ_i)^m_i, τ the time since t_shift round the beat; k makes the largest
/// value 1.</remarks>
/// <source doi="10.1007/s10439-022-03047-3" at="double-Hill activation"/>
public sealed record TwoHills : Activation
{
    /// <summary>t_shift [s].</summary>
    public required double Shift { get; init; }

    /// <summary>τ₁ [s], positive.</summary>
    public required double RiseTime { get; init; }

    /// <summary>τ₂ [s], positive.</summary>
    public required double FallTime { get; init; }

    /// <summary>m₁ [1], positive.</summary>
    public required double RiseExponent { get; init; }

    /// <summary>m₂ [1], positive.</summary>
    public required double FallExponent { get; init; }

    // Chosen: the largest value is flat at its top, so that this many points a beat find it to about 1e-9.
    private const int Points = 100_000;

    internal override Func<double, double> Within(double period)
    {
        double largest = Enumerable.Range(0, Points).Max(k => Product(k * period / Points));
        return t => Product(TwoCosines.Since(t, Shift, period)) / largest;
    }

    private double Product(double τ)
    {
        double rise = Math.Pow(τ / RiseTime, RiseExponent), fall = Math.Pow(τ / FallTime, FallExponent);
        return rise / (1 + rise) / (1 + fall);
    }
}

/// <summary>The kick of an atrium, a cosine hill that lies across the end of the beat.</summary>
/// <remarks>½(1 − cos(2π(t − t_p)/T_s)) from t_p − T_s to t_p, counted round the beat; T_s = share × T, t_p = T/divisor.
/// </remarks>
/// <param name="SystoleShare">T_s/T [1], in (0, 1].</param>
/// <param name="PWaveDivisor">T/t_p [1], positive.</param>
/// <source doi="10.1007/s10439-012-0579-3" at="atrial activation"/>
public sealed record AtrialKick(double SystoleShare, double PWaveDivisor) : Activation
{
    internal override Func<double, double> Within(double period) => t =>
    {
        double length = SystoleShare * period, end = period / PWaveDivisor;
        double since = t <= end ? t - end + length : t - end - (period - length);
        return since >= 0 && since <= length ? 0.5 * (1 - Math.Cos(2 * Math.PI * since / length)) : 0;
    };
}

/// <summary>The Fourier series of a ventricle's elastance, shifted and stretched to 0 … 1.</summary>
/// <source doi="10.1007/s10439-012-0579-3" at="ventricular elastance as a Fourier series"/>
public sealed record VentricularSeries : Activation
{
    // Chosen: as many points as the block format takes for the smallest and the largest value.
    private const int Points = 10_000;

    internal override Func<double, double> Within(double period)
    {
        double[] values = [.. Enumerable.Range(0, Points).Select(k => VentricularElastance.At((double)k / Points))];
        double lowest = values.Min(), range = values.Max() - lowest;
        return t => (VentricularElastance.At(t / period) - lowest) / range;
    }
}
