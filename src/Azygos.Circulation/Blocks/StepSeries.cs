using Azygos.Circulation.Running;

namespace Azygos.Circulation.Blocks;

/// <summary>Series of a recording with a sample every step; rates of change are central differences.</summary>
/// <param name="recording">The samples.</param>
/// <param name="stepsPerPoint">Steps in one step of the model, even.</param>
/// <param name="step">Time step [s].</param>
internal sealed class StepSeries(Recording recording, int stepsPerPoint, double step)
{
    /// <summary>A series at a sample.</summary>
    public double Value(BlockSeries series, int at) => series.From(term =>
    {
        double[] values = recording[term.Probe.Id];
        return term.Rate ? Rate(i => values[i], at, term.OverStep ? stepsPerPoint / 2 : 1, values.Length) : values[at];
    });

    /// <summary>The rate of change of a series at a sample.</summary>
    public double Slope(BlockSeries series, int at) =>
        Rate(i => Value(series, i), at, 1, recording.Times.Length);

    private double Rate(Func<int, double> value, int at, int width, int count)
    {
        int from = Math.Max(0, at - width), to = Math.Min(count - 1, at + width);
        return (value(to) - value(from)) / ((to - from) * step);
    }
}
