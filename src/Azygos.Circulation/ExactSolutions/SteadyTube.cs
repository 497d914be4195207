using Azygos.Circulation.Vessels;
using Azygos.Numerics;

namespace Azygos.Circulation.ExactSolutions;

/// <summary>Steady flow through a vessel of any profile, with friction and gravity, sub- or supercritical.</summary>
/// <remarks>
/// d(αQ²/A)/dx + (A/ρ) dp/dx = A g − κ Q/A at constant Q. With h = p + ½ραu² this is dh/dx = ρ(g − κQ/A²), in which no
/// derivative of the properties appears; A follows from h on the chosen branch: subcritical (αu² &lt; c²) above the
/// critical area, supercritical below it. Integrated by Dormand and Prince's method of order 5, between the rows of the
/// profile.
/// </remarks>
/// <source doi="10.1017/S0022112099006084" at="steady flow in a collapsed vein under gravity"/>
public sealed class SteadyTube
{
    private readonly Vessel vessel;
    private readonly double ρ, κ, α;

    /// <summary>A flow through a vessel.</summary>
    /// <param name="vessel">Its wall, profile and length; its nodes and start do not matter.</param>
    /// <param name="blood">The blood.</param>
    /// <param name="flow">Q [m³/s], constant along the vessel.</param>
    public SteadyTube(Vessel vessel, Blood blood, double flow)
    {
        ArgumentNullException.ThrowIfNull(vessel);
        ArgumentNullException.ThrowIfNull(blood);
        (this.vessel, Flow) = (vessel, flow);
        (ρ, κ, α) = (blood.Density, blood.FrictionFactor, blood.MomentumFactor);
    }

    /// <summary>Q [m³/s].</summary>
    public double Flow { get; }

    /// <summary>The area at which gravity and friction balance in a uniform collapsed stretch, √(κQ/g) [m²].</summary>
    /// <param name="position">[m].</param>
    /// <source doi="10.1017/S0022112099006084" at="uniform collapsed flow"/>
    public double UniformArea(double position) => Math.Sqrt(κ * Flow / Point(position, false).Gravity);

    /// <summary>The area at which αu² = c² [m²].</summary>
    /// <param name="position">[m].</param>
    public double CriticalArea(double position) => CriticalArea(Point(position, false));

    /// <summary>States at <paramref name="places"/>, from a known one.</summary>
    /// <param name="from">Place of the known state [m].</param>
    /// <param name="area">Area there [m²]; its branch is kept all along.</param>
    /// <param name="places">Each beyond the one before, seen from <paramref name="from"/> [m].</param>
    /// <exception cref="ArithmeticException">The flow becomes critical on the way; the message says where.</exception>
    public IReadOnlyList<SteadyPoint> Along(double from, double area, IEnumerable<double> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        SteadyMarch march = March(from, area);
        List<SteadyPoint> points = [];
        foreach (double x in places)
        {
            march.To(x);
            if (march.Critical is { } at)
                throw new ArithmeticException(
                    FormattableString.Invariant($"The flow of {Flow} m³/s becomes critical at x = {at} m."));
            points.Add(At(x, march.Area));
        }
        return points;
    }

    /// <summary>The state at one place, from a known one.</summary>
    public SteadyPoint At(double from, double area, double place) => Along(from, area, [place])[0];

    /// <summary>Momentum flux ραQ²/A + ∫A dp [N]: equal on both sides of an elastic jump.</summary>
    public double Momentum(SteadyPoint state)
    {
        WallPoint point = Point(state.Position, false);
        return ρ * α * Flow * Flow / state.Area + vessel.Wall.PressureForce(state.Area, point);
    }

    /// <summary>Where supercritical flow from upstream jumps to subcritical flow that obeys the outlet.</summary>
    /// <remarks>The momentum flux is equal on both sides; null when it is nowhere.</remarks>
    /// <param name="inlet">Supercritical state upstream: place [m] and area [m²].</param>
    /// <param name="outlet">Subcritical state downstream: place [m] and area [m²].</param>
    /// <source doi="10.1017/S0022112099006084" at="elastic jump"/>
    public ElasticJump? Jump((double Position, double Area) inlet, (double Position, double Area) outlet)
    {
        double[] grid = [.. Enumerable.Range(0, Pieces + 1)
            .Select(i => inlet.Position + i * (outlet.Position - inlet.Position) / Pieces)];
        List<SteadyPoint> above = Reached(inlet, grid), below = Reached(outlet, grid.Reverse());
        below.Reverse();                                     // now ascending, the last ones of the grid
        double Excess(double x) => Momentum(UpTo(above, x)) - Momentum(UpTo(below, x));
        for (int i = Pieces + 1 - below.Count; i + 1 < above.Count; i++)
        {
            if (!RootFinder.TryFindRoot(Excess, grid[i], grid[i + 1], out Root root)) continue;
            return new ElasticJump(UpTo(above, root.Position), UpTo(below, root.Position));
        }
        return null;
    }

    private SteadyPoint UpTo(List<SteadyPoint> known, double x)
    {
        SteadyPoint near = known.MinBy(point => Math.Abs(point.Position - x));
        return near.Position == x ? near : At(near.Position, near.Area, x);
    }

    /// <summary>States along the grid as far as the branch goes.</summary>
    private List<SteadyPoint> Reached((double Position, double Area) start, IEnumerable<double> grid)
    {
        SteadyMarch march = March(start.Position, start.Area);
        List<SteadyPoint> points = [];
        foreach (double x in grid)
        {
            march.To(x);
            if (march.Critical is not null) break;
            points.Add(At(x, march.Area));
        }
        return points;
    }

    /// <summary>h = p + ½ραu².</summary>
    internal double Energy(double area, in WallPoint at)
        => vessel.Wall.Pressure(area, at) + 0.5 * ρ * α * Flow * Flow / (area * area);

    /// <summary>dh/dx.</summary>
    internal double EnergySlope(double area, in WallPoint at) => ρ * (at.Gravity - κ * Flow / (area * area));

    internal double CriticalArea(in WallPoint at)
    {
        if (Flow == 0) return 0;
        WallPoint here = at;
        // c A grows with A for every law (1 + d ln c/d ln A > 0), so αQ² = c²A² has one root.
        double f(double A) => vessel.Wall.WaveSpeed(A, here, ρ) * A - Math.Sqrt(α) * Math.Abs(Flow);
        double low = at.ReferenceArea, high = low;
        while (f(low) > 0) low /= 2;
        while (f(high) < 0) high *= 1.25;
        return low == high ? low : RootFinder.FindRoot(f, low, high).Position;
    }

    /// <summary>The area of an energy on a branch; the critical one where there is none.</summary>
    internal double AreaOf(double energy, in WallPoint at, bool supercritical, double critical)
    {
        WallPoint here = at;
        if (Flow == 0) return vessel.Wall.Area(energy, here);
        double f(double A) => Energy(A, here) - energy;
        if (f(critical) >= 0) return critical;
        double near = critical, far = critical;
        while (f(far) < 0) (near, far) = (far, supercritical ? far / 1.1 : far * 1.1);
        return RootFinder.FindRoot(f, Math.Min(near, far), Math.Max(near, far)).Position;
    }

    internal SteadyMarch March(double from, double area) => new(this, vessel, from, area);

    internal SteadyPoint At(double x, double area)
    {
        WallPoint at = Point(x, false);
        double u = Flow / area;
        return new SteadyPoint(x, area, vessel.Wall.Pressure(area, at), u, u / vessel.Wall.WaveSpeed(area, at, ρ));
    }

    private WallPoint Point(double x, bool fromLeft) => vessel.Profile.At(x, fromLeft);

    // Chosen: a jump closer to an end than a 400th of the length would not be seen by any mesh.
    private const int Pieces = 400;
}
