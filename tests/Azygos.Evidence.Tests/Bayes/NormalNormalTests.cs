using Azygos.Evidence.Bayes;

namespace Azygos.Evidence.Tests.Bayes;

public sealed class NormalNormalTests
{
    [Fact]
    public void Bcg_trials_with_a_half_normal_prior_give_the_quadrature_reference()
    {
        NormalNormal fit = NormalNormal.Fit(PublishedTables.BcgRiskRatios(), HeterogeneityPrior.HalfNormal(0.5)).Value;
        PublishedTables.Close(-0.7118600081818194, fit.Mean.Mean,
            1e-8);  // Simpson with 20,000 panels in R, an own program
        PublishedTables.Close(0.18732706041281133, fit.Mean.Deviation, 1e-8);
        PublishedTables.Close(-0.7091508231255457, fit.Mean.Median, 1e-7);
        PublishedTables.Close(0.5537537982945572, fit.Heterogeneity.Median, 1e-6);
        PublishedTables.Close(0.8 + 0.1018951297562631, fit.Heterogeneity.Upper, 1e-6);
        PublishedTables.Close(-1.958110383078663, fit.PredictionLower, 1e-6);
        PublishedTables.Close(0.9996204060939339, fit.ProbabilityBelowZero, 1e-9);
        PublishedTables.Close(-14.707638779820632, fit.LogMarginalLikelihood, 1e-9);
    }

    [Fact]
    public void A_prior_of_no_heterogeneity_gives_the_equal_effects_mean()
    {
        NormalNormal fit = NormalNormal.Fit(PublishedTables.Table([0.1, 0.5, 0.3], [0.04, 0.09, 0.05]),
            HeterogeneityPrior.HalfNormal(0.002)).Value;
        double sum = 1 / 0.04 + 1 / 0.09 + 1 / 0.05, mean = (0.1 / 0.04 + 0.5 / 0.09 + 0.3 / 0.05) / sum;
        Assert.Equal(mean, fit.Mean.Mean, 4);
        Assert.Equal(1 / Math.Sqrt(sum), fit.Mean.Deviation, 4);
        foreach (double shrunken in fit.Shrunken) Assert.Equal(mean, shrunken, 1e-3);
    }

    [Fact]
    public void A_shift_moves_the_mean_and_nothing_else()
    {
        double[] y = [0.1, 0.9, 0.4], v = [0.04, 0.09, 0.02];
        NormalNormal here = NormalNormal.Fit(PublishedTables.Table(y, v), HeterogeneityPrior.HalfCauchy(0.5)).Value;
        NormalNormal there = NormalNormal.Fit(PublishedTables.Table([.. y.Select(static x => x + 5)], v),
            HeterogeneityPrior.HalfCauchy(0.5)).Value;
        Assert.Equal(here.Mean.Mean + 5, there.Mean.Mean, 10);
        Assert.Equal(here.Heterogeneity.Median, there.Heterogeneity.Median, 10);
        Assert.Equal(here.LogMarginalLikelihood, there.LogMarginalLikelihood, 10);
    }

    [Fact]
    public void One_study_and_impossible_priors_are_refused()
    {
        Assert.Equal(Refusal.TooFewStudies,
            NormalNormal.Fit(PublishedTables.Table([1], [1]), HeterogeneityPrior.HalfNormal(1)).Refused!.Code);
        Assert.Throws<ArgumentOutOfRangeException>(static () => HeterogeneityPrior.HalfNormal(0));
    }

    /// <summary>A first study that lies 1e6 away with hardly any weight leaves the others' posterior its
    /// digits.</summary>
    [Fact]
    public void A_distant_first_study_does_not_cancel_the_deviation()
    {
        var table = PublishedTables.Table([1e6, 1.4, 0.2], [1e15, 0.1, 100]);
        var others = PublishedTables.Table([1.4, 0.2], [0.1, 100]);
        NormalNormal all = NormalNormal.Fit(table, HeterogeneityPrior.HalfNormal(1)).Value;
        double alone = NormalNormal.Fit(others, HeterogeneityPrior.HalfNormal(1)).Value.Mean.Deviation;
        PublishedTables.Close(alone, all.Mean.Deviation, 1e-6);
    }
}
