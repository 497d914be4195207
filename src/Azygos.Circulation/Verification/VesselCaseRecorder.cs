using Azygos.Circulation.Running;
using Azygos.Circulation.Stepping;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waves;

namespace Azygos.Circulation.Verification;

/// <summary>Steps the vessels of a case and keeps what its probes ask for.</summary>
internal sealed class VesselCaseRecorder
{
    private readonly List<double> times = [];
    private readonly Dictionary<string, (VesselSite Site, VesselQuantity Quantity, List<double> Values)> points = [];
    private readonly Dictionary<string, CellHistory> histories = [];
    private readonly AreaRates rates;
    private Dictionary<string, double[]>? previous;
    private double start;

    private readonly Dictionary<string, (Func<double> Read, List<double> Values)> nodeSeries = [];
    private readonly Dictionary<string, Readout> readouts = [];
    private readonly Dictionary<string, List<double>> volumes = [];
    private readonly VesselRecorder? lumped;

    public VesselCaseRecorder(VerificationCase @case, VesselCaseNetwork built, MeshOptions options)
    {
        Waves = new WaveSystem(built.Network, options);
        rates = new AreaRates(Waves.Mesh);
        foreach (CaseProbe probe in @case.Probes)
        {
            if (built.Circuit?.ReadoutOf(probe) is { } readout) readouts[probe.Id] = readout;
            else if (probe is NodeSeriesProbe at && NodeReader(built.Network, at) is { } reader)
                nodeSeries[probe.Id] = (reader, []);
            if (probe is PointProbe point && QuantityOf(point.Quantity) is { } read)
                points[probe.Id] = (new VesselSite(Waves.Mesh, point.Vessel, point.Position), read, []);
            if (probe is VesselHistoryProbe history && QuantityOf(history.Quantity) is { } watched)
                histories[probe.Id] = new CellHistory(
                    history.Vessel is null ? Waves.Mesh.Lines : Waves.Mesh.LinesOf[history.Vessel], watched);
        }

        if (readouts.Count > 0)
            lumped = new VesselRecorder(
                Waves, [.. readouts.Values.SelectMany(one => one.Probes).DistinctBy(one => one.Id)]);
        foreach (NetworkHistoryProbe probe in @case.Probes.OfType<NetworkHistoryProbe>())
            if (probe.Quantity == CaseQuantity.Volume) volumes[probe.Id] = [Volume()];
    }

    /// <summary>The vessels.</summary>
    public WaveSystem Waves { get; }

    /// <summary>True: flows are those that the scheme transports.</summary>
    public bool IsSteady { get; set; }

    /// <summary>max |∂A/∂t|/A over the last step [1/s].</summary>
    public double LargestRate { get; private set; }

    /// <summary>One step, towards an end.</summary>
    public SolveFailure? Step(double largest, double end)
    {
        rates.Keep();
        double before = Waves.Time;
        if (Waves.Step(largest, end) is { } failure) return failure;
        LargestRate = rates.Largest(Waves.Time - before);
        foreach (CellHistory history in histories.Values) history.Watch(Waves.Time);
        foreach (List<double> history in volumes.Values) history.Add(Volume());
        return null;
    }

    /// <summary>Samples the points.</summary>
    public void Sample()
    {
        times.Add(Waves.Time - start);
        foreach ((VesselSite site, VesselQuantity quantity, List<double> values) in points.Values)
            values.Add(site.Read(quantity, Waves.Time));
        foreach ((Func<double> read, List<double> values) in nodeSeries.Values) values.Add(read());
        lumped?.Add();
    }

    /// <summary>Forgets the samples but for the last period's.</summary>
    public void BeginPeriod(double time)
    {
        start = time;
        if (times.Count > 0) previous = points.ToDictionary(pair => pair.Key, pair => pair.Value.Values.ToArray());
        times.Clear();
        foreach ((_, _, List<double> values) in points.Values) values.Clear();
        foreach ((_, List<double> values) in nodeSeries.Values) values.Clear();
        lumped?.Clear();
    }

    /// <summary>Largest over the pressure probes of the RMS change since the last period over the mean absolute
    /// pressure.</summary>
    public double PeriodicChange()
    {
        if (previous is null) return double.PositiveInfinity;
        double largest = 0;
        foreach ((string id, (_, VesselQuantity quantity, List<double> values)) in points)
        {
            if (quantity != VesselQuantity.Pressure) continue;
            double change = Metrics.RootMeanSquare([.. values], previous[id]);
            largest = Math.Max(largest, change == 0 ? 0 : change / values.Average(Math.Abs));
        }

        return largest;
    }

    /// <summary>What a probe recorded, or null where vessels have no such thing.</summary>
    public Series? SeriesOf(CaseProbe probe)
    {
        if (nodeSeries.TryGetValue(probe.Id, out var node)) return new Series([.. times], [.. node.Values]);
        if (readouts.TryGetValue(probe.Id, out Readout? readout))
            return new Series([.. times], readout.From(lumped!.Result(start)));
        switch (probe)
        {
            case PointProbe when points.TryGetValue(probe.Id, out var point):
                return new Series([.. times], [.. point.Values]);
            case NetworkHistoryProbe when volumes.TryGetValue(probe.Id, out List<double>? volume):
                return new Series([.. Enumerable.Range(0, volume.Count).Select(i => (double)i)], [.. volume]);
            case VesselHistoryProbe when histories.TryGetValue(probe.Id, out var history):
                return history.Result();
            case ProfileProbe profile when QuantityOf(profile.Quantity) is { } quantity:
                return Profile(profile.Vessel, quantity);
            case MeanProbe mean when QuantityOf(mean.Quantity) is { } quantity:
                Series along = Profile(mean.Vessel, quantity);
                double[] within =
                    [.. along.Values.Where((_, i) => along.Abscissa[i] >= mean.From && along.Abscissa[i] <= mean.To)];
                return new Series([Waves.Time], [within.Average()]);
            default:
                return null;
        }
    }

    private Series Profile(string vessel, VesselQuantity quantity)
    {
        List<double> x = [], values = [];
        foreach (VesselLine line in Waves.Mesh.LinesOf[vessel])
        {
            for (int i = 0; i < line.Cells; i++)
            {
                x.Add(line.CentreOf(i));
                values.Add(IsSteady && quantity == VesselQuantity.Flow
                    ? 0.5 * (line.VolumeFlux[i] + line.VolumeFlux[i + 1])
                    : line.Read(quantity, i, Waves.Time));
            }
        }

        return new Series([.. x], [.. values]);
    }

    private double Volume()
    {
        double sum = 0;
        foreach (VesselLine line in Waves.Mesh.Lines) sum += line.Volume();
        if (Waves.Coupling is not { } coupling) return sum;
        coupling.Stepper.Observe(coupling.State);
        return sum + coupling.System.BloodContent(coupling.Stepper.Evaluation.Content) + coupling.Pending();
    }

    // At a node where only vessels end: the pressure of the first end; the flow out of the vessels, or into them where
    // the node prescribes it.
    private Func<double>? NodeReader(VesselNetwork network, NodeSeriesProbe probe)
    {
        (Vessel Vessel, bool IsRight)[] ends =
        [
            .. network.Vessels.Where(vessel => vessel.From == probe.Node).Select(vessel => (vessel, false)),
            .. network.Vessels.Where(vessel => vessel.To == probe.Node).Select(vessel => (vessel, true)),
        ];
        if (ends.Length == 0) return null;
        (VesselSite Site, int Sign)[] sites = [.. ends.Select(end => (
            new VesselSite(Waves.Mesh, end.Vessel.Id, end.IsRight ? end.Vessel.Length : 0), end.IsRight ? 1 : -1))];
        int into = network.Nodes.First(node => node.Id == probe.Node) is FlowNode or FlowAndAreaNode ? -1 : 1;
        return probe.Quantity switch
        {
            CaseQuantity.Pressure => () => sites[0].Site.Read(VesselQuantity.Pressure, Waves.Time),
            CaseQuantity.Flow => () =>
                into * sites.Sum(one => one.Sign * one.Site.Read(VesselQuantity.Flow, Waves.Time)),
            _ => null,
        };
    }

    private static VesselQuantity? QuantityOf(CaseQuantity quantity) => quantity switch
    {
        CaseQuantity.Pressure => VesselQuantity.Pressure,
        CaseQuantity.Flow => VesselQuantity.Flow,
        CaseQuantity.Area => VesselQuantity.Area,
        CaseQuantity.Velocity => VesselQuantity.Velocity,
        CaseQuantity.AreaRatio => VesselQuantity.AreaRatio,
        CaseQuantity.SpeedIndex => VesselQuantity.SpeedIndex,
        _ => null,
    };
}
