using Azygos.Body.Cranium;
using Azygos.Circulation;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Tests;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Body.Tests.Published;

/// <summary>Gadda et al. 2015, doi 10.1152/ajpheart.00469.2014: the basal state of the cranium, parameters as a
/// reimplementation prints them.</summary>
public sealed class Gadda2015Cranium
{
    [Fact]
    public void The_basal_state_is_the_published_one()
    {
        SteadyFlow steady = Runs.Steady(Head());
        // Printed to three digits; the published resistances and pressures themselves agree to about 1 % (41.1/3.28 and
        // 4.6/0.366 mL/s for 12.5).
        Near(12.5, steady.Quantity("bed", "flow") * 1e6, 0.01);
        Near(58.9, MmHg(steady, "pial"), 0.01);
        Near(14.1, MmHg(steady, "vein"), 0.01);
        Near(9.5, MmHg(steady, "fluid"), 0.01);
    }

    private static LumpedNetwork Head()
    {
        var network = new LumpedNetwork();
        NodeId artery = network.AddPressureNode(
            "artery", new ConstantWaveform(Pressure.FromMillimetresOfMercury(100).Pascals));
        NodeId sinus = network.AddPressureNode(
            "sinus", new ConstantWaveform(Pressure.FromMillimetresOfMercury(6).Pascals));
        NodeId pial = network.AddNode("pial", Pressure.FromMillimetresOfMercury(50)),
            capillary = network.AddNode("capillary", Pressure.FromMillimetresOfMercury(20));
        NodeId vein = network.AddNode("vein", Pressure.FromMillimetresOfMercury(12));
        NodeId fluid = network.AddFluidCompartment("fluid", Pressure.FromMillimetresOfMercury(8), Length.FromMetres(0));
        double mmHg = Pressure.FromMillimetresOfMercury(1).Pascals, basal = C(0.205).CubicMetresPerPascal;
        network.Add(new AutoregulatedBed
        {
            Id = "bed",
            Artery = artery,
            Pial = pial,
            Capillary = capillary,
            Fluid = fluid,
            BasalFlow = Flow.FromMillilitresPerSecond(12.5),
            LargeArteries = R(0.6),
            ResistanceTimesSquaredVolume = 13100 * mmHg * mmHg * mmHg / 1e-6 * basal * basal,
            BasalCompliance = C(0.205),
            Dilation = C(2.87),
            Constriction = C(0.164),
            Gain = C(3),
            TimeConstant = Duration.FromSeconds(20),
        });
        network.Add(new Resistance { Id = "proximal veins", From = capillary, To = vein, Value = R(0.88) });
        network.Add(new CerebralVenousVolume
        {
            Id = "veins",
            Inside = vein,
            Fluid = fluid,
            FoldVolume = Volume.FromMillilitres(1 / 0.155),
            Offset = Pressure.FromMillimetresOfMercury(-2.5)
        });
        network.Add(
            new StarlingResistor { Id = "terminal veins", From = vein, To = sinus, Outside = fluid, Value = R(0.366) });
        network.Add(new Diode { Id = "formation", From = capillary, To = fluid, Value = R(2380) });
        network.Add(new Diode { Id = "absorption", From = fluid, To = sinus, Value = R(526.3) });
        network.Add(new FluidStretch
        {
            Id = "stretch",
            Fluid = fluid,
            Outside = network.Ground,
            FoldVolume = Volume.FromMillilitres(1 / 0.077),
            Reference = Pressure.FromPascals(0),
            Floor = Pressure.FromMillimetresOfMercury(1),
        });
        return network;
    }

    private static HydraulicResistance R(double value) =>
        HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(value);

    private static Compliance C(double value) => Compliance.FromMillilitresPerMillimetreOfMercury(value);

    private static double MmHg(SteadyFlow steady, string node) =>
        Pressure.FromPascals(steady.Pressure(node)).MillimetresOfMercury;

    private static void Near(double expected, double actual, double relative) =>
        Assert.True(Math.Abs(actual - expected) <= relative * expected, FormattableString.Invariant(
            $"{actual:G6}, not {expected}"));
}
