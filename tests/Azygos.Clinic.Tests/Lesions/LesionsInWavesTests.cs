using Azygos.Body;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Clinic.Lesions;

namespace Azygos.Clinic.Tests.Lesions;

/// <summary>Beating bodies with waves and lesions: a few beats each; whole runs are on the validation page.</summary>
public sealed class LesionsInWavesTests
{
    [Fact]
    public void Ten_at_once_end_with_numbers_and_a_reason()
    {
        SimulationResult result = Beat(CombinedLesionsTests.Ten);
        Assert.Equal(10, result.Marks.Count);
        Assert.All(result.Marks, mark => Assert.True(mark.Drop is { } drop && double.IsFinite(drop)));
        Assert.InRange(result.ConservationError, 0, 1e-12);
        Assert.Equal(0, result.Marks.Single(mark => mark.Mark.Id == "10").Flow!.Value.Maximum);
    }

    [Theory]
    [InlineData("ijv_right_j2")]
    [InlineData("brachiocephalic_upper_left")]   // one cell
    public void As_good_as_shut_it_beats_on(string vessel)
    {
        SimulationResult result = Beat([new Stenosis { Id = "narrow", Vessel = vessel, AreaReduction = 0.999 }]);
        MarkResult mark = Assert.Single(result.Marks);
        Assert.InRange(Math.Abs(mark.Flow!.Value.Mean), 0, 20);   // mL/min, through a thousandth of the lumen
        Assert.True(double.IsFinite(mark.Drop!.Value));
    }

    [Fact]
    public void A_clot_that_grows_in_seconds_shuts_the_vein_while_it_beats()
    {
        SimulationResult result = Beat([new Thrombus
        {
            Id = "clot", Vessel = "ijv_left_j2", RunCourse = [(0, 0), (0.5, 1)],
        }]);
        Assert.Equal(0, result.Marks[0].Flow!.Value.Maximum);
    }

    private static SimulationResult Beat(IReadOnlyList<Lesion> lesions)
    {
        BodyModel model = Lesion.All(Healthy.Model, lesions);
        SimulationResult result = BodySimulation.Run(
            model, new SimulationSettings { MaximumBeats = 1 }, null, TestContext.Current.CancellationToken);
        Assert.True(result.Ending.Finished || result.Ending.Place != "", result.Ending.Reason);
        Assert.NotEmpty(result.Sites);
        Assert.All(result.Sites, site => Assert.True(double.IsFinite(site.Pressure.Mean)));
        return result;
    }
}
