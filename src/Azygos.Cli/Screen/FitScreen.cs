using System.Globalization;
using Azygos.Body.Calibration;
using Azygos.Body.Model;
using Spectre.Console;

namespace Azygos.Cli.Screen;

/// <summary>Tables of a fit and of an uncertainty.</summary>
internal static class FitScreen
{
    /// <summary>Singular values below this say next to nothing; chosen: half a band for a factor e.</summary>
    private const double Blind = 0.5;

    /// <summary>Prints knobs, targets and what the data can tell apart.</summary>
    public static void Print(FitResult result, IAnsiConsole console)
    {
        Table knobs = Screens.Table("knob", "from", "to", "unit", "datum", "for +10 %", "");
        foreach (FittedKnob knob in result.Knobs)
        {
            string datum = NamePattern.Split(knob.Row.Datum)[0];
            ValidationRow? row = result.Model.Validation.FirstOrDefault(row => row.Id == datum);
            knobs.Row(knob.Row.Knob, Number(knob.Before), Number(knob.Row.Value), knob.Row.Unit, knob.Row.Datum,
                knob.Row.Sensitivity is { } change
                    ? string.Create(CultureInfo.InvariantCulture, $"{datum} {change:+0.###;-0.###} {row?.Unit}")
                    : "", knob.IsAtEnd ? "at the end of its range" : "");
        }
        console.Write(knobs);
        Table targets = Screens.Table("target", "value", "band", "unit", "steady", "beating", "");
        foreach (FitTarget target in result.Targets)
        {
            targets.Row(target.Row.Id, Number(target.Row.Value),
                $"{Number(target.Row.Low)} to {Number(target.Row.High)}", target.Row.Unit, Number(target.Steady),
                Number(target.Beating), target.Held switch
                {
                    true => "held",
                    false => $"missed by {Number(target.Miss)}",
                    null => "takes a beat",
                });
        }
        console.Write(targets);
        if (result.Identifiability is { } seen)
        {
            console.WriteLine("singular values (half bands for a factor e): "
                + string.Join(", ", seen.SingularValues.Select(value => value.ToString("0.##",
                    CultureInfo.InvariantCulture))));
            int blind = seen.SingularValues.Count(value => value < Blind);
            console.WriteLine($"directions that the data hardly see: {blind}; the weakest: " + string.Join(", ",
                seen.Weakest.Where(part => Math.Abs(part.Value) > 0.2).Select(part => string.Create(
                    CultureInfo.InvariantCulture, $"{part.Key} {part.Value:+0.00;-0.00}"))));
        }
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"misfit {result.Misfit:0.000}; {result.Solves} steady solves, {result.Rounds} beating runs"));
    }

    /// <summary>Prints the bands of the measured quantities.</summary>
    public static void Print(BodyModel model, IReadOnlyList<UncertaintyRow> rows, IAnsiConsole console)
    {
        Table table = Screens.Table("quantity", "posture", "nominal", "median", "68 %", "95 %", "unit");
        foreach (UncertaintyRow row in rows.Where(row => model.Validation.Any(v => v.Id == row.Quantity)))
        {
            table.Row(row.Quantity, row.Posture, Number(row.Nominal), Number(row.Median),
                $"{Number(row.Low68)} to {Number(row.High68)}", $"{Number(row.Low95)} to {Number(row.High95)}",
                row.Unit);
        }
        console.Write(table);
        if (rows.Count > 0)
        {
            console.WriteLine($"{rows[0].Samples} samples a posture, seed {rows[0].Seed}; without a mean-flow state: "
                + string.Join(", ", rows.GroupBy(row => row.Posture).Select(group =>
                    $"{group.First().Failed} {group.Key}")));
        }
    }

    private static string Number(double? number) => number is { } some
        ? some.ToString("G4", CultureInfo.InvariantCulture)
        : "";
}
