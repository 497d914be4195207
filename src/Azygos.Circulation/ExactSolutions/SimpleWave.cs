using Azygos.Circulation.Waveforms;
using Azygos.Numerics;

namespace Azygos.Circulation.ExactSolutions;

/// <summary>A pulse that runs into a long tube at rest, steepening as it goes: exact until its first shock.</summary>
/// <remarks>
/// Blood velocity follows the area, u = ∫ c dA/A from rest, and every value imposed at x = 0 travels unchanged with its
/// own speed u + c: the state at (x, t) is the one imposed at τ with τ + x/(u + c)(τ) = t. Momentum factor 1, no
/// friction.
/// </remarks>
/// <source choice="textbook method of characteristics, e.g. Lighthill, Waves in Fluids, 2.8-2.9"/>
public sealed class SimpleWave
{
    private readonly ElasticTube tube;
    private readonly double restArea;
    private readonly Func<double, double> imposedArea;

    private SimpleWave(ElasticTube tube, double restArea, Func<double, double> imposedArea, double until)
    {
        (this.tube, this.restArea, this.imposedArea) = (tube, restArea, imposedArea);
        FirstShock = FirstCrossing(until);
    }

    /// <summary>A pulse of pressure: p(0, t) = rest + pressure(t), zero before the pulse.</summary>
    /// <param name="tube">The tube.</param>
    /// <param name="restPressure">[Pa].</param>
    /// <param name="pressure">Added at x = 0 [Pa], from time 0 on.</param>
    /// <param name="until">Last time at which it matters [s].</param>
    public static SimpleWave FromPressure(ElasticTube tube, double restPressure, Waveform pressure, double until)
    {
        ArgumentNullException.ThrowIfNull(tube);
        ArgumentNullException.ThrowIfNull(pressure);
        return new SimpleWave(tube, tube.Area(restPressure), t => tube.Area(restPressure + pressure.At(t)), until);
    }

    /// <summary>A pulse of flow: q(0, t) = flow(t) into a tube at rest.</summary>
    /// <param name="tube">The tube.</param>
    /// <param name="restArea">[m²], positive.</param>
    /// <param name="flow">[m³/s], from time 0 on; no outflow larger than a simple wave can carry.</param>
    /// <param name="until">Last time at which it matters [s].</param>
    public static SimpleWave FromFlow(ElasticTube tube, double restArea, Waveform flow, double until)
    {
        ArgumentNullException.ThrowIfNull(tube);
        ArgumentNullException.ThrowIfNull(flow);
        return new SimpleWave(tube, restArea, t => AreaAt(tube, restArea, flow.At(t)), until);
    }

    /// <summary>State at <paramref name="position"/> [m] and <paramref name="time"/> [s].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The place lies beyond the first shock.</exception>
    public TubeState At(double position, double time)
    {
        if (!(position >= 0 && position < FirstShock))
            throw new ArgumentOutOfRangeException(
                nameof(position), position,
                FormattableString.Invariant($"x [m] must lie in [0, {FirstShock}): a shock follows."));
        return Imposed(Origin(position, time));
    }

    /// <summary>Pressure [Pa] at a place [m] and time [s].</summary>
    public double Pressure(double position, double time) => tube.Pressure(At(position, time).Area);

    /// <summary>Place of the first shock [m]; infinite when there is none.</summary>
    /// <remarks>Characteristics of neighbouring instants cross; 4000 of them are tried, error about 1e-6 of the
    /// place.</remarks>
    public double FirstShock { get; }

    private double FirstCrossing(double until)
    {
        const int instants = 4000;
        double nearest = double.PositiveInfinity, δ = until / instants, before = Speed(0);
        for (int i = 1; i <= instants; i++)
        {
            double λ = Speed(i * δ);
            if (λ > before) nearest = Math.Min(nearest, δ * λ * before / (λ - before));
            before = λ;
        }
        return nearest;
    }

    private TubeState Imposed(double time)
    {
        double area = imposedArea(time);
        return new TubeState(area, tube.VelocityChange(restArea, area));
    }

    private double Speed(double time)
    {
        TubeState state = Imposed(time);
        return state.Velocity + tube.WaveSpeed(state.Area);
    }

    /// <summary>τ: the instant at which the state at (x, t) was imposed.</summary>
    private double Origin(double x, double t)
    {
        if (x == 0) return t;
        double Late(double τ) => τ + x / Speed(τ) - t;
        // The fastest characteristic left last. Widening from the arrival time of blood at rest brackets it.
        double middle = t - x / tube.WaveSpeed(restArea), low = middle, high = Math.Min(t, middle);
        for (double reach = 1e-3 * x / tube.WaveSpeed(restArea); Late(low) > 0; reach *= 2) low = middle - reach;
        for (double reach = 1e-3 * x / tube.WaveSpeed(restArea); Late(high) < 0; reach *= 2)
            high = Math.Min(t, middle + reach);
        return low == high ? low : RootFinder.FindRoot(Late, low, high).Position;
    }

    /// <summary>The area behind a simple wave that carries a flow: A ∫ c dA/A = q, the subcritical one.</summary>
    private static double AreaAt(ElasticTube tube, double rest, double flow)
    {
        if (flow == 0) return rest;
        double Excess(double A) => A * tube.VelocityChange(rest, A) - flow;
        double near = rest, far = rest;
        for (int i = 0; Math.Sign(Excess(far)) != (flow > 0 ? 1 : -1) && Excess(far) != 0; i++)
        {
            near = far;
            far = flow > 0 ? far * Step : far / Step;
            // Backward: A u has its largest value where u = −c; beyond, no simple wave carries the flow.
            bool chokes = flow < 0 && -tube.VelocityChange(rest, far) > tube.WaveSpeed(far);
            if (i == MostSteps || (chokes && Excess(far) > 0))
                throw new ArithmeticException(
                    FormattableString.Invariant($"No simple wave carries {flow} m³/s out of the tube."));
        }
        return RootFinder.FindRoot(Excess, Math.Min(near, far), Math.Max(near, far)).Position;
    }

    // Chosen: 2 % at a time, up to seven decades.
    private const double Step = 1.02;
    private const int MostSteps = 800;
}
