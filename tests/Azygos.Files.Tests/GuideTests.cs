using System.Globalization;
using System.Text;
using Azygos.Body.Results;
using Azygos.Files.Cases;
using Azygos.Files.Faults;
using Azygos.Files.Tables;

namespace Azygos.Files.Tests;

/// <summary>The guide says what the readers do.</summary>
public sealed class GuideTests
{
    private static string Page(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "guide", name));

    [Fact]
    public void Every_table_and_column_is_in_the_guide()
    {
        string page = Page("model-files.md");
        IEnumerable<string> names = ModelTables.All.SelectMany(
            table => table.Columns.Select(column => column.Name).Append(table.File));
        Assert.DoesNotContain(names, name => !page.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_key_of_a_case_is_in_the_guide_with_range_and_default()
    {
        string page = Page("case-files.md");
        Assert.All(CaseKeys.TopLevel.Keys.Except(["recording", "run"]), key =>
            Assert.Contains($"| `{key}` |", page, StringComparison.Ordinal));
        SimulationSettings defaults = new();
        Dictionary<string, double> usual = new()
        {
            ["recording.sample_interval_s"] = defaults.SampleInterval,
            ["recording.dead_band_cm_s"] = defaults.DeadBand,
            ["run.time_step_s"] = defaults.TimeStep,
            ["run.largest_cell_cm"] = defaults.LargestCell,
            ["run.periodic_tolerance"] = defaults.PeriodicTolerance,
            ["run.maximum_beats"] = defaults.MaximumBeats,
        };
        foreach (CaseKey key in CaseKeys.SectionNumbers)
        {
            string row = page.Split('\n')
                .Single(line => line.StartsWith($"| `{key.Path}` |", StringComparison.Ordinal));
            string[] cells = [.. row.Split('|').Select(cell => cell.Trim())];
            Interval range = key.Number.Range;
            string unit = key.Number.Unit == "1" ? "" : $" {key.Number.Unit}";
            Assert.Equal($"{Print(range.Minimum)} to {Print(range.Maximum)}{unit}", cells[3]
                .Replace("100 000", "100000", StringComparison.Ordinal));
            Assert.Equal(Print(usual[key.Path]), cells[4]);
        }

        static string Print(double number) => number.ToString("0.#########", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void The_example_of_the_guide_runs_on_the_shipped_model()
    {
        string page = Page("case-files.md");
        string example = page.Split("```yaml\n")[1].Split("```")[0];
        FaultList faults = new();
        CaseFile? read = CaseReader.Read(Encoding.UTF8.GetBytes(example), "example.yaml", faults);
        Assert.NotNull(PreparedRun.Prepare(ShippedModel.Model, read, null, [], faults));
        Assert.False(faults.Any);
    }
}
