using System.Text;
using Azygos.Files.Faults;
using Azygos.Files.Studies;
using Azygos.Studies.Designs;

namespace Azygos.Files.Tests.Studies;

public sealed class StudyReaderTests
{
    private static (StudyDesign? Design, string[] Faults) Read(string text)
    {
        FaultList faults = new();
        StudyDesign? design = StudyReader.Read(Encoding.UTF8.GetBytes(text), "mine.yaml", 0.366, faults);
        return (design, [.. faults.Found.Select(fault => fault.ToString())]);
    }

    [Fact]
    public void A_study_is_read()
    {
        (StudyDesign? design, string[] faults) = Read("""
            schema: azygos-study/1
            design: case-control
            seed: 5
            people: {ms: 65, controls: 235}
            examiner: {model: homogeneous, positive_rate: 0.3, blinded: false, expectation_bias: 0.65}
            """);
        Assert.Empty(faults);
        Assert.Equal(("mine", DesignKind.CaseControl, 5UL, 65, 235, 0.3, false, 0.65, 1.0), (design!.Name, design.Kind,
            design.Seed, design.Cases, design.Controls, design.PositiveRate!.Value, design.IsBlinded,
            design.ExpectationBias, design.Belief));
    }

    /// <summary>Faults of single values: every one, with its line and range; nothing is concluded from the rest.</summary>
    [Fact]
    public void All_faults_of_a_file_are_told_at_once()
    {
        (StudyDesign? design, string[] faults) = Read("""
            schema: azygos-study/2
            design: case-contrl
            people:
              ms: -5
              controls: many
            truth: {prevalence: 1.4}
            examiner:
              criterion: vh9
              blinded: perhaps
              skill: 3
            colour: blue
            """);
        Assert.Null(design);
        Assert.Equal(9, faults.Length);
        Assert.Contains("mine.yaml:2: design = case-contrl: is not one of case-control", string.Join('\n', faults),
            StringComparison.Ordinal);
        Assert.Contains("mine.yaml:4: people.ms = -5: is outside the allowed range: from 0 to 1000000", faults);
        Assert.Contains("mine.yaml:6: truth.prevalence = 1.4: is outside the allowed range: from 0.001 to 0.999", faults);
        Assert.Contains("mine.yaml:8: examiner.criterion = vh9: is not one of ccsvi, vh1, vh2, vh3, vh4, vh5",
            string.Join('\n', faults), StringComparison.Ordinal);
    }

    [Fact]
    public void An_impossible_design_is_told_with_the_lines_of_its_keys()
    {
        string[] faults = Read("""
            schema: azygos-study/1
            design: sham-controlled-trial
            people:
              treated: 20
            examiner:
              blinded: true
            """).Faults;
        Assert.Equal(3, faults.Length);
        Assert.Contains("mine.yaml: people.sham = 0: this design needs at least 2 of them", faults);
        Assert.Contains("mine.yaml:6: examiner.blinded: has no effect: nobody is examined unless "
            + "recruitment.positive_only is true", faults);
        Assert.Contains("mine.yaml: outcome.measure: is missing: a study that treats needs an outcome", faults);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1, 2]")]
    [InlineData("people: 5\nschema: azygos-study/1\ndesign: registry")]
    public void What_is_no_study_is_refused(string text) => Assert.NotEmpty(Read(text).Faults);
}
