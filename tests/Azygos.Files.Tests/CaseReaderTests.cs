using System.Text;
using Azygos.Files.Cases;
using Azygos.Files.Faults;

namespace Azygos.Files.Tests;

public sealed class CaseReaderTests
{
    private const string Head = "schema: azygos-case/1\n";

    private static (CaseFile? Case, IReadOnlyList<Fault> Faults) Read(string text)
    {
        FaultList faults = new();
        return (CaseReader.Read(Encoding.UTF8.GetBytes(text), "cases/mine.yaml", faults), faults.Found);
    }

    [Fact]
    public void Every_key_reaches_its_setting()
    {
        (CaseFile? read, IReadOnlyList<Fault> faults) = Read(Head + """
            description: Tilted.
            model: healthy-adult-lumped
            posture: 30 deg
            heart:
              rate_per_min: 80
            set:
              blood.volume: 4.5 L
            recording:
              sites: [azygos, svc]
              sample_interval_s: 20 ms
            run:
              time_step_s: 0.001
              periodic_tolerance: 0.01
              maximum_beats: 50
            """ + "\n");
        Assert.Empty(faults);
        PreparedRun run = PreparedRun.Prepare(ShippedModel.Model, read, null, [], new FaultList())!;
        Assert.Equal(("mine", "Tilted.", "healthy-adult-lumped"), (read!.Name, read.Description, read.Model));
        Assert.Equal(30, run.Settings.TiltDegrees, 1e-12);
        Assert.Equal([new("heart.rate_per_min", 80), new("blood.volume_mL", 4500)], run.Settings.Overrides);
        Assert.Equal(["azygos", "svc"], run.Settings.RecordedSites);
        Assert.Equal((0.02, 0.001, 0.01, 50),
            (run.Settings.SampleInterval, run.Settings.TimeStep, run.Settings.PeriodicTolerance,
                run.Settings.MaximumBeats));
        Assert.Equal((80, 4500),
            (run.Model.Parameters["heart.rate_per_min"].Value, run.Model.Parameters["blood.volume_mL"].Value));
    }

    [Theory]
    [InlineData("postrue: supine\n", 2, "postrue", "", "did you mean posture?")]
    [InlineData("posture: lying\n", 2, "posture", "lying",
        "allowed: supine, sitting, upright or a tilt from -90 to 90 degrees")]
    [InlineData("posture: 91\n", 2, "posture", "91", "from -90 to 90 degrees")]
    [InlineData("posture: 8 kPa\n", 2, "posture", "8 kPa", "has the unit kPa; a value in degrees is needed")]
    [InlineData("posture: [1, 2]\n", 2, "posture", "", "needs a value, not a list")]
    [InlineData("posture:\n", 2, "posture", "", "needs a value")]
    [InlineData("run:\n  time_step_s: 8 kPa\n", 3, "run.time_step_s", "8 kPa",
        "a value in s is needed; allowed: from 1E-05 to 0.01 s")]
    [InlineData("run:\n  time_step_s: -1\n", 3, "run.time_step_s", "-1", "from 1E-05 to 0.01 s")]
    [InlineData("run:\n  maximum_beats: 2.5\n", 3, "run.maximum_beats", "2.5", "is not a whole number")]
    [InlineData("run:\n  time_step: 1\n", 3, "run.time_step", "", "did you mean run.time_step_s?")]
    [InlineData("run: fast\n", 2, "run", "", "needs keys with values, not a value")]
    [InlineData("recording:\n  sites: azygos\n", 3, "recording.sites", "", "needs a list of sites, not a value")]
    [InlineData("recording:\n  sites:\n    - azygos\n    - [x]\n", 5, "recording.sites", "",
        "each site is the id of a site")]
    [InlineData("heart:\n  rate_per_min: {a: 1}\n", 3, "heart.rate_per_min", "", "needs a value, not a mapping")]
    [InlineData("posture: supine\nposture: upright\n", 3, "posture", "", "stands twice")]
    [InlineData("posture: &a supine\n", 2, "", "", "uses an anchor")]
    [InlineData("posture: !!int 3\n", 2, "", "", "uses a tag")]
    [InlineData("schema: azygos-case/1\n", 2, "schema", "", "stands twice")]
    [InlineData("---\nposture: supine\n", 2, "", "", "second document")]
    public void A_wrong_case_is_refused_with_its_line(string text, int line, string key, string value, string message)
    {
        Fault fault = Assert.Single(Read(Head + text).Faults);
        Assert.Equal(("cases/mine.yaml", (int?)line, key, value), (fault.File, fault.Line, fault.Key, fault.Value));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("- a\n", "holds a list, not keys with values")]
    [InlineData("posture: supine\n", "write schema: azygos-case/1")]
    [InlineData("schema: azygos-case/2\n", "it reads azygos-case/1")]
    [InlineData("a: [\n", "is not YAML")]
    [InlineData("a: \"open\n", "is not YAML")]
    public void What_is_not_a_case_is_refused(string text, string message) =>
        Assert.Contains(message, Assert.Single(Read(text).Faults).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_site_and_a_wrong_path_are_refused_together_with_their_lines()
    {
        (CaseFile? read, IReadOnlyList<Fault> faults) = Read(
            Head + "recording:\n  sites: [azygos,\n    azigos]\nheart:\n  rate_per_min: 300\n");
        Assert.Empty(faults);
        FaultList found = new();
        Assert.Null(PreparedRun.Prepare(ShippedModel.Model, read, null, [], found));
        Assert.Equal(2, found.Count);
        Assert.StartsWith(
            "cases/mine.yaml:4: recording.sites = azigos: is not a site of healthy-adult-lumped; did you mean azygos?",
            found.Found[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(
            "cases/mine.yaml:6: heart.rate_per_min = 300: is outside the allowed range: from 20 to 220 1/min",
                found.Found[1].ToString());
    }

    [Fact]
    public void The_command_line_wins_over_the_case()
    {
        CaseFile read = Read(Head + "posture: upright\nheart:\n  rate_per_min: 80\n").Case!;
        PreparedRun run = PreparedRun.Prepare(
            ShippedModel.Model, read, 10, [new("heart.rate", "60", "--set", null)], new FaultList())!;
        Assert.Equal(10, run.Settings.TiltDegrees);
        Assert.Equal(60, run.Model.Parameters["heart.rate_per_min"].Value);
    }

    [Theory]
    [InlineData("supine", 0, "supine")]
    [InlineData("sitting", 90, "upright")]
    [InlineData("upright", 90, "upright")]
    [InlineData("-15", -15, "head-down-15")]
    [InlineData("0.5 rad", 28.6478897565, "tilt-28.65")]
    public void A_posture_is_a_word_or_a_tilt(string text, double tilt, string name)
    {
        Assert.True(Posture.TryRead(text, out double read, out _));
        // 1e-9: the digits that the expected value is written with.
        Assert.Equal(tilt, read, 1e-9);
        Assert.Equal(name, Posture.Name(read));
    }

    [Fact]
    public void The_shipped_cases_run_on_the_shipped_model()
    {
        string[] files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "cases"), "*.yaml");
        string?[] names = [.. files.Select(Path.GetFileNameWithoutExtension)];
        Assert.All(["head-down", "supine", "upright"], name => Assert.Contains(name, names));
        foreach (string file in files)
        {
            FaultList faults = new();
            CaseFile? read = CaseReader.Read(file, faults);
            // The veins that lesions are in are those of the anatomical body: LesionReaderTests.
            if (read is not { Lesions.Count: 0 }) continue;
            Assert.NotNull(PreparedRun.Prepare(ShippedModel.Model, read, null, [], faults));
            Assert.False(faults.Any);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused()
    {
        FaultList faults = new();
        Assert.Null(CaseReader.Read("no-such.yaml", faults));
        Assert.StartsWith("no-such.yaml: cannot be read: ", Assert.Single(faults.Found).ToString(),
            StringComparison.Ordinal);
    }
}
