using Azygos.Numerics;

namespace Azygos.Circulation.Transport;

/// <summary>Mean flows of a network that balance at every node.</summary>
/// <remarks>
/// Sampled means do not balance to the last digit: samples are no integrals, and a period repeats the one before to a
/// tolerance. Each flow Q becomes Q + |Q| (φ_from − φ_to), the smallest change, as a share of the flows themselves, that
/// brings in at every node what goes out: Σ |Q| (φ_i − φ_j) = imbalance of node i, one sparse solve. A branch without
/// flow stays without.
/// </remarks>
/// <source choice="weighted least squares; so that mixing on the flows conserves what it carries"/>
public sealed class MeanFlows
{
    // Chosen: below this share of the largest flow a branch carries round-off, not blood.
    private const double Least = 1e-12;

    // The second pass takes out what the round-off of the first left.
    private const int Passes = 2;

    private readonly Dictionary<string, int> places;

    private MeanFlows(IReadOnlyList<MeanBranch> branches, double largestCorrection, string worstBranch)
    {
        Branches = branches;
        LargestCorrection = largestCorrection;
        WorstBranch = worstBranch;
        Nodes = [.. branches.SelectMany(b => new[] { b.From, b.To }).Distinct()];
        places = Nodes.Select((node, i) => (node, i)).ToDictionary(pair => pair.node, pair => pair.i);
    }

    /// <summary>Nodes, in the order in which branches name them.</summary>
    public IReadOnlyList<string> Nodes { get; }

    /// <summary>Branches with the balanced flows, in the order given.</summary>
    public IReadOnlyList<MeanBranch> Branches { get; }

    /// <summary>Largest change that balancing made to a flow [m³/s].</summary>
    public double LargestCorrection { get; }

    /// <summary>The branch it was made to; empty when there was none.</summary>
    public string WorstBranch { get; }

    /// <summary>Place of a node in <see cref="Nodes"/>.</summary>
    /// <exception cref="KeyNotFoundException">No branch names it.</exception>
    public int PlaceOf(string node) => places.TryGetValue(node, out int place)
        ? place
        : throw new KeyNotFoundException($"No branch begins or ends at a node '{node}'.");

    /// <summary>True when a branch begins or ends at the node.</summary>
    public bool Has(string node) => places.ContainsKey(node);

    /// <summary>Balances mean flows.</summary>
    /// <param name="branches">Branches of the whole network: nothing may enter or leave it elsewhere.</param>
    public static MeanFlows Balanced(IReadOnlyList<MeanBranch> branches)
    {
        ArgumentNullException.ThrowIfNull(branches);
        double largest = branches.Select(b => Math.Abs(b.Flow)).DefaultIfEmpty().Max();
        var raw = new MeanFlows(branches, 0, "");
        double[] flow = [.. branches.Select(b => Math.Abs(b.Flow) > Least * largest ? b.Flow : 0)];
        int[] from = [.. branches.Select(b => raw.PlaceOf(b.From))], to = [.. branches.Select(b => raw.PlaceOf(b.To))];
        for (int pass = 0; pass < Passes; pass++)
            Correct(raw.Nodes.Count, from, to, flow);
        (double worst, string where) = (0, "");
        for (int b = 0; b < flow.Length; b++)
        {
            if (Math.Abs(flow[b]) <= Least * largest) flow[b] = 0;
            double change = Math.Abs(flow[b] - branches[b].Flow);
            if (change > worst) (worst, where) = (change, branches[b].Id);
        }

        return new([.. branches.Select((b, i) => b with { Flow = flow[i] })], worst, where);
    }

    private static void Correct(int nodes, int[] from, int[] to, double[] flow)
    {
        int[] ground = Grounds(nodes, from, to, flow);
        var lu = new SparseLu(
            nodes, Enumerable.Range(0, flow.Length).SelectMany(b => new[] { (from[b], to[b]), (to[b], from[b]) }),
            new int[nodes]);
        double[] values = new double[lu.NonZeros], φ = new double[nodes];
        for (int i = 0; i < nodes; i++)
            if (ground[i] == i) values[lu.PositionOf(i, i)] = 1;
        for (int b = 0; b < flow.Length; b++)
        {
            double w = Math.Abs(flow[b]);
            if (w == 0 || from[b] == to[b]) continue;
            Add(from[b], to[b], w);
            Add(to[b], from[b], w);
            if (ground[from[b]] != from[b]) φ[from[b]] -= flow[b];
            if (ground[to[b]] != to[b]) φ[to[b]] += flow[b];
        }

        if (!lu.TryFactor(values, out int failed))
            throw new InvalidOperationException($"Flows of node {failed} cannot be balanced.");
        lu.Solve(φ);
        for (int b = 0; b < flow.Length; b++)
            flow[b] += Math.Abs(flow[b]) * (φ[from[b]] - φ[to[b]]);

        // Row and column of a grounded node stay those of the identity.
        void Add(int i, int j, double w)
        {
            if (ground[i] == i) return;
            values[lu.PositionOf(i, i)] += w;
            if (ground[j] != j) values[lu.PositionOf(i, j)] -= w;
        }
    }

    // The node of each connected part at which φ = 0: the first of the part.
    private static int[] Grounds(int nodes, int[] from, int[] to, double[] flow)
    {
        int[] parent = [.. Enumerable.Range(0, nodes)];
        for (int b = 0; b < flow.Length; b++)
        {
            if (flow[b] == 0) continue;
            int x = Root(from[b]), y = Root(to[b]);
            parent[Math.Max(x, y)] = Math.Min(x, y);
        }

        return [.. parent.Select((_, i) => Root(i))];

        int Root(int i)
        {
            while (parent[i] != i) i = parent[i] = parent[parent[i]];
            return i;
        }
    }
}
