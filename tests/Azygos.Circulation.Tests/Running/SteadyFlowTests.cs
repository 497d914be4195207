using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Tests.Lumped;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Circulation.Tests.Running;

/// <summary>The steady solve and the filling pressure that start a run.</summary>
public sealed class SteadyFlowTests
{
    private const double C1 = 2e-9, C2 = 8e-9;

    [Fact]
    public void A_closed_loop_keeps_its_volume_on_the_way_to_its_steady_state()
    {
        SteadyFlow steady = Runs.Steady(Loop(pumped: 1e-6));
        // R = 1e8: 100 Pa apart, and C₁ p₁ + C₂ p₂ as at the start.
        double p1 = steady.Pressure("first"), p2 = steady.Pressure("second");
        Assert.Equal(100, p1 - p2, 1e-6);
        Assert.Equal(C1 * 900 + C2 * 400, C1 * p1 + C2 * p2, 1e-12 * C2 * 400);   // rounding of some forty steps
    }

    [Fact]
    public void A_network_that_fills_for_ever_has_no_steady_state()
    {
        var network = new LumpedNetwork();
        NodeId node = network.AddNode("dead end");
        network.Add(new ElasticVolume
        { Id = "c", Inside = node, Outside = network.Ground, Value = ElasticVolumeTests.Farad(1e-8) });
        network.Add(
            new PrescribedFlow { Id = "q", From = network.Ground, Into = node, Flow = new ConstantWaveform(1e-5) });
        SteadyFlow steady = SteadyFlow.Solve(network, TestContext.Current.CancellationToken);
        Assert.NotNull(steady.Failure);
        Assert.Equal("dead end", steady.Place);
    }

    [Fact]
    public void A_run_that_starts_from_its_steady_state_stays_there()
    {
        LumpedSimulation simulation = new(Loop(pumped: 1e-6));
        simulation.StartFrom(Runs.Steady(Loop(pumped: 1e-6)));
        double[] p = simulation.RunTo(
            5, new StepOptions(), [Probe.Pressure("first")], TestContext.Current.CancellationToken).Recording["first"];
        Assert.All(p, value => Assert.Equal(p[0], value, 1e-9 * 1000));   // Newton ends below 1e-11 of the pressure
    }

    [Fact]
    public void Filling_pressure_is_the_one_that_holds_the_volume()
    {
        // The network starts at 900 and 400 Pa; both are lifted by p. Fluid compartments do not count.
        LumpedNetwork network = Loop(0);
        NodeId fluid = network.AddFluidCompartment("fluid", Pressure.FromPascals(0), Length.FromMetres(0));
        network.Add(new ElasticVolume
        { Id = "stretch", Inside = fluid, Outside = network.Ground, Value = ElasticVolumeTests.Farad(1e-6) });
        Pressure? found = FillingPressure.Find(network, Volume.FromCubicMetres(C1 * 900 + C2 * 400 + (C1 + C2) * 250));
        Assert.Equal(250, found!.Value.Pascals, 1e-9);   // bisection to the last bit of 4e4 Pa
    }

    [Fact]
    public void A_volume_that_no_pressure_holds_has_no_filling_pressure()
    {
        Assert.Null(FillingPressure.Find(Loop(0), Volume.FromLitres(5)));
        Assert.Null(FillingPressure.Find(Loop(0), Volume.FromLitres(-5)));
    }

    private static LumpedNetwork Loop(double pumped)
    {
        var network = new LumpedNetwork();
        NodeId first = network.AddNode("first", Pressure.FromPascals(900)),
            second = network.AddNode("second", Pressure.FromPascals(400));
        network.Add(new ElasticVolume
        { Id = "c1", Inside = first, Outside = network.Ground, Value = ElasticVolumeTests.Farad(C1) });
        network.Add(new ElasticVolume
        { Id = "c2", Inside = second, Outside = network.Ground, Value = ElasticVolumeTests.Farad(C2) });
        network.Add(new Resistance { Id = "r", From = first, To = second, Value = ResistanceTests.Ohm(1e8) });
        network.Add(
            new PrescribedFlow { Id = "pump", From = second, Into = first, Flow = new ConstantWaveform(pumped) });
        return network;
    }
}
