namespace Azygos.Testing.ClosedForms;

/// <summary>R1 in series with C beside R2, driven by a flow.</summary>
/// <remarks>C dp_c/dt = Q − (p_c − p_v)/R2, p_in = p_c + R1 Q; impedance of C beside R2: R2/(1 + iω R2 C).</remarks>
public sealed class Windkessel
{
    public required double R1 { get; init; }

    public required double R2 { get; init; }

    public required double C { get; init; }

    public required double OutletPressure { get; init; }

    public required Sinusoids Flow { get; init; }

    /// <summary>p_c(0); null: the start is forgotten.</summary>
    public double? InitialPressure { get; init; }

    /// <summary>p_c: the periodic answer, and what is left of the start, e^{−t/(R2 C)}.</summary>
    public double Pressure(double t)
    {
        Sinusoids answer = Flow.Through(s => R2 / (1 + s * R2 * C));
        double left = InitialPressure is { } p0 ? p0 - OutletPressure - answer.At(0) : 0;
        return OutletPressure + answer.At(t) + left * Math.Exp(-t / (R2 * C));
    }

    /// <summary>p_in.</summary>
    public double InletPressure(double t) => Pressure(t) + R1 * Flow.At(t);
}
