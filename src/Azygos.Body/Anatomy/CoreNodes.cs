using Azygos.Body.Building;
using Azygos.Body.Model;

namespace Azygos.Body.Anatomy;

/// <summary>The nodes that core detail keeps, and for every other node the nearest kept one.</summary>
/// <remarks>
/// A node is kept when a vessel of tier 1, a valve, a compartment, a chamber, a bridging vein or the cerebrospinal fluid
/// touches it, or when no vessel of tier 2 does. Nearest is the least length of vessel, from an arterial node toward
/// the heart (against the flow) and from a venous node toward the heart (with the flow).
/// </remarks>
internal sealed class CoreNodes
{
    private readonly HashSet<string> kept;
    private readonly Dictionary<string, List<(string Next, double Length)>> upstream = [], downstream = [];

    public CoreNodes(BodyModel model)
    {
        List<VesselRow> dropped = [.. model.Vessels.Where(vessel => vessel.Tier > 1)];
        HashSet<string> touched = [.. dropped.SelectMany(vessel => new[] { vessel.From, vessel.To })];
        kept = [.. model.Nodes.Select(node => node.Id).Except(touched), .. Anchors(model)];
        foreach (VesselRow vessel in dropped)
        {
            Add(upstream, vessel.To, vessel.From, vessel.Length);
            Add(downstream, vessel.From, vessel.To, vessel.Length);
        }
    }

    public bool Keeps(string node) => kept.Contains(node);

    /// <summary>Nearest kept node against the flow; null when there is none.</summary>
    public string? Upstream(string node) => Nearest(node, upstream);

    /// <summary>Nearest kept node with the flow; null when there is none.</summary>
    public string? Downstream(string node) => Nearest(node, downstream);

    private static IEnumerable<string> Anchors(BodyModel model) =>
        model.Vessels.Where(vessel => vessel.Tier == 1).SelectMany(vessel => new[] { vessel.From, vessel.To })
            .Concat(model.Valves.SelectMany(valve => new[] { valve.From, valve.To }))
            .Concat(model.Compartments.SelectMany(part => new[] { part.From, part.To }))
            .Concat(model.Chambers.Select(chamber => chamber.Node))
            .Concat(model.BridgingVeins.SelectMany(bridge => new[] { bridge.From, bridge.To }))
            .Append(BodyBuilder.CranialFluid).Append(BodyBuilder.SpinalFluid);

    private static void Add(
        Dictionary<string, List<(string Next, double Length)>> ways, string from, string to, double length)
    {
        if (!ways.TryGetValue(from, out List<(string Next, double Length)>? next)) ways[from] = next = [];
        next.Add((to, length));
    }

    // Dijkstra from the node; of two equally near ones the first by name, so that the order of rows does not matter.
    private string? Nearest(string node, Dictionary<string, List<(string Next, double Length)>> ways)
    {
        PriorityQueue<string, (double Length, string Name)> reached = new(NearThenByName);
        HashSet<string> done = [];
        reached.Enqueue(node, (0, node));
        while (reached.TryDequeue(out string? here, out (double Length, string Name) at))
        {
            if (kept.Contains(here)) return here;
            if (!done.Add(here) || !ways.TryGetValue(here, out List<(string Next, double Length)>? next)) continue;
            foreach ((string other, double length) in next)
                reached.Enqueue(other, (at.Length + length, other));
        }

        return null;
    }

    private static Comparer<(double Length, string Name)> NearThenByName { get; } =
        Comparer<(double Length, string Name)>.Create((a, b) => a.Length.CompareTo(b.Length) is var order and not 0
            ? order : string.CompareOrdinal(a.Name, b.Name));
}
