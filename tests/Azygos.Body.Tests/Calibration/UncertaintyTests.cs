using Azygos.Body.Anatomy;
using Azygos.Body.Calibration;
using Azygos.Body.Model;

namespace Azygos.Body.Tests.Calibration;

/// <summary>Samples of assumed dimensions, and the quantiles over them.</summary>
public sealed class UncertaintyTests
{
    private static readonly UncertaintySettings Few = new() { Samples = 12, Seed = 7 };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly Lazy<IReadOnlyList<UncertaintyRow>> Rows =
        new(() => BodyUncertainty.Run(ShippedBody.Model, Few));

    [Fact]
    public void Quantiles_stand_in_order_and_every_sample_counts() => Assert.All(Rows.Value, row =>
    {
        Assert.True(
            row.Low95 <= row.Low68 && row.Low68 <= row.Median && row.Median <= row.High68 && row.High68 <= row.High95,
            row.Quantity);
        Assert.Equal(12, row.Samples + row.Failed);
        Assert.Equal(ShippedBody.Model.Hash, row.ModelHash);
    });

    [Fact]
    public void What_leaves_by_collaterals_is_more_uncertain_than_what_comes_in()
    {
        double Spread(string quantity) =>
            Rows.Value.Single(r => r.Quantity == quantity) is var r ? (r.High68 - r.Low68) / Math.Abs(r.Median) : 0;
        Assert.True(Spread("vertebral_veins") > 10 * Spread("brain_inflow"));
    }

    [Fact]
    public void One_and_two_workers_give_the_same_rows() =>
        Assert.Equal(Rows.Value, BodyUncertainty.Run(ShippedBody.Model, Few with { Workers = 1 }, null, Cancellation));

    [Fact]
    public void Factors_are_even_in_their_logarithm_from_a_half_to_two()
    {
        double[] all = [.. Enumerable.Range(0, 500)
            .SelectMany(k => CollateralSample.Factors(ShippedBody.Model, 1, k)).Select(Math.Log2).Order()];
        Assert.InRange(all[0], -1, -0.99);
        Assert.InRange(all[^1], 0.99, 1);
        // Kolmogorov-Smirnov, 10 500 draws: 1.95/√n is passed by chance once in a thousand.
        double distance = all.Select((x, i) => Math.Abs(0.5 * (x + 1) - (i + 0.5) / all.Length)).Max();
        Assert.True(distance < 1.95 / Math.Sqrt(all.Length), $"{distance}");
    }

    [Fact]
    public void Another_seed_and_another_sample_are_other_bodies()
    {
        double[] one = CollateralSample.Factors(ShippedBody.Model, 1, 0);
        Assert.NotEqual(one, CollateralSample.Factors(ShippedBody.Model, 2, 0));
        Assert.NotEqual(one, CollateralSample.Factors(ShippedBody.Model, 1, 1));
        Assert.Equal(one.Length, one.Distinct().Count());
    }

    [Fact]
    public void A_sample_scales_areas_of_its_groups_and_nothing_else()
    {
        BodyModel model = ShippedBody.Model;
        double[] factors = [.. model.Collaterals.Select(row => row.Id == "facial" ? 2.0 : 1)];
        BodyModel sampled = CollateralSample.Of(model, factors);
        Assert.All(model.Vessels.Zip(sampled.Vessels), pair => Assert.Equal(
            pair.First.RestArea * (pair.First.Id.StartsWith("facial_vein", StringComparison.Ordinal) ? 4 : 1),
            pair.Second.RestArea));
    }

    [Fact]
    public void A_model_that_lists_no_collaterals_is_refused() => Assert.Throws<ArgumentException>(
        () => BodyUncertainty.Run(ShippedBody.Model with { Collaterals = [] }, Few, null, Cancellation));

    [Theory]
    [InlineData("right")]
    [InlineData("left")]
    public void A_pull_back_goes_down_the_named_side_to_the_atrium(string side)
    {
        PullBack way = PullBack.Of(ShippedBody.Model, side)!;
        string other = side == "right" ? "left" : "right";
        Assert.Equal("right_atrium", way.Places[^1].Node);
        Assert.Contains(way.Places, p => p.Node == "torcular");
        Assert.Contains(way.Places, p => p.Node == $"jugular_bulb_{side}");
        Assert.DoesNotContain(way.Places, p => p.Node.EndsWith(other, StringComparison.Ordinal));
        Assert.DoesNotContain(way.Places, p => p.Node == "suboccipital");
        Assert.Equal(way.Places.Select(p => p.Distance).Order(), way.Places.Select(p => p.Distance));
        // Sagittal sinus 10, transverse and sigmoid 12, jugular 18, caval veins 8 cm.
        Assert.InRange(way.Places[^1].Distance, 35, 70);
    }

    [Fact]
    public void A_closed_jugular_bars_the_pull_back() =>
        Assert.Null(PullBack.Of(ShippedBody.With(("vessels.ijv_left_j2.rest_area_cm2", "0")), "left"));
}
