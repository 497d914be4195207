namespace Azygos.Body.Live;

/// <summary>How a live body is started and stepped.</summary>
/// <source choice="steps and cells as a run of beats has them; samples every 10 ms"/>
public sealed record LiveOptions
{
    /// <summary>Tilt from the horizontal at the start [degrees], −30 to 90.</summary>
    public double TiltDegrees { get; init; }

    /// <summary>Largest time step [s].</summary>
    public double TimeStep { get; init; } = 0.004;

    /// <summary>Largest cell of a vessel with waves [cm].</summary>
    public double LargestCell { get; init; } = 2;

    /// <summary>Arteries through which a wave passes at once are merged with a neighbour; without waves this means
    /// nothing.</summary>
    public bool MergesShortArteries { get; init; } = true;

    /// <summary>Interval of samples [s]: what sites are read at, and at which controls are heard.</summary>
    public double SampleInterval { get; init; } = 0.01;

    /// <summary>Sites to sample; empty: all.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>Blood slower than this does not count as flowing back [cm/s].</summary>
    public double DeadBand { get; init; } = 1;

    /// <summary>All faults of these options at once; empty when there are none.</summary>
    public IReadOnlyList<string> Check()
    {
        List<string> faults = [];
        Within("tilt", TiltDegrees, -30, 90, "degrees");
        Within("time step", TimeStep, 1e-5, 0.01, "s");
        Within("largest cell", LargestCell, 0.1, 10, "cm");
        Within("sample interval", SampleInterval, 0.001, 0.1, "s");
        Within("dead band", DeadBand, 0, 100, "cm/s");
        return faults;

        void Within(string name, double value, double low, double high, string unit)
        {
            if (!(value >= low && value <= high))
                faults.Add(FormattableString.Invariant($"{name} = {value} {unit}: allowed is {low} to {high} {unit}."));
        }
    }
}
