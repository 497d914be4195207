using System.Globalization;
using Azygos.Files.Faults;

namespace Azygos.Files.SvOneD;

/// <summary>One line of a card file: a word that says what it is, and its fields.</summary>
/// <param name="File">The file as faults name it.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Kind">The first word.</param>
/// <param name="Fields">The others.</param>
/// <param name="Faults">Where faults go.</param>
internal sealed record Card(string File, int Line, string Kind, string[] Fields, FaultList Faults)
{
    /// <summary>Notes a fault at a field.</summary>
    public void Fault(string field, int at, string message) => Faults.Add(
        File, Line, $"{Kind} {field}", at >= 0 && at < Fields.Length ? Fields[at] : "", message);

    /// <summary>True when it has so many fields at least; a fault otherwise.</summary>
    public bool Has(int count, string fields)
    {
        if (Fields.Length >= count) return true;
        Faults.Add(File, Line, Kind, string.Join(' ', Fields), $"needs {count} fields: {fields}");
        return false;
    }

    /// <summary>A finite number within a range; NaN with a fault.</summary>
    public double Number(string field, int at, Func<double, bool> holds, string allowed)
    {
        if (double.TryParse(Fields[at], NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number) && holds(number))
            return number;
        Fault(field, at, $"must be {allowed}");
        return double.NaN;
    }

    /// <summary>A number above 0.</summary>
    public double Positive(string field, int at, string unit) =>
        Number(field, at, value => value > 0, $"a number above 0 [{unit}]");

    /// <summary>A whole number of 0 or above; −1 with a fault.</summary>
    public int Whole(string field, int at)
    {
        double number = Number(field, at, value => value >= 0 && value == Math.Floor(value) && value < int.MaxValue,
            "a whole number of 0 or above");
        return double.IsNaN(number) ? -1 : (int)number;
    }
}
