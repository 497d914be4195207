using System.Globalization;
using Azygos.Body.Model;
using Azygos.Body.Prediction;
using Azygos.Files.Faults;
using Azygos.Files.Tables;

namespace Azygos.Files.ModelFolder;

/// <summary>Checks that a prediction changes numbers that are there, into numbers that a table may hold, and asks for
/// something that the model can say.</summary>
/// <remarks>A scalar parameter may leave its range, which is that of everyday use: a strain is more than a breath. Cells
/// of tables may not.</remarks>
internal sealed class PredictionChecks(BodyModel model, RowPlaces places, FaultList faults)
{
    /// <summary>Adds a fault for everything that does not fit together.</summary>
    public static void Run(BodyModel model, RowPlaces places, FaultList faults)
    {
        PredictionChecks checks = new(model, places, faults);
        bool canApply = ModelTables.All.Where(table => table.IsSettable || table == ModelTables.Parameters)
            .All(places.IsWhole);
        for (int i = 0; i < model.Predictions.Count; i++)
        {
            PredictionRow row = model.Predictions[i];
            if (!places.IsSound(ModelTables.Predictions, i))
            {
                continue;
            }
            if (canApply)
            {
                checks.Changes(i, row);
            }
            if (places.IsWhole(ModelTables.Sites) && PredictionFault.Of(row, model.Sites) is { } fault)
            {
                checks.Add(i, row, fault.StartsWith("must be given", StringComparison.Ordinal) ? "unit" : "quantity",
                    row.Quantity, fault);
            }
            checks.Band(i, row);
        }
    }

    private void Changes(int i, PredictionRow row)
    {
        if (Manoeuvre.Parse(row.Changes, out string? fault) is not { } manoeuvre)
        {
            Add(i, row, "changes", row.Changes, fault!);
            return;
        }
        IReadOnlyDictionary<string, double> numbers = manoeuvre.Numbers(model, out fault);
        if (fault is not null)
        {
            Add(i, row, "changes", row.Changes, fault);
        }
        foreach ((string path, double number) in numbers)
        {
            string[] parts = path.Split('.');
            ColumnDescription? column = ModelTables.All.FirstOrDefault(table => table.IsSettable && table.Name == parts[0])
                ?.Columns.FirstOrDefault(column => column.Name == parts[^1]);
            if (column is not null && !column.Range.Contains(number))
            {
                Add(i, row, "changes", Print(number),
                    $"{path} is outside the allowed range: {column.Range.InWords(column.Unit)}");
            }
        }
    }

    private void Band(int i, PredictionRow row)
    {
        if (row.Low > row.High)
        {
            Add(i, row, "low", Print(row.Low.Value), $"is above high ({Print(row.High.Value)} {row.Unit})");
        }
        if (row.Value is { } value && (value < row.Low || value > row.High))
        {
            Add(i, row, "value", Print(value), "lies outside its own band");
        }
    }

    private void Add(int row, PredictionRow prediction, string column, string value, string message) =>
        faults.Add(places.Fault(ModelTables.Predictions, row, prediction.Id, column, value, message));

    private static string Print(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
}
