using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Quantities;

namespace Azygos.Body.Simulation;

/// <summary>The quantity key of a validation row: checked before a run, evaluated on its results.</summary>
/// <remarks>Grammar: docs/guide/model-files.md. Terms are means over the last period: flow [mL/min], pressure [mmHg],
/// area [cm²]; ratios in per cent.</remarks>
/// <source choice="grammar of this project's validation tables"/>
public static class ValidationQuantity
{
    /// <summary>What is wrong with a row's key or unit, or null.</summary>
    /// <param name="row">The row.</param>
    /// <param name="sites">The model's sites.</param>
    public static string? Fault(ValidationRow row, IReadOnlyList<SiteRow> sites)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(sites);
        string? unknown = null;
        try
        {
            string native = Native(row.Quantity, site =>
            {
                if (sites.All(s => s.Id != site)) unknown ??= site;
                return null;
            }).Unit;
            if (unknown is not null) return $"names the site '{unknown}', which the model lacks";
            return native == row.Unit
                || (Units.TryFind(native, out Unit? from)
                    && Units.TryFind(row.Unit, out Unit? to)
                    && from.Kind == to.Kind)
                ? null
                : $"is in {native}, which does not convert to {row.Unit}";
        }
        catch (FormatException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>True for the filling pressure: a property of the body at rest, not of a run.</summary>
    internal static bool IsFilling(string key) => key == FillingPressure;

    /// <summary>True for what a mean-flow state cannot give.</summary>
    internal static bool NeedsBeat(string key) => key.StartsWith(PulseWord, StringComparison.Ordinal);

    /// <summary>Unit in which a quantity is computed.</summary>
    /// <exception cref="FormatException">The key is not in the grammar.</exception>
    internal static string NativeUnit(string key) => Native(key, _ => null).Unit;

    /// <summary>The value in <paramref name="unit"/>, or null when a site it needs was not recorded, or when it takes a
    /// beat and only a mean was.</summary>
    /// <param name="key">The quantity.</param>
    /// <param name="unit">Unit of the value.</param>
    /// <param name="result">The run.</param>
    /// <exception cref="FormatException">The key is not in the grammar.</exception>
    public static double? Evaluate(string key, string unit, SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(result);
        if (key == CardiacOutput) return Converted(result.CardiacOutput, "L/min", unit);
        if (key == FillingPressure) return Converted(result.MeanFillingPressure, "mmHg", unit);
        if (result.Times.Length == 1 && NeedsBeat(key)) return null;
        (double? value, string native) = Native(key, site => result.Sites.FirstOrDefault(s => s.Site.Id == site));
        return value is { } number ? Converted(number, native, unit) : null;
    }

    private const string CardiacOutput = "cardiac_output", FillingPressure = "mean_filling_pressure", PulseWord = "pulse:";

    private static double Converted(double value, string native, string unit) =>
        native == unit ? value : Units.FromSi(Units.ToSi(value, native), unit);

    private static (double? Value, string Unit) Native(string key, Func<string, SiteResult?> find)
    {
        if (key == CardiacOutput) return (null, "L/min");
        if (key == FillingPressure) return (null, "mmHg");
        string[] parts = key.Split(':', 2);
        if (parts.Length != 2) throw Unknown(key);
        return parts[0] switch
        {
            "sum" => Combine(parts[1].Split('+'), find, (a, b) => a + b),
            "difference" => Combine(Two(key, parts[1].Split('-')), find, (a, b) => a - b),
            "pulse" => Pulse(parts[1], find),
            "ratio" => Ratio(Two(key, parts[1].Split('/')), find),
            _ => Term(key, find),
        };
    }

    private static (double? Value, string Unit) Term(string term, Func<string, SiteResult?> find)
    {
        (Summary? summary, string unit) = Site(term, find);
        return (summary?.Mean, unit);
    }

    private static (double? Value, string Unit) Pulse(string term, Func<string, SiteResult?> find)
    {
        (Summary? summary, string unit) = Site(term, find);
        return (summary?.Maximum - summary?.Minimum, unit);
    }

    private static (double? Value, string Unit) Combine(
        string[] terms, Func<string, SiteResult?> find, Func<double, double, double> combine)
    {
        (double? sum, string unit) = Term(terms[0], find);
        foreach (string term in terms[1..])
        {
            (double? value, string other) = Term(term, find);
            if (other != unit) throw new FormatException($"'{string.Join(' ', terms)}' mixes {unit} and {other}");
            sum = sum is { } a && value is { } b ? combine(a, b) : null;
        }

        return (sum, unit);
    }

    private static (double? Value, string Unit) Ratio(string[] sides, Func<string, SiteResult?> find)
    {
        (double? top, string unit) = Side(sides[0], find);
        (double? bottom, string other) = Side(sides[1], find);
        if (other != unit) throw new FormatException($"'{sides[0]}/{sides[1]}' divides {unit} by {other}");
        // A flow that is shut off has no share of anything.
        return (bottom == 0 ? null : 100 * top / bottom, "%");
    }

    // TERM, or (TERM+TERM…).
    private static (double? Value, string Unit) Side(string text, Func<string, SiteResult?> find) =>
        text is ['(', .., ')'] ? Combine(text[1..^1].Split('+'), find, (a, b) => a + b) : Term(text, find);

    private static (Summary? Value, string Unit) Site(string term, Func<string, SiteResult?> find)
    {
        string[] parts = term.Split(':');
        if (parts.Length != 2 || parts[1] == "") throw Unknown(term);
        SiteResult? site = find(parts[1]);
        return parts[0] switch
        {
            "flow" => (site?.Flow, "mL/min"),
            "pressure" => (site?.Pressure, "mmHg"),
            "area" => (site?.Area, "cm²"),
            _ => throw Unknown(term),
        };
    }

    private static string[] Two(string key, string[] parts) => parts.Length == 2 ? parts : throw Unknown(key);

    private static FormatException Unknown(string key) => new($"'{key}' is not a quantity of a validation table");
}
