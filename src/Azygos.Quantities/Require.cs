namespace Azygos.Quantities;

/// <summary>Refuses impossible numbers at the door, in one sentence with name, symbol, value, unit and allowed
/// range.</summary>
/// <source choice="error wording of this project"/>
public static class Require
{
    /// <summary>The value, if it is finite and above 0.</summary>
    public static double Positive(double value, string name, string symbol, string unit) =>
        double.IsFinite(value) && value > 0 ? value : throw Refusal(value, name, symbol, unit, "above 0 and finite");

    /// <summary>The value, if it is finite and 0 or more.</summary>
    public static double NotNegative(double value, string name, string symbol, string unit) =>
        double.IsFinite(value) && value >= 0 ? value : throw Refusal(value, name, symbol, unit, "0 or more and finite");

    /// <summary>The value, if it lies from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public static double InClosed(double value, double low, double high, string name, string symbol) =>
        value >= low && value <= high
            ? value
            : throw Refusal(value, name, symbol, "1", FormattableString.Invariant($"from {low} to {high}"));

    private static ArgumentOutOfRangeException Refusal(
        double value, string name, string symbol, string unit, string range) =>
        new(name, FormattableString.Invariant($"{name} {symbol} = {value} {unit}: it must be {range}."));
}
