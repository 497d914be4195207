using Azygos.Circulation.Verification;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Tests.Verification;

/// <summary>What runs, what is reported as not run, and what a stopped run does to its bars.</summary>
public sealed class CaseRunnerTests
{
    private static readonly CaseElement[] Divider =
    [
        new ResistorElement("R1", "a", "j") { Resistance = 3e7 },
        new ResistorElement("R2", "j", "b") { Resistance = 1e7 },
        new ResistorElement("R3", "j", "end") { Resistance = 5e7 },
    ];

    private static readonly NetworkNode[] DividerNodes =
    [
        new PressureNode("a", new ConstantWaveform(800)), new JunctionNode("j"), new ClosedNode("end"),
        new PressureNode("b", new ConstantWaveform(0)),
    ];

    [Fact]
    public void A_junction_divides_and_a_closed_end_takes_nothing()
    {
        BarResult result = Run(DividerNodes, Divider, new Evaluation(), "end", expected: 200);    // 800 · 1/(3 + 1)
        Assert.Equal(Verdict.Held, result.Verdict);
    }

    [Fact]
    public void A_missed_bar_says_what_was_measured()
    {
        BarResult result = Run(DividerNodes, Divider, new Evaluation(), "end", expected: 210);
        Assert.Equal(Verdict.Missed, result.Verdict);
        Assert.Equal(10, result.Measured!.Value, 1e-9);
    }

    [Fact]
    public void A_node_that_waves_leave_by_is_not_run()
    {
        BarResult result = Run([.. DividerNodes[..2], new TransmissiveNode("end"), DividerNodes[3]], Divider,
            new EndAtTime(1), "end", expected: 200);
        Assert.Equal((Verdict.NotRun, null), (result.Verdict, result.Measured));
        Assert.StartsWith("needs vessels", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_by_areas_is_not_run()
        => Assert.Equal(
            Verdict.NotRun, Run(DividerNodes, Divider, new EndWhenSteady(1e-6, 10), "end", expected: 200).Verdict);

    [Fact]
    public void A_network_without_a_pressure_stops_and_misses_its_bars()
    {
        BarResult result = Run(
            [new FlowNode("a", new ConstantWaveform(1e-6)), .. DividerNodes[1..3], new InternalNode("b", 0)],
            Divider, new EndAtTime(0.01), "end", expected: 200);
        Assert.Equal((Verdict.Missed, null), (result.Verdict, result.Measured));
        Assert.Contains("stopped", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_makes_no_element_misses_its_bars()
    {
        // A long narrowing that hardly narrows: its loss beyond the healthy vessel's is negative.
        StenosisElement narrowing = new("s", "a", "b")
        {
            Form = StenosisForm.Excess,
            Diameter = 0.001,
            AreaReduction = 0,
            Length = 1,
            TurbulentLoss = 0,
            InertialFactor = 1,
        };
        BarResult result = Run([DividerNodes[0], DividerNodes[3]], [narrowing], new EndAtTime(0.01), "b", expected: 0);
        Assert.Equal(Verdict.Missed, result.Verdict);
        Assert.Contains("resistance", result.Reason, StringComparison.Ordinal);
    }

    private static BarResult Run(NetworkNode[] nodes, CaseElement[] elements, RunEnd until, string node, double expected)
    {
        VerificationCase @case = new()
        {
            Name = "own/circuit",
            Family = CaseFamily.ZeroD,
            Description = "a circuit",
            Source = "this test",
            Network = new CaseNetwork { Fluid = new(1055, 0.004, null, 1), Nodes = nodes, Elements = elements },
            Runs = [new CaseRun { Id = "main", Until = until }],
            Probes = [new NodeSeriesProbe("p", node, CaseQuantity.Pressure)],
            References = [],
            Bars =
            [
                new Bar
                {
                    Metric = Metric.ValueAbsolute,
                    Probe = "p",
                    Runs = ["main"],
                    AtMost = true,
                    Limit = 1e-6,
                    Unit = "Pa",
                    ExpectedValue = expected,
                },
            ],
        };
        return Assert.Single(CaseRunner.Run(@case, TestContext.Current.CancellationToken).Bars);
    }
}
