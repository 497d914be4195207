using Azygos.Circulation.Assembly;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waves;

namespace Azygos.Circulation.Running;

/// <summary>Scratch that collects samples of vessels and of the lumped network at their nodes.</summary>
internal sealed class VesselRecorder
{
    private readonly WaveSystem waves;
    private readonly IReadOnlyList<Probe> probes;
    private readonly Func<double>[] readers;
    private readonly List<double> times = [];
    private readonly List<double>[] values;

    public VesselRecorder(WaveSystem waves, IReadOnlyList<Probe> probes)
    {
        ArgumentNullException.ThrowIfNull(probes);
        this.waves = waves;
        this.probes = probes;
        readers = [.. probes.Select(Reader)];
        values = [.. probes.Select(_ => new List<double>())];
    }

    /// <summary>Adds a sample of the present state.</summary>
    public void Add()
    {
        times.Add(waves.Time);
        waves.Coupling?.Stepper.Observe(waves.Coupling.State);
        for (int i = 0; i < readers.Length; i++) values[i].Add(readers[i]());
    }

    /// <summary>Reads the present state without adding it.</summary>
    public void Read(double[] into)
    {
        waves.Coupling?.Stepper.Observe(waves.Coupling.State);
        for (int i = 0; i < readers.Length; i++) into[i] = readers[i]();
    }

    /// <summary>Forgets all samples.</summary>
    public void Clear()
    {
        times.Clear();
        foreach (List<double> list in values) list.Clear();
    }

    /// <summary>Samples so far; shape [probes][samples].</summary>
    public double[][] Values() => [.. values.Select(list => list.ToArray())];

    /// <summary>The recording, time counted from a start [s].</summary>
    public Recording Result(double start) => new(
        [.. times.Select(time => time - start)],
        probes.Select((probe, i) => (probe.Id, values[i])).ToDictionary(pair => pair.Id, pair => pair.Item2.ToArray()));

    private Func<double> Reader(Probe probe)
    {
        if (probe.Position is { } x)
        {
            if (!waves.Mesh.LinesOf.ContainsKey(probe.Place))
                throw new KeyNotFoundException($"The network has no vessel '{probe.Place}'.");
            VesselSite site = new(waves.Mesh, probe.Place, x);
            VesselQuantity quantity = QuantityOf(probe.Quantity);
            return () => site.Read(quantity, waves.Time);
        }

        if (probe.Quantity is Probe.BeforeQuantity or Probe.BehindQuantity or Probe.ThroughQuantity)
        {
            if (!waves.Mesh.Throats.TryGetValue(probe.Place, out WaveMesh.ThroatSides sides))
                throw new KeyNotFoundException($"The network has no throat '{probe.Place}'.");
            return probe.Quantity switch
            {
                Probe.BeforeQuantity => sides.Before,
                Probe.BehindQuantity => sides.Behind,
                _ => sides.Through,
            };
        }

        if (waves.Mesh.Nodes.FirstOrDefault(node => node.Id == probe.Place) is { } shared
            && probe.Quantity == Probe.PressureQuantity)
            return () => shared.Pressure;
        if (waves.Coupling is not { } lumped)
            throw new KeyNotFoundException($"The network has no node or element '{probe.Place}'.");
        if (probe.Quantity == Probe.PressureQuantity)
        {
            int slot = lumped.System.SlotOf(probe.Place);
            return () => lumped.Stepper.Evaluation.Value[slot];
        }

        Output output = lumped.System.OutputOf(probe.Place, probe.Quantity);
        return () => output.Read(lumped.Stepper.Evaluation);
    }

    private static VesselQuantity QuantityOf(string word) => word switch
    {
        Probe.PressureQuantity => VesselQuantity.Pressure,
        "flow" => VesselQuantity.Flow,
        "area" => VesselQuantity.Area,
        "velocity" => VesselQuantity.Velocity,
        "area ratio" => VesselQuantity.AreaRatio,
        "speed index" => VesselQuantity.SpeedIndex,
        _ => throw new KeyNotFoundException($"A vessel has no quantity '{word}'."),
    };
}
