namespace Azygos.Testing.ClosedForms;

/// <summary>The opening of a valve under a pressure difference that jumps.</summary>
/// <remarks>
/// dz/dt = (1 − z) K_o (Δp − Δp_o) above Δp_o, z K_c (Δp − Δp_c) below Δp_c, 0 between; on each step an exponential.
/// Mynard et al. 2012, doi 10.1002/cnm.1466.
/// </remarks>
public sealed class ValveUnderSteps(params (double From, double Difference)[] steps)
{
    public required double OpeningRate { get; init; }

    public required double ClosingRate { get; init; }

    public required double OpensAbove { get; init; }

    public required double ClosesBelow { get; init; }

    public required double InitialOpening { get; init; }

    public double Opening(double t)
    {
        double z = InitialOpening;
        for (int i = 0; i < steps.Length && steps[i].From < t; i++)
        {
            double end = i + 1 < steps.Length ? Math.Min(t, steps[i + 1].From) : t, Δp = steps[i].Difference;
            double opened = Math.Max(Δp - OpensAbove, 0) * OpeningRate * (end - steps[i].From);
            double closed = Math.Min(Δp - ClosesBelow, 0) * ClosingRate * (end - steps[i].From);
            z = (1 - (1 - z) * Math.Exp(-opened)) * Math.Exp(closed);
        }
        return z;
    }
}
