using Azygos.Circulation.Narrowings;
using Azygos.Numerics;

namespace Azygos.Circulation.Waves;

/// <summary>What throats in series cost at one moment, by the direction of the flow.</summary>
/// <remarks>Δp = R Q + B Q|Q| + L dQ/dt, dQ/dt = c₀ Q − past.</remarks>
internal readonly record struct ThroatLoss
{
    private (double R, double B) Forward { get; init; }

    private (double R, double B) Backward { get; init; }

    private double Inertance { get; init; }

    private double PerTime { get; init; }

    private double Past { get; init; }

    /// <summary>True: a throat has no area; nothing passes.</summary>
    public bool IsClosed { get; private init; }

    /// <summary>One throat more.</summary>
    /// <param name="forward">Its area for flow from left to right [m²].</param>
    /// <param name="backward">Its area for the other way.</param>
    /// <param name="length">L_s [m].</param>
    /// <param name="beside">The open lumen [m²], its friction c_f [Pa·s] and density [kg/m³].</param>
    public ThroatLoss With(
        double forward, double backward, double length, (double Open, double Friction, double Density) beside)
    {
        if (!(forward > 0 && backward > 0)) return this with { IsClosed = true };
        (double open, double friction, double density) = beside;
        return this with
        {
            Forward = Plus(Forward, forward),
            Backward = Plus(Backward, backward),
            Inertance = Inertance + NarrowingLaw.Inertance<Real>(new(open), new(length), new(density)).Value,
        };

        (double R, double B) Plus((double R, double B) sofar, double area)
        {
            Real throat = new(Math.Min(area, open));
            return (sofar.R + NarrowingLaw.Resistance(new(open), throat, new(length), new Real(friction)).Value,
                sofar.B + NarrowingLaw.Quadratic(
                    new(open), throat, new(NarrowingLaw.JetLoss), new Real(density)).Value);
        }
    }

    /// <summary>The same with the flow's own past: the slope of the parabola through a flow to come and the last two
    /// (the line through one).</summary>
    /// <param name="time">Of the flow to come [s].</param>
    /// <param name="last">Time [s] (NaN: none) and flow [m³/s] before.</param>
    /// <param name="before">The ones before that.</param>
    public ThroatLoss After(double time, (double Time, double Flow) last, (double Time, double Flow) before)
    {
        double h = time - last.Time;
        if (!(h > 0)) return this;
        double ω = last.Time > before.Time ? h / (last.Time - before.Time) : 0;
        double second = ω > 0 ? ω * ω / (1 + ω) * before.Flow : 0;
        return this with { PerTime = (1 + 2 * ω) / (1 + ω) / h, Past = ((1 + ω) * last.Flow - second) / h };
    }

    /// <summary>Q of (z + R + L c₀) Q + B Q|Q| = push + L past.</summary>
    public double Flow(double push, double z)
    {
        double D = push + Inertance * Past;
        (double R, double B) = D < 0 ? Backward : Forward;
        double a = z + R + Inertance * PerTime;
        return 2 * D / (a + Math.Sqrt(a * a + 4 * B * Math.Abs(D)));
    }

    /// <summary>Δp at a flow.</summary>
    public double Drop(double flow)
    {
        (double R, double B) = flow < 0 ? Backward : Forward;
        return (R + B * Math.Abs(flow)) * flow + Inertance * (PerTime * flow - Past);
    }
}
