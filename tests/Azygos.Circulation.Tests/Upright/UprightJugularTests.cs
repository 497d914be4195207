using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Tests.Lumped;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Testing;

namespace Azygos.Circulation.Tests.Upright;

/// <summary>An upright jugular of the body law beside a rigid way past it, from skull to chest: flow and area against the
/// pressure in the chest are smooth and monotone.</summary>
/// <remarks>With <c>AZYGOS_REGENERATE=validation</c> in the environment the figure of the page is drawn anew.</remarks>
public sealed class UprightJugularTests
{
    // An adult: 18 cm of neck, 1 cm² a vein, K_b from wall bending (0.1 mmHg), K_d of 2.05 mmHg as in the shipped body,
    // half of the brain's 720 mL/min, and a resistance that carries most of it when the vein is collapsed.
    private const double Density = 1060, Viscosity = 4e-3, Gravity = 9.81, Length = 0.18, Flow = 6e-6;
    private const double A0 = 1e-4, Distension = 273, Bending = 13, Resistance = 4e8;
    private const double Lowest = -1000, Highest = 2500;
    private const int Cells = 40, Steps = 28, Samples = 20;

    // Blood sloshes between skull and chest with a decay of about a second; then it is watched for one [s].
    private const double Settled = 25, Watched = 1;

    // Share of the whole flow by which the flux at mid-height swings: rounding where the vein is folded or open from end to
    // end, at most 0.9 % where it opens between.
    private const double LargestSwing = 0.01;

    private static readonly Lazy<(double Sink, double Flow, double Top, double Middle, double Bottom)[]> Swept = new(
        () => [.. Enumerable.Range(0, Steps + 1).Select(i => Steady(Lowest + i * (Highest - Lowest) / Steps))]);

    [Fact]
    public void Flow_and_area_grow_with_the_pressure_in_the_chest()
    {
        var found = Swept.Value;
        if (Environment.GetEnvironmentVariable("AZYGOS_REGENERATE") == "validation") Draw(found);
        foreach ((var lower, var higher) in found.Zip(found.Skip(1)))
        {
            Assert.True(higher.Flow > lower.Flow, $"flow falls from {lower.Sink} to {higher.Sink} Pa");
            Assert.True(higher.Middle > lower.Middle, $"area falls from {lower.Sink} to {higher.Sink} Pa");
        }
    }

    [Fact]
    public void Flow_bends_without_a_kink()
    {
        // The steepest change of slope between neighbours, as a share of the mean slope over the sweep. A vein that
        // choked or jumped to another branch would show a step: a slope of about Steps times the mean.
        double[] flow = [.. Swept.Value.Select(one => one.Flow)];
        double mean = (flow[^1] - flow[0]) / Steps, bend = 0;
        for (int i = 1; i < Steps; i++)
            bend = Math.Max(bend, Math.Abs(flow[i + 1] - 2 * flow[i] + flow[i - 1]));
        Assert.InRange(bend / mean, 0, 1);
    }

    private static (double Sink, double Flow, double Top, double Middle, double Bottom) Steady(double sink)
    {
        LumpedNetwork lumped = new();
        NodeId skull = lumped.AddNode("skull");
        NodeId foot = lumped.AddPressureNode("foot", new ConstantWaveform(sink - Density * Gravity * Length));
        lumped.Add(new PrescribedFlow
        { Id = "brain", From = lumped.Ground, Into = skull, Flow = new ConstantWaveform(Flow) });
        lumped.Add(new Resistance { Id = "past", From = skull, To = foot, Value = ResistanceTests.Ohm(Resistance) });
        VesselNetwork network = new()
        {
            Blood = new Blood(Density, Viscosity),
            Vessels =
            [
                new Vessel
                {
                    Id = "jugular",
                    From = "top",
                    To = "bottom",
                    Length = Length,
                    Wall = VesselWall.SoftVein,
                    Profile = new UniformProfile(new WallPoint(A0, Distension, Bending, 0, Gravity)),
                    Start = new HydrostaticStart(sink, Length, 0),
                },
            ],
            Nodes = [new LumpedEnd("top", skull), new PressureNode("bottom", new ConstantWaveform(sink))],
            Lumped = lumped,
        };
        VesselSimulation simulation = new(network, new MeshOptions { Cells = Cells });
        // At some pressures the front between folded and open goes round a small limit cycle for ever: means are
        // taken, and the swing is bounded.
        To(Settled);
        double[][] seen = [.. Enumerable.Range(1, Samples).Select(k =>
        {
            To(Settled + k * Watched / Samples);
            double[] area = simulation.Profile("jugular", VesselQuantity.Area);
            Assert.InRange(simulation.Profile("jugular", VesselQuantity.SpeedIndex).Max(), 0, 1);
            return (double[])[simulation.FaceFlows("jugular")[Cells / 2], area[0], area[Cells / 2], area[^1]];
        })];
        double[] mean = [.. Enumerable.Range(0, 4).Select(j => seen.Average(row => row[j]))];
        Assert.InRange(seen.Max(row => Math.Abs(row[0] - mean[0])) / Flow, 0, LargestSwing);
        return (sink, mean[0], mean[1], mean[2], mean[3]);

        void To(double time)
        {
            RunOutcome outcome = simulation.RunTo(time, new StepOptions(), [], TestContext.Current.CancellationToken);
            if (outcome is RunOutcome.Stopped stopped) Assert.Fail($"at {sink} Pa: {stopped.Reason}");
        }
    }

    private static void Draw((double Sink, double Flow, double Top, double Middle, double Bottom)[] found)
    {
        double[] sink = [.. found.Select(one => one.Sink)];
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Azygos.slnx"))) root = Path.GetDirectoryName(root)!;
        File.WriteAllText(Path.Combine(root, "docs", "validation", "images", "jugular.svg"), Chart.Svg(
        [
            new Panel("Flow", "pressure in the chest [Pa]", "Q [mL/min]",
            [
                new Curve("jugular", sink, [.. found.Select(one => one.Flow * 6e7)], true, Chart.Computed),
                new Curve("past it", sink, [.. found.Select(one => (Flow - one.Flow) * 6e7)], true, Chart.Given),
            ]),
            new Panel("Area of the jugular", "pressure in the chest [Pa]", "A [mm²]",
            [
                new Curve("at the top", sink, [.. found.Select(one => one.Top * 1e6)], true, "#8a8a8a"),
                new Curve("at mid-height", sink, [.. found.Select(one => one.Middle * 1e6)], true, Chart.Computed),
                new Curve("at the bottom", sink, [.. found.Select(one => one.Bottom * 1e6)], true, Chart.Given),
            ]),
        ]));
    }
}
