using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Blocks;

/// <summary>A number of a block: constant, or a table over one period, linear between rows.</summary>
/// <source choice="tables of the block format: linear between rows, repeated every period from time 0"/>
public sealed record BlockValue
{
    /// <summary>A constant.</summary>
    public BlockValue(double value) => Values = [value];

    /// <summary>A table; times ascend from 0 [s].</summary>
    public BlockValue(double[] times, double[] values)
    {
        Times = times;
        Values = values;
    }

    /// <summary>Times [s]; empty for a constant.</summary>
    public IReadOnlyList<double> Times { get; } = [];

    /// <summary>Values in the model's units; one for a constant.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>True when it has the same value at all times.</summary>
    public bool IsConstant => Values.All(value => value == Values[0]);

    /// <summary>Mean of the rows, as the format takes it for a steady start: both ends counted.</summary>
    public double Mean => Values.Average();

    /// <summary>Period that the rows span [s]; null for a constant.</summary>
    public double? Period => Times.Count > 1 ? Times[^1] - Times[0] : null;

    /// <summary>The number, or how many rows the table has and between which values.</summary>
    public override string ToString() => IsConstant
        ? FormattableString.Invariant($"{Values[0]:G6}")
        : FormattableString.Invariant($"over time ({Values.Count} rows, {Values.Min():G6} to {Values.Max():G6})");

    /// <summary>The value over time, times a factor.</summary>
    public Waveform Over(double factor) => IsConstant
        ? new ConstantWaveform(Values[0] * factor)
        : new TableWaveform([.. Times], [.. Values.Select(value => value * factor)], Period);
}
