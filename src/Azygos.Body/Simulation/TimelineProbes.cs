using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Body.Timeline;
using Azygos.Circulation.Running;
using Azygos.Quantities;

namespace Azygos.Body.Simulation;

/// <summary>What is recorded while a timeline goes on: the sites and the places asked for, and no vessel beyond.</summary>
internal sealed class TimelineProbes
{
    private readonly BodyNetwork body;
    private readonly BodyTimeline timeline;
    private readonly IReadOnlyList<SiteRow> sites;
    private readonly BodyProbes siteProbes;
    private readonly double deadBand;

    public TimelineProbes(
        BodyNetwork body, IReadOnlyList<SiteRow> sites, BodyTimeline timeline, double deadBand)
    {
        this.deadBand = deadBand;
        this.body = body;
        this.sites = sites;
        this.timeline = timeline;
        siteProbes = new BodyProbes(body, sites, withVessels: false);
        IEnumerable<Probe> places = timeline.Places
            .SelectMany(place => body.Vessels.TryGetValue(place.Vessel, out VesselPlace? found)
                ? found.At(place.Position)
                : []);
        All = [.. siteProbes.All.Concat(places).DistinctBy(probe => probe.Id)];
    }

    public IReadOnlyList<Probe> All { get; }

    public TimelineResult Result(Recording recording, double startedAfter, TimelineDrives drives)
    {
        List<Wave> waves = [];
        List<TimelineSite> results = [];
        IReadOnlyList<EventMark> marks = timeline.Marks;
        foreach (SiteRow site in sites)
        {
            SiteWaves one = SiteWaves.Of(site, siteProbes, recording);
            waves.AddRange(one.All(site.Id));
            results.Add(new TimelineSite(
                site, one.Window(recording.Times, 0, double.PositiveInfinity, deadBand),
                [.. marks.Where(mark => recording.Times.Length > 0 && mark.From <= recording.Times[^1])
                    .Select(mark => one.Window(recording.Times, mark.From, mark.Until, deadBand))]));
        }

        return new TimelineResult
        {
            StartedAfter = startedAfter,
            Times = recording.Times,
            Marks = marks,
            Drives = drives,
            Waves = waves,
            Places = [.. timeline.Places.Select(place => At(place, recording))],
            Sites = results,
        };
    }

    private PlaceWaves At(BodyPlace place, Recording recording)
    {
        if (!body.Vessels.TryGetValue(place.Vessel, out VesselPlace? found))
        {
            // Occluded: it has no blood, and no pressure to speak of.
            double[] none = new double[recording.Times.Length];
            return new PlaceWaves(place, none, none, none, none);
        }

        SiteWaves waves = new(
            found.Pressure(place.Position, recording), found.Flow(place.Position, recording),
            found.Area(place.Position, recording));
        return new PlaceWaves(place, waves.Pressure, waves.Flow!, waves.Area!, waves.Velocity!);
    }
}

/// <summary>The waves of one place in the units that people use.</summary>
internal sealed class SiteWaves
{
    public SiteWaves(double[] pressure, double[]? flow, double[]? area)
    {
        Pressure = [.. pressure.Select(p => Quantities.Pressure.FromPascals(p).MillimetresOfMercury)];
        if (flow is null || area is null) return;
        Flow = [.. flow.Select(q => Quantities.Flow.FromCubicMetresPerSecond(q).MillilitresPerMinute)];
        Area = [.. area.Select(a => Quantities.Area.FromSquareMetres(a).SquareCentimetres)];
        Velocity = [.. flow.Zip(area, (q, a) => a > 0 ? Length.FromMetres(q / a).Centimetres : 0)];
    }

    /// <summary>The waves of a site.</summary>
    public static SiteWaves Of(SiteRow site, BodyProbes probes, Recording recording) =>
        new(probes.Pressure(site, recording), probes.Flow(site, recording), probes.Area(site, recording));

    /// <summary>[mmHg].</summary>
    public double[] Pressure { get; }

    /// <summary>[mL/min]; null without a vessel.</summary>
    public double[]? Flow { get; }

    /// <summary>[cm²].</summary>
    public double[]? Area { get; }

    /// <summary>[cm/s]; an occluded vessel has none.</summary>
    public double[]? Velocity { get; }

    public IEnumerable<Wave> All(string site)
    {
        yield return new Wave(site, "pressure_mmHg", Pressure);
        if (Flow is null) yield break;
        yield return new Wave(site, "flow_mL_min", Flow);
        yield return new Wave(site, "area_cm2", Area!);
        yield return new Wave(site, "velocity_cm_s", Velocity!);
    }

    /// <summary>Figures of a stretch of time; of one sample where it is shorter than an interval.</summary>
    public WindowResult Window(double[] times, double from, double until, double deadBand)
    {
        int first = Array.FindIndex(times, time => time >= from - Rounding);
        int last = Array.FindLastIndex(times, time => time <= until + Rounding);
        if (first < 0) first = times.Length - 1;
        Range range = first..(Math.Max(first, last) + 1);
        double step = times.Length > 1 ? times[1] - times[0] : 0;
        return new WindowResult
        {
            Pressure = Summarise(Pressure[range]),
            Flow = Flow is null ? null : Summarise(Flow[range]),
            Area = Area is null ? null : Summarise(Area[range]),
            Velocity = Velocity is null ? null : Summarise(Velocity[range]),
            Reverse = Velocity is null ? null : Reverse(Velocity[range], step, deadBand),
        };
    }

    // A sample this near to the edge of a window is in it: times carry rounding [s].
    private const double Rounding = 1e-9;

    private static Summary Summarise(double[] values) => new(values.Average(), values.Min(), values.Max());

    // Chosen: two stretches of flow back that are no further apart are one; a gap as short as this is not seen between
    // the strokes of a Doppler spectrum [s].
    private const double Bridged = 0.1;

    private static ReverseFlow Reverse(double[] velocity, double step, double deadBand)
    {
        int count = 0, longest = 0, first = 0, last = int.MinValue / 2;
        double peak = 0;
        for (int i = 0; i < velocity.Length; i++)
        {
            if (!(velocity[i] < -deadBand)) continue;
            if ((i - last - 1) * step > Bridged + Rounding) first = i;
            last = i;
            count++;
            longest = Math.Max(longest, last - first + 1);
            peak = Math.Max(peak, -velocity[i]);
        }

        return new ReverseFlow(count * step, longest * step, peak);
    }
}
