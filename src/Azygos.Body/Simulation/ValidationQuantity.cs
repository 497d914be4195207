using Azygos.Body.Results;
using Azygos.Quantities;

namespace Azygos.Body.Simulation;

/// <summary>Evaluates the quantity key of a validation row on a run's results.</summary>
/// <remarks>Grammar: docs/guide/model-files.md. Terms are means over the last period: flow [mL/min], pressure [mmHg], area [cm²]; ratios in per cent.</remarks>
/// <source choice="grammar of this project's validation tables"/>
internal static class ValidationQuantity
{
    /// <summary>The value in <paramref name="unit"/>, or null when a site it needs was not recorded.</summary>
    /// <exception cref="FormatException">The key is not in the grammar.</exception>
    public static double? Evaluate(string key, string unit, SimulationResult result)
    {
        (double? value, string native) = Native(key, result);
        if (value is not { } number) return null;
        return native == unit || native == "" ? number : Units.FromSi(Units.ToSi(number, native), unit);
    }

    private static (double? Value, string Unit) Native(string key, SimulationResult result)
    {
        if (key == "cardiac_output") return (result.CardiacOutput, "L/min");
        if (key == "mean_filling_pressure") return (result.MeanFillingPressure, "mmHg");
        string[] parts = key.Split(':', 2);
        if (parts.Length != 2) throw Unknown(key);
        return parts[0] switch
        {
            "sum" => Combine(parts[1].Split('+'), result, (a, b) => a + b),
            "difference" => Combine(parts[1].Split('-'), result, (a, b) => a - b),
            "pulse" => Pulse(parts[1], result),
            "ratio" => Ratio(parts[1], result),
            _ => Term(key, result),
        };
    }

    private static (double? Value, string Unit) Term(string term, SimulationResult result)
    {
        (Summary? summary, string unit) = Site(term, result);
        return (summary?.Mean, unit);
    }

    private static (double? Value, string Unit) Pulse(string term, SimulationResult result)
    {
        (Summary? summary, string unit) = Site(term, result);
        return (summary?.Maximum - summary?.Minimum, unit);
    }

    private static (double? Value, string Unit) Combine(string[] terms, SimulationResult result, Func<double, double, double> combine)
    {
        (double? sum, string unit) = Term(terms[0], result);
        foreach (string term in terms[1..])
        {
            (double? value, string other) = Term(term, result);
            if (other != unit) throw new FormatException($"'{string.Join(' ', terms)}' mixes {unit} and {other}.");
            sum = sum is { } a && value is { } b ? combine(a, b) : null;
        }

        return (sum, unit);
    }

    private static (double? Value, string Unit) Ratio(string text, SimulationResult result)
    {
        string[] sides = text.Split('/');
        if (sides.Length != 2) throw Unknown("ratio:" + text);
        (double? top, _) = Combine(sides[0].Trim('(', ')').Split('+'), result, (a, b) => a + b);
        (double? bottom, _) = Combine(sides[1].Trim('(', ')').Split('+'), result, (a, b) => a + b);
        return (100 * top / bottom, "%");
    }

    private static (Summary? Value, string Unit) Site(string term, SimulationResult result)
    {
        string[] parts = term.Split(':');
        if (parts.Length != 2) throw Unknown(term);
        SiteResult? site = result.Sites.FirstOrDefault(s => s.Site.Id == parts[1]);
        return parts[0] switch
        {
            "flow" => (site?.Flow, "mL/min"),
            "pressure" => (site?.Pressure, "mmHg"),
            "area" => (site?.Area, "cm²"),
            _ => throw Unknown(term),
        };
    }

    private static FormatException Unknown(string key) => new($"'{key}' is not a quantity of a validation table.");
}
