using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Distributions;
using Azygos.Files.EvidenceBase;
using Azygos.Numerics;
using Azygos.Studies.Conflict;
using Azygos.Studies.Examiners;

namespace Azygos.Studies.Tests.Conflict;

public sealed class ExplorerTests
{
    private static readonly ConflictLength Short = new() { Kept = 300, Thinning = 6, Predicted = 100 };

    private static ConflictFit Fit(ConflictData data, ConflictReading reading, ConflictLength? length = null) =>
        ConflictExplorer.Run(data, new ConflictPriors(), [reading], 3, length ?? Short,
            TestContext.Current.CancellationToken).Fits[0];

    /// <summary>Studies of a made-up world: centres that differ, a true odds ratio, expectation where not
    /// blinded.</summary>
    private static ConflictData World(double ratio, double bias, int studies = 14, int size = 150)
    {
        AddressedNumbers random = new(21, 0, 0, 0);
        double p0 = 0.35, p1 = Logit.Shifted(p0, Math.Log(ratio));
        List<ConflictStudy> all = [];
        for (int i = 0; i < studies; i++)
        {
            double s = Logit.Shifted(0.75, 0.5 * Normal.Quantile(random.NextUniform()));
            double f = Logit.Shifted(0.08, 0.5 * Normal.Quantile(random.NextUniform()));
            bool isBlinded = i % 2 == 0;
            double m1 = Logit.Shifted(p1 * s + (1 - p1) * f, isBlinded ? 0 : bias);
            double m0 = Logit.Shifted(p0 * s + (1 - p0) * f, isBlinded ? 0 : -bias);
            all.Add(new ConflictStudy($"s{i}", Count(m1), size, Count(m0), size, isBlinded));
        }
        return new ConflictData(all, null, "made up");

        int Count(double m) => Enumerable.Range(0, size).Count(_ => random.NextIs(m));
    }

    [Fact]
    public void The_shipped_base_gives_the_studies_that_are_pooled_and_the_published_agreement()
    {
        ConflictData data = ConflictData.From(
            EvidenceReader.Read(Path.Combine(AppContext.BaseDirectory, "evidence")).Base, RowChoice.Headline);
        Assert.Equal((13, 7), (data.Studies.Count, data.Studies.Count(study => study.IsBlinded)));
        Assert.Equal(2439, data.Studies.Sum(study => study.Cases));
        Assert.Equal(1148, data.Studies.Sum(study => study.Controls));
        Assert.Equal(("Leone2013", 0.2), (data.Agreement!.Study, data.Agreement.Kappa));
        Assert.Equal(0.43 / 3.92, data.Agreement.Error, tolerance: 0.001);
        ConflictData second = ConflictData.From(
            EvidenceReader.Read(Path.Combine(AppContext.BaseDirectory, "evidence")).Base, RowChoice.Secondary);
        Assert.False(second.Studies.Single(study => study.Id == "Zamboni2009").IsBlinded);      // disputed
    }

    /// <summary>Without studies the chains give the prior back: its median and 95 %, and even odds of either
    /// side.</summary>
    [Fact]
    public void Before_the_studies_the_chains_give_the_prior()
    {
        ConflictFit fit = Fit(World(1, 0, studies: 3), ConflictReading.Main, new() { Kept = 1500, Thinning = 6, Predicted = 10 });
        ConflictEstimate ratio = fit.Find("odds_ratio")!, prevalence = fit.Find("prevalence")!;
        Assert.Equal(0, Math.Log(ratio.Prior.Median), tolerance: 0.25);
        Assert.Equal(1.96 * 1.5, Math.Log(ratio.Prior.High), tolerance: 0.45);
        Assert.Equal(0.5, ratio.PriorAbove, tolerance: 0.05);
        Assert.Equal(0.366, prevalence.Prior.Median, tolerance: 0.04);
        Assert.Equal(0.053, prevalence.Prior.Low, tolerance: 0.02);
    }

    /// <summary>Three centres at which nothing is true and nobody errs: the deviation between centres by quadrature over
    /// its two common numbers and each centre's own.</summary>
    [Fact]
    public void Chains_agree_with_quadrature_where_that_can_be_done()
    {
        ConflictData data = new(
            [new("a", 5, 60, 4, 60, true), new("b", 20, 60, 22, 60, true), new("c", 2, 60, 1, 60, true)], null, "made up");
        ConflictFit fit = Fit(data, new ConflictReading("quiet", "nothing", false, false, false, false),
            new() { Kept = 1500, Thinning = 4, Predicted = 10 });
        (double[] at, double[] mass) = (new double[81], new double[81]);
        for (int k = 0; k < at.Length; k++)
        {
            at[k] = -3.5 + 5.0 * k / 80;                                  // ln of the deviation
            double spread = Math.Exp(at[k]);
            for (double mu = -6; mu <= 3; mu += 0.1)
            {
                double log = -Math.Pow((mu + 1.88) / 1.3, 2) / 2 - spread * spread / 2 + at[k], product = Math.Exp(log);
                foreach (ConflictStudy study in data.Studies)
                {
                    double sum = 0;
                    for (double z = -5; z <= 5; z += 0.05)
                    {
                        double m = Logit.Probability(mu + spread * z);
                        int x = study.CasesPositive + study.ControlsPositive;
                        sum += Normal.Density(z) * Math.Exp(x * Math.Log(m) + (120 - x) * Math.Log(1 - m) + 40) * 0.05;
                    }
                    product *= sum;
                }
                mass[k] += product;
            }
        }
        double total = mass.Sum(), below = 0;
        int median = 0;
        while (below + mass[median] < total / 2) below += mass[median++];
        Assert.Equal(Math.Exp(at[median]), fit.Find("spread_false_positive")!.Posterior.Median, tolerance: 0.08);
        Assert.InRange(fit.Find("spread_false_positive")!.Quality.RHat, 0.99, 1.03);
    }

    [Fact]
    public void A_world_in_which_nothing_is_true_and_half_of_the_studies_expect_is_not_called_a_difference()
    {
        ConflictEstimate ratio = Fit(World(1, 1.3), ConflictReading.Main).Find("odds_ratio")!;
        Assert.InRange(1, ratio.Posterior.Low, ratio.Posterior.High);
        // Read as if nobody erred, the same studies say that there is a difference.
        Assert.True(Fit(World(1, 1.3), ConflictReading.All.Single(one => one.Key == "truth_only"))
            .Find("odds_ratio")!.Posterior.Low > 1);
    }

    [Fact]
    public void A_world_with_a_difference_gives_it_back()
    {
        ConflictEstimate ratio = Fit(World(4, 0), ConflictReading.All.Single(one => one.Key == "truth_only"))
            .Find("odds_ratio")!;
        Assert.InRange(4, ratio.Posterior.Low, ratio.Posterior.High);
        Assert.True(ratio.Posterior.Low > 1 && ratio.PosteriorAbove > 0.99);
    }

    [Fact]
    public void Truth_and_bias_trade_where_blinding_is_not_stated()
    {
        ConflictData open = World(1, 1);
        open = open with { Studies = [.. open.Studies.Select(study => study with { IsBlinded = false })] };
        Assert.True(Fit(open, ConflictReading.Main).Correlation < 0);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits()
    {
        ConflictLength tiny = new() { Kept = 20, Thinning = 1, Predicted = 10 };
        ConflictFit a = Fit(World(2, 1), ConflictReading.Main, tiny), b = Fit(World(2, 1), ConflictReading.Main, tiny);
        Assert.Equal(a.Estimates, b.Estimates);
        Assert.Equal(a.Checks, b.Checks);
        Assert.Equal(a.Joint, b.Joint);
    }

    [Fact]
    public void Words_name_the_prior_beside_every_probability_and_what_is_not_identifiable()
    {
        ConflictExplorer found = ConflictExplorer.Run(World(1, 1, studies: 4), new ConflictPriors(), ConflictReading.All, 3,
            new ConflictLength { Kept = 20, Thinning = 1, Predicted = 10 }, TestContext.Current.CancellationToken);
        string all = string.Join('\n', ConflictStatement.Of(found));
        Assert.Equal(all.Split("robability").Length, all.Split("before").Length);
        Assert.Contains("Curated set, not a systematic review. Probably biased towards an association.", all,
            StringComparison.Ordinal);
        Assert.Contains("exchangeable", string.Join('\n', ConflictStatement.Identifiable), StringComparison.Ordinal);
        foreach (string word in (string[])["proven", "debunked", "refuted", "unblinded"])
            Assert.DoesNotContain(word, all, StringComparison.OrdinalIgnoreCase);
    }
}
