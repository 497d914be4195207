using Azygos.Body.Building;
using Azygos.Body.Heart;
using Azygos.Body.Model;

namespace Azygos.Body.Tests.Heart;

public sealed class MeanFlowHeartTests
{
    private const double PascalsPerMmHg = 133.322387415;

    // What the tangent may be off by after the state has moved, as a share of the stroke volume: the beat curves.
    private const double Bend = 0.03;

    private static (HeartSide[] Sides, ModelNumbers Numbers) Heart(double rate)
    {
        BodyModel model = ShippedBody.Model;
        var parameters = new Dictionary<string, ScalarParameter>(model.Parameters);
        parameters["heart.rate_per_min"] = parameters["heart.rate_per_min"] with { Value = rate };
        model = model with { Parameters = parameters };
        return ([.. HeartSide.Of(model)], new ModelNumbers(model));
    }

    [Fact]
    public void A_heart_has_two_sides_in_the_order_of_its_valves()
    {
        HeartSide[] sides = Heart(70).Sides;
        Assert.Equal(["pulmonary", "aortic"], sides.Select(side => side.Outlet.Id));
        Assert.Equal(["right_atrium", "left_atrium"], sides.Select(side => side.Atrium.Id));
    }

    // Pressures above those in the chest: right and left, low and high, slow and fast.
    [Theory]
    [InlineData(0, 50, 6, 20)]
    [InlineData(0, 70, 9, 25)]
    [InlineData(0, 120, 8, 30)]
    [InlineData(1, 50, 12, 80)]
    [InlineData(1, 70, 15, 95)]
    [InlineData(1, 120, 12, 110)]
    public void The_plane_gives_the_stroke_of_the_beating_ventricle(int which, double rate, double filling, double load)
    {
        (HeartSide[] sides, ModelNumbers numbers) = Heart(rate);
        var followed = new MeanFlowVentricle(sides[which], numbers, null);
        double y = filling * PascalsPerMmHg, x = load * PascalsPerMmHg, change = 1;
        int steps = 0;
        for (; change > 1e-4 && steps < 12; steps++) change = followed.Follow(y, x);
        VentricleBeat beat = followed.Last!;
        Assert.True(change <= 1e-4 && beat.Repeats, $"{steps} steps, still {change}");
        // The beat has these pressures, and the plane its stroke: to the share by which the last step still moved.
        Assert.Equal(y, beat.Filling, 1e-3 * y);
        Assert.Equal(x, beat.Load, 1e-3 * x);
        Assert.Equal(beat.Stroke, followed.Plane.At(beat.Filling, beat.Load), 1e-9 * beat.Stroke);

        // A beat beside it, not used for the slopes, lies on the tangent.
        VentricleBeat beside = new IsolatedVentricle(sides[which], numbers).Beat(
            beat.At with { Source = 1.1 * beat.At.Source, Periphery = 0.9 * beat.At.Periphery }, null);
        Assert.True(Math.Abs(beside.Stroke - beat.Stroke) > 2 * Bend * beat.Stroke, "the beat beside is too near to tell");
        Assert.Equal(beside.Stroke, followed.Plane.At(beside.Filling, beside.Load), Bend * beside.Stroke);
    }

    [Fact]
    public void The_ideal_ventricle_fills_less_than_the_beating_one()
    {
        (HeartSide[] sides, ModelNumbers numbers) = Heart(70);
        foreach (HeartSide side in sides)
        {
            VentricleBeat beat = new IsolatedVentricle(side, numbers).Beat(
                new VentricleConditions(12 * PascalsPerMmHg, 1.3e8, 90 * PascalsPerMmHg), null);
            double ideal = StrokePlane.Ideal(side.Ventricle).At(beat.Filling, beat.Load);
            Assert.True(beat.Stroke > 1.05 * ideal, $"{side.Ventricle.Id}: {beat.Stroke * 1e6} against {ideal * 1e6} mL");
        }
    }

    [Fact]
    public void A_heart_near_another_starts_from_its_beats()
    {
        (HeartSide[] sides, ModelNumbers numbers) = Heart(70);
        var first = new MeanFlowVentricle(sides[1], numbers, null);
        double y = 14 * PascalsPerMmHg, x = 92 * PascalsPerMmHg;
        for (int k = 0; k < 8; k++) first.Follow(y, x);
        var second = new MeanFlowVentricle(sides[1], numbers, first);
        Assert.True(second.Last!.Beats <= 4, $"{second.Last.Beats} beats");   // three repeat what is already periodic
        Assert.Equal(first.Plane.At(y, x), second.Plane.At(y, x), 1e-4 * first.Last!.Stroke);
    }
}
