using Azygos.Circulation.Transport;

namespace Azygos.Circulation.Tests.Transport;

public sealed class MeanFlowsTests
{
    // A loop: a → b by two ways, back by a third, and a way round c; sampled flows that miss balance by a thousandth.
    private static readonly MeanBranch[] Sampled =
    [
        new("wide", "a", "b", 70e-6), new("narrow", "b", "a", -30.03e-6), new("back", "b", "a", 100.1e-6),
        new("side", "b", "c", 0.05e-6), new("rest", "c", "b", 0.0501e-6), new("closed", "c", "a", 0),
    ];

    [Fact]
    public void Every_node_balances_to_round_off()
    {
        MeanFlows flows = MeanFlows.Balanced(Sampled);
        foreach (string node in flows.Nodes)
            Assert.Equal(0, flows.Branches.Sum(b => (b.To == node ? b.Flow : 0) - (b.From == node ? b.Flow : 0)), 1e-20);
    }

    [Fact]
    public void Each_flow_changes_by_a_small_share_of_itself_and_a_branch_without_flow_stays_so()
    {
        MeanFlows flows = MeanFlows.Balanced(Sampled);
        foreach ((MeanBranch raw, MeanBranch balanced) in Sampled.Zip(flows.Branches))
            Assert.InRange(Math.Abs(balanced.Flow - raw.Flow), 0, 2e-3 * Math.Abs(raw.Flow));
        Assert.Equal(0, flows.Branches[^1].Flow);
        Assert.Equal(
            Sampled.Zip(flows.Branches, (raw, balanced) => Math.Abs(balanced.Flow - raw.Flow)).Max(),
            flows.LargestCorrection);
        Assert.Equal("back", flows.WorstBranch);
    }

    [Fact]
    public void Flows_that_balance_stay_as_they_are()
    {
        MeanBranch[] branches = [new("out", "a", "b", 3e-6), new("home", "b", "a", 3e-6)];
        MeanFlows flows = MeanFlows.Balanced(branches);
        Assert.Equal(0, flows.LargestCorrection, 1e-21);
        Assert.Equal("", MeanFlows.Balanced([]).WorstBranch);
    }

    [Fact]
    public void What_comes_back_within_the_period_is_no_mean_flow()
    {
        double[] samples = [9, 3, -1, 3, -1];   // the first repeats the last of the period before
        MeanBranch branch = MeanBranch.Of("vein", "a", "b", samples);
        Assert.Equal(1, branch.Flow);
        Assert.Equal(0.5, branch.ToAndFro);     // mean |Q| = 2
        Assert.Equal("a", branch.Upstream);
        Assert.Equal("b", (branch with { Flow = -1 }).Upstream);
    }

    [Fact]
    public void An_unknown_node_is_named()
    {
        MeanFlows flows = MeanFlows.Balanced(Sampled);
        Assert.Contains("'d'", Assert.Throws<KeyNotFoundException>(() => flows.PlaceOf("d")).Message, StringComparison.Ordinal);
        Assert.False(flows.Has("d"));
    }
}
