using System.Text.Json;
using Azygos.Files.Benchmarks;
using Azygos.Files.Faults;

namespace Azygos.Files.SvZeroD;

/// <summary>The file of a block model: where faults go, and the length of the cycle that its parts agree on.</summary>
internal sealed class ModelFile(string name, FaultList faults)
{
    // Chosen: files print about ten digits; periods that differ by less than this share are printed alike.
    private const double PrintedDigits = 1e-9;

    private double? period;

    /// <summary>Where faults go.</summary>
    public FaultList Faults => faults;

    /// <summary>Paths of what was understood and has no effect here.</summary>
    public List<string> WithoutEffect { get; } = [];

    /// <summary>T [s]; 1 where nothing gives it, as the format has it.</summary>
    public double CyclePeriod => period ?? 1;

    /// <summary>Notes a fault at a value.</summary>
    public void Fault(PlacedValue at, string message)
        => faults.Add(name, at.Line, at.Path.Length == 0 ? "/" : at.Path, at.Printed, message);

    /// <summary>A part gives the length of the cycle [s]; all must agree.</summary>
    public void Period(PlacedValue at, double given)
    {
        if (!double.IsFinite(given)) return;
        period ??= given;
        if (Math.Abs(given - period.Value) > PrintedDigits * period.Value)
            Fault(at, FormattableString.Invariant(
                $"gives a cycle of {given} s, another part one of {period.Value} s; all must have the same length"));
    }

    /// <summary>A finite number within a range.</summary>
    public double Number(PlacedValue member, Allowed allowed)
    {
        double number = member.Kind == JsonValueKind.Number ? member.Number : double.NaN;
        (bool holds, string range) = allowed switch
        {
            Allowed.Positive => (number > 0, "a number above 0"),
            Allowed.NotNegative => (number >= 0, "a number of 0 or above"),
            Allowed.Share => (number is >= 0 and <= 1, "a number from 0 to 1"),
            _ => (true, "a number"),
        };
        if (holds && double.IsFinite(number)) return number;
        Fault(member, $"must be {range}, finite, in the units of the model");
        return double.NaN;
    }

    /// <summary>A whole number.</summary>
    public int Whole(PlacedValue member, int atLeast)
    {
        bool whole = member.Kind == JsonValueKind.Number && member.Number == Math.Floor(member.Number);
        if (whole && member.Number >= atLeast && member.Number <= int.MaxValue) return (int)member.Number;
        Fault(member, $"must be a whole number of at least {atLeast}");
        return atLeast;
    }

    /// <summary>A text that is not empty.</summary>
    public string Text(PlacedValue member)
    {
        if (member.Kind == JsonValueKind.String && member.Text.Length > 0) return member.Text;
        Fault(member, "must be a text that is not empty");
        return "";
    }
}
