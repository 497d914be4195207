using Azygos.Circulation.Assembly;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Tests.Lumped;
using Azygos.Circulation.Tests.Network;
using Azygos.Circulation.Waveforms;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Circulation.Tests.Running;

/// <summary>A run that cannot go on stops and says where; bad options are refused together; nothing is NaN.</summary>
public sealed class FailureTests
{
    [Fact]
    public void A_node_that_nothing_sets_is_named()
    {
        var network = new LumpedNetwork();
        NodeId lost = network.AddNode("between shut valves", Pressure.FromPascals(500));
        network.Add(new Diode { Id = "in", From = network.Ground, To = lost, Value = ResistanceTests.Ohm(1e7) });
        network.Add(new CollapsibleConductance
        {
            Id = "out",
            From = lost,
            To = network.Ground,
            Outside = network.Ground,
            Conductance = 0,
            Width = Pressure.FromPascals(100)
        });
        RunOutcome.Stopped stopped = Stops(network, Probe.Flow("in"));
        Assert.Equal("between shut valves", stopped.Place);
        Assert.Contains("'between shut valves'", stopped.Reason, StringComparison.Ordinal);
        SteadyFlow steady = SteadyFlow.Solve(network, TestContext.Current.CancellationToken);
        Assert.Equal("between shut valves", steady.Place);
        Assert.NotNull(steady.Failure);
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-320)]
    public void An_absurd_resistance_stops_the_run_at_its_node_or_runs(double resistance)
    {
        LumpedNetwork network = TestNetworks.TwoChambers(resistance);
        RunOutcome outcome = new LumpedSimulation(network).RunTo(
            0.1, new StepOptions(), [Probe.Pressure("left artery")], TestContext.Current.CancellationToken);
        if (outcome is RunOutcome.Stopped stopped)
        {
            Assert.Contains(
                stopped.Place,
                new[] { "left artery", "right vein", "right artery", "left vein" });   // the ends of the two beds
            Assert.All(stopped.LastGoodState.Values, v => Assert.True(double.IsFinite(v)));
        }

        Assert.All(outcome.Recording["left artery"], v => Assert.True(double.IsFinite(v)));
    }

    [Fact]
    public void A_boundary_that_turns_into_NaN_stops_the_run_before_it_is_recorded()
    {
        var network = new LumpedNetwork();
        NodeId node = network.AddNode("c");
        network.Add(new ElasticVolume
        { Id = "c", Inside = node, Outside = network.Ground, Value = ElasticVolumeTests.Farad(1e-8) });
        network.Add(new PrescribedFlow { Id = "q", From = network.Ground, Into = node, Flow = new BreaksAt(0.5) });
        RunOutcome.Stopped stopped = Stops(network, Probe.Pressure("c"));
        Assert.Equal("c", stopped.Place);
        Assert.Contains("not finite", stopped.Reason, StringComparison.Ordinal);
        Assert.InRange(stopped.Time, 0.48, 0.5);
        Assert.InRange(stopped.Recording.Times.Length, 48, 51);
        Assert.All(stopped.Recording["c"], v => Assert.True(double.IsFinite(v)));
        Assert.All(stopped.LastGoodState.Values, v => Assert.True(double.IsFinite(v)));
    }

    [Fact]
    public void A_step_that_leaves_the_law_is_cut_in_two()
    {
        // Torricelli's tank: C dp/dt = −k √p, so p = (√p₀ − k t/(2C))². The straight guess from 0 s over 0.47 s to 0.8 s is
        // below zero, where √ is NaN.
        const double k = 2e-8, C = 1e-8, p0 = 1;
        double Exact(double t) => Math.Pow(Math.Sqrt(p0) - k * t / (2 * C), 2);
        var network = new LumpedNetwork();
        NodeId tank = network.AddNode("tank", Pressure.FromPascals(p0));
        network.Add(new ElasticVolume
        { Id = "tank", Inside = tank, Outside = network.Ground, Value = ElasticVolumeTests.Farad(C) });
        network.Add(new Hole { Id = "hole", Inside = tank, Outside = network.Ground, Coefficient = k });
        RunOutcome.Finished run = Runs.To(network, 0.8, 0.8, [Probe.Pressure("tank")]);
        Assert.Equal(3, run.Report.Steps);   // one that fails, its two halves
        Assert.Equal(Exact(0.8), run.Recording["tank"][^1], 0.01);   // steps as long as the tank's own time
    }

    [Fact]
    public void All_faults_of_the_options_are_refused_together()
    {
        LumpedSimulation simulation = new(TestNetworks.TwoChambers());
        var bad = new StepOptions { LargestStep = 0, SampleInterval = double.NaN };
        var refusal = Assert.Throws<ArgumentException>(() => simulation.RunToPeriodic(
            new PeriodicOptions { Period = -1, Tolerance = 0, MaximumPeriods = 1 }, bad, [Probe.Flow("left outlet")],
            null, TestContext.Current.CancellationToken));
        foreach (string word in new[] { "period = -1 s", "periodic tolerance = 0", "maximum periods = 1",
            "largest step = 0 s", "sample interval = NaN s" })
            Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
        refusal = Assert.Throws<ArgumentException>(
            () => simulation.RunTo(1, bad, [], TestContext.Current.CancellationToken));
        foreach (string word in new[] { "largest step = 0 s", "sample interval = NaN s" })
            Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_end_that_is_not_ahead_is_refused(double end) => Assert.Throws<ArgumentOutOfRangeException>(() =>
        new LumpedSimulation(TestNetworks.TwoChambers()).RunTo(
            end, new StepOptions(), [], TestContext.Current.CancellationToken));

    [Fact]
    public void More_samples_than_anyone_can_want_are_refused()
    {
        LumpedSimulation simulation = new(TestNetworks.TwoChambers());
        StepOptions slip = new() { SampleInterval = 1e-300 };
        Assert.Contains("sample interval = 1E-300 s", Assert.Throws<ArgumentException>(
            () => simulation.RunTo(1, slip, [], TestContext.Current.CancellationToken)).Message,
            StringComparison.Ordinal);
        Assert.Contains("sample interval = 1E-300 s", Assert.Throws<ArgumentException>(() => simulation.RunToPeriodic(
            new PeriodicOptions { Period = 1 }, slip, [Probe.Flow("left outlet")], null,
            TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_periodic_run_that_judges_nothing_is_refused()
    {
        LumpedSimulation simulation = new(TestNetworks.TwoChambers());
        foreach (Probe[] probes in new Probe[][]
            { [], [Probe.Flow("left outlet") with { Judged = false }], [new("v", "left", "volume")] })
        {
            var refusal = Assert.Throws<ArgumentException>(() => simulation.RunToPeriodic(
                new PeriodicOptions { Period = 0.8 }, new StepOptions(), probes, null,
                TestContext.Current.CancellationToken));
            Assert.Contains("probe", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_unknown_probe_is_refused_by_name()
    {
        LumpedSimulation simulation = new(TestNetworks.TwoChambers());
        Assert.Contains("'nowhere'", Assert.Throws<KeyNotFoundException>(() => simulation.RunTo(
            1, new StepOptions(), [Probe.Pressure("nowhere")], TestContext.Current.CancellationToken)).Message,
            StringComparison.Ordinal);
        Assert.Contains("'opening'", Assert.Throws<KeyNotFoundException>(() => simulation.RunTo(
            1, new StepOptions(), [new("x", "left bed", "opening")], TestContext.Current.CancellationToken)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_never_repeats_says_so_with_the_worst_probe()
    {
        var network = new LumpedNetwork();
        NodeId node = network.AddNode("c");
        network.Add(new ElasticVolume
        { Id = "c", Inside = node, Outside = network.Ground, Value = ElasticVolumeTests.Farad(1e-8) });
        network.Add(
            new PrescribedFlow { Id = "q", From = network.Ground, Into = node, Flow = new ConstantWaveform(1e-5) });
        var stopped = Assert.IsType<RunOutcome.Stopped>(new LumpedSimulation(network).RunToPeriodic(
            new PeriodicOptions { Period = 1, MaximumPeriods = 3 }, new StepOptions(), [Probe.Pressure("c")], null,
            TestContext.Current.CancellationToken));
        Assert.Equal("c", stopped.Place);
        Assert.Contains("not periodic after 3 periods", stopped.Reason, StringComparison.Ordinal);
    }

    private static RunOutcome.Stopped Stops(LumpedNetwork network, Probe probe) => Assert.IsType<RunOutcome.Stopped>(
        new LumpedSimulation(network).RunTo(1, new StepOptions(), [probe], TestContext.Current.CancellationToken));

    private sealed class BreaksAt(double time) : Waveform
    {
        public override double At(double t) => t < time ? 1e-6 : double.NaN;
    }

    private sealed record Hole : ILumpedElement
    {
        public required string Id { get; init; }

        public required NodeId Inside { get; init; }

        public required NodeId Outside { get; init; }

        public required double Coefficient { get; init; }

        public IEnumerable<NodeId> Nodes => [Inside, Outside];

        public void Assemble(MeshBuilder mesh) => mesh.AddBranch<Torricelli>(Id, Inside, Outside, [Coefficient]);
    }

    private readonly struct Torricelli : IBranchLaw
    {
        public static T Flow<T>(in LawInput<T> input, Parameters<T> parameters)
            where T : struct, IReal<T>
            => parameters[0] * T.Sqrt(input.Drop);
    }
}
