using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Circulation.Waves;

namespace Azygos.Circulation.Tests.Waves;

/// <summary>What comes back from ends and junctions, against linear theory; what a large wave leaves behind.</summary>
public sealed class ReflectionTests
{
    // A pulse of 2 Pa in an artery of ρc² = 26.5 kPa: terms of second order are below 1e-4 of it.
    private const double Amplitude = 2, Rest = 10_000;

    // Second-order terms, and what the mesh's dispersion takes from the areas under the pulses.
    private const double Linear = 5e-4;

    // A transmissive end carries on the incoming wave too, from a slope inside: not exact even in linear theory.
    private const double Extrapolated = 1e-3;

    private static readonly double Speed = VesselWall.Artery.WaveSpeed(
        Tubes.ArteryPoint.ReferenceArea, Tubes.ArteryPoint, Tubes.Inviscid.Density);

    private static readonly double Impedance = Tubes.Inviscid.Density * Speed / Tubes.ArteryPoint.ReferenceArea;

    public static TheoryData<string, double> Ends => new()
    {
        { "closed", 1 },
        { "junction", 1 },                // of one vessel
        { "no flow", 1 },
        { "pressure", -1 },
        { "total", -1 },
        { "absorbing", 0 },
        { "incident", 0 },
        { "transmissive", 0 },
        { "matched", 0 },
        { "resistance", 0.5 },            // R = 3Z: (R − Z)/(R + Z)
        { "small resistance", -0.5 },     // R = Z/3
        { "windkessel", 0.5 },            // a large capacitor: its R1 = 3Z alone counts
        { "static fork", -1.0 / 3 },      // into two vessels of the same kind: (1 − 2)/(1 + 2)
        { "total fork", -1.0 / 3 },
        { "joint", 0 },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void A_small_pulse_comes_back_as_linear_theory_says(string end, double reflection)
    {
        WaveSystem system = Tubes.System(Tubes.Inviscid, 100,
            [
                Tubes.Artery("vessel", "in", "end", 1, new HydrostaticStart(Rest, 0, 0)),
                .. Enumerable.Range(0, end == "joint" ? 1 : end.EndsWith("fork", StringComparison.Ordinal) ? 2 : 0)
                    .Select(i => i == 0 ? Tubes.Artery("next", "end", "out", 1) : Tubes.Artery("other", "out", "end", 1)),
            ],
            new IncidentWaveNode("in", Rest, Tubes.Pulse(Amplitude, 0.06, 0.015)),
            NodeOf(end), new AbsorbingNode("out", Rest));
        VesselSite site = new(system.Mesh, "vessel", 0.4);
        double forth = 0, back = 0, before = 0;
        // At 0.4 m the pulse passes around 0.14 s, and what the end returns around 0.38 s, before more comes in.
        system.To(0.5, 1e-3, () =>
        {
            double p = site.Read(VesselQuantity.Pressure, system.Time) - Rest;
            double area = 0.5 * (p + before) * 1e-3;
            if (system.Time < 0.26) forth += area;
            else back += area;
            before = p;
        });
        Assert.Equal(Amplitude * 0.015 * Math.Sqrt(Math.PI), forth, Linear * forth);
        Assert.Equal(reflection, back / forth, end == "transmissive" ? Extrapolated : Linear);
    }

    [Theory]
    [InlineData("absorbing")]
    [InlineData("incident")]
    public void Less_than_a_thousandth_of_a_large_pulse_comes_back_from_an_absorbing_end(string end)
    {
        const double large = 4_000;   // a heart's: α up to 1.16
        WaveSystem system = Tubes.System(Tubes.Inviscid, 200,
            [Tubes.Artery("vessel", "in", "end", 1, new HydrostaticStart(Rest, 0, 0))],
            new IncidentWaveNode("in", Rest, Tubes.Pulse(large, 0.08, 0.025)), NodeOf(end));
        VesselSite site = new(system.Mesh, "vessel", 0.8);
        double highest = 0, after = 0;
        system.To(0.6, 1e-3, () =>
        {
            double p = site.Read(VesselQuantity.Pressure, system.Time) - Rest;
            highest = Math.Max(highest, p);
            if (system.Time > 0.35) after = Math.Max(after, Math.Abs(p));
        });
        Assert.True(highest > 0.95 * large, $"the pulse did not arrive: {highest} Pa");
        Assert.True(after < 1e-3 * large, $"{after} Pa came back");
    }

    [Fact]
    public void An_incident_wave_of_any_size_enters_as_prescribed()
    {
        const double large = 4_000;
        Waveform pulse = Tubes.Pulse(large, 0.08, 0.025);
        WaveSystem system = Tubes.System(Tubes.Inviscid, 200,
            [Tubes.Artery("vessel", "in", "end", 1, new HydrostaticStart(Rest, 0, 0))],
            new IncidentWaveNode("in", Rest, pulse), new AbsorbingNode("end", Rest));
        VesselSite site = new(system.Mesh, "vessel", 0);
        double worst = 0;
        system.To(0.18, 5e-4, () => worst = Math.Max(
            worst, Math.Abs(site.Read(VesselQuantity.Pressure, system.Time) - Rest - pulse.At(system.Time))));
        // Beyond the last centre a site reads a parabola: off by (Δx)³ p‴, 3e-4 of a pulse 25 cells wide.
        Assert.True(worst < 1e-3 * large, $"{worst} Pa");
    }

    private static NetworkNode NodeOf(string end) => end switch
    {
        "closed" => new ClosedNode("end"),
        "no flow" => new FlowNode("end", new ConstantWaveform(0)),
        "pressure" => new PressureNode("end", new ConstantWaveform(Rest)),
        "total" => new TotalPressureNode("end", new ConstantWaveform(Rest)),
        "absorbing" => new AbsorbingNode("end", Rest),
        "incident" => new IncidentWaveNode("end", Rest, new ConstantWaveform(0)),
        "transmissive" => new TransmissiveNode("end"),
        "matched" => new ResistanceNode("end") { Resistance = Impedance, OutletPressure = Rest },
        "resistance" => new ResistanceNode("end") { Resistance = 3 * Impedance, OutletPressure = Rest },
        "small resistance" => new ResistanceNode("end") { Resistance = Impedance / 3, OutletPressure = Rest },
        "windkessel" => new WindkesselNode("end")
        {
            ProximalResistance = 3 * Impedance,
            DistalResistance = Impedance,
            Compliance = 1e3 / Impedance,   // a time of 1000 s
            OutletPressure = Rest,
            InitialPressure = Rest,
        },
        "static fork" => new JunctionNode("end") { Coupling = NodeCoupling.StaticPressure },
        _ => new JunctionNode("end"),
    };
}
