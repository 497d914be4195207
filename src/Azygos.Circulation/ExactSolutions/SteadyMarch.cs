using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.ExactSolutions;

/// <summary>Marches the energy of a steady flow along a vessel, in either direction, on one branch.</summary>
/// <remarks>
/// Steps end at the rows of the profile, where properties have kinks or jump; energy h is continuous. A stage that
/// finds no area of its energy takes the critical one, so that the march is defined, and the place is noted.
/// </remarks>
/// <source doi="10.1016/0771-050X(80)90013-3" at="Dormand and Prince 1980, the pair of order 5 and 4"/>
internal sealed class SteadyMarch
{
    // Chosen: local error of a step over the energy scale. The global error of the verified cases is below 1e-11.
    private const double Tolerance = 1e-14;
    private const double SmallestShare = 1e-9;         // of the length: shorter steps only serve a singular end
    private const double LongestShare = 5e-3;          // of the length: a throat is not stepped over

    private readonly SteadyTube tube;
    private readonly Vessel vessel;
    private readonly double[] rows;
    private readonly bool supercritical;
    private double x, h, step;

    public SteadyMarch(SteadyTube tube, Vessel vessel, double from, double area)
    {
        (this.tube, this.vessel, x) = (tube, vessel, from);
        WallPoint at = vessel.Profile.At(from, from >= vessel.Length);
        supercritical = area < tube.CriticalArea(at);
        h = tube.Energy(area, at);
        step = LongestShare * vessel.Length;
        rows = vessel.Profile is TabulatedProfile table ? [.. table.Position.Distinct()] : [];
        LeastMargin = double.PositiveInfinity;
        Area = area;
    }

    public double Area { get; private set; }

    /// <summary>Where the flow first became critical; null while it has not.</summary>
    public double? Critical { get; private set; }

    /// <summary>The smallest h − h at the critical area so far.</summary>
    public double LeastMargin { get; private set; }

    public void To(double place)
    {
        int direction = Math.Sign(place - x);
        if (direction == 0) return;
        IEnumerable<double> stops = direction > 0
            ? rows.Where(row => row > x && row < place)
            : rows.Where(row => row < x && row > place).Reverse();
        foreach (double stop in stops.Append(place)) Between(stop, direction);
    }

    /// <summary>Marches between two rows.</summary>
    private void Between(double stop, int direction)
    {
        while (x != stop)
        {
            double left = Math.Abs(stop - x), size = Math.Min(step, left);
            (double next, double error) = Try(direction * size);
            double smallest = SmallestShare * vessel.Length;
            if (error > 1 && size > smallest)
            {
                step = Math.Max(size * Math.Max(0.2, 0.9 * Math.Pow(error, -0.2)), smallest);
                continue;
            }
            h = next;
            x = size == left ? stop : x + direction * size;
            if (size == step || error > 1e-4)
            {
                double growth = Math.Min(4, 0.9 * Math.Pow(Math.Max(error, 1e-5), -0.2));
                step = Math.Min(size * growth, LongestShare * vessel.Length);
            }


            Note(direction);
        }
    }

    private void Note(int direction)
    {
        WallPoint at = vessel.Profile.At(x, direction > 0);
        double critical = tube.CriticalArea(at), margin = h - (tube.Flow == 0 ? double.NegativeInfinity
            : tube.Energy(critical, at));
        LeastMargin = Math.Min(LeastMargin, margin);
        if (margin < 0) Critical ??= x;
        WallPoint right = vessel.Profile.At(x, false);
        Area = tube.AreaOf(h, right, supercritical, tube.CriticalArea(right));
    }

    private (double Next, double Error) Try(double δ)
    {
        double s = x;
        bool onward = δ > 0;
        double k1 = Slope(s, h, !onward), k2 = Slope(s + δ / 5, h + δ * (k1 / 5), onward);
        double k3 = Slope(s + 3 * δ / 10, h + δ * (3 * k1 / 40 + 9 * k2 / 40), onward);
        double k4 = Slope(s + 4 * δ / 5, h + δ * (44 * k1 / 45 - 56 * k2 / 15 + 32 * k3 / 9), onward);
        double k5 = Slope(
            s + 8 * δ / 9,
            h + δ * (19372 * k1 / 6561 - 25360 * k2 / 2187 + 64448 * k3 / 6561 - 212 * k4 / 729), onward);
        double k6 = Slope(
            s + δ,
            h + δ * (9017 * k1 / 3168 - 355 * k2 / 33 + 46732 * k3 / 5247 + 49 * k4 / 176 - 5103 * k5 / 18656), onward);
        double next = h + δ * (35 * k1 / 384 + 500 * k3 / 1113 + 125 * k4 / 192 - 2187 * k5 / 6784 + 11 * k6 / 84);
        double k7 = Slope(s + δ, next, onward);
        double error = δ * (71 * k1 / 57600 - 71 * k3 / 16695 + 71 * k4 / 1920 - 17253 * k5 / 339200 + 22 * k6 / 525
            - k7 / 40);
        double scale = Tolerance * (Math.Abs(h) + Scale());
        return (next, Math.Abs(error) / scale);
    }

    /// <summary>Pressure of a wall a tenth wider than its reference: what differences of energy are compared
    /// with.</summary>
    private double Scale()
    {
        WallPoint at = vessel.Profile.At(x, false);
        return Math.Abs(vessel.Wall.Pressure(1.1 * at.ReferenceArea, at) - at.ReferencePressure);
    }

    private double Slope(double at, double energy, bool fromLeft)
    {
        WallPoint point = vessel.Profile.At(at, fromLeft);
        double area = tube.AreaOf(energy, point, supercritical, tube.CriticalArea(point));
        return tube.EnergySlope(area, point);
    }
}
