using Azygos.Circulation.Transport;

namespace Azygos.Circulation.Tests.Transport;

/// <summary>A lung, two tissues, a confluence: small enough to mix by hand.</summary>
public sealed class SteadyMixingTests
{
    private static readonly MeanBranch[] Loop =
    [
        new("artery 1", "lung", "tissue 1", 60e-6), new("artery 2", "lung", "tissue 2", 40e-6),
        new("vein 1", "tissue 1", "confluence", 60e-6), new("vein 2", "tissue 2", "confluence", 40e-6),
        new("home", "confluence", "lung", 100e-6),
    ];

    private static readonly Dictionary<string, double> Consumption =
        new() { ["tissue 1"] = 3e-6, ["tissue 2"] = 4e-6 };

    [Fact]
    public void A_confluence_mixes_by_flow_what_tissues_left()
    {
        MixedState state = Of(Loop).Solve(0.2, Consumption);
        Assert.Equal(0.2 - 3.0 / 60, state.At("tissue 1")!.Value, 1e-15);
        Assert.Equal(0.2 - 4.0 / 40, state.At("tissue 2")!.Value, 1e-15);
        Assert.Equal(0.6 * 0.15 + 0.4 * 0.1, state.At("confluence")!.Value, 1e-15);
        Assert.Equal(0.13, state.Into("lung")!.Value, 1e-15);
        Assert.Equal(0.2, state.Into("tissue 1")!.Value, 1e-15);
    }

    [Fact]
    public void What_is_taken_up_is_what_is_consumed() =>
        Assert.Equal(7e-6, Of(Loop).Solve(0.2, Consumption).Uptake, 7e-18);   // 1e-12 of it

    [Fact]
    public void A_vessel_that_runs_backward_carries_the_other_blood()
    {
        // Tissue 1 drains through tissue 2's vein, backward: then tissue 2 receives what 1 left.
        MeanBranch[] turned =
        [
            new("artery", "lung", "tissue 1", 50e-6), new("collateral", "tissue 2", "tissue 1", -50e-6),
            new("vein", "tissue 2", "lung", 50e-6),
        ];
        MixedState state = Of(turned).Solve(0.2, Consumption);
        Assert.Equal(0.2 - 3.0 / 50, state.At("tissue 1")!.Value, 1e-15);
        Assert.Equal(0.2 - 7.0 / 50, state.At("tissue 2")!.Value, 1e-15);
    }

    [Fact]
    public void Where_no_blood_from_the_given_node_arrives_there_is_no_concentration()
    {
        MeanBranch[] apart =
        [
            .. Loop, new("ring 1", "x", "y", 1e-6), new("ring 2", "y", "x", 1e-6), new("shut", "confluence", "x", 0),
            new("stump", "confluence", "end", 0),
        ];
        MixedState state = Of(apart).Solve(0.2, Consumption);
        Assert.Null(state.At("x"));
        Assert.Null(state.At("end"));
        Assert.Null(state.At("nowhere"));
        Assert.Null(state.Into("end"));
        Assert.Equal(0.13, state.At("confluence")!.Value, 1e-15);
    }

    [Fact]
    public void To_and_fro_flow_brings_two_ends_together_and_conserves()
    {
        MeanBranch[] swinging = [.. Loop, new("bridge", "tissue 1", "tissue 2", 0) { ToAndFro = 5e-6 }];
        Assert.Equal(
            Of(Loop).Solve(0.2, Consumption).At("tissue 1"), Of(swinging).Solve(0.2, Consumption).At("tissue 1"));

        // Without net flow a branch carries nothing, not even to and fro: it may be shut.
        Assert.Equal(
            Of(swinging).Solve(0.2, Consumption).At("tissue 1"), Mixed(swinging).At("tissue 1"));

        MeanBranch[] joined =
        [
            Loop[0] with { Flow = 61e-6 }, Loop[1] with { Flow = 39e-6 }, Loop[2], Loop[3], Loop[4],
            new("bridge", "tissue 1", "tissue 2", 1e-6) { ToAndFro = 1 },
        ];
        MixedState state = Mixed(joined);
        Assert.Equal(state.At("tissue 1")!.Value, state.At("tissue 2")!.Value, 2e-6);   // flow over exchange
        Assert.Equal(0.13, state.At("confluence")!.Value, 2e-6);
        // The exchange is a million times the flow, and rounding of it with it: 1e-16 becomes 1e-10, for a few sums.
        Assert.Equal(7e-6, state.Uptake, 7e-6 * 1e-9);

        static MixedState Mixed(MeanBranch[] branches) =>
            new SteadyMixing(MeanFlows.Balanced(branches), "lung", mixesToAndFro: true).Solve(0.2, Consumption);
    }

    private static SteadyMixing Of(MeanBranch[] branches) =>
        new(MeanFlows.Balanced(branches), "lung", mixesToAndFro: false);
}
