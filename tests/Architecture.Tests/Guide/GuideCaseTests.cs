using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Files.Cases;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;

namespace Architecture.Tests.Guide;

/// <summary>The case that the guide shows is a case, and the defaults it names are those of the code.</summary>
public sealed class GuideCaseTests
{
    [Fact]
    public void The_case_of_the_guide_can_be_run_and_shows_the_defaults()
    {
        FaultList faults = new();
        BodyModel model = ModelReader.Read(Path.Combine(Repository.Root, "models", "healthy-adult"));
        CaseFile? shown = ReadCase(CaseOf("docs/guide/simulate.md"), faults);
        PreparedRun? run = PreparedRun.Prepare(model, shown, null, [], faults);
        Rule.Holds(faults.Found.Select(fault => fault.ToString()));
        SimulationSettings defaults = new(), settings = run!.Settings;
        Assert.Equal(defaults.SampleInterval, settings.SampleInterval);
        Assert.Equal(defaults.TimeStep, settings.TimeStep);
        Assert.Equal(defaults.LargestCell, settings.LargestCell);
        Assert.Equal(defaults.PeriodicTolerance, settings.PeriodicTolerance);
        Assert.Equal(defaults.MaximumBeats, settings.MaximumBeats);
    }

    /// <summary>The lines of the page's YAML block.</summary>
    private static IEnumerable<string> CaseOf(string page) =>
        Repository.Texts.Single(text => text.Path == page).Lines
            .SkipWhile(line => line != "```yaml").Skip(1).TakeWhile(line => line != "```");

    private static CaseFile? ReadCase(IEnumerable<string> lines, FaultList faults)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, string.Join('\n', lines) + "\n");
            return CaseReader.Read(path, faults);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
