using Azygos.Body.Results;

namespace Azygos.Body.Tests.Simulation;

public sealed class ExtremeTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_body_at_the_edge_finishes_or_stops_with_reason_and_place(int seed)
    {
        ExtremeBody body = ExtremeBody.Draw(seed);
        SimulationResult result = BodySimulation.Run(
            body.Model, body.Settings, null, TestContext.Current.CancellationToken);
        Assert.True(
            NonFiniteNumbers.In(result) is [],
            $"{body.Description}: {string.Join(", ", NonFiniteNumbers.In(result).Take(5))}");
        Assert.True(result.Ending.Reason != "", body.Description);
        Assert.True(result.Ending.Finished
            || result.Ending.Place != "", $"{body.Description}: {result.Ending.Reason}, nowhere");
        Assert.True(result.ConservationError <= 1e-12, FormattableString.Invariant(
            $"{body.Description}: {result.ConservationError:G2}"));
    }
}
