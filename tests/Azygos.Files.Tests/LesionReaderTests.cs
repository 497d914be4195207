using System.Text;
using Azygos.Body.Model;
using Azygos.Clinic.Lesions;
using Azygos.Files.Cases;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;

namespace Azygos.Files.Tests;

public sealed class LesionReaderTests
{
    private const string Head = "schema: azygos-case/1\n";

    private static BodyModel Model { get; } =
        ModelReader.Read(Path.Combine(AppContext.BaseDirectory, "models", "healthy-adult"));

    private static (CaseFile? Case, FaultList Faults) Read(string text)
    {
        FaultList faults = new();
        return (CaseReader.Read(Encoding.UTF8.GetBytes(Head + text), "cases/mine.yaml", faults), faults);
    }

    [Fact]
    public void A_number_out_of_range_and_a_vessel_that_is_not_there_are_told_at_once()
    {
        (CaseFile? read, FaultList faults) = Read("""
            lesions:
              - kind: stenosis
                vessel: ijv_lft_j2
                area_reduction_percent: 190
            """ + "\n");
        Assert.Null(PreparedRun.Prepare(Model, read, null, [], faults));
        Assert.Equal(["lesions.area_reduction_percent", "lesions.vessel"], faults.Found.Select(fault => fault.Key).Order());
    }

    [Fact]
    public void Lesions_and_variants_reach_the_model()
    {
        (CaseFile? read, FaultList faults) = Read("""
            variants:
              dominance: left
            lesions:
              - kind: stenosis
                vessel: ijv_left_j2
                position_percent: 25
                area_reduction_percent: 90 %
                length_cm: 12 mm
                scar_stiffness: 5
              - kind: compression
                vessel: ijv_right_j3
                pressure_mmHg: 1 kPa
                rotation_degrees: 40
                rotation_curve: [[0, 0], [80, 100]]
              - kind: valve
                valve: ijv_left_valve
                defect: leaking
                leak_percent: 15
              - kind: thrombus
                vessel: azygos
                course_months: [[0, 0], [2, 80]]
                at_months: 1
            """ + "\n");
        PreparedRun? run = PreparedRun.Prepare(Model, read, null, [], faults);
        Assert.Empty(faults.Found);
        Assert.Equal(
            new Stenosis
            {
                Id = "lesion_1",
                Vessel = "ijv_left_j2",
                Position = 0.25,
                AreaReduction = 0.9,
                Length = 1.2,
                ScarStiffness = 5,
            },
            read!.Lesions[0].Lesion);
        Assert.Equal(["dominance", "lesion_1", "lesion_2", "lesion_3", "lesion_4"], run!.Model.Marks.Select(mark => mark.Id));
        Assert.Equal(0.5 * 7.50062, Assert.Single(run.Model.Reaches).OutsidePressure, 1e-4);
        Assert.Equal(0.6, run.Model.Throats.Single(row => row.Id == "lesion_4").ForwardShare, 1e-12);
        Assert.Equal(0.15, run.Model.Valves.Single(row => row.Id == "ijv_left_valve").Regurgitation);
        Assert.True(Area("ijv_left_j2") > Area("ijv_right_j2"));

        double Area(string vessel) => run.Model.Vessels.Single(row => row.Id == vessel).RestArea;
    }

    [Theory]
    [InlineData("lesions: 3\n", 2, "lesions", "needs a list of lesions")]
    [InlineData("lesions:\n  - 3\n", 3, "lesions", "needs the keys of a lesion, not a value")]
    [InlineData("lesions:\n  - vessel: azygos\n", 3, "lesions.kind", "kinds: stenosis, hypoplasia")]
    [InlineData("lesions:\n  - kind: stenosys\n", 3, "lesions.kind", "did you mean stenosis?")]
    [InlineData("lesions:\n  - kind: occlusion\n", 3, "lesions.vessel", "is missing: id of the vessel")]
    [InlineData("lesions:\n  - kind: occlusion\n    vessel: azygos\n    lenght_cm: 3\n", 5, "lesions.lenght_cm",
        "is not a key of a occlusion")]
    [InlineData("lesions:\n  - kind: stenosis\n    vessel: azygos\n    area_reduction_percent: 100\n", 5,
        "lesions.area_reduction_percent", "is outside the allowed range: from 0 to 99.9 %")]
    [InlineData("lesions:\n  - kind: stenosis\n    vessel: azygos\n    area_reduction_percent: nan\n", 5,
        "lesions.area_reduction_percent", "is not a number; allowed: from 0 to 99.9 %")]
    [InlineData("lesions:\n  - kind: stenosis\n    vessel: azygos\n    area_reduction_percent: 3 kPa\n", 5,
        "lesions.area_reduction_percent", "a value in % is needed")]
    [InlineData("lesions:\n  - kind: valve\n    valve: ijv_left_valve\n    defect: loose\n", 5, "lesions.defect",
        "is not one of leaking, stuck, absent, reversed")]
    [InlineData("lesions:\n  - kind: valve\n    valve: ijv_left_valve\n    defect: leaking\n", 3, "lesions.leak_percent",
        "is needed: how far open a leaking valve is")]
    [InlineData("lesions:\n  - kind: compression\n    vessel: azygos\n", 3, "lesions.pressure_mmHg", "is needed, and not both")]
    [InlineData("lesions:\n  - kind: thrombus\n    vessel: azygos\n    course_months: [[2, 3], [1, 4]]\n", 5,
        "lesions.course_months", "the first rising")]
    [InlineData("lesions:\n  - kind: thrombus\n    vessel: azygos\n    course_months: 4\n", 5,
        "lesions.course_months", "needs a list of pairs [months, %]")]
    [InlineData("variants:\n  dominanse: left\n", 3, "variants.dominanse", "did you mean dominance?")]
    [InlineData("variants:\n  dominance: up\n", 3, "variants.dominance", "is not one of right, left, balanced")]
    public void What_is_wrong_is_told_with_its_place(string text, int line, string key, string message)
    {
        Fault fault = Assert.Single(Read(text).Faults.Found);
        Assert.Equal((line, key), (fault.Line, fault.Key));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ijv_left_j4", "is not a vessel of healthy-adult; did you mean ijv_left_j")]
    [InlineData("anterior_jugular", "is not part of core detail; full detail has it")]
    public void A_vessel_that_the_body_lacks_is_told(string vessel, string message)
    {
        (CaseFile? read, FaultList faults) = Read($"lesions:\n  - kind: occlusion\n    vessel: {vessel}\n");
        Assert.Null(PreparedRun.Prepare(Model, read, null, [], faults));
        Fault fault = Assert.Single(faults.Found);
        Assert.Equal((4, "lesions.vessel", vessel), (fault.Line, fault.Key, fault.Value));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_of_a_bad_case_are_told_at_once()
    {
        (CaseFile? read, FaultList faults) = Read("""
            posture: lying
            variants:
              dominance: up
            lesions:
              - kind: stenosis
                vessel: ijv_left_j2
                area_reduction_percent: 120
                length_cm: 0
              - kind: flop
              - kind: flap
                vessel: sigmoid_emissary_left
                area_reduction_percent: 50
                reverse_area_reduction_percent: 80
              - kind: occlusion
                vessel: ijv_left_j5
            """ + "\n");
        Assert.Null(PreparedRun.Prepare(Model, read, null, [], faults));
        Assert.Equal(
            ["posture", "variants.dominance", "lesions.area_reduction_percent", "lesions.length_cm", "lesions.kind",
                "lesions.vessel", "lesions.vessel"],
            faults.Found.Select(fault => fault.Key));
    }

    [Theory]
    [InlineData("left-jugular-50")]
    [InlineData("left-jugular-90")]
    [InlineData("right-jugular-90")]
    [InlineData("both-jugulars-90")]
    [InlineData("azygos-90")]
    [InlineData("pattern-a")]
    [InlineData("pattern-b")]
    [InlineData("pattern-c")]
    [InlineData("pattern-d")]
    [InlineData("iih")]
    public void The_shipped_cases_can_be_run(string name)
    {
        FaultList faults = new();
        CaseFile? read = CaseReader.Read(Path.Combine(AppContext.BaseDirectory, "cases", $"{name}.yaml"), faults);
        PreparedRun? run = PreparedRun.Prepare(Model, read, null, [], faults);
        Assert.Empty(faults.Found);
        Assert.Equal(read!.Lesions.Count, run!.Model.Marks.Count);
        Assert.NotEqual("", read.Description);
    }

    [Fact]
    public void A_case_of_no_severity_is_the_body_as_it_is()
    {
        (CaseFile? read, FaultList faults) = Read("""
            variants:
              dominance: right
            lesions:
              - kind: stenosis
                vessel: ijv_left_j2
                area_reduction_percent: 0
              - kind: septum
                vessel: ijv_left_j2
                larger_channel_percent: 100
            """ + "\n");
        BodyModel with = PreparedRun.Prepare(Model, read, null, [], faults)!.Model;
        BodyModel without = PreparedRun.Prepare(Model, null, null, [], faults)!.Model;
        Assert.Empty(with.Throats);
        Assert.Equal(without.Vessels, with.Vessels);
        Assert.Empty(with.Marks);
    }
}
