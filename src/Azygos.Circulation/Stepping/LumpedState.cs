namespace Azygos.Circulation.Stepping;

/// <summary>What a run changes: pressures, flows and inner states, and the contents they stand for.</summary>
/// <remarks>Contents are carried, not recomputed: each step adds flows to them, so fluid is conserved to rounding
/// whatever the solver's tolerance.</remarks>
internal sealed class LumpedState(int unknowns, int known)
{
    /// <summary>Time [s].</summary>
    public double Time { get; set; }

    /// <summary>Unknowns; shape [unknowns].</summary>
    public double[] Value { get; } = new double[unknowns];

    /// <summary>Contents of the rows, then what has flowed into each known node; shape [unknowns + known].</summary>
    public double[] Content { get; } = new double[unknowns + known];

    public void CopyFrom(LumpedState other)
    {
        Time = other.Time;
        other.Value.CopyTo(Value, 0);
        other.Content.CopyTo(Content, 0);
    }
}
