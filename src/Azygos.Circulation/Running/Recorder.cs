using Azygos.Circulation.Assembly;

namespace Azygos.Circulation.Running;

/// <summary>Scratch that collects samples.</summary>
internal sealed class Recorder
{
    private readonly IReadOnlyList<Probe> probes;
    private readonly Output[] outputs;
    private readonly double[] times;
    private int count;

    public Recorder(LumpedSystem system, IReadOnlyList<Probe> probes, int capacity)
    {
        this.probes = probes;
        outputs = [.. probes.Select(p => p.Quantity == Probe.PressureQuantity
            ? new Output(OutputKind.Unknown, null, system.SlotOf(p.Place))
            : system.OutputOf(p.Place, p.Quantity))];
        times = new double[capacity];
        Values = [.. probes.Select(_ => new double[capacity])];
    }

    /// <summary>Samples; shape [probes][capacity].</summary>
    public double[][] Values { get; }

    public void Clear() => count = 0;

    public void Add(Evaluation evaluation)
    {
        times[count] = evaluation.Time;
        for (int p = 0; p < outputs.Length; p++)
            Values[p][count] = outputs[p].Read(evaluation);
        count++;
    }

    /// <summary>Reads without adding a sample.</summary>
    public void Read(Evaluation evaluation, double[] into)
    {
        for (int p = 0; p < outputs.Length; p++) into[p] = outputs[p].Read(evaluation);
    }

    public Recording Result()
    {
        var series = new Dictionary<string, double[]>();
        for (int p = 0; p < probes.Count; p++)
            series[probes[p].Id] = Values[p][..count];
        return new Recording(times[..count], series);
    }
}
