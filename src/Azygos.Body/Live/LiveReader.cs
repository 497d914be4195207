using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Body.Simulation;
using Azygos.Circulation.Running;
using Azygos.Quantities;

namespace Azygos.Body.Live;

/// <summary>Collects the samples of a live body and makes frames of them.</summary>
internal sealed class LiveReader
{
    private const double Middle = 0.5;   // of a vessel, where it is drawn

    private readonly BodyNetwork body;
    private readonly IReadOnlyList<SiteRow> sites;
    private readonly double deadBand;
    private readonly BodyProbes siteProbes;
    private readonly Probe[] probes;
    private readonly List<double> times = [];
    private readonly List<double>[] series;
    private readonly LiveOxygen? oxygen;
    private SampleReader reader;

    public LiveReader(IBeatingBody run, IReadOnlyList<SiteRow> sites, LiveOptions options)
    {
        (body, this.sites, deadBand) = (run.Network, sites, options.DeadBand);
        siteProbes = new BodyProbes(body, sites, withVessels: false);
        probes = [.. siteProbes.All.Concat(body.Vessels.Values.SelectMany(place => place.At(Middle)))
            .DistinctBy(probe => probe.Id)];
        series = [.. probes.Select(_ => new List<double>())];
        reader = run.Reader(probes);
        oxygen = LiveOxygen.For(body.Model, run, options.SampleInterval);
    }

    /// <summary>Goes on with the same body, built anew.</summary>
    public void Follow(IBeatingBody run)
    {
        reader = run.Reader(probes);
        oxygen?.Follow(run);
    }

    /// <summary>Takes a sample.</summary>
    public void Sample(double time)
    {
        reader.Read();
        oxygen?.Sample();
        times.Add(time);
        for (int i = 0; i < series.Length; i++) series[i].Add(reader.Values[i]);
    }

    /// <summary>What was sampled since the frame before; null: nothing was.</summary>
    public LiveFrame? Frame(IReadOnlyDictionary<string, double> controls)
    {
        if (times.Count == 0) return null;
        Dictionary<string, double[]> values = [];
        for (int i = 0; i < probes.Length; i++)
        {
            values[probes[i].Id] = [.. series[i]];
            series[i].Clear();
        }

        var recording = new Recording([.. times], values);
        times.Clear();
        IReadOnlyList<VesselRow> rows = body.Model.Vessels;
        double[] pressure = new double[rows.Count], flow = new double[rows.Count], velocity = new double[rows.Count];
        double[] ratio = new double[rows.Count], reflux = new double[rows.Count];
        for (int i = 0; i < rows.Count; i++)
        {
            if (!body.Vessels.TryGetValue(rows[i].Id, out VesselPlace? place)) continue;   // occluded
            double[] q = place.Flow(Middle, recording), a = place.Area(Middle, recording);
            pressure[i] = Pressure.FromPascals(place.Pressure(Middle, recording)[^1]).MillimetresOfMercury;
            flow[i] = Flow.FromCubicMetresPerSecond(q[^1]).MillilitresPerMinute;
            velocity[i] = Length.FromMetres(q[^1] / a[^1]).Centimetres;
            ratio[i] = Area.FromSquareMetres(a[^1]).SquareCentimetres / rows[i].RestArea;
            int back = 0;
            for (int k = 0; k < q.Length; k++)
                if (Length.FromMetres(q[k] / a[k]).Centimetres < -deadBand) back++;
            reflux[i] = (double)back / q.Length;
        }

        return new LiveFrame
        {
            Time = recording.Times[^1],
            Pressure = pressure,
            Flow = flow,
            Velocity = velocity,
            AreaRatio = ratio,
            Reflux = reflux,
            Saturation = oxygen?.Saturation,
            Times = recording.Times,
            Sites = [.. sites.Select(site => Waves(site, recording))],
            Controls = controls,
        };
    }

    private LiveSite Waves(SiteRow site, Recording recording)
    {
        SiteWaves waves = SiteWaves.Of(site, siteProbes, recording);
        return new LiveSite(site.Id, waves.Pressure, waves.Flow, waves.Area, waves.Velocity);
    }
}
