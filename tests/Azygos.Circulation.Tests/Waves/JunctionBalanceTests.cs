using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Circulation.Waves;

namespace Azygos.Circulation.Tests.Waves;

/// <summary>Steady flow across a junction of unlike vessels: Bernoulli for total pressure, equal pressures for
/// static.</summary>
public sealed class JunctionBalanceTests
{
    private const double Inflow = 3e-4;   // 1 m/s in the first vessel

    private static readonly WallPoint Wide = Tubes.ArteryPoint;

    private static readonly WallPoint Narrow = new(1.2e-4, 80_000, 80_000, 10_000, 0);

    // What Newton leaves of a head, over ρc.
    private const double Rounding = 1e-11;

    [Theory]
    [InlineData(NodeCoupling.TotalPressure)]
    [InlineData(NodeCoupling.StaticPressure)]
    public void A_steady_state_of_the_coupling_stays(NodeCoupling coupling)
    {
        WaveSystem system = Run(coupling, coupling, out double speed);
        Assert.True(speed < Rounding, $"velocities moved by {speed} m/s");
        double[] first = system.Along("first", VesselQuantity.Pressure);
        Assert.Equal(
            coupling == NodeCoupling.TotalPressure ? Total(first[^1], 1) : first[^1],
            system.Node("joint").Pressure, 1e-6);
    }

    [Theory]
    [InlineData(NodeCoupling.TotalPressure)]
    [InlineData(NodeCoupling.StaticPressure)]
    public void A_steady_state_of_the_other_coupling_does_not_stay(NodeCoupling coupling)
    {
        Run(coupling, coupling == NodeCoupling.TotalPressure ? NodeCoupling.StaticPressure : NodeCoupling.TotalPressure,
            out double speed);
        Assert.True(speed > 0.01, $"velocities moved by {speed} m/s");
    }

    // Starts at the steady state of one coupling, runs with the other: how far velocities move.
    private static WaveSystem Run(NodeCoupling start, NodeCoupling coupling, out double moved)
    {
        double area = AreaBehind(start), velocity = Inflow / area;
        WaveSystem system = Tubes.System(Tubes.Inviscid, 20,
        [
            Tubes.Of("first", "in", "joint", 0.4, VesselWall.Artery, Wide, new UniformStart(3e-4, 1)),
            Tubes.Of("second", "joint", "out", 0.2, VesselWall.Artery, Narrow, new UniformStart(area, velocity)),
        ],
            new FlowNode("in", new ConstantWaveform(Inflow)), new JunctionNode("joint") { Coupling = coupling },
            new PressureNode("out", new ConstantWaveform(VesselWall.Artery.Pressure(area, Narrow))));
        double largest = 0;
        system.To(0.5, afterStep: () =>
        {
            foreach ((string id, double u) in new[] { ("first", 1), ("second", velocity) })
                largest = Math.Max(largest, system.Along(id, VesselQuantity.Velocity).Max(v => Math.Abs(v - u)));
        });
        moved = largest;
        return system;
    }

    private static double AreaBehind(NodeCoupling coupling)
    {
        double low = 0.8e-4, high = 3e-4;   // subcritical there: heads rise with area
        for (int i = 0; i < 100; i++)
        {
            double middle = 0.5 * (low + high);
            double lost = coupling == NodeCoupling.TotalPressure
                ? Total(VesselWall.Artery.Pressure(middle, Narrow), Inflow / middle) - Total(10_000, 1)
                : VesselWall.Artery.Pressure(middle, Narrow) - 10_000;
            if (lost < 0) low = middle;
            else high = middle;
        }

        return 0.5 * (low + high);
    }

    private static double Total(double pressure, double velocity) =>
        pressure + 0.5 * Tubes.Inviscid.Density * velocity * velocity;
}
