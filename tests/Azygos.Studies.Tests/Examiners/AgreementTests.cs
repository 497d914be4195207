using Azygos.Evidence;
using Azygos.Studies.Designs;
using Azygos.Studies.Examiners;
using Azygos.Studies.Results;

namespace Azygos.Studies.Tests.Examiners;

public sealed class AgreementTests
{
    /// <summary>The pair that the reference tables give for the published κ of 0.20.</summary>
    [Fact]
    public void Kappa_of_the_reference_pair_is_that_published() =>
        Assert.Equal(0.20, new Accuracy(0.62, 0.83).Kappa(0.3).Value, tolerance: 0.005);      // printed to 2 digits

    [Theory]
    [InlineData(0.62, 0.83, 0.3)]
    [InlineData(0.9, 0.7, 0.1)]
    [InlineData(0.55, 0.55, 0.5)]
    public void The_formula_of_kappa_agrees_with_two_simulated_examiners(double s, double c, double prevalence)
    {
        StudySummary found = Shipped.Run(new StudyDesign
        {
            Kind = DesignKind.TestRetest,
            Seed = 5,
            Cases = 60_000,
            Prevalence = prevalence,
            Examiner = ExaminerKind.Accuracy,
            Sensitivity = s,
            Specificity = c,
        }, 1);
        // The reference asks for 0.01; one κ of 60,000 people has a standard error of 0.004.
        Assert.Equal(new Accuracy(s, c).Kappa(prevalence).Value, found.Kappa()!.Median, tolerance: 0.01);
    }

    [Fact]
    public void The_accuracy_behind_a_kappa_gives_it_back()
    {
        Accuracy found = Accuracy.FromKappa(0.2, 0.305, 0.3).Value;
        Assert.Equal(0.2, found.Kappa(0.3).Value, tolerance: 1e-12);      // algebra
        Assert.Equal(0.305, found.PositiveRate(0.3), tolerance: 1e-12);
    }

    [Fact]
    public void A_kappa_that_no_examiner_can_have_is_refused() =>
        Assert.Equal(Refusal.NotEstimable, Accuracy.FromKappa(0.9, 0.05, 0.4).Refused!.Code);

    [Fact]
    public void Two_examiners_who_call_everybody_the_same_have_no_kappa() =>
        Assert.Equal(Refusal.NotEstimable, new PairedCalls(0, 0, 0, 50).Kappa().Refused!.Code);

    /// <summary>By hand: half are positive for both, P_o 0.7, P_e 0.5.</summary>
    [Fact]
    public void Kappa_of_counts_is_agreement_beyond_chance() =>
        Assert.Equal(0.4, new PairedCalls(35, 15, 15, 35).Kappa().Value, tolerance: 1e-12);

    [Theory]
    [InlineData(0.65, 3.67)]
    [InlineData(1.3, 13.46)]
    public void One_rate_for_all_and_a_known_disease_multiply_the_odds_by_e_to_twice_the_bias(double bias, double ratio)
    {
        Expectation expectation = new(bias, 1);
        double ms = expectation.Mean(0.3, true), control = expectation.Mean(0.3, false);
        Assert.Equal(ratio, ms * (1 - control) / (control * (1 - ms)), tolerance: 0.005);      // printed to 2 decimals
    }

    [Fact]
    public void Who_believes_at_random_is_biased_towards_nobody()
    {
        Expectation expectation = new(1.3, 0.5);
        Assert.Equal(expectation.Mean(0.3, true), expectation.Mean(0.3, false));
    }
}
