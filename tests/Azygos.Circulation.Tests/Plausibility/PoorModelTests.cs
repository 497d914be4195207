using Azygos.Circulation.Plausibility;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Tests.Plausibility;

/// <summary>A good model draws no warning, and each usual mistake draws its own.</summary>
public sealed class PoorModelTests
{
    private const double Period = 0.8;

    private static readonly HarmonicWaveform Beat =
        new(8e-6, Period, new Harmonic(1, 6e-6, 0), new Harmonic(4, 1e-6, 1));

    private static readonly IntendedRun Run = new("main", new MeshOptions { LargestCell = 0.01 }, 16, Period);

    [Fact]
    public void A_good_model_draws_none() => Assert.Empty(PoorModel.Warnings(Branching(), Run));

    [Fact]
    public void A_carotid_of_15_metres_is_doubted()
    {
        // So long a tube also takes 18 s to fill, longer than Run.
        ModelWarning warning = Only(
            Branching(parent: vessel => vessel with { Length = 15 }), Run with { Duration = 60 });
        Assert.Equal(
            (WarnedPart.Vessel, "carotid", WarnedProperty.Length), (warning.Part, warning.Id, warning.Property));
        Assert.Contains("15 m", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30)]                      // mm² as m²
    [InlineData(0.3)]                     // cm² as m²
    public void An_area_in_another_unit_is_doubted(double area)
        => Assert.Contains(
            PoorModel.Warnings(With(Point(area, 6e4)), Run),
            warning => warning is { Part: WarnedPart.Vessel, Id: "carotid", Property: WarnedProperty.ReferenceArea });

    [Fact]
    public void A_stiffness_in_kilopascals_is_doubted()
        => Assert.Contains(
            PoorModel.Warnings(With(Point(3e-5, 6)), Run),
            warning => warning is { Part: WarnedPart.Vessel, Id: "carotid", Property: WarnedProperty.Stiffness });

    [Fact]
    public void A_viscosity_in_centipoise_and_a_density_in_grams_are_doubted()
    {
        IReadOnlyList<ModelWarning> warnings = PoorModel.Warnings(
            Branching() with { Blood = new Blood(1060, 4) }, Run);
        Assert.Contains(warnings, warning => warning.Property == WarnedProperty.Viscosity);
        Assert.Contains(
            PoorModel.Warnings(Branching() with { Blood = new Blood(1.06, 0.004) }, Run),
            warning => warning is { Part: WarnedPart.Blood, Property: WarnedProperty.Density });
    }

    [Fact]
    public void A_flow_in_millilitres_and_a_pressure_beyond_any_body_are_doubted()
    {
        ModelWarning flow = Only(Branching(inflow: new HarmonicWaveform(8, Period, new Harmonic(1, 6, 0))));
        Assert.Equal(("heart", WarnedProperty.Waveform), (flow.Id, flow.Property));
        VesselNetwork network = Branching();
        ModelWarning pressure = Only(network with
        {
            Nodes = [.. network.Nodes.Select(node => node is WindkesselNode { Id: "out1" } end
                ? end with { OutletPressure = 6e4 }
                : node)],
        });
        Assert.Equal(("out1", WarnedProperty.Pressure), (pressure.Id, pressure.Property));
    }

    [Fact]
    public void A_mesh_too_coarse_for_the_waves_is_doubted_and_the_worst_vessel_named()
    {
        // Fourth harmonic, 5 Hz; the carotid's 5.3 m/s make 1.06 m, of which 10 cm cells give 11.
        ModelWarning warning = Assert.Single(PoorModel.Warnings(
            Branching(), Run with { Mesh = new MeshOptions { LargestCell = 0.1 } }));
        Assert.Equal((WarnedPart.Run, "main", WarnedProperty.Mesh), (warning.Part, warning.Id, warning.Property));
        Assert.Contains("5 Hz from heart", warning.Message, StringComparison.Ordinal);
        Assert.Contains("carotid", warning.Message, StringComparison.Ordinal);
        Assert.Empty(PoorModel.Warnings(Branching(), Run with { Mesh = new MeshOptions { LargestCell = 0.06 } }));
    }

    [Fact]
    public void A_taper_drawn_as_a_step_is_doubted()
    {
        VesselNetwork network = Branching();
        VesselNetwork stepped = network with
        {
            Vessels =
                [network.Vessels[0], network.Vessels[1] with { Profile = new UniformProfile(Point(2.4e-5, 6e4)) }],
            Nodes = [.. network.Nodes.Where(node => node.Id != "out2")],
        };
        ModelWarning warning = Only(stepped);
        Assert.Equal(
            (WarnedPart.Node, "fork", WarnedProperty.ReferenceArea), (warning.Part, warning.Id, warning.Property));
        Assert.Contains("3E-05", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_badly_matched_branching_is_doubted()
    {
        ModelWarning warning = Only(Branching(daughterArea: 5e-6));
        Assert.Equal(("fork", WarnedProperty.ReferenceArea), (warning.Id, warning.Property));
        Assert.Contains("reflected by 0.", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inflow_that_does_not_repeat_or_jumps_at_its_seam_is_doubted()
    {
        ModelWarning drifts = Only(Branching(inflow: new TableWaveform([0, 5], [8e-6, 9e-6])), run: Run);
        Assert.Equal(("heart", WarnedProperty.Waveform), (drifts.Id, drifts.Property));
        Assert.Contains("does not repeat", drifts.Message, StringComparison.Ordinal);
        Assert.Contains(
            PoorModel.Warnings(Branching(inflow: new TableWaveform([0, 0.8], [8e-6, 9e-6], Period)), Run),
            warning => warning.Message.StartsWith("jumps by 100", StringComparison.Ordinal));
        // The same curve is no fault of a run to a time.
        Assert.Empty(PoorModel.Warnings(
            Branching(inflow: new TableWaveform([0, 5], [8e-6, 9e-6])), Run with { Period = null }));
    }

    [Fact]
    public void A_windkessel_slower_than_the_run_is_doubted()
    {
        ModelWarning warning = Assert.Single(PoorModel.Warnings(Branching(), Run with { Duration = 0.8 }));
        Assert.Equal(("out1", WarnedProperty.TimeConstant), (warning.Id, warning.Property));
        Assert.Contains("1 s", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_that_fills_slower_than_the_run_is_doubted()
    {
        VesselNetwork network = Branching();
        VesselNetwork resistive = network with
        {
            Nodes = [.. network.Nodes.Select(node => node is WindkesselNode
                ? new ResistanceNode(node.Id) { Resistance = 9e11, OutletPressure = 0 }
                : node)],
        };
        ModelWarning warning = Only(resistive);
        Assert.Equal((WarnedPart.Run, WarnedProperty.TimeConstant), (warning.Part, warning.Property));
        // A prescribed pressure holds it.
        Assert.Empty(PoorModel.Warnings(
            resistive with { Nodes = [new PressureNode("heart", Beat100), .. resistive.Nodes.Skip(1)] }, Run));
    }

    private static HarmonicWaveform Beat100 { get; } = new(1e4, Period, new Harmonic(1, 2e3, 0));

    private static ModelWarning Only(VesselNetwork network, IntendedRun? run = null)
        => Assert.Single(PoorModel.Warnings(network, run ?? Run));

    private static VesselNetwork With(WallPoint point)
        => Branching(parent: vessel => vessel with { Profile = new UniformProfile(point) });

    private static WallPoint Point(double area, double stiffness) => new(area, stiffness, stiffness, 0, 0);

    private static VesselNetwork Branching(
        Func<Vessel, Vessel>? parent = null, Waveform? inflow = null, double daughterArea = 1.7e-5)
    {
        Vessel Of(string id, string from, string to, double area) => new()
        {
            Id = id,
            From = from,
            To = to,
            Length = 0.2,
            Wall = VesselWall.Artery,
            Profile = new UniformProfile(Point(area, 6e4)),
            Start = new HydrostaticStart(0, 0, 0),
        };
        WindkesselNode End(string id, double compliance) => new(id)
        {
            ProximalResistance = 3e8,
            DistalResistance = 2e9,
            Compliance = compliance,
            OutletPressure = 0,
            InitialPressure = 0,
        };
        Vessel first = Of("carotid", "heart", "fork", 3e-5);
        return new VesselNetwork
        {
            Blood = new Blood(1060, 0.004),
            Vessels =
            [
                parent?.Invoke(first) ?? first, Of("internal", "fork", "out1", daughterArea),
                Of("external", "fork", "out2", daughterArea),
            ],
            Nodes =
            [
                new FlowNode("heart", inflow ?? Beat), new JunctionNode("fork"), End("out1", 5e-10),
                End("out2", 2e-10),
            ],
        };
    }
}
