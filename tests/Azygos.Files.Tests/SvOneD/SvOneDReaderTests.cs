using Azygos.Circulation.Running;
using Azygos.Circulation.Translations;
using Azygos.Files.Faults;
using Azygos.Files.SvOneD;
using Azygos.Files.Tests.Benchmarks;
using Azygos.Files.VesselModels;

namespace Azygos.Files.Tests.SvOneD;

public sealed class SvOneDReaderTests
{
    private const string Tube = """
        MODEL tube                       # steady flow through a nearly rigid tube
        NODE 0 0.0 0.0 0.0
        NODE 1 0.0 0.0 8.0
        SEGMENT trunk 0 8.0 20 0 1 2.0 2.0 0.0 WALL NONE 0.0 0 0 RESISTANCE END
        DATATABLE IN LIST
        0.0 50.0
        1.0 50.0
        ENDDATATABLE
        DATATABLE END LIST
        0.0 200.0
        0.0 3000.0
        ENDDATATABLE
        MATERIAL WALL OLUFSEN 1.06 0.04 0 2.0 0 0 1e9
        SOLVEROPTIONS 0.001 500 500 2 IN FLOW 1.0e-8 1 1
        OUTPUT TEXT
        """;

    private const string Fork = """
        MODEL fork
        NODE 0 0 0 0
        NODE 1 0 0 5
        NODE 2 0 1 9
        NODE 3 0 -1 9
        JOINT J 1 INTO OUTOF
        JOINTINLET INTO 1 0
        JOINTOUTLET OUTOF 2 1 2
        SEGMENT parent 0 5.0 20 0 1 2.0 2.0 0.0 WALL NONE 0.0 0 0 NOBOUND NONE
        SEGMENT left 1 4.0 20 1 2 1.0 1.0 0.0 WALL NONE 0.0 0 0 RCR WK
        SEGMENT right 2 4.0 20 1 3 1.0 1.0 0.0 WALL NONE 0.0 0 0 PRESSURE P
        DATATABLE IN LIST
        0 10
        ENDDATATABLE
        DATATABLE WK LIST
        0 300
        0 1e-6
        0 700
        0 2000
        ENDDATATABLE
        DATATABLE P LIST
        0 2500
        ENDDATATABLE
        MATERIAL WALL LINEAR 1.06 0.04 0 2.0 1e9
        SOLVEROPTIONS 0.001 500 500 2 IN FLOW 1e-8 1 1
        """;

    [Fact]
    public void Steady_flow_through_a_tube_loses_what_poiseuille_says()
    {
        VesselModel model = Read(Tube);
        Dictionary<string, double> last = Run(model);
        double atEnd = 3000 + 200 * 50, loss = 8 * Math.PI * 0.04 * 8 / (2.0 * 2.0) * 50;
        Assert.Equal(atEnd, last["trunk out pressure"], 1e-5 * atEnd);
        Assert.Equal(atEnd + loss, last["trunk in pressure"], 1e-5 * atEnd);
        Assert.Equal(50, last["trunk out flow"], 1e-5 * 50);
    }

    [Fact]
    public void A_joint_shares_static_pressure_and_flow()
    {
        Dictionary<string, double> last = Run(Read(Fork));
        // Two ways from the joint, each Poiseuille and its end: left to 2000 through 1000, right to 2500.
        double way = 8 * Math.PI * 0.04 * 4, joint = (10 + 2000 / (way + 1000) + 2500 / way) / (1 / (way + 1000) + 1 / way);
        Assert.Equal(joint, last["left in pressure"], 1e-5 * joint);
        Assert.Equal(joint, last["parent out pressure"], 1e-5 * joint);
        Assert.Equal((joint - 2000) / (way + 1000), last["left out flow"], 1e-5 * 10);
    }

    [Fact]
    public void All_faults_are_told_at_once_with_line_and_field()
    {
        FaultList faults = new();
        string bad = Tube.Replace("RESISTANCE END", "IMPEDANCE NOWHERE", StringComparison.Ordinal)
            .Replace("MATERIAL WALL OLUFSEN 1.06", "MATERIAL WALL OLUFSEN -1", StringComparison.Ordinal)
            .Replace("OUTPUT TEXT", "COUPLING 3D", StringComparison.Ordinal)
            .Replace("0 1 2.0 2.0", "0 7 2.0 2.0", StringComparison.Ordinal);
        Assert.Null(SvOneDReader.Read(bad, "tube.in", faults));
        string all = string.Join('\n', faults.Found);
        Assert.Contains("tube.in:13: MATERIAL density", all);
        Assert.Contains("COUPLING", all);
        FaultList ofNetwork = new();
        Assert.Null(SvOneDReader.Read(
            bad.Replace("-1", "1.06", StringComparison.Ordinal).Replace("COUPLING 3D", "", StringComparison.Ordinal),
            "tube.in", ofNetwork));
        Assert.Contains("is no node of a NODE card", string.Join('\n', ofNetwork.Found));
    }

    [Fact]
    public void A_boundary_or_loss_that_is_not_understood_is_refused_by_name()
    {
        FaultList faults = new();
        Assert.Null(SvOneDReader.Read(Tube.Replace("RESISTANCE END", "CORONARY END", StringComparison.Ordinal), "a.in", faults));
        Assert.Contains("SEGMENT boundary = CORONARY: is not understood; PRESSURE, RESISTANCE, RCR are", string.Join('\n', faults.Found));
        FaultList ofLoss = new();
        Assert.Null(SvOneDReader.Read(Tube.Replace("WALL NONE", "WALL BRANCH", StringComparison.Ordinal), "a.in", ofLoss));
        Assert.Contains("NONE and STENOSIS are", string.Join('\n', ofLoss.Found));
    }

    // Values of the program's own test suite; its steady ones are closed forms.
    [Theory]
    [InlineData("tube_r", "seg0 in pressure", 11005.30965)]
    [InlineData("tube_r", "seg0 out flow", 100)]
    [InlineData("tube_rcr", "seg0 in pressure", 11005.30965)]
    [InlineData("tube_rcr_Pd", "seg0 in pressure", 12005.30965)]
    [InlineData("tube_pressure", "seg0 in pressure", 11005.30965)]
    [InlineData("tube_pressure_wave", "seg0 out pressure", 9086.52306835)]
    [InlineData("tube_stenosis_r", "seg0 in pressure", 10150.68211)]
    [InlineData("bifurcation_R", "seg0 in pressure", 3997.46433118937)]
    [InlineData("bifurcation_R", "seg1 in pressure", 3984.67700709878)]
    [InlineData("bifurcation_RCR_staticFunc", "seg2 out flow", 3.9925)]
    public void Steady_models_of_the_program_itself_give_its_values(string name, string key, double expected)
    {
        string path = Path.Combine(CaseSets.Folder("shared"), "peer-models", "svonedsolver", $"{name}.in");
        FaultList faults = new();
        VesselModel? model = SvOneDReader.ReadFile(path, $"{name}.in", faults);
        Assert.Empty(faults.Found);
        Assert.Equal(expected, Run(model!)[key], 1e-5 * expected);
    }

    private static VesselModel Read(string text)
    {
        FaultList faults = new();
        VesselModel? model = SvOneDReader.Read(text, "own.in", faults);
        Assert.Empty(faults.Found);
        return model!;
    }

    private static Dictionary<string, double> Run(VesselModel model)
    {
        VesselModelResult result = VesselModelRun.Run(model, cancellation: TestContext.Current.CancellationToken);
        RunOutcome.Finished finished = Assert.IsType<RunOutcome.Finished>(result.Outcome);
        return model.Recorded.SelectMany(end => end.Probes.Select(probe => (
            Key: $"{end.Vessel} {end.End} {probe.Key}",
            Value: finished.Recording[probe.Value.Id][^1] / VesselRunFolder.Unit(model.Units, probe.Key))))
            .ToDictionary(pair => pair.Key, pair => pair.Value);
    }
}
