using Azygos.Clinic.Criteria;
using Azygos.Clinic.Examination;
using Azygos.Clinic.Tests.Criteria;
using Azygos.Numerics;

namespace Azygos.Clinic.Tests.Examination;

public sealed class ReaderTests
{
    private static readonly CriteriaResult Nothing =
        CriteriaJudge.Judge(Examined.Normal, CriteriaRules.Zamboni2009);

    private static readonly Operator Poor = new() { Sensitivity = 0.62, Specificity = 0.83 };

    [Fact]
    public void A_reader_without_errors_writes_down_what_the_numbers_say() => Assert.Equal(
        Nothing.Criteria, Reader.Call(Nothing, new Operator(), new RandomNumbers(1, "reader")).Criteria);

    [Fact]
    public void A_poor_reader_finds_what_is_not_there() => Assert.Equal(0.17, Rate(Poor), 0.02);

    [Theory]
    [InlineData(Belief.Patient, 0.65)]
    [InlineData(Belief.Control, -0.65)]
    public void A_belief_shifts_the_log_odds(Belief belief, double shift)
    {
        double odds = 0.17 / 0.83 * Math.Exp(shift);
        Assert.Equal(odds / (1 + odds), Rate(Poor with { Belief = belief, ExpectationBias = 0.65 }), 0.02);
    }

    [Fact]
    public void Blinding_takes_the_belief_away() =>
        Assert.Equal(Rate(Poor), Rate(Poor with { Belief = Belief.Patient, ExpectationBias = 1.3, Blinded = true }));

    [Fact]
    public void Belief_alone_makes_the_pooled_odds_ratio_of_unblinded_studies()
    {
        // The demonstration of the specification, §10: m = 0.3 in truth for both groups, β = 1.3.
        double patient = Reader.Probability(0.3, 1.3), control = Reader.Probability(0.3, -1.3);
        Assert.Equal(13.5, patient / (1 - patient) / (control / (1 - control)), 0.05);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void What_is_certain_is_not_moved(double certain) => Assert.Equal(certain, Reader.Probability(certain, 3));

    // Five calls an examination, 2000 of them: standard error 0.004, the bar five of them.
    private static double Rate(Operator who) => Enumerable.Range(0, 2000)
        .Average(seed => Reader.Call(Nothing, who, new RandomNumbers(seed, "reader")).Count / 5.0);
}
