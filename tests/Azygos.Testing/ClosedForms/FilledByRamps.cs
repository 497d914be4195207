namespace Azygos.Testing.ClosedForms;

/// <summary>A flow that is linear between rows fills a compliance that empties through a resistance.</summary>
/// <remarks>
/// C p' = Q − (p − p_v)/R. Where Q = Q₀ + m (t − t₀): p − p_v = R (Q₀ + m (t − t₀)) − m R τ + K e^{−(t − t₀)/τ},
/// τ = R C. After the last row Q keeps its value.
/// </remarks>
public sealed class FilledByRamps(params (double Time, double Flow)[] rows)
{
    public required double R { get; init; }

    public required double C { get; init; }

    public required double OutletPressure { get; init; }

    public required double InitialPressure { get; init; }

    public double Pressure(double t)
    {
        double p = InitialPressure - OutletPressure, τ = R * C;
        for (int i = 0; i < rows.Length && rows[i].Time < t; i++)
        {
            bool last = i + 1 == rows.Length;
            (double t0, double Q0) = rows[i];
            (double t1, double Q1) = last ? (t, Q0) : rows[i + 1];
            double span = Math.Min(t, t1) - t0, m = (Q1 - Q0) / (t1 - t0);
            double K = p - (R * Q0 - m * R * τ);
            p = R * (Q0 + m * span) - m * R * τ + K * Math.Exp(-span / τ);
        }
        return OutletPressure + p;
    }
}
