using Azygos.Body.Calibration;
using Azygos.Body.Model;
using Azygos.Quantities;

namespace Azygos.Body.Tests.Calibration;

/// <summary>The mean-flow state read as a result, from scratch and from a neighbour.</summary>
public sealed class SteadyBodyTests
{
    private static readonly Lazy<SteadyBody> Supine = new(() => SteadyBody.Find(ShippedBody.Model, default));

    [Fact]
    public void It_gives_every_supine_quantity_but_those_that_take_a_beat() =>
        Assert.All(ShippedBody.Model.Validation.Where(row => row.Posture == "supine"), row =>
            Assert.Equal(
                row.Quantity.StartsWith("pulse:", StringComparison.Ordinal),
                Supine.Value.Value(row.Quantity, row.Unit) is null));

    [Fact]
    public void Every_way_out_of_the_brain_together_carries_what_comes_in()
    {
        // What the sinuses get comes through the bridging veins: sagittal, straight and the rest to the two sigmoids,
        // emissaries and petrosals; at the torcular alone the balance closes.
        double Flow(string vessel) => Supine.Value.Vessels.Single(v => v.Vessel.Id == vessel).Flow;
        double cerebellar = 60 * ShippedBody.Model.Parameters["cerebral.basal_flow_mL_s"].Value
            * ShippedBody.Model.BridgingVeins.Single(b => b.Id == "bridging_torcular").FlowShare;
        double balance = Flow("superior_sagittal_sinus_posterior") + Flow("straight_sinus")
            - Flow("transverse_sinus_right") - Flow("transverse_sinus_left");
        // Left over: the inferior cerebellar veins (their basal share, which autoregulation moves a little), absorbed
        // fluid (0.4 mL/min) and the marginal sinus.
        Assert.InRange(balance + cerebellar, -30, 30);
    }

    [Theory]
    [InlineData(0, 0.25)]
    [InlineData(0, 4)]
    [InlineData(90, 0.25)]
    [InlineData(90, 4)]
    public void From_a_neighbour_the_same_state_is_found(double tilt, double factor)
    {
        Angle angle = Angle.FromDegrees(tilt);
        BodyModel other = ShippedBody.Model with
        {
            Vessels = [.. ShippedBody.Model.Vessels.Select(v => v.Id.StartsWith("epidural", StringComparison.Ordinal)
                ? v with { RestArea = factor * v.RestArea }
                : v)],
        };
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        SteadyBody near = SteadyBody.Find(ShippedBody.Model, angle, null, cancellation);
        SteadyBody warm = SteadyBody.Find(other, angle, near, cancellation),
            cold = SteadyBody.Find(other, angle, null, cancellation);
        Assert.Null(warm.Failure);
        Assert.True(warm.Steps < cold.Steps, "the neighbour's state was no help");
        // Both end where the heart's strokes move by 1e-4 at most, of a largest pressure of 90 mmHg.
        Assert.All(warm.Vessels.Zip(cold.Vessels), pair =>
            Assert.Equal(pair.Second.PressureFrom, pair.First.PressureFrom, 9e-3));
    }

    [Fact]
    public void A_body_without_a_state_says_why_and_gives_nothing()
    {
        SteadyBody none = SteadyBody.Find(
            ShippedBody.Model with
            {
                Parameters = ShippedBody.Model.Parameters.ToDictionary(
                    p => p.Key, p => p.Key == "blood.volume_mL" ? p.Value with { Value = 1e6 } : p.Value),
            }, default, null, TestContext.Current.CancellationToken);
        Assert.NotNull(none.Failure);
        Assert.Null(none.Value("cardiac_output", "L/min"));
        Assert.Throws<InvalidOperationException>(() => none.PressureAt("torcular"));
    }
}
