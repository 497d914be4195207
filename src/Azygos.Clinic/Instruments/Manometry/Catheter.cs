using Azygos.Clinic.Signals;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Clinic.Instruments.Manometry;

/// <summary>Pressure through a fluid-filled catheter.</summary>
/// <remarks>
/// Column and transducer swing: y″ + 2 ζ ω y′ + ω² y = ω² p, ω = 2π f_n. Zero drifts by a number of its own for the whole
/// examination. In a narrow place the catheter itself takes up lumen: A_eff = A − A_cath, and the loss over that place
/// grows. Gradients below 1 to 2 mmHg are below what such a catheter resolves.
/// </remarks>
/// <source choice="the project's physiology specification, §11: 10 to 15 Hz, ζ 0.3, drift of 1 mmHg, 5 French; not
/// looked up"/>
public sealed record Catheter
{
    // Steps of the swing's solution in one of its periods: chosen, error below 1e-6 of the swing.
    private const int StepsInPeriod = 100;

    /// <summary>f_n, natural frequency of column and transducer.</summary>
    public Frequency NaturalFrequency { get; init; } = Frequency.FromPerSecond(12);

    /// <summary>ζ, damping [1].</summary>
    public double Damping { get; init; } = 0.3;

    /// <summary>Standard deviation of the zero's drift.</summary>
    public Pressure Drift { get; init; } = Pressure.FromMillimetresOfMercury(1);

    /// <summary>Outer diameter.</summary>
    public Length Diameter { get; init; } = Length.FromMillimetres(1.67);

    /// <summary>A_cath, what the catheter takes of a lumen [m²].</summary>
    public double Obstruction => Math.PI * Diameter.Metres * Diameter.Metres / 4;

    /// <summary>What the transducer shows [Pa].</summary>
    /// <param name="pressure">Pressure at the tip [Pa].</param>
    /// <param name="zero">Drift of the zero [Pa], the same for a whole examination.</param>
    public Trace Measure(Trace pressure, double zero)
    {
        ArgumentNullException.ThrowIfNull(pressure);
        double ω = 2 * Math.PI * NaturalFrequency.PerSecond;
        int steps = Math.Max(1, (int)Math.Ceiling(pressure.Step * NaturalFrequency.PerSecond * StepsInPeriod));
        double h = pressure.Step / steps, y = pressure.Values[0], v = 0;
        double[] shown = new double[pressure.Values.Count];
        shown[0] = y + zero;
        for (int i = 1; i < shown.Length; i++)
        {
            double from = pressure.Values[i - 1], slope = (pressure.Values[i] - from) / pressure.Step;
            for (int k = 0; k < steps; k++)
            {
                double p0 = from + slope * k * h, p1 = p0 + 0.5 * slope * h, p2 = p0 + slope * h;
                // Runge-Kutta of order 4.
                (double y1, double v1) = (v, Pull(p0, y, v));
                (double y2, double v2) = (v + 0.5 * h * v1, Pull(p1, y + 0.5 * h * y1, v + 0.5 * h * v1));
                (double y3, double v3) = (v + 0.5 * h * v2, Pull(p1, y + 0.5 * h * y2, v + 0.5 * h * v2));
                (double y4, double v4) = (v + h * v3, Pull(p2, y + h * y3, v + h * v3));
                y += h / 6 * (y1 + 2 * y2 + 2 * y3 + y4);
                v += h / 6 * (v1 + 2 * v2 + 2 * v3 + v4);
            }

            shown[i] = y + zero;
        }

        return new Trace { Step = pressure.Step, Values = shown };

        double Pull(double p, double at, double speed) => ω * ω * (p - at) - 2 * Damping * ω * speed;
    }

    /// <summary>Drift of the zero of one examination [Pa].</summary>
    /// <param name="noise">Random numbers of the examination.</param>
    public double Zero(RandomNumbers noise)
    {
        ArgumentNullException.ThrowIfNull(noise);
        return Drift.Pascals * noise.Normal();
    }

    /// <summary>Loss that the catheter adds where it lies in a narrow place [Pa]; infinite where it fills it.</summary>
    /// <remarks>Δp = 8π μ L Q (1/A_eff² − 1/A²) + ½ρ Q|Q| (1/A_eff² − 1/A²): the flow is held, the lumen round.
    /// </remarks>
    /// <param name="flow">Q [m³/s].</param>
    /// <param name="area">A, lumen without the catheter [m²].</param>
    /// <param name="length">L, length of the place [m].</param>
    public double AddedLoss(double flow, double area, double length)
    {
        double left = area - Obstruction;
        if (left <= 0) return flow == 0 ? 0 : Math.Sign(flow) * double.PositiveInfinity;
        double narrowing = 1 / (left * left) - 1 / (area * area);
        double μ = PhysicalConstants.BloodViscosity.PascalSeconds;
        double ρ = PhysicalConstants.BloodDensity.KilogramsPerCubicMetre;
        return (8 * Math.PI * μ * length * flow + 0.5 * ρ * flow * Math.Abs(flow)) * narrowing;
    }
}
