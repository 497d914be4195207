using Azygos.Evidence.Checks;
using Azygos.Evidence.Heterogeneity;

namespace Azygos.Evidence.Tests;

/// <summary>The validation page has a row for every task the engine computes.</summary>
public sealed class ValidationPageTests
{
    [Fact]
    public void Every_task_has_a_row_on_the_validation_page()
    {
        string[] rows = [.. File.ReadAllLines(Page()).Where(static l => l.StartsWith("| ", StringComparison.Ordinal))];
        Assert.All(CaseRunner.Tasks, task => Assert.Contains(
            rows, row => row[2..].StartsWith(task.Task, StringComparison.Ordinal)
                && " :,(|".Contains(row[2 + task.Task.Length], StringComparison.Ordinal)));
    }

    /// <summary>The generated pages have a section for every task and every τ² estimator.</summary>
    [Fact]
    public void Every_estimator_has_a_section_on_the_generated_pages()
    {
        string folder = Path.Combine(Path.GetDirectoryName(Page())!, "evidence");
        string[] headings = [.. Directory.GetFiles(folder, "*.md").SelectMany(File.ReadAllLines)
            .Where(static line => line.StartsWith('#'))];
        Assert.All(CaseRunner.Tasks, task => Assert.Contains($"## {task.Task}", headings));
        Assert.All(HeterogeneityEstimators.All, one => Assert.Contains($"### {one.Key}", headings));
    }

    private static string Page()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string page = Path.Combine(at.FullName, "docs", "validation", "evidence-engine.md");
            if (File.Exists(page)) return page;
        }
        throw new FileNotFoundException("docs/validation/evidence-engine.md above the tests");
    }
}
