using System.Text;
using Azygos.Circulation.Running;
using Azygos.Circulation.Translations;
using Azygos.Circulation.Vessels;
using Azygos.Files.Faults;
using Azygos.Files.OpenBf;
using Azygos.Files.Tests.Benchmarks;

namespace Azygos.Files.Tests.OpenBf;

public sealed class OpenBfReaderTests
{
    private const string Inlet = "0.0 1e-6\n0.2 9e-6\n0.4 2e-6\n0.8 1e-6\n";

    private const string Head = """
        project_name: arm
        blood:
          rho: 1050
          mu: 0.004
        solver:
          Ccfl: 0.9
          cycles: 100
          convergence_tolerance: 1
          jump: 100
        network:

        """;

    private const string Tube = Head + """
          - label: brachial
            sn: 1
            tn: 2
            L: 0.2
            E: 400e3
            R0: 2.5e-3
            h0: 0.4e-3
            Pext: 9000
            R1: 2e8
            R2: 1.8e9
            Cc: 4e-10
            Pout: 500
        """;

    private const string Fork = Head + """
          - label: brachial
            sn: 1
            tn: 2
            L: 0.2
            E: 400e3
            Rp: 2.6e-3
            Rd: 2.2e-3
            gamma_profile: 4
          - label: radial
            sn: 2
            tn: 3
            L: 0.1
            E: 600e3
            R0: 1.5e-3
            gamma profile: 4
            R1: 4e9
            Cc: 2e-10
          - label: ulnar
            sn: 2
            tn: 4
            L: 0.1
            E: 600e3
            R0: 1.5e-3
            gamma_profile: 4
            Rt: 0.5
        """;

    [Fact]
    public void A_vessel_has_the_stiffness_of_a_thin_incompressible_wall()
    {
        Vessel vessel = Read(Tube).Network.Vessels.Single();
        WallPoint at = vessel.Profile.At(0.1, fromLeft: true);
        Assert.Equal(Math.PI * 2.5e-3 * 2.5e-3, at.ReferenceArea, 1e-15);
        // β = √(π/A₀) h E/(1 − σ²) with σ = ½
        Assert.Equal(Math.Sqrt(Math.PI / at.ReferenceArea) * 0.4e-3 * 400e3 / 0.75, at.Distension, 1e-9 * at.Distension);
        Assert.Equal(9000, at.ReferencePressure);
    }

    [Fact]
    public void Radii_are_those_of_the_two_ends_and_the_profile_is_the_networks()
    {
        VesselModel model = Read(Fork);
        Assert.Equal(4, model.Network.Blood.ProfileExponent);
        VesselProfile taper = model.Network.Vessels[0].Profile;
        Assert.Equal(Math.PI * 2.6e-3 * 2.6e-3, taper.At(0, false).ReferenceArea, 1e-15);
        Assert.Equal(Math.PI * 2.2e-3 * 2.2e-3, taper.At(0.2, true).ReferenceArea, 1e-15);
    }

    [Fact]
    public void A_two_element_windkessel_takes_the_vessels_impedance()
    {
        VesselModel model = Read(Fork);
        WindkesselNode end = model.Network.Nodes.OfType<WindkesselNode>().Single();
        WallPoint at = model.Network.Vessels[1].Profile.At(0, false);
        double impedance = Math.Sqrt(0.5 * at.Distension * 1050) / at.ReferenceArea;   // ρc/A, ρc² = K/2 at rest
        Assert.Equal(impedance, end.ProximalResistance, 1e-9 * impedance);
        Assert.Equal(4e9, end.ProximalResistance + end.DistalResistance, 1);
        ResistanceNode reflecting = model.Network.Nodes.OfType<ResistanceNode>().Single();
        double share = (reflecting.Resistance - impedance) / (reflecting.Resistance + impedance);
        Assert.Equal(0.5, share, 1e-12);
    }

    [Fact]
    public void Mean_pressure_of_a_run_is_mean_flow_times_resistance()
    {
        VesselModel model = Read(Tube);
        VesselModelResult result = VesselModelRun.Run(model, cancellation: TestContext.Current.CancellationToken);
        RunOutcome.Finished finished = Assert.IsType<RunOutcome.Finished>(result.Outcome);
        double flow = finished.Recording.Mean(Probe(model, "out", "flow"));
        double pressure = finished.Recording.Mean(Probe(model, "out", "pressure"));
        // Mean of the table, trapezoid: (1+9)/2·0.2 + (9+2)/2·0.2 + (2+1)/2·0.4 over 0.8 mL/s.
        Assert.Equal(3.375e-6, flow, 0.002 * 3.375e-6);          // the periodic norm is 0.1 % of the pulse
        Assert.Equal(500 + 2e9 * flow, pressure, 0.002 * pressure);
    }

    [Fact]
    public void All_faults_are_told_at_once_with_line_and_key()
    {
        string bad = Fork.Replace("E: 400e3", "E: -1", StringComparison.Ordinal)
            .Replace("    Rt: 0.5", "    visco-elastic: true\n    elasticity: 3", StringComparison.Ordinal)
            .Replace("gamma profile: 4", "gamma profile: 9", StringComparison.Ordinal)
            .Replace("  mu: 0.004", "  mu: thick", StringComparison.Ordinal);
        FaultList faults = new();
        Assert.Null(OpenBfReader.Read(Encoding.UTF8.GetBytes(bad), "arm.yaml", faults, _ => "0 1e-6\n0 2e-6\nx\n"));
        string all = string.Join('\n', faults.Found);
        Assert.Contains("arm.yaml:4: blood.mu", all);
        Assert.Contains("must be after the time of the row before", all);
        Assert.Contains("must be two finite numbers", all);

        FaultList ofNetwork = new();
        bad = bad.Replace("mu: thick", "mu: 0.004", StringComparison.Ordinal);
        Assert.Null(OpenBfReader.Read(Encoding.UTF8.GetBytes(bad), "arm.yaml", ofNetwork, _ => Inlet));
        all = string.Join('\n', ofNetwork.Found);
        foreach (string part in (string[])
            ["network[0].E", "network[2].visco-elastic", "network[2].elasticity", "gamma_profile", "has no outlet"])
            Assert.Contains(part, all);
    }

    [Fact]
    public void A_table_that_is_not_there_or_lies_elsewhere_is_refused()
    {
        FaultList faults = new();
        Assert.Null(OpenBfReader.Read(Encoding.UTF8.GetBytes(Tube), "arm.yaml", faults, _ => null));
        Assert.Contains("there is no table 'arm_inlet.dat'", string.Join('\n', faults.Found));
    }

    [Theory]
    [InlineData("cca", 1)]
    [InlineData("ibif", 3)]
    [InlineData("adan56", 77)]
    [InlineData("invitro_model", 37)]
    public void Models_of_the_program_itself_are_read(string name, int vessels)
    {
        string path = Path.Combine(CaseSets.Folder("shared"), "peer-models", "openbf", $"{name}.yaml");
        FaultList faults = new();
        VesselModel? model = OpenBfReader.ReadFile(path, $"{name}.yaml", faults);
        Assert.Empty(faults.Found);
        Assert.Equal(vessels, model!.Network.Vessels.Count);
        Assert.Equal(vessels + 1, model.Mapping.Count);
    }

    private static VesselModel Read(string text)
    {
        FaultList faults = new();
        VesselModel? model = OpenBfReader.Read(Encoding.UTF8.GetBytes(text), "arm.yaml", faults, _ => Inlet);
        Assert.Empty(faults.Found);
        return model!;
    }

    private static string Probe(VesselModel model, string end, string quantity) =>
        model.Recorded.First(one => one.End == end).Probes[quantity].Id;
}
