using Azygos.Body;
using Azygos.Files.Runs;

namespace Azygos.Cli.Tests;

public sealed class ScreenTests
{
    [Fact]
    public void Progress_tells_beat_residual_and_speed()
    {
        Assert.Equal("beat 12, periodic to 4.0e-3 (azygos flow), 22 times real time",
            RunShare.Line(new RunProgress(12, 10, 0.004, "azygos flow", 21.7)));
        Assert.Equal("beat 1, first period, 22 times real time",
            RunShare.Line(new RunProgress(1, 0.8, double.NaN, "", 21.7)));
    }
}
