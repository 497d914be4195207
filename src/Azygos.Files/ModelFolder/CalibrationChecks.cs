using System.Globalization;
using Azygos.Body.Calibration;
using Azygos.Body.Model;
using Azygos.Files.Faults;
using Azygos.Files.Tables;

namespace Azygos.Files.ModelFolder;

/// <summary>Checks that knobs turn something, stand where they may, and are fitted to rows that may be fitted; that
/// groups of collaterals name vessels.</summary>
internal sealed class CalibrationChecks(BodyModel model, RowPlaces places, FaultList faults)
{
    /// <summary>Adds a fault for everything that does not fit together.</summary>
    public static void Run(BodyModel model, RowPlaces places, FaultList faults)
    {
        CalibrationChecks checks = new(model, places, faults);
        for (int i = 0; i < model.Calibration.Count; i++)
        {
            if (places.IsSound(ModelTables.Calibration, i))
            {
                checks.Numbers(i, model.Calibration[i]);
                checks.Cells(i, model.Calibration[i]);
                checks.Datum(i, model.Calibration[i]);
            }
        }
        checks.Collaterals();
    }

    private void Numbers(int i, CalibrationRow knob)
    {
        bool isScale = knob.Cells.Length > 0;
        foreach ((string column, bool missing) in new[]
        {
            ("power", knob.Power is null), ("value", knob.Value is null), ("unit", knob.Unit.Length == 0),
        })
        {
            if (isScale && missing)
            {
                Add(i, knob, column, "", "is empty, and the knob scales numbers");
            }
        }
        if (knob.Power == 0)
        {
            Add(i, knob, "power", "0", "turns nothing; a power other than 0 is needed");
        }
        if (!isScale && knob.Value is null && knob.Setting.Length == 0)
        {
            Add(i, knob, "setting", "", "is empty, and so are cells and value: say what was set");
        }
        if (Knobs.IsFitted(knob))
        {
            foreach ((string column, bool missing) in new[]
            {
                ("cells", !isScale), ("start", knob.Start is null), ("low", knob.Low is null),
                ("high", knob.High is null),
            })
            {
                if (missing)
                {
                    Add(i, knob, column, "", "is empty, and the knob is fitted to a row of validation.csv");
                }
            }
        }
        foreach ((string column, double? number) in new[] { ("value", knob.Value), ("start", knob.Start) })
        {
            if (number < knob.Low || number > knob.High)
            {
                Add(i, knob, column, Print(number.Value), string.Create(CultureInfo.InvariantCulture,
                    $"is outside the range of the knob, {knob.Low} to {knob.High} {knob.Unit}"));
            }
        }
    }

    private void Cells(int i, CalibrationRow knob)
    {
        if (knob.Cells.Length == 0 || !AreWhole())
        {
            return;
        }
        Knobs.Paths(model, knob.Cells, out string? fault);
        if (fault is not null)
        {
            Add(i, knob, "cells", knob.Cells, fault);
        }
    }

    private void Datum(int i, CalibrationRow knob)
    {
        if (!places.IsWhole(ModelTables.Validation))
        {
            return;
        }
        foreach (string id in NamePattern.Split(knob.Datum))
        {
            ValidationRow? row = model.Validation.FirstOrDefault(row => row.Id == id);
            if (row is null)
            {
                Add(i, knob, "datum", id, "leads nowhere: validation.csv has no such row"
                    + Nearest.Suggestion(id, model.Validation.Select(other => other.Id)));
            }
            else if (Knobs.IsFitted(knob) && row.Use != "fitted")
            {
                Add(i, knob, "datum", id, $"is a value that is {row.Use}, not fitted");
            }
        }
    }

    private void Collaterals()
    {
        for (int i = 0; i < model.Collaterals.Count; i++)
        {
            CollateralRow row = model.Collaterals[i];
            if (!places.IsSound(ModelTables.Collaterals, i) || !places.IsWhole(ModelTables.Vessels))
            {
                continue;
            }
            foreach (string pattern in NamePattern.Split(row.Vessels)
                .Where(pattern => !model.Vessels.Any(vessel => NamePattern.Fits(pattern, vessel.Id))))
            {
                faults.Add(places.Fault(ModelTables.Collaterals, i, row.Id, "vessels", pattern, "fits no vessel"));
            }
        }
    }

    private bool AreWhole() => ModelTables.All.Where(table => table.IsSettable || table == ModelTables.Parameters)
        .All(places.IsWhole);

    private void Add(int row, CalibrationRow knob, string column, string value, string message) =>
        faults.Add(places.Fault(ModelTables.Calibration, row, knob.Knob, column, value, message));

    private static string Print(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
}
