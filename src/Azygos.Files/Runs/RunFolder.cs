using System.Text;
using System.Text.Json;
using Azygos.Body.Results;
using Azygos.Clinic.Examination;
using Azygos.Files.Examinations;
using Azygos.Files.Faults;
using Azygos.Files.Folders;

namespace Azygos.Files.Runs;

/// <summary>
/// The folder that a run leaves: <c>result.json</c>, <c>waves.parquet</c>, <c>report.html</c> and, when asked for,
/// <c>waves.csv</c>.
/// </summary>
/// <remarks>
/// Written beside its place under another name and renamed when complete, so that there is a whole folder or none.
/// </remarks>
public static class RunFolder
{
    /// <summary>The text of <c>result.json</c>.</summary>
    /// <param name="result">The result.</param>
    /// <param name="facts">Wall time and version.</param>
    /// <param name="examination">The examination that the run belongs to, or null.</param>
    /// <exception cref="NonFiniteResultException">A number is not finite.</exception>
    public static string Json(SimulationResult result, RunFacts facts, ExaminationResult? examination = null) =>
        JsonSerializer.Serialize(
            ResultDocumentBuilder.Build(result, facts) with
            {
                Seed = examination?.Seed,
                Examination = examination is null ? null : ExaminationEntryBuilder.Build(examination),
            },
            ResultJson.Default.ResultDocument) + "\n";

    /// <summary>Adds a fault when the folder cannot be written because something is there already.</summary>
    /// <param name="folder">The folder to be written.</param>
    /// <param name="option">Option that named it, for the fault.</param>
    /// <param name="faults">Where faults go.</param>
    public static void CheckFree(string folder, string option, FaultList faults)
    {
        try
        {
            if (System.IO.File.Exists(folder))
            {
                faults.Add(option, null, "", "", $"{folder} is a file; name a new folder");
            }
            else if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            {
                faults.Add(option, null, "", "",
                    $"{folder} is there already and not empty; name a new folder, or remove it");
            }
        }
        catch (Exception fault) when (WholeFolder.IsOfTheFileSystem(fault))
        {
            faults.Add(option, null, "", "", $"{folder} cannot be used: {fault.Message}");
        }
    }

    /// <summary>First folder <c>stem-1</c>, <c>stem-2</c>, … that is not there yet.</summary>
    /// <param name="parent">Folder of the runs.</param>
    /// <param name="stem">Beginning of the name.</param>
    public static string NextFree(string parent, string stem)
    {
        for (int n = 1; ; n++)
        {
            string folder = Path.Combine(parent, $"{stem}-{n}");
            if (!Path.Exists(folder))
            {
                return folder;
            }
        }
    }

    /// <summary>Writes a run's folder.</summary>
    /// <param name="folder">The folder; absent or empty.</param>
    /// <param name="result">The result.</param>
    /// <param name="facts">Wall time and version.</param>
    /// <param name="report">The report page, HTML.</param>
    /// <param name="csv">True: the waves as CSV too.</param>
    /// <param name="cancellation">Ends the writing and leaves nothing.</param>
    /// <param name="examination">The examination that the run belongs to, with its spectra; or null.</param>
    /// <exception cref="NonFiniteResultException">A number is not finite; nothing was written.</exception>
    /// <exception cref="InputRefusedException">The folder cannot be written, or something is there; nothing was
    /// written.</exception>
    public static async Task WriteAsync(
        string folder, SimulationResult result, RunFacts facts, string report, bool csv, CancellationToken cancellation,
        ExaminationResult? examination = null)
    {
        string json = Json(result, facts, examination);
        FaultList faults = new();
        CheckFree(folder, folder, faults);
        faults.ThrowIfAny();
        await WholeFolder.WriteAsync(folder, replaces: false, async aside =>
        {
            await WriteTextAsync(Path.Combine(aside, "result.json"), json, cancellation);
            await WriteTextAsync(Path.Combine(aside, "report.html"), report, cancellation);
            await using (FileStream stream = new(
                Path.Combine(aside, "waves.parquet"), FileMode.CreateNew, FileAccess.ReadWrite))
            {
                await WaveTable.WriteParquetAsync(result, stream, cancellation);
            }
            foreach (SiteExamination site in examination?.Sites ?? [])
            {
                await WriteSpectrumAsync(aside, site, cancellation);
            }
            if (csv)
            {
                await using FileStream stream = new(Path.Combine(aside, "waves.csv"), FileMode.CreateNew);
                await WaveTable.WriteCsvAsync(result, stream, cancellation);
            }
        }, cancellation);
    }

    private static async Task WriteSpectrumAsync(string folder, SiteExamination site, CancellationToken cancellation)
    {
        if (ExaminationEntryBuilder.ImageOf(site) is { } image)
        {
            string path = Path.Combine(folder, image);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await System.IO.File.WriteAllBytesAsync(path, SpectrumPicture.Png(site.Spectrum!), cancellation);
        }
    }

    internal static async Task WriteTextAsync(string path, string text, CancellationToken cancellation) =>
        await System.IO.File.WriteAllTextAsync(
            path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellation);
}
