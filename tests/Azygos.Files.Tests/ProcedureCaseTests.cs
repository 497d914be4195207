using System.Text;
using Azygos.Body.Model;
using Azygos.Files.Cases;
using Azygos.Files.Faults;

namespace Azygos.Files.Tests;

/// <summary>Procedures in case files: read strictly, done to the lesion they name.</summary>
public sealed class ProcedureCaseTests
{
    private const string Head = "schema: azygos-case/1\n", Narrow = """
        lesions:
          - kind: stenosis
            vessel: ijv_left_j2
            area_reduction_percent: 90
          - kind: occlusion
            vessel: ijv_right_j2

        """;

    [Fact]
    public void What_a_procedure_leaves_stands_in_the_place_of_its_lesion()
    {
        (PreparedRun? run, IReadOnlyList<Fault> faults) = Prepare(Narrow + """
            procedures:
              - kind: venoplasty
                lesion: 1
                diameter_mm: 8
            """ + "\n");
        Assert.Empty(faults);
        BodyModel model = run!.Model;
        Assert.Equal(["occlusion", "stenosis", "venoplasty"], model.Marks.Select(mark => mark.Kind));
        Assert.InRange(model.Throats.Single(row => row.Id == "lesion_1").ForwardShare, 0.11, 0.99);
    }

    [Fact]
    public void Every_fault_is_told_with_its_line()
    {
        IReadOnlyList<Fault> faults = Prepare(Narrow + """
            procedures:
              - kind: venoplasty
                lesion: 1
                diameter_mm: 400
              - kind: balloon
                lesion: 1
              - kind: stent
                lesion: 1.5
                diameter_mm: 12
              - kind: stent
                lesion: 1
                diameter_mm: 12
                months_after: 3
            """ + "\n").Faults;
        Assert.Equal(
            [("procedures.diameter_mm", 11), ("procedures.kind", 12), ("procedures.lesion", 14), ("procedures.months_after", 20)],
            faults.Select(fault => (fault.Key, fault.Line!.Value)));
        Assert.Contains("from 2 to 30 mm", faults[0].Message, StringComparison.Ordinal);
        Assert.Contains("venoplasty, stent", faults[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "allowed: 1 to 2")]
    [InlineData(2, "not on: occlusion")]
    public void A_lesion_that_cannot_be_treated_is_refused(int lesion, string reason)
    {
        Fault fault = Assert.Single(Prepare(Narrow + $"""
            procedures:
              - kind: stent
                lesion: {lesion}
                diameter_mm: 12
            """ + "\n").Faults);
        Assert.Equal("procedures.lesion", fault.Key);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lesion_is_treated_once()
    {
        Fault fault = Assert.Single(Prepare(Narrow + """
            procedures:
              - kind: stent
                lesion: 1
                diameter_mm: 12
              - kind: venoplasty
                lesion: 1
                diameter_mm: 12
            """ + "\n").Faults);
        Assert.Contains("a lesion is treated once", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("left-jugular-90", "left-jugular-90-balloon", "venoplasty")]
    [InlineData("left-jugular-90", "left-jugular-90-stent", "stent")]
    [InlineData("iih", "iih-stented", "stent")]
    public void A_treated_case_is_the_case_before_with_procedures(string before, string after, string kind)
    {
        FaultList faults = new();
        CaseFile first = CaseReader.Read(Shipped(before), faults)!, second = CaseReader.Read(Shipped(after), faults)!;
        Assert.False(faults.Any);
        Assert.Equal(first.Lesions.Select(lesion => lesion.Lesion), second.Lesions.Select(lesion => lesion.Lesion));
        Assert.Empty(first.Procedures);
        Assert.Equal(second.Lesions.Count, second.Procedures.Count);
        Assert.All(second.Procedures, procedure => Assert.Equal(kind, procedure.Procedure.Word));
        Assert.True(after != "iih-stented" || second.Description.Contains(
            "Different disease; not evidence for CCSVI.", StringComparison.Ordinal));
        Assert.NotNull(PreparedRun.Prepare(ShippedModel.Model, second, null, [], faults));
    }

    [Fact]
    public void Iron_is_off_unless_the_case_says_hypothesis()
    {
        Assert.Empty(Prepare("").Run!.Settings.Hypotheses);
        Assert.Equal(["iron"], Prepare("iron: hypothesis\n").Run!.Settings.Hypotheses);
        Fault fault = Assert.Single(Prepare("iron: on\n").Faults);
        Assert.Equal(("iron", "on"), (fault.Key, fault.Value));
        Assert.Contains("hypothesis", fault.Message, StringComparison.Ordinal);
    }

    private static string Shipped(string name) => Path.Combine(AppContext.BaseDirectory, "cases", name + ".yaml");

    private static (PreparedRun? Run, IReadOnlyList<Fault> Faults) Prepare(string text)
    {
        FaultList faults = new();
        CaseFile? read = CaseReader.Read(Encoding.UTF8.GetBytes(Head + text), "mine.yaml", faults);
        return (PreparedRun.Prepare(ShippedModel.Model, read, null, [], faults), faults.Found);
    }
}
