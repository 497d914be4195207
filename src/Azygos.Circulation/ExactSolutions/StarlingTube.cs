using Azygos.Circulation.Vessels;
using Azygos.Numerics;

namespace Azygos.Circulation.ExactSolutions;

/// <summary>A collapsible vessel squeezed from outside, fed at a fixed total pressure: the vascular
/// waterfall.</summary>
/// <remarks>
/// Steady flow is followed from the inlet on the subcritical branch. The larger the flow, the nearer the throat comes
/// to u = c; the flow that just reaches it is the waterfall's. An outlet pressure above the one that this flow leaves
/// sets the flow; below it the flow no longer changes, and blood falls through a supercritical stretch and an elastic
/// jump.
/// </remarks>
/// <source choice="theory: Shapiro 1977, Steady flow in collapsible tubes, J. Biomech. Eng. 99:126"/>
public sealed class StarlingTube
{
    private readonly Vessel vessel;
    private readonly Blood blood;

    /// <summary>A vessel fed at x = 0.</summary>
    /// <param name="vessel">Wall, profile (with the pressure outside) and length.</param>
    /// <param name="blood">The blood.</param>
    /// <param name="inletPressure">p + ½ρu² at x = 0 [Pa].</param>
    public StarlingTube(Vessel vessel, Blood blood, double inletPressure)
    {
        ArgumentNullException.ThrowIfNull(vessel);
        ArgumentNullException.ThrowIfNull(blood);
        (this.vessel, this.blood, InletPressure) = (vessel, blood, inletPressure);
        double low = 0, high = LargestAtInlet();
        // The march is subcritical all along below the waterfall's flow and not above it.
        while (high - low > Settled * high)
        {
            double middle = 0.5 * (low + high);
            if (OutletPressure(middle) is null) high = middle; else low = middle;
        }
        WaterfallFlow = low;
        CriticalOutletPressure = OutletPressure(low)!.Value;
    }

    // Chosen: bisection to this share of the flow; the outlet pressure there moves like its square root.
    private const double Settled = 1e-14;

    /// <summary>p + ½ρu² at x = 0 [Pa].</summary>
    public double InletPressure { get; }

    /// <summary>The largest flow that can be driven through by lowering the outlet pressure [m³/s].</summary>
    public double WaterfallFlow { get; }

    /// <summary>Outlet pressure below which the flow no longer changes [Pa].</summary>
    public double CriticalOutletPressure { get; }

    /// <summary>Flow at an outlet pressure [m³/s]; not negative.</summary>
    /// <param name="outletPressure">p at x = length [Pa], at most what still blood has there.</param>
    public double FlowAt(double outletPressure)
    {
        if (outletPressure <= CriticalOutletPressure) return WaterfallFlow;
        return RootFinder.FindRoot(q => OutletPressure(q)!.Value - outletPressure, 0, WaterfallFlow).Position;
    }

    /// <summary>Areas and pressures along the vessel at a flow up to the waterfall's.</summary>
    public IReadOnlyList<SteadyPoint> Along(double flow, IEnumerable<double> places)
        => new SteadyTube(vessel, blood, flow).Along(0, InletArea(flow)!.Value, places);

    /// <summary>p at x = length for a flow; null when the flow chokes on the way.</summary>
    private double? OutletPressure(double flow)
    {
        if (InletArea(flow) is not { } area) return null;
        SteadyTube tube = new(vessel, blood, flow);
        SteadyMarch march = tube.March(0, area);
        march.To(vessel.Length);
        return march.Critical is null ? tube.At(vessel.Length, march.Area).Pressure : null;
    }

    /// <summary>The subcritical area at which p + ½ρQ²/A² is the inlet's; null when the flow is too large.</summary>
    private double? InletArea(double flow)
    {
        WallPoint at = vessel.Profile.At(0, false);
        SteadyTube flat = new(vessel, blood with { MomentumFactor = 1 }, flow);
        double critical = flat.CriticalArea(at), area = flat.AreaOf(InletPressure, at, false, critical);
        return area > critical ? area : null;
    }

    /// <summary>A flow that chokes at the inlet already.</summary>
    private double LargestAtInlet()
    {
        WallPoint at = vessel.Profile.At(0, false);
        double still = vessel.Wall.Area(InletPressure, at), q = still * vessel.Wall.WaveSpeed(still, at, blood.Density);
        while (InletArea(q) is not null) q *= 2;
        return q;
    }
}
