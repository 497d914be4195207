using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Circulation.Running;

namespace Azygos.Body.Simulation;

/// <summary>What a body's run records: the sites first (they are judged for periodicity), then every vessel and node
/// for the drawing.</summary>
internal sealed class BodyProbes
{
    /// <summary>Element whose mean flow is the cardiac output.</summary>
    public const string OutletValve = "aortic";

    private readonly BodyNetwork body;
    private readonly List<Probe> probes = [];
    private readonly HashSet<string> known = [];

    public BodyProbes(BodyNetwork body, IReadOnlyList<SiteRow> sites)
    {
        this.body = body;
        foreach (SiteRow site in sites)
            AddSite(site);
        int judged = probes.Count;
        Add(OutletValve, OutletValve, "flow");
        foreach (VesselRow vessel in body.Model.Vessels)
        {
            Add(vessel.From, vessel.From, Probe.PressureQuantity);
            Add(vessel.To, vessel.To, Probe.PressureQuantity);
            if (!body.Vessels.TryGetValue(vessel.Id, out VesselCells? cells)) continue;
            string middle = cells.Elements[cells.CellAt(0.5)];
            Add(middle + ":flow", middle, "flow");
            if (cells.FixedArea is null) Add(middle + ":area", middle, "area");
        }

        All = [.. probes.Select((p, i) => i < judged ? p : p with { Judged = false })];
    }

    public IReadOnlyList<Probe> All { get; }

    /// <summary>Pressure [Pa] at a site, as the mean of the two ends of its cell.</summary>
    public double[] Pressure(SiteRow site, Recording recording)
    {
        if (site.Vessel == "" || !body.Vessels.TryGetValue(site.Vessel, out VesselCells? cells))
            return recording[NodeOf(site)];
        int k = cells.CellAt(site.Position);
        double[] a = recording[cells.Nodes[k]], b = recording[cells.Nodes[k + 1]];
        return [.. a.Zip(b, (x, y) => 0.5 * (x + y))];
    }

    /// <summary>Flow [m³/s] at a site's vessel, zero where it is occluded, null without a vessel.</summary>
    public double[]? Flow(SiteRow site, Recording recording) => site.Vessel == "" ? null
        : body.Vessels.TryGetValue(site.Vessel, out VesselCells? cells)
            ? recording[cells.Elements[cells.CellAt(site.Position)] + ":flow"]
            : new double[recording.Times.Length];

    /// <summary>Lumen area [m²] at a site's vessel, zero where it is occluded, null without a vessel.</summary>
    public double[]? Area(SiteRow site, Recording recording)
    {
        if (site.Vessel == "") return null;
        if (!body.Vessels.TryGetValue(site.Vessel, out VesselCells? cells)) return new double[recording.Times.Length];
        if (cells.FixedArea is not { } area) return recording[cells.Elements[cells.CellAt(site.Position)] + ":area"];
        var constant = new double[recording.Times.Length];
        Array.Fill(constant, area);
        return constant;
    }

    private string NodeOf(SiteRow site)
    {
        if (site.Node != "") return site.Node;
        VesselRow vessel = body.Model.Vessels.First(v => v.Id == site.Vessel);
        return site.Position <= 0.5 ? vessel.From : vessel.To;
    }

    private void AddSite(SiteRow site)
    {
        if (site.Vessel == "" || !body.Vessels.TryGetValue(site.Vessel, out VesselCells? cells))
        {
            string node = NodeOf(site);
            Add(node, node, Probe.PressureQuantity);
            return;
        }

        int k = cells.CellAt(site.Position);
        Add(cells.Nodes[k], cells.Nodes[k], Probe.PressureQuantity);
        Add(cells.Nodes[k + 1], cells.Nodes[k + 1], Probe.PressureQuantity);
        Add(cells.Elements[k] + ":flow", cells.Elements[k], "flow");
        if (cells.FixedArea is null) Add(cells.Elements[k] + ":area", cells.Elements[k], "area");
    }

    private void Add(string id, string place, string quantity)
    {
        if (known.Add(id)) probes.Add(new Probe(id, place, quantity));
    }
}
