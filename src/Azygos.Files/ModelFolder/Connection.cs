using Azygos.Body.Model;
using Azygos.Files.Faults;
using Azygos.Files.Tables;

namespace Azygos.Files.ModelFolder;

/// <summary>Checks that every node hangs together with the heart.</summary>
internal static class Connection
{
    /// <summary>The two spaces of cerebrospinal fluid: the brain's beds join them to the blood, not a vessel.</summary>
    private static readonly string[] FluidNodes = ["csf_cranial", "csf_spinal"];

    /// <summary>Adds one fault for each part that nothing joins to the heart, at its first node.</summary>
    /// <remarks>
    /// A part that touches a row with a broken reference is left out: its real fault is reported there.
    /// </remarks>
    public static void Check(BodyModel model, RowPlaces places, FaultList faults)
    {
        Dictionary<string, int> nodes = [];
        for (int i = 0; i < model.Nodes.Count; i++)
        {
            nodes.TryAdd(model.Nodes[i].Id, i);
        }
        Parts parts = new(model.Nodes.Count);
        Join(parts, nodes, model);
        HashSet<int> heart =
            [.. model.Chambers.Where(c => nodes.ContainsKey(c.Node)).Select(c => parts.Of(nodes[c.Node]))];
        if (heart.Count == 0)
        {
            return;
        }
        HashSet<int> reported = [];
        for (int i = 0; i < model.Nodes.Count; i++)
        {
            int part = parts.Of(i);
            if (places.IsSound(ModelTables.Nodes, i) && !FluidNodes.Contains(model.Nodes[i].Id)
                && !heart.Contains(part) && !parts.IsDoubtful(i) && reported.Add(part))
            {
                string[] others = [.. Enumerable.Range(i + 1, model.Nodes.Count - i - 1)
                    .Where(j => parts.Of(j) == part).Select(j => model.Nodes[j].Id)];
                string company = others.Length == 0 ? "" : $", nor are {string.Join(", ", others.Take(5))}"
                    + (others.Length > 5 ? $" and {others.Length - 5} more" : "");
                faults.Add(places.Fault(ModelTables.Nodes, i, model.Nodes[i].Id, "id", model.Nodes[i].Id,
                    $"is not joined to the heart by any vessel, bed, vein, compartment or valve{company}"));
            }
        }
    }

    /// <summary>Nodes of a sound model that nothing joins to the heart.</summary>
    public static IEnumerable<string> Apart(BodyModel model)
    {
        Dictionary<string, int> nodes = Enumerable.Range(0, model.Nodes.Count).ToDictionary(i => model.Nodes[i].Id);
        Parts parts = new(model.Nodes.Count);
        Join(parts, nodes, model);
        HashSet<int> heart = [.. model.Chambers.Select(chamber => parts.Of(nodes[chamber.Node]))];
        return model.Nodes.Select(node => node.Id)
            .Where(id => !FluidNodes.Contains(id) && !heart.Contains(parts.Of(nodes[id])));
    }

    private static void Join(Parts parts, Dictionary<string, int> nodes, BodyModel model)
    {
        foreach ((string from, string to) in Pairs(model))
        {
            bool first = nodes.TryGetValue(from, out int a), second = nodes.TryGetValue(to, out int b);
            if (first && second)
            {
                parts.Join(a, b);
            }
            else if (first || second)
            {
                parts.Doubt(first ? a : b);
            }
        }
    }

    private static IEnumerable<(string From, string To)> Pairs(BodyModel model)
    {
        Dictionary<string, string> arteries = [];
        foreach (CerebralBedRow bed in model.CerebralBeds)
        {
            arteries.TryAdd(bed.Id, bed.Artery);
        }
        return model.Vessels.Select(row => (row.From, row.To))
            .Concat(model.Beds.Select(row => (row.Artery, row.Vein)))
            .Concat(model.CerebralDrains.Select(row => (arteries.GetValueOrDefault(row.Bed, ""), row.Vein)))
            .Concat(model.BridgingVeins.Select(row => (row.From, row.To)))
            .Concat(model.Compartments.Select(row => (row.From, row.To)))
            .Concat(model.Valves.Select(row => (row.From, row.To)));
    }

    /// <summary>Parts of a graph that grow together (union and find), with those that touch something broken.</summary>
    private sealed class Parts(int count)
    {
        private readonly int[] parent = [.. Enumerable.Range(0, count)];
        private readonly HashSet<int> doubtful = [];

        public int Of(int node)
        {
            while (parent[node] != node)
            {
                node = parent[node] = parent[parent[node]];
            }
            return node;
        }

        public void Join(int a, int b) => parent[Of(a)] = Of(b);

        public void Doubt(int node) => doubtful.Add(node);

        public bool IsDoubtful(int node) => doubtful.Any(other => Of(other) == Of(node));
    }
}
