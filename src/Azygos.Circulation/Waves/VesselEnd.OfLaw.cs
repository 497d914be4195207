using Azygos.Circulation.Walls;
using Azygos.Numerics;

namespace Azygos.Circulation.Waves;

/// <summary>An end of a vessel of one law.</summary>
/// <remarks>
/// Across a simple wave dv = −c dA/A; across a shock (A* &gt; A) v* = v − √((A* − A)(G* − G)/(ρ A A*)). With α ≠ 1 both
/// gain (α − 1) v dA/A, to first order in the change, which at a node is of the order of the step.
/// </remarks>
/// <source doi="10.4208/cicp.210611.240212a" at="waves of the 1D equations in collapsible tubes"/>
internal sealed class VesselEnd<TLaw>(VesselLine<TLaw> line, bool right) : VesselEnd(line, right)
    where TLaw : struct, IWallLaw
{
    // A smaller rise is a simple wave: the two agree to third order, and the difference of G would lose digits.
    private const double SmallestShock = 1e-3;

    // Up to this change of area Simpson's rule leaves less than 1e-11 of a wave, in the steepest law too.
    private const double SmallRise = 0.01;

    // A prediction keeps at least this share of the area at the beginning of the step.
    private const double SmallestShare = 0.05;

    // Bisections of a logarithm of area: from any bracket to the last digit.
    private const int Bisections = 200;

    private readonly TLaw law = line.Law;
    private readonly double density = line.Density, momentumFactor = line.MomentumFactor;
    private readonly double stiffening = line.Stiffening;

    // Stiffnesses that a wave meets.
    private readonly double distension = (1 + line.Stiffening) * (right ? line.RightPoint : line.LeftPoint).Distension;
    private readonly double bending = (1 + line.Stiffening) * (right ? line.RightPoint : line.LeftPoint).Bending;
    private double integral;   // G of the predicted state

    public override double Density => density;

    public override void Predict(double time)
    {
        ref EndTrace trace = ref IsRight ? ref Line.RightTrace : ref Line.LeftTrace;
        double ahead = time - trace.Time;
        Area = Math.Max(trace.Area + ahead * trace.AreaRate, SmallestShare * trace.Area);
        double u = trace.Velocity + ahead * trace.VelocityRate;
        Velocity = IsRight ? u : -u;
        WaveSpeed = Speed(Area);
        integral = Integral(Area);
        Outside = Line.Surroundings.At(time) + Line.LoadAt(IsRight, time);
        Lag = trace.Lag + ahead * trace.LagRate;
    }

    public override void Try(double area)
    {
        double c = Speed(area), change, slope;
        if (area <= Area * (1 + SmallestShock))
        {
            change = SmallWave(area, c);
            slope = c / area;
        }
        else
        {
            double rise = area - Area, force = Integral(area) - integral;
            change = Math.Sqrt(rise * force / (density * Area * area));
            slope = (force + rise * density * c * c) / (2 * density * Area * area * change) - 0.5 * change / area;
        }

        TrialArea = area;
        TrialSpeed = c;
        TrialVelocity = Velocity - change;
        TrialVelocitySlope = -slope;
        if (momentumFactor != 1)
        {
            TrialVelocity += (momentumFactor - 1) * Velocity * Math.Log(area / Area);
            TrialVelocitySlope += (momentumFactor - 1) * Velocity / area;
        }

        TrialPressure = PressureAt(area);
    }

    public override void TryPredicted()
    {
        TrialArea = Area;
        TrialSpeed = WaveSpeed;
        TrialVelocity = Velocity;
        TrialVelocitySlope = -WaveSpeed / Area;
        if (momentumFactor != 1) TrialVelocitySlope += (momentumFactor - 1) * Velocity / Area;
        TrialPressure = PressureAt(Area);
    }

    private double PressureAt(double area) => Point.ReferencePressure + Outside - stiffening * Lag
        + law.Pressure<Real>(new(area / Point.ReferenceArea), new(distension), new(bending)).Value;

    // ∫ c dA/A from the predicted area, c given at its end; by Simpson's rule where they are near.
    private double SmallWave(double area, double c)
    {
        double rise = area - Area;
        if (Math.Abs(rise) > SmallRise * Area) return WaveChange(Area, area);
        double middle = Area + 0.5 * rise;
        return rise / 6 * (WaveSpeed / Area + 4 * Speed(middle) / middle + c / area);
    }

    public override double AreaAt(double pressure) => Point.ReferenceArea * law.AreaRatio<Real>(
        new(pressure - Point.ReferencePressure - Outside + stiffening * Lag), new(distension), new(bending)).Value;

    public override double ChokedArea()
    {
        bool isSupercritical = Velocity >= WaveSpeed;
        double low = Area, high = Area;
        if (isSupercritical)
        {
            while (!IsJumpDriven(high) && double.IsFinite(high)) high *= 2;
        }
        else
        {
            while (!IsFast(low) && low > 0) low *= 0.5;
        }

        for (int i = 0; i < Bisections && low < high; i++)
        {
            double middle = Math.Sqrt(low * high);
            if (middle <= low || middle >= high) break;
            if (isSupercritical ? !IsJumpDriven(middle) : IsFast(middle)) low = middle;
            else high = middle;
        }

        return high;

        bool IsFast(double area)
        {
            Try(area);
            return TrialVelocity >= TrialSpeed;
        }

        // The momentum flux at the same flow, beyond its minimum, has come back to that of the predicted state.
        bool IsJumpDriven(double area)
        {
            double flow = Area * Velocity, v = flow / area;
            return v < Speed(area) && MomentumFlux(area, v) > MomentumFlux(Area, Velocity);
        }
    }

    public override double WaveChange(double from, double to)
    {
        double A0 = Point.ReferenceArea;
        return law.WaveIntegral<Real>(
            new(from / A0), new(to / A0), new(distension), new(bending)).Value / Math.Sqrt(density);
    }

    public override double MomentumFlux(double area, double velocity) =>
        momentumFactor * area * velocity * velocity + Integral(area) / density;

    private double Integral(double area) => Point.ReferenceArea * law.AreaIntegral<Real>(
        new(area / Point.ReferenceArea), new(distension), new(bending)).Value;

    private double Speed(double area)
    {
        double α = area / Point.ReferenceArea;
        return Math.Sqrt(α * law.Slope<Real>(new(α), new(distension), new(bending)).Value / density);
    }
}
