using Azygos.Body.Building;
using Azygos.Body.Gases;
using Azygos.Body.Model;
using Azygos.Circulation.Running;

namespace Azygos.Body.Simulation;

/// <summary>What a body's run records: the sites first (they are judged for periodicity), then every node for the
/// drawing, and the flow of every branch.</summary>
internal sealed class BodyProbes
{
    /// <summary>Element whose mean flow is the cardiac output.</summary>
    public const string OutletValve = "aortic";

    private readonly BodyNetwork body;
    private readonly List<Probe> probes = [];
    private readonly HashSet<string> known = [];

    /// <param name="body">What was built.</param>
    /// <param name="sites">The sites.</param>
    /// <param name="withVessels">False: the sites alone.</param>
    public BodyProbes(BodyNetwork body, IReadOnlyList<SiteRow> sites, bool withVessels = true)
    {
        this.body = body;
        foreach (SiteRow site in sites)
            AddSite(site);
        if (!withVessels)
        {
            All = probes;
            return;
        }

        int judged = probes.Count;
        Add(Probe.Flow(OutletValve));
        foreach (VesselRow vessel in body.Model.Vessels)
        {
            AddNode(vessel.From);
            AddNode(vessel.To);
        }

        foreach (BridgingVeinRow bridge in body.Model.BridgingVeins)
        {
            AddNode(bridge.From);
            AddNode(bridge.To);
        }

        AddNode(BodyBuilder.CranialFluid);
        Flows = new BodyFlows(body);
        foreach (Probe probe in Flows.Probes) Add(probe);

        Marks = [.. body.Model.Marks.Select(mark => MarkProbes.Of(body, mark))];
        foreach (Probe probe in Marks.SelectMany(mark => mark.All)) Add(probe);
        All = [.. probes.Select((p, i) => i < judged ? p : p with { Judged = false })];
    }

    public IReadOnlyList<Probe> All { get; }

    /// <summary>Flows of every branch; null where the sites alone are recorded.</summary>
    public BodyFlows? Flows { get; }

    /// <summary>What is recorded at changed places.</summary>
    public IReadOnlyList<MarkProbes> Marks { get; } = [];

    /// <summary>Pressure [Pa] at a site.</summary>
    public double[] Pressure(SiteRow site, Recording recording) =>
        body.Vessels.TryGetValue(site.Vessel, out VesselPlace? place)
            ? place.Pressure(site.Position, recording)
            : body.HasNode(NodeOf(site)) ? recording[NodeOf(site)] : new double[recording.Times.Length];

    /// <summary>Flow [m³/s] at a site's vessel, zero where it is occluded, null without a vessel.</summary>
    public double[]? Flow(SiteRow site, Recording recording) => site.Vessel == "" ? null
        : body.Vessels.TryGetValue(site.Vessel, out VesselPlace? place)
            ? place.Flow(site.Position, recording)
            : new double[recording.Times.Length];

    /// <summary>Lumen area [m²] at a site's vessel, zero where it is occluded, null without a vessel.</summary>
    public double[]? Area(SiteRow site, Recording recording) => site.Vessel == "" ? null
        : body.Vessels.TryGetValue(site.Vessel, out VesselPlace? place)
            ? place.Area(site.Position, recording)
            : new double[recording.Times.Length];

    private string NodeOf(SiteRow site)
    {
        if (site.Node != "") return site.Node;
        VesselRow vessel = body.Model.Vessels.First(v => v.Id == site.Vessel);
        return site.Position <= 0.5 ? vessel.From : vessel.To;
    }

    private void AddSite(SiteRow site)
    {
        if (!body.Vessels.TryGetValue(site.Vessel, out VesselPlace? place))
        {
            AddNode(NodeOf(site));
            return;
        }

        foreach (Probe probe in place.At(site.Position)) Add(probe);
    }

    private void AddNode(string node)
    {
        if (body.HasNode(node)) Add(Probe.Pressure(node));
    }

    private void Add(Probe probe)
    {
        if (known.Add(probe.Id)) probes.Add(probe);
    }
}
