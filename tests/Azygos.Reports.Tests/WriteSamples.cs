using Azygos.Reports.Tests.Runs;

namespace Azygos.Reports.Tests;

public sealed class WriteSamples
{
    [Fact]
    public void Write()
    {
        File.WriteAllText("/tmp/rep/supine.html", ReportPage.Write(FakeRuns.Supine()));
        File.WriteAllText("/tmp/rep/upright.html", ReportPage.Write(FakeRuns.Upright()));
        File.WriteAllText("/tmp/rep/stopped.html", ReportPage.Write(FakeRuns.Stopped()));
        File.WriteAllText("/tmp/rep/hostile.html", ReportPage.Write(FakeRuns.Hostile("\"><script>alert(1)</script>'&")));
    }
}
