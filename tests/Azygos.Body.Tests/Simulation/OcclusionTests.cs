using Azygos.Body.Model;
using Azygos.Body.Results;

namespace Azygos.Body.Tests.Simulation;

public sealed class OcclusionTests
{
    [Theory]
    [InlineData("ijv_right_j1")]
    [InlineData("ijv_right_j2")]
    [InlineData("ijv_right_j3")]
    [InlineData("ijv_left_j2")]
    [InlineData("azygos")]
    [InlineData("transverse_sinus_right")]
    [InlineData("svc_lower")]
    public void An_occluded_vein_carries_exactly_nothing_and_the_blood_finds_another_way(string vessel)
    {
        BodyModel model = ShippedBody.With(($"vessels.{vessel}.rest_area_cm2", "0"));
        SimulationResult result = BodySimulation.Run(
            model, new SimulationSettings { TimeStep = 0.01, MaximumBeats = 1 }, null,
            TestContext.Current.CancellationToken);
        Assert.Empty(NonFiniteNumbers.In(result));
        Assert.True(result.Ending.Finished || result.Ending.Place != "", result.Ending.Reason);
        VesselMean occluded = result.Vessels.Single(v => v.Vessel.Id == vessel);
        Assert.Equal((0.0, 0.0), (occluded.Flow, occluded.Area));
        SiteResult? site = result.Sites.FirstOrDefault(s => s.Site.Vessel == vessel);
        if (site is not null)
        {
            Assert.Equal(new Summary(0, 0, 0), site.Flow!.Value);
            Assert.Equal(new Summary(0, 0, 0), site.Velocity!.Value);
        }

        Assert.InRange(result.ConservationError, 0, 1e-12);
        Assert.True(result.CardiacOutput > 0, "the heart no longer pumps");
    }

    [Fact]
    public void A_jugular_vein_s_blood_goes_to_the_others()
    {
        SimulationResult open = Run(ShippedBody.Model),
            shut = Run(ShippedBody.With(("vessels.ijv_right_j2.rest_area_cm2", "0")));
        Assert.True(shut.Site("ijv_left_j2").Flow!.Value.Mean > open.Site("ijv_left_j2").Flow!.Value.Mean);
        Assert.True(shut.Site("jugular_bulb_right").Pressure.Mean > open.Site("jugular_bulb_right").Pressure.Mean);
    }

    private static SimulationResult Run(BodyModel model) => BodySimulation.Run(
        model, new SimulationSettings { TimeStep = 0.01, MaximumBeats = 1 }, null,
        TestContext.Current.CancellationToken);
}
