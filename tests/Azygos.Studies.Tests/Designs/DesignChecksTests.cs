using Azygos.Studies.Designs;

namespace Azygos.Studies.Tests.Designs;

public sealed class DesignChecksTests
{
    private static string[] Keys(StudyDesign design) =>
        [.. DesignChecks.Of(design, 0.366).Select(fault => fault.Key).Distinct()];

    public static TheoryData<string> Names => [.. Directory.GetFiles(
        Path.Combine(AppContext.BaseDirectory, "studies"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_shipped_study_can_be_run(string name) => Assert.Empty(Keys(Shipped.Study(name)));

    [Fact]
    public void A_study_of_nobody_is_refused() =>
        Assert.Equal(["people.ms", "people.controls"], Keys(Shipped.Null with { Cases = 0, Controls = 0 }));

    [Fact]
    public void A_trial_needs_a_sham_arm_and_an_outcome() => Assert.Equal(
        ["people.sham", "outcome.measure"], Keys(new StudyDesign { Kind = DesignKind.ShamTrial, Treated = 20 }));

    [Fact]
    public void A_blinded_examiner_cannot_know_who_has_the_disease() =>
        Assert.Equal(["examiner.correct_belief"], Keys(Shipped.Null with { CorrectBelief = 0.9 }));

    [Theory]
    [InlineData("people.treated")]
    [InlineData("treatment.effect")]
    [InlineData("outcome.loss")]
    [InlineData("examiner.icc")]
    [InlineData("examiner.sensitivity")]
    [InlineData("truth.odds_ratio")]
    [InlineData("recruitment.positive_only")]
    public void A_key_without_effect_is_a_fault(string key) =>
        Assert.Contains(key, Keys(Shipped.Null with { Given = [key] }));

    [Fact]
    public void An_examination_that_nobody_has_is_a_key_without_effect() => Assert.Contains("examiner.blinded", Keys(
        new StudyDesign
        {
            Kind = DesignKind.Registry,
            Treated = 20,
            Outcome = "score",
            Given = ["people.treated", "outcome.measure", "examiner.blinded"],
        }));

    [Fact]
    public void A_truth_says_what_it_is() =>
        Assert.Contains("truth.kind", Keys(Shipped.Null with { HasCustomTruth = true, Given = ["truth.kind"] }));

    [Fact]
    public void All_faults_are_found_at_once() => Assert.Equal(
        ["treatment.effect", "people.controls", "recruitment.age_difference_years", "examiner.correct_belief",
            "examiner.positive_rate"],
        Keys(Shipped.Null with
        {
            Given = ["treatment.effect"],
            Controls = -3,
            AgeDifference = 5,
            CorrectBelief = 1,
            PositiveRate = null,
        }));

    [Fact]
    public void The_hash_tells_studies_apart_and_not_their_seeds()
    {
        StudyDesign one = Shipped.Null;
        Assert.Equal(one.Hash("p"), (one with { Seed = 99, Description = "other" }).Hash("p"));
        Assert.NotEqual(one.Hash("p"), one.Hash("q"));
        Assert.NotEqual(one.Hash("p"), (one with { ExpectationBias = 0.1 }).Hash("p"));
    }
}
