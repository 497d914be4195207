using Azygos.Circulation.Verification;
using Azygos.Circulation.Vessels;
using Azygos.Files.Benchmarks;
using Azygos.Files.Faults;

namespace Azygos.Files.Tests.Benchmarks;

/// <summary>A warning of a case names the file and the key of the number that is doubted.</summary>
public sealed class CaseWarningTests
{
    [Fact]
    public void A_long_tube_is_named_by_its_length()
    {
        CaseResult result = SetResults.Of("own").First(one => one.Case.Name == "linear-waves/fading-pulse");
        Fault warning = Assert.Single(CaseWarningPath.Placed(result));
        Assert.Equal("linear-waves/fading-pulse/case.json", warning.File);
        Assert.Equal("/vessels/0/length_m", warning.Key);
    }

    [Fact]
    public void Areas_stiffness_inflow_ends_and_mesh_have_their_keys()
    {
        VerificationCase tube = SetResults.Of("own")
            .First(one => one.Case.Name == "linear-waves/tube-into-windkessel").Case;
        CaseVessel vessel = tube.Network.Vessels[0];
        WindkesselNode end = (WindkesselNode)tube.Network.Nodes[1];
        VerificationCase odd = tube with
        {
            Network = tube.Network with
            {
                Fluid = tube.Network.Fluid! with { Viscosity = 3.8 },
                Vessels =
                [
                    vessel with
                    {
                        Geometry = new UniformGeometry(22, 0),
                        Law = vessel.Law with { Stiffness = 7 },
                        Initial = new UniformStart(22, 0),
                    },
                ],
                Nodes =
                [
                    tube.Network.Nodes[0],
                    end with { DistalResistance = 1e12, Compliance = 1e-9, OutletPressure = 1e5 },
                ],
            },
            Runs = [tube.Runs[0] with { Until = new EndWhenPeriodic(0.7, 1e-6, 3), Cells = 1, LargestCell = null }],
            Bars = [],
        };
        CaseResult result = CaseRunner.Run(odd, TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                "/fluid/viscosity_Pa_s", "/vessels/0/geometry/A0_m2", "/vessels/0/law/K_Pa", "/nodes/1/p_out_Pa",
                "/runs/0/mesh", "/nodes/0/waveform", "/nodes/1/C_m3_Pa",
            ],
            CaseWarningPath.Placed(result).Select(warning => warning.Key));
    }
}
