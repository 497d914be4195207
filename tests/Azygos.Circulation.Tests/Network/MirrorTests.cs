using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Tests.Lumped;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Circulation.Tests.Network;

/// <summary>A network drawn backwards gives the mirrored run: the same pressures, flows of the other sign.</summary>
public sealed class MirrorTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public void Swapped_ends_give_the_mirrored_run(double degrees)
    {
        Recording drawn = Run(degrees, backwards: false), mirrored = Run(degrees, backwards: true);
        double largest = drawn["vein"].Max(Math.Abs);
        Assert.True(largest > 1e-6);
        for (int i = 0; i < drawn.Times.Length; i++)
        {
            // Sums run in another order: rounding, grown by the solver's tolerance of 1e-11.
            foreach (string flow in new[] { "vein", "tube", "loss", "leak" })
                Assert.True(
                    Math.Abs(drawn[flow][i] + mirrored[flow][i]) <= 1e-10 * largest, $"{flow} at {drawn.Times[i]} s");
            foreach (string node in new[] { "a", "b", "c" })
                Assert.Equal(drawn[node][i], mirrored[node][i], 1e-10 * 1000);
        }
    }

    private static Recording Run(double degrees, bool backwards)
    {
        var network = new LumpedNetwork { FluidColumn = 1060 * 9.81 * Math.Sin(degrees * Math.PI / 180) };
        NodeId source = network.AddPressureNode(
            "source", new HarmonicWaveform(600, 0.8, new Harmonic(1, 400, 0)), Length.FromMetres(0.2));
        NodeId a = network.AddNode("a", null, Length.FromMetres(0.15)),
            b = network.AddNode("b", null, Length.FromMetres(0.1));
        NodeId c = network.AddNode("c", null, Length.FromMetres(0.02));
        NodeId Start(NodeId first, NodeId second) => backwards ? second : first;
        NodeId End(NodeId first, NodeId second) => backwards ? first : second;
        network.Add(new Inertance
        {
            Id = "tube",
            From = Start(source, a),
            To = End(source, a),
            Value = HydraulicInertance.FromPascalSecondsSquaredPerCubicMetre(3e5),
            Series = ResistanceTests.Ohm(5e6),
            QuadraticLoss = 1e11,
        });
        network.Add(LumpedVesselTests.Of(Start(a, b), End(a, b), network.Ground, id: "vein"));
        network.Add(new QuadraticLoss
        { Id = "loss", From = Start(b, c), To = End(b, c), Viscous = ResistanceTests.Ohm(4e6), Coefficient = 3e11 });
        network.Add(new ElasticVolume
        { Id = "c", Inside = c, Outside = network.Ground, Value = ElasticVolumeTests.Farad(2e-8) });
        network.Add(new Resistance
        {
            Id = "leak",
            From = Start(c, network.Ground),
            To = End(c, network.Ground),
            Value = ResistanceTests.Ohm(3e7)
        });
        return Runs.To(
            network, 1, 2e-3,
            [Probe.Flow("vein"), Probe.Flow("tube"), Probe.Flow("loss"), Probe.Flow("leak"), Probe.Pressure("a"),
                Probe.Pressure("b"), Probe.Pressure("c")])
            .Recording;
    }
}
