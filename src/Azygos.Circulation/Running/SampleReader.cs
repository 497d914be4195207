namespace Azygos.Circulation.Running;

/// <summary>Reads probes at the present state of a run, as often as wanted.</summary>
/// <source choice="a run that is driven from outside has no end at which a recording could be handed over"/>
public sealed class SampleReader
{
    private readonly Action<double[]> read;

    internal SampleReader(int probes, Action<double[]> read)
    {
        this.read = read;
        Values = new double[probes];
    }

    /// <summary>Values at the last <see cref="Read"/>, SI; shape [probes].</summary>
    public double[] Values { get; }

    /// <summary>Reads the present state.</summary>
    public void Read() => read(Values);
}
