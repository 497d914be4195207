using Azygos.Circulation.Assembly;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Stepping;
using Azygos.Circulation.Tests.Lumped;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Circulation.Tests.Network;

/// <summary>A closed loop keeps its blood, a run keeps its bits, and a step takes no memory.</summary>
public sealed class ConservationTests
{
    [Fact]
    public void A_thousand_beats_of_a_closed_loop_keep_its_volume()
    {
        const int beats = 1000;
        var simulation = new LumpedSimulation(TestNetworks.TwoChambers());
        double before = simulation.HeldVolume().CubicMetres;
        RunOutcome outcome = simulation.RunTo(
            beats * TestNetworks.Period, new StepOptions { LargestStep = 0.04, SampleInterval = TestNetworks.Period },
            [Probe.Flow("left outlet")],
            TestContext.Current.CancellationToken);
        var finished = Assert.IsType<RunOutcome.Finished>(outcome);
        // Contents are carried, each step adds a flow to one node and takes it from another: what is left is the
        // rounding of sums.
        Assert.True(finished.Report.ConservationError <= 1e-13, $"drift {finished.Report.ConservationError:E3}");
        Assert.Equal(1, simulation.HeldVolume().CubicMetres / before, 1e-13);
    }

    [Fact]
    public void The_loop_beats()
    {
        // Guards the test above: still blood would keep its volume too.
        Recording run = Runs.To(
            TestNetworks.TwoChambers(), 20 * TestNetworks.Period, 2e-3, [Probe.Flow("left outlet")]).Recording;
        double[] flow = run["left outlet"];
        Assert.InRange(flow.Max(), 5e-5, 2e-3);
        Assert.True(flow.TakeLast(400).Average() > 1e-5);
    }

    [Fact]
    public void What_enters_from_outside_is_counted()
    {
        // An open network with a jump: 3 s of inflow through a vein and out to the ground.
        var network = new LumpedNetwork();
        NodeId entry = network.AddNode("entry"), end = network.AddNode("end");
        network.Add(new PrescribedFlow
        { Id = "q", From = network.Ground, Into = entry, Flow = new StepWaveform((0, 2e-6), (1.3, 9e-6), (2.2, 0)) });
        network.Add(LumpedVesselTests.Of(entry, end, network.Ground));
        network.Add(new Resistance { Id = "out", From = end, To = network.Ground, Value = ResistanceTests.Ohm(2e7) });
        Assert.True(Runs.To(network, 3, 1e-3, [Probe.Flow("out")], sample: 0.1).Report.ConservationError
            <= 1e-12);   // of 8 mL, 3000 steps
    }

    [Fact]
    public void A_pressure_outside_that_jumps_lifts_what_is_inside_and_moves_no_fluid_at_once()
    {
        var network = new LumpedNetwork();
        NodeId chest = network.AddPressureNode("chest", new StepWaveform((0, -600), (0.5, 3000)));
        NodeId inside = network.AddNode("inside", Pressure.FromPascals(100));
        network.Add(
            new ElasticVolume { Id = "v", Inside = inside, Outside = chest, Value = ElasticVolumeTests.Farad(1e-8) });
        network.Add(new Resistance { Id = "r", From = inside, To = network.Ground, Value = ResistanceTests.Ohm(1e9) });
        Recording run = Runs.To(
            network, 1, 1e-3, [Probe.Pressure("inside"), new Probe("volume", "v", "volume")], sample: 0.01).Recording;
        // y = p − p_e decays to −p_e with τ = 10 s; at the jump y stays.
        double y = 700, τ = 10;
        double before = 600 + (y - 600) * Math.Exp(-0.5 / τ), after = -3000 + (before + 3000) * Math.Exp(-0.5 / τ);
        Assert.Equal(before - 600, run["inside"][50], 1e-5);   // h²/12τ² of 3000 Pa, h = 1 ms
        Assert.Equal(after + 3000, run["inside"][100], 1e-5);
        Assert.Equal(1e-8 * before, run["volume"][50], 1e-13);
    }

    [Fact]
    public void The_same_run_twice_gives_the_same_bits()
    {
        double[] Run() =>
            Runs.To(TestNetworks.TwoChambers(), 2, 5e-3, [Probe.Pressure("left artery"), Probe.Flow("right outlet")])
            .Recording.Series.Values.SelectMany(v => v).ToArray();
        Assert.Equal(Run().Select(BitConverter.DoubleToInt64Bits), Run().Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void A_run_in_two_parts_gives_the_bits_of_one()
    {
        StepOptions options = new() { LargestStep = 5e-3, SampleInterval = 5e-3 };
        Probe[] probes = [Probe.Pressure("left artery")];
        LumpedSimulation whole = new(TestNetworks.TwoChambers()), parts = new(TestNetworks.TwoChambers());
        double[] once = whole.RunTo(2, options, probes, TestContext.Current.CancellationToken).Recording["left artery"];
        double[] first =
            parts.RunTo(1, options, probes, TestContext.Current.CancellationToken).Recording["left artery"];
        double[] second =
            parts.RunTo(2, options, probes, TestContext.Current.CancellationToken).Recording["left artery"];
        // Sample times are k h from 0 and from 1: they, and with them the steps, may differ by a rounding.
        foreach ((double a, double b) in once.Zip([.. first, .. second.Skip(1)]))
            Assert.Equal(a, b, 1e-9 * 9000);
    }

    [Theory]
    [InlineData("chambers and valves")]
    [InlineData("veins and fluid compartments")]
    public void A_steady_step_allocates_nothing(string network)
    {
        var system = new LumpedSystem(network.StartsWith('c')
            ? TestNetworks.TwoChambers() : StillBloodTests.Columns(30, disturbance: 98).Network);
        var stepper = new LumpedStepper(system);
        var state = new LumpedState(system.Unknowns.Length, system.KnownCount);
        Assert.Null(stepper.Initialise(state));
        for (int k = 1; k <= 100; k++)
            Assert.Null(stepper.Step(state, k * 2e-3));
        long before = GC.GetAllocatedBytesForCurrentThread();
        SolveFailure? failure = null;
        for (int k = 101; k <= 400; k++)
            failure ??= stepper.Step(state, k * 2e-3);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Null(failure);
        Assert.Equal(0, allocated);
    }
}
