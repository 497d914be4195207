using Azygos.Files.Sheets;
using Azygos.Files.Studies;
using Azygos.Reports;

namespace Azygos.Batch;

/// <summary>Collects the shards of a study's run and writes what they gave: <c>people.parquet</c>, <c>result.json</c>,
/// <c>report.html</c> and, where two groups are compared, <c>studies.csv</c>.</summary>
public static class CollectedResults
{
    /// <summary>Collects a run and writes its results.</summary>
    /// <param name="run">The run, complete.</param>
    /// <param name="version">Version of the program, for the results.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task<ResultSheet> CollectAsync(
        StudyRunFolder run, string version, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        CollectedStudy collected = await CollectedStudy.ReadAsync(run, cancellation);
        ResultSheet sheet = StudySheet.Of(collected, version);
        Dictionary<string, string> files = new()
        {
            ["result.json"] = SheetJson.Write(sheet),
            ["report.html"] = StudyReportPage.Write(collected, sheet),
        };
        if (collected.Summary.Findings[0].Table is not null) files["studies.csv"] = collected.StudyTable();
        await StudyResults.WriteAsync(run.Folder, files, cancellation);
        return sheet;
    }
}
