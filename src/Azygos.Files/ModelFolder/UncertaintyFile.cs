using System.Globalization;
using System.Text;
using Azygos.Body.Model;
using Azygos.Files.Tables;

namespace Azygos.Files.ModelFolder;

/// <summary>Writes <c>uncertainty.csv</c> of a model.</summary>
public static class UncertaintyFile
{
    /// <summary>The file's text.</summary>
    public static string Text(IReadOnlyList<UncertaintyRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        StringBuilder text = new();
        text.AppendJoin(',', ModelTables.Uncertainty.Columns.Select(column => column.Name)).Append('\n');
        foreach (UncertaintyRow row in rows)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{row.Quantity},{row.Posture},{row.Unit},{row.Nominal:G5},{row.Median:G5},{row.Low95:G5},");
            text.Append(CultureInfo.InvariantCulture,
                $"{row.Low68:G5},{row.High68:G5},{row.High95:G5},{row.Distance:G5},{row.Samples},{row.Failed},");
            text.Append(CultureInfo.InvariantCulture, $"{row.Seed},{row.Detail},{row.ModelHash}\n");
        }

        return text.ToString();
    }

    /// <summary>Writes the file beside its place and renames it when it is complete.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellation">Ends the writing and leaves nothing.</param>
    public static async Task WriteAsync(
        string path, IReadOnlyList<UncertaintyRow> rows, CancellationToken cancellation)
    {
        string aside = $"{path}.{Guid.NewGuid():N}.partial";
        try
        {
            await File.WriteAllTextAsync(aside, Text(rows), new UTF8Encoding(false), cancellation);
            File.Move(aside, path, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }
}
