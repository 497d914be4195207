using Azygos.Body.Cranium;
using Azygos.Circulation;
using Azygos.Circulation.Tests.Lumped;
using Azygos.Quantities;

namespace Azygos.Body.Tests.Cranium;

public sealed class AutoregulatedBedTests : LumpedElementSpec<AutoregulatedBed>
{
    private static AutoregulatedBed Of(
        NodeId artery = default, NodeId pial = default, NodeId capillary = default, NodeId fluid = default,
        double flow = 12.5, double arteries = 0.6, double k = 1,
        double basal = 0.205, double dilation = 2.87, double constriction = 0.164, double gain = 3,
        double τ = 20) => new()
        {
            Id = "e",
            Artery = artery,
            Pial = pial,
            Capillary = capillary,
            Fluid = fluid,
            BasalFlow = Flow.FromMillilitresPerSecond(flow),
            LargeArteries = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(arteries),
            ResistanceTimesSquaredVolume = k * 0.0734,
            BasalCompliance = Compliance.FromMillilitresPerMillimetreOfMercury(basal),
            Dilation = Compliance.FromMillilitresPerMillimetreOfMercury(dilation),
            Constriction = Compliance.FromMillilitresPerMillimetreOfMercury(constriction),
            Gain = Compliance.FromMillilitresPerMillimetreOfMercury(gain),
            TimeConstant = Duration.FromSeconds(τ),
        };

    protected override AutoregulatedBed Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        Of(first, network.AddNode("pial", Pressure.FromPascals(8000)), second, outside);

    protected override bool HoldsFluid => true;

    /// <summary>Pressures of arteries, capillaries and fluid, one of them with shut arterioles; and a backward
    /// one.</summary>
    protected override IReadOnlyList<(double First, double Second, double Outside)> Points =>
        [(13000, 3300, 1270), (9000, 3000, 900), (3000, 3300, 1270), (800, 600, 2000)];

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
    [
        new(() => Of(flow: 0), "basal flow", "q_n", "= 0", "m³/s", "above 0"),
        new(() => Of(arteries: -1), "large arteries", "R_la", "Pa·s/m³", "0 or more"),
        new(() => Of(k: 0), "arteriole coefficient", "k_R C_n²", "= 0", "Pa·s·m³", "above 0"),
        new(() => Of(basal: 0), "basal compliance", "C_n", "= 0", "m³/Pa", "above 0"),
        new(() => Of(dilation: 0), "amplitude of dilation", "ΔC₁", "= 0", "m³/Pa", "above 0"),
        new(() => Of(constriction: 0), "amplitude of constriction", "ΔC₂", "= 0", "m³/Pa", "above 0"),
        new(() => Of(gain: -1), "autoregulation gain", "G", "m³/Pa", "0 or more"),
        new(() => Of(τ: 0), "autoregulation time constant", "τ", "= 0", " s", "above 0"),
    ];

    [Fact]
    public void In_the_steady_state_the_flow_is_one_through_both_halves_and_the_signal_its_relative_excess()
    {
        Circulation.Running.SteadyFlow steady = Steady(13332, 3300, 1270);
        double q = steady.Quantity("e", "flow");
        Assert.InRange(q, 10e-6, 15e-6);
        Near(q, steady.Quantity("e.outflow", "flow"), 1e-9);   // the march ends with a step of 1e7 s against 20 s
        Assert.Equal(q / 12.5e-6 - 1, steady.Quantity("e", "autoregulation"), 1e-9);
    }

    [Fact]
    public void Shut_arterioles_carry_nothing() => Assert.Equal(0, SteadyFlowOf(9000, 8500, 9500));

    [Fact]
    public void The_gain_holds_the_flow_against_a_fall_of_the_arterial_pressure()
    {
        double normal = SteadyFlowOf(13332, 3300, 1270), low = SteadyFlowOf(0.8 * 13332, 3300, 1270);
        // The drop falls by 27 %; without a gain the flow would too, and more as the arterioles narrow.
        Assert.InRange(low / normal, 0.93, 1);
    }
}

public sealed class CerebralVenousVolumeTests : LumpedElementSpec<CerebralVenousVolume>
{
    private static CerebralVenousVolume Of(double fold, NodeId inside = default, NodeId fluid = default) => new()
    {
        Id = "e",
        Inside = inside,
        Fluid = fluid,
        FoldVolume = Volume.FromMillilitres(fold),
        Offset = Pressure.FromMillimetresOfMercury(-2.5),
    };

    protected override bool HoldsFluid => true;

    protected override CerebralVenousVolume Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        Of(6.45, first, outside);

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
        [new(() => Of(0), "volume for each e-fold", "1/k", "= 0", "m³", "above 0")];

    [Fact]
    public void Each_e_fold_of_the_pressure_above_the_offset_adds_the_fold_volume()
    {
        double mmHg = Pressure.FromMillimetresOfMercury(1).Pascals, offset = -2.5 * mmHg;
        Near(6.45e-6, VolumeAt(offset + Math.E * 800) - VolumeAt(offset + 800), 1e-12);
        Assert.Equal(0, VolumeAt(offset + 0.5 * mmHg), 1e-15 * 1e-3);
    }

    [Fact]
    public void Shut_veins_empty_along_a_straight_line()
    {
        double offset = Pressure.FromMillimetresOfMercury(-2.5).Pascals;
        Near(VolumeAt(offset - 100) - VolumeAt(offset - 200), VolumeAt(offset - 500) - VolumeAt(offset - 600), 1e-9);
    }
}

public sealed class FluidStretchTests : LumpedElementSpec<FluidStretch>
{
    private static FluidStretch Of(double fold, double floor, NodeId fluid = default, NodeId outside = default) => new()
    {
        Id = "e",
        Fluid = fluid,
        Outside = outside,
        FoldVolume = Volume.FromMillilitres(fold),
        Reference = Pressure.FromPascals(-700),
        Floor = Pressure.FromPascals(floor),
    };

    protected override bool HoldsFluid => true;

    protected override FluidStretch Make(LumpedNetwork network, NodeId first, NodeId second, NodeId outside) =>
        Of(9, 133, first, outside);

    protected override IReadOnlyList<Impossible> ImpossibleValues =>
    [
        new(() => Of(0, 133), "volume for each e-fold", "1/k_E", "= 0", "m³", "above 0"),
        new(() => Of(9, 0), "smallest stretch pressure", "δ", "= 0", "Pa", "above 0"),
    ];

    [Fact]
    public void The_pressure_volume_index_is_ten_folds() =>
        // PVI: the volume that raises the pressure (above its reference) tenfold, ln 10 of the e-fold volume.
        Near(Math.Log(10) * 9e-6, VolumeAt(-700 + 4000) - VolumeAt(-700 + 400), 1e-12);
}
