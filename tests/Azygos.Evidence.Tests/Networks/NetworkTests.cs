using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Networks;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Tests.Networks;

public sealed class NetworkTests
{
    [Fact]
    public void Two_treatments_are_an_ordinary_meta_analysis()
    {
        double[] effects = [0.5, 0.2, 0.9, 0.4], v1 = [0.02, 0.03, 0.05, 0.01], v2 = [0.03, 0.02, 0.04, 0.02];
        NetworkArm[] arms = [.. Enumerable.Range(0, 4).SelectMany(i => new[]
        {
            new NetworkArm($"s{i}", "active", effects[i], v1[i]), new NetworkArm($"s{i}", "placebo", 0, v2[i]),
        })];
        NetworkModel network = NetworkModel.Fit(arms).Value;
        PooledFit plain = RandomEffects.Pool(
            PublishedTables.Table(effects, [.. v1.Zip(v2, static (a, b) => a + b)]),
            new PoolingOptions { Estimator = HeterogeneityEstimators.DerSimonianLaird }).Value;
        PublishedTables.Close(plain.Tau2, network.Tau2, 1e-10);
        PublishedTables.Close(plain.Mean.Estimate, network.Random.Difference[0, 1], 1e-11);
        PublishedTables.Close(plain.Mean.StandardError, network.Random.StandardError[0, 1], 1e-11);
        PublishedTables.Close(plain.Heterogeneity.Statistic, network.Total.Statistic, 1e-11);
        Assert.Equal(0, network.BetweenDesigns.Degrees);
    }

    [Fact]
    public void An_indirect_comparison_is_the_difference_of_the_direct_ones()
    {
        NetworkArm[] arms =
        [
            new("1", "a", 1, 0.1), new("1", "p", 0, 0.1), new("2", "b", 0.4, 0.2), new("2", "p", 0, 0.1),
        ];
        NetworkModel network = NetworkModel.Fit(arms).Value;
        Assert.Equal(0.6, network.Common.Difference[0, 1], 12);
        Assert.Equal(Math.Sqrt(0.5), network.Common.StandardError[0, 1], 12);
        Assert.Equal(0, network.Tau2);
    }

    [Fact]
    public void A_trial_of_three_arms_counts_its_shared_arm_once()
    {
        NetworkArm[] arms = [new("1", "a", 1, 0.1), new("1", "b", 0.5, 0.2), new("1", "c", 0, 0.3)];
        NetworkModel network = NetworkModel.Fit(arms).Value;
        Assert.Equal(Math.Sqrt(0.5), network.Common.StandardError[1, 2], 12);
        Assert.Equal((1, 3, 1), (network.Studies, network.Comparisons, network.Designs));
    }

    [Fact]
    public void P_scores_average_one_half_and_turn_with_the_direction()
    {
        NetworkArm[] arms =
        [
            new("1", "a", 1, 0.1), new("1", "p", 0, 0.1), new("2", "b", 0.4, 0.2),
            new("2", "p", 0, 0.1), new("3", "a", 0.8, 0.1), new("3", "b", 0.5, 0.1),
        ];
        NetworkLeague league = NetworkModel.Fit(arms).Value.Common;
        double[] small = league.Scores(smallIsGood: true), large = league.Scores(smallIsGood: false);
        Assert.Equal(0.5, small.Average(), 12);
        for (int i = 0; i < 3; i++) Assert.Equal(1, small[i] + large[i], 12);
        Assert.True(large[0] > large[1] && large[1] > large[2]);
    }

    [Fact]
    public void Disconnected_networks_and_bad_trials_are_refused_with_all_faults()
    {
        Assert.Equal(Refusal.NotEstimable, NetworkModel.Fit(
            [new("1", "a", 1, 0.1), new("1", "b", 0, 0.1), new("2", "c", 1, 0.1),
                new("2", "d", 0, 0.1)]).Refused!.Code);
        string reason =
            NetworkModel.Fit([new("1", "a", 1, 0.1), new("2", "a", 1, 0), new("2", "a", 0, 0.1)]).Refused!.Reason;
        Assert.Contains("'1' has one arm", reason, StringComparison.Ordinal);
        Assert.Contains("'2' names a treatment twice", reason, StringComparison.Ordinal);
        Assert.Contains("variance 0", reason, StringComparison.Ordinal);
    }
}
