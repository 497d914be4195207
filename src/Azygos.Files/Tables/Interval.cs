using System.Globalization;

namespace Azygos.Files.Tables;

/// <summary>Numbers that a key accepts.</summary>
/// <param name="Minimum">Lower end.</param>
/// <param name="Maximum">Upper end, accepted.</param>
/// <param name="Open">True: the lower end itself is refused.</param>
public readonly record struct Interval(double Minimum, double Maximum, bool Open = false)
{
    /// <summary>Numbers from one end to the other, both accepted.</summary>
    public static Interval From(double minimum, double maximum) => new(minimum, maximum);

    /// <summary>Numbers above 0, up to a largest one.</summary>
    public static Interval AboveZero(double maximum) => new(0, maximum, Open: true);

    /// <summary>True for a finite number inside.</summary>
    public bool Contains(double value) => (Open ? value > Minimum : value >= Minimum) && value <= Maximum;

    /// <summary>The interval in words, such as <c>above 0 and at most 200 cm</c>.</summary>
    /// <param name="unit">Unit, or 1 or empty for none.</param>
    public string InWords(string unit)
    {
        string tail = unit is "" or "1" ? "" : $" {unit}";
        return Open
            ? string.Create(CultureInfo.InvariantCulture, $"above {Minimum} and at most {Maximum}{tail}")
            : string.Create(CultureInfo.InvariantCulture, $"from {Minimum} to {Maximum}{tail}");
    }
}
