using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Circulation.Running;
using Azygos.Quantities;

namespace Azygos.Body.Tests.Building;

public sealed class BuildTests
{
    // The pressure is found to the last bit; what is left is rounding of a sum of some 400 volumes.
    private const double Rounding = 1e-9;

    [Theory]
    [InlineData(-90)]
    [InlineData(0)]
    [InlineData(45)]
    [InlineData(90)]
    public void A_body_in_any_posture_starts_with_the_blood_that_the_model_states(double tilt)
    {
        Volume blood = Volume.FromMillilitres(ShippedBody.Model.Parameters["blood.volume_mL"].Value);
        Pressure? filling = FillingPressure.Find(
            Build(HeartMode.MeanFlow, tilt, default, flowing: true).Network, blood);
        Assert.NotNull(filling);
        BodyNetwork resting = Build(HeartMode.MeanFlow, tilt, filling.Value, flowing: true);
        Assert.Equal(
            blood.Millilitres, new LumpedSimulation(resting.Network).HeldVolume().Millilitres,
            Rounding * blood.Millilitres);
    }

    // The chest's pressure at the start of a breath is not its mean: the thorax gives blood away, and must not lose it.
    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    public void A_beating_body_starts_with_the_blood_of_its_mean_flow_state(double tilt)
    {
        var start = new BodyStart(Pressure.FromMillimetresOfMercury(8), Flowing: true);
        SteadyFlow steady = SteadyFlow.Solve(
            Build(HeartMode.MeanFlow, tilt, start.Filling, flowing: true).Network,
            TestContext.Current.CancellationToken);
        var simulation = new LumpedSimulation(Build(HeartMode.Beating, tilt, start.Filling, flowing: true).Network);
        simulation.StartFrom(steady);
        Assert.Equal(
            steady.HeldVolume().Millilitres, simulation.HeldVolume().Millilitres,
            Rounding * steady.HeldVolume().Millilitres);
    }

    [Fact]
    public void An_occluded_vessel_adds_nothing_to_the_network()
    {
        BodyModel model = ShippedBody.With(("vessels.ijv_right_j2.rest_area_cm2", "0"));
        BodyNetwork body = BodyBuilder.Build(model, default, HeartMode.Beating, default);
        Assert.False(body.Vessels.ContainsKey("ijv_right_j2"));
        Assert.Equal(model.Vessels.Count - 1, body.Vessels.Count);
    }

    [Fact]
    public void A_vessel_is_as_many_cells_as_its_row_says()
    {
        BodyNetwork body = Build(HeartMode.Beating, 0, default, flowing: false);
        Assert.All(ShippedBody.Model.Vessels, v =>
        {
            LumpedPlace place = Assert.IsType<LumpedPlace>(body.Vessels[v.Id]);
            Assert.Equal(v.Wall == "rigid" ? 1 : v.Cells, place.Elements.Count);
            Assert.Equal(v.From, body.Vessels[v.Id].Nodes[0]);
            Assert.Equal(v.To, body.Vessels[v.Id].Nodes[^1]);
        });
    }

    [Fact]
    public void A_model_without_a_parameter_says_which()
    {
        BodyModel model = ShippedBody.Model with
        {
            Parameters = ShippedBody.Model.Parameters.Where(p => p.Key != "csf.spinal_fraction").ToDictionary(),
        };
        KeyNotFoundException fault = Assert.Throws<KeyNotFoundException>(
            () => BodySimulation.Run(model, new SimulationSettings(), null, TestContext.Current.CancellationToken));
        Assert.Contains("csf.spinal_fraction", fault.Message, StringComparison.Ordinal);
    }

    private static BodyNetwork Build(HeartMode mode, double tilt, Pressure filling, bool flowing) =>
        BodyBuilder.Build(ShippedBody.Model, Angle.FromDegrees(tilt), mode, new BodyStart(filling, flowing));
}
