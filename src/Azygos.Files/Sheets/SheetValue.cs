using System.Globalization;

namespace Azygos.Files.Sheets;

/// <summary>One cell of a result: a text, a number, two limits, or nothing with the reason.</summary>
public readonly record struct SheetValue
{
    /// <summary>The text; of an empty cell, why it is empty.</summary>
    public string? Text { get; private init; }

    /// <summary>The number.</summary>
    public double? Number { get; private init; }

    /// <summary>Two limits.</summary>
    public (double Lower, double Upper)? Limits { get; private init; }

    /// <summary>True when there is no value.</summary>
    public bool IsNone { get; private init; }

    /// <summary>Nothing, and why.</summary>
    /// <param name="why">What the screen shows instead; other programs read null.</param>
    /// <source choice="absence is told, not shown as a number"/>
    public static SheetValue None(string why) => new() { Text = why, IsNone = true };

    /// <summary>A number where there is one.</summary>
    /// <param name="value">The number, or null.</param>
    /// <param name="why">Why there is none.</param>
    /// <source choice="absence is told, not shown as a number"/>
    public static SheetValue Or(double? value, string why) => value is { } number ? number : None(why);

    /// <summary>Limits where both exist.</summary>
    /// <param name="lower">Lower limit, or null.</param>
    /// <param name="upper">Upper limit, or null.</param>
    /// <param name="why">Why there are none.</param>
    /// <source choice="absence is told, not shown as a number"/>
    public static SheetValue Or(double? lower, double? upper, string why) =>
        lower is { } from && upper is { } to ? (from, to) : None(why);

    /// <summary>A text.</summary>
    /// <source choice="a cell is what is put into it"/>
    public static implicit operator SheetValue(string text) => new() { Text = text };

    /// <summary>A number; one that has overflown is told as such, NaN is refused.</summary>
    /// <source choice="a number that is not finite is not a result"/>
    public static implicit operator SheetValue(double number) =>
        double.IsInfinity(number) ? None(Overflow(number)) : new() { Number = Known(number) };

    /// <summary>A whole number.</summary>
    /// <source choice="a cell is what is put into it"/>
    public static implicit operator SheetValue(int number) => new() { Number = number };

    /// <summary>Two limits; where one has overflown, neither is a result for another program.</summary>
    /// <source choice="a number that is not finite is not a result"/>
    public static implicit operator SheetValue((double Lower, double Upper) limits) =>
        double.IsInfinity(limits.Lower) || double.IsInfinity(limits.Upper)
            ? None($"{Overflow(limits.Lower)} to {Overflow(limits.Upper)}")
            : new() { Limits = (Known(limits.Lower), Known(limits.Upper)) };

    private static string Overflow(double number) =>
        double.IsInfinity(number) ? "beyond any number" : number.ToString("G4", CultureInfo.InvariantCulture);

    private static double Known(double number) => !double.IsNaN(number) ? number
        : throw new ArgumentOutOfRangeException(nameof(number), number, "a result is a number or a reason");
}
