using Azygos.Body.Live;

namespace Azygos.Body.Tests.Live;

/// <summary>A body that begins at the start of another one.</summary>
[Collection(LiveBodies.OneAtATime)]
public sealed class LiveAnotherTests
{
    [Theory]
    [InlineData("lumped")]
    [InlineData("waves")]
    public async Task Another_body_has_the_same_bits_whatever_became_of_the_first(string name)
    {
        LiveBody first = LiveBodies.At(name);
        LiveRun untouched = LiveBodies.Run(first, 0.5);
        first.Set(LiveControls.HeartRate, 110);
        LiveBodies.Run(first, 0.5);
        LiveBody other = first.Another();
        Assert.Equal(0, other.Time);
        // Both go on at once, the first one turned: neither touches the other.
        Task<LiveRun> turned = Task.Run(() => LiveBodies.Run(first, 0.5), TestContext.Current.CancellationToken);
        LiveRun again = LiveBodies.Run(other, 0.5);
        await turned;
        Assert.All(other.Sites, site => Assert.Equal(untouched[site.Id, "pressure"], again[site.Id, "pressure"]));
    }
}
