namespace Azygos.Testing.ClosedForms;

/// <summary>A pressure that jumps fills a compliance through two resistances; their node has no storage.</summary>
/// <remarks>
/// p = P + (p(0) − P) e^{−t/τ} on each step of the source P, τ = (R1 + R2) C; the node divides by resistance.
/// </remarks>
public sealed class FilledThroughTwoResistances(params (double From, double Pressure)[] source)
{
    public required double R1 { get; init; }

    public required double R2 { get; init; }

    public required double C { get; init; }

    public required double InitialPressure { get; init; }

    public double Pressure(double t)
    {
        double p = InitialPressure;
        for (int i = 0; i < source.Length && source[i].From < t; i++)
        {
            double end = i + 1 < source.Length ? Math.Min(t, source[i + 1].From) : t;
            p = source[i].Pressure + (p - source[i].Pressure) * Math.Exp(-(end - source[i].From) / ((R1 + R2) * C));
        }
        return p;
    }

    /// <summary>The node between the resistances; at a jump, its value just before.</summary>
    public double Between(double t)
    {
        double P = source.Last(step => step.From < t || step == source[0]).Pressure, p = Pressure(t);
        return p + (P - p) * R2 / (R1 + R2);
    }
}
