using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Circulation.Tests.Network;

/// <summary>A network whose fluid column changes while it runs.</summary>
public sealed class TiltInTimeTests
{
    private const double Column = 1060 * 9.81;

    [Fact]
    public void Blood_tilted_in_time_comes_to_rest_as_the_column_says_and_none_is_lost()
    {
        LumpedNetwork network = Column2(new TableWaveform([0.2, 1.2], [0, Column]));
        RunOutcome run = new LumpedSimulation(network).RunTo(
            200, new StepOptions { LargestStep = 0.01, SampleInterval = 0.5 },
            [Probe.Pressure("low"), Probe.Pressure("high")], TestContext.Current.CancellationToken);
        Assert.IsType<RunOutcome.Finished>(run);
        double difference = run.Recording["low"][^1] - run.Recording["high"][^1];
        Assert.Equal(Column * 0.4, difference, 1e-6 * Column);   // what 200 s leave of a decay of a few
        Assert.InRange(run.Report.ConservationError, 0, 1e-12);   // rounding of 20,000 steps
    }

    [Fact]
    public void A_column_that_does_not_change_is_that_column_to_the_bit()
    {
        double[][] runs = [.. new[] { true, false }.Select(inTime =>
        {
            LumpedNetwork network = Column2(inTime ? new ConstantWaveform(Column) : null);
            network.FluidColumn = Column;
            return new LumpedSimulation(network).RunTo(
                2, new StepOptions { LargestStep = 0.01, SampleInterval = 0.1 }, [Probe.Pressure("low")],
                TestContext.Current.CancellationToken).Recording["low"];
        })];
        Assert.Equal(runs[0], runs[1]);
    }

    private static LumpedNetwork Column2(Waveform? inTime)
    {
        var network = new LumpedNetwork { FluidColumnInTime = inTime };
        NodeId low = network.AddNode("low", Pressure.FromPascals(1000)),
            high = network.AddNode("high", Pressure.FromPascals(1000), Length.FromMetres(0.4));
        foreach ((string id, NodeId node) in new[] { ("a", low), ("b", high) })
            network.Add(new ElasticVolume
            {
                Id = id,
                Inside = node,
                Outside = network.Ground,
                Value = Compliance.FromMillilitresPerMillimetreOfMercury(1),
                Unstressed = Volume.FromMillilitres(10),
            });
        network.Add(new Resistance
        {
            Id = "between",
            From = high,
            To = low,
            Value = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(4),
        });
        return network;
    }
}
