using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Tests.Lumped;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;
using Azygos.Testing;
using Azygos.Testing.ClosedForms;

namespace Azygos.Circulation.Tests.Convergence;

/// <summary>The order in time that refinements show, against closed forms where there are any, else against an own run
/// 16 times finer.</summary>
public sealed class SecondOrderTests
{
    private const int Refinements = 4;

    [Fact]
    public void A_resonant_circuit_driven_by_a_constant_pressure()
    {
        SeriesRlc form =
            new() { R = 3e6, L = 2.5e5, C = 2e-9, SourcePressure = 800, InitialPressure = 200, InitialFlow = 1e-5 };
        const double end = 0.2;
        double pressureScale = 600, flowScale = 5e-5;
        ObservedOrder.Over(5e-3, Refinements, h =>
        {
            var network = new LumpedNetwork();
            NodeId node = network.AddNode("c", Pressure.FromPascals(form.InitialPressure));
            network.Add(new Inertance
            {
                Id = "rl",
                From = network.AddPressureNode("source", new ConstantWaveform(form.SourcePressure)),
                To = node,
                Value = HydraulicInertance.FromPascalSecondsSquaredPerCubicMetre(form.L),
                Series = ResistanceTests.Ohm(form.R),
                InitialFlow = Flow.FromCubicMetresPerSecond(form.InitialFlow),
            });
            network.Add(new ElasticVolume
            { Id = "c", Inside = node, Outside = network.Ground, Value = ElasticVolumeTests.Farad(form.C) });
            Recording run = Runs.To(network, end, h, [Probe.Pressure("c"), Probe.Flow("rl")], sample: end).Recording;
            return Math.Max(
                Math.Abs(run["c"][^1] - form.Pressure(end)) / pressureScale,
                Math.Abs(run["rl"][^1] - form.Flow(end)) / flowScale);
        }).LastTwoAreAtLeast(ObservedOrder.SecondOrder);
    }

    [Fact]
    public void A_windkessel_driven_by_a_harmonic_flow()
    {
        Windkessel form = new()
        {
            R1 = 1.5e7,
            R2 = 9e7,
            C = 1.2e-8,
            OutletPressure = 700,
            InitialPressure = 2500,
            Flow = new Sinusoids(8e-5, 0.8, (1, 9e-5, -0.5)),
        };
        const double end = 0.7;
        ObservedOrder.Over(0.05, Refinements, h =>
        {
            var network = new LumpedNetwork();
            NodeId entry = network.AddNode("entry"), middle = network.AddNode("middle", Pressure.FromPascals(2500));
            network.Add(new PrescribedFlow
            {
                Id = "q",
                From = network.Ground,
                Into = entry,
                Flow = new HarmonicWaveform(8e-5, 0.8, new Harmonic(1, 9e-5, -0.5))
            });
            network.Add(new Windkessel3
            {
                Id = "rcr",
                From = entry,
                Middle = middle,
                To = network.AddPressureNode("outlet", new ConstantWaveform(form.OutletPressure)),
                Outside = network.Ground,
                Proximal = ResistanceTests.Ohm(form.R1),
                Compliance = ElasticVolumeTests.Farad(form.C),
                Distal = ResistanceTests.Ohm(form.R2),
            });
            Recording run = Runs.To(network, end, h, [Probe.Pressure("entry")], sample: 0.05).Recording;
            return run.Times.Zip(run["entry"], (t, p) => Math.Abs(p - form.InletPressure(t))).Max();
        }).LastTwoAreAtLeast(ObservedOrder.SecondOrder);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(-250)]
    public void A_flow_that_starts_through_a_partly_open_valve(double drop)
    {
        const double ρ = 1055, l = 0.012, A = 2e-5 + 0.6 * (3e-4 - 2e-5), end = 0.04;
        LossyStart form = new() { B = ρ / (2 * A * A), L = ρ * l / A, Difference = drop };
        ObservedOrder.Over(8e-3, Refinements, h =>
        {
            var network = new LumpedNetwork();
            network.Add(new DynamicValve
            {
                Id = "valve",
                From = network.AddPressureNode("up", new ConstantWaveform(drop)),
                To = network.Ground,
                OpenArea = Area.FromSquareMetres(3e-4),
                ClosedArea = Area.FromSquareMetres(2e-5),
                EffectiveLength = Length.FromMetres(l),
                Density = Density.FromKilogramsPerCubicMetre(ρ),
                InitialOpening = 0.6,
            });
            return Math.Abs(
                Runs.To(network, end, h, [Probe.Flow("valve")], sample: end).Recording["valve"][^1] - form.Flow(end));
        }).LastTwoAreAtLeast(ObservedOrder.SecondOrder);
    }

    [Fact]
    public void A_reservoir_that_drains_through_a_collapsing_segment() => Against(0.2, h =>
    {
        var network = new LumpedNetwork();
        NodeId reservoir = network.AddNode("reservoir", Pressure.FromPascals(900));
        network.Add(new ReservoirVolume
        {
            Id = "reservoir",
            Inside = reservoir,
            Outside = network.Ground,
            RestCompliance = ElasticVolumeTests.Farad(4e-8),
            Unstressed = Volume.FromMillilitres(20),
            Saturation = Volume.FromMillilitres(30),
        });
        network.Add(new CollapsibleConductance
        {
            Id = "drain",
            From = reservoir,
            To = network.AddPressureNode("sink", new ConstantWaveform(-400)),
            Outside = network.Ground,
            Conductance = 2e-8,
            Width = Pressure.FromPascals(107),
        });
        return Runs.To(network, 2, h, [Probe.Pressure("reservoir")], sample: 2).Recording["reservoir"][^1];
    });

    [Theory]
    [InlineData(0)]
    [InlineData(0.02)]   // walls that yield with time
    public void A_chain_of_soft_veins_driven_by_a_smooth_pressure(double wallTime) => Against(4e-3, h =>
    {
        const int cells = 4;
        var network = new LumpedNetwork();
        NodeId last = network.AddPressureNode(
            "driven", new HarmonicWaveform(400, 0.8, new Harmonic(1, 300, 0), new Harmonic(2, -80, 0.4)));
        for (int i = 0; i < cells; i++)
        {
            NodeId next = network.AddNode(
                $"n{i}", Pressure.FromPascals(300 - 60 * i), null, Duration.FromSeconds(wallTime));
            network.Add(LumpedVesselTests.Of(last, next, network.Ground, length: 0.03, id: $"v{i}"));
            last = next;
        }

        network.Add(new Resistance { Id = "end", From = last, To = network.Ground, Value = ResistanceTests.Ohm(2e7) });
        return Runs.To(network, 0.2, h, [Probe.Pressure("n2")], sample: 0.2).Recording["n2"][^1];
    });

    [Fact]
    public void A_pressure_that_jumps_on_a_sample()
    {
        FilledThroughTwoResistances form = new((0, 500), (0.1, 1500), (0.3, 0))
        { R1 = 4e7, R2 = 6e7, C = 2e-9, InitialPressure = 100 };
        const double end = 0.5;
        ObservedOrder.Over(0.05, Refinements, h =>
        {
            var network = new LumpedNetwork();
            NodeId between = network.AddNode("between"), c = network.AddNode("c", Pressure.FromPascals(100));
            network.Add(new Resistance
            {
                Id = "r1",
                From = network.AddPressureNode("source", new StepWaveform((0, 500), (0.1, 1500), (0.3, 0))),
                To = between,
                Value = ResistanceTests.Ohm(form.R1),
            });
            network.Add(new Resistance { Id = "r2", From = between, To = c, Value = ResistanceTests.Ohm(form.R2) });
            network.Add(new ElasticVolume
            { Id = "c", Inside = c, Outside = network.Ground, Value = ElasticVolumeTests.Farad(form.C) });
            Recording run = Runs.To(
                network, end, h, [Probe.Pressure("between"), Probe.Pressure("c")], sample: 0.05).Recording;
            double worst = 0;
            for (int i = 1; i < run.Times.Length; i++)   // every sample, the ones at the jumps (before them) included
            {
                worst = Math.Max(worst, Math.Abs(run["c"][i] - form.Pressure(run.Times[i])));
                worst = Math.Max(worst, Math.Abs(run["between"][i] - form.Between(run.Times[i])));
            }

            return worst;
        }).LastTwoAreAtLeast(ObservedOrder.SecondOrder);
    }

    // The reference is 16 times finer than the finest run: its own error is 1/256 of that one's, which moves an order
    // by 0.006.
    private static void Against(double coarsest, Func<double, double> run)
    {
        double reference = run(Math.ScaleB(coarsest, -Refinements) / 16);
        ObservedOrder.Over(coarsest, Refinements, h => Math.Abs(run(h) - reference)).LastTwoAreAtLeast(
            ObservedOrder.SecondOrder);
    }
}
