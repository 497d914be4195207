using Azygos.Numerics;

namespace Azygos.Circulation.Transport;

/// <summary>How a substance spreads over a network on its mean flows: every node mixes what flows in, and passes it
/// on.</summary>
/// <remarks>
/// c_i Σ_out Q = Σ_in Q c_up − M_i, M_i what is consumed at node i; c is given at one node, which takes up or gives off
/// what the others consume. Upwind: a branch carries the concentration of the node that its mean flow comes from,
/// whatever end that is. The sum of all nodes is exact: uptake = Σ M to round-off. A node that no blood from the given
/// node reaches has no concentration. With to-and-fro flow mixed, each branch also exchanges, in both directions, what
/// crosses it and comes back within a period: the most that beats can mix; without it, the least.
/// </remarks>
/// <source choice="conservative upwind mixing, first order in the mean flows"/>
public sealed class SteadyMixing
{
    private readonly MeanFlows flows;
    private readonly SparseLu lu;
    private readonly int given;
    private readonly bool[] reached;
    private readonly List<(int From, int To, double Flow)> streams = [];

    /// <summary>Prepares mixing on flows.</summary>
    /// <param name="flows">Balanced mean flows.</param>
    /// <param name="givenNode">The node whose concentration is given.</param>
    /// <param name="mixesToAndFro">True: to-and-fro flow exchanges as much as it can; false: nothing.</param>
    public SteadyMixing(MeanFlows flows, string givenNode, bool mixesToAndFro)
    {
        ArgumentNullException.ThrowIfNull(flows);
        this.flows = flows;
        given = flows.PlaceOf(givenNode);
        foreach (MeanBranch branch in flows.Branches)
        {
            int from = flows.PlaceOf(branch.From), to = flows.PlaceOf(branch.To);
            if (branch.Flow > 0) streams.Add((from, to, branch.Flow));
            if (branch.Flow < 0) streams.Add((to, from, -branch.Flow));
            if (!mixesToAndFro || branch.Flow == 0 || branch.ToAndFro == 0) continue;
            streams.Add((from, to, branch.ToAndFro));
            streams.Add((to, from, branch.ToAndFro));
        }

        while (RemoveDeadEnds()) { }
        reached = Reached();
        lu = new SparseLu(flows.Nodes.Count, streams.Select(s => (s.To, s.From)), new int[flows.Nodes.Count]);
        double[] values = new double[lu.NonZeros];
        for (int i = 0; i < reached.Length; i++)
            if (IsKnown(i)) values[lu.PositionOf(i, i)] = 1;
        foreach ((int from, int to, double flow) in streams)
        {
            if (!IsKnown(from)) values[lu.PositionOf(from, from)] += flow;
            if (!IsKnown(from) && !IsKnown(to)) values[lu.PositionOf(to, from)] -= flow;
        }

        if (!lu.TryFactor(values, out int failed))
            throw new InvalidOperationException($"Blood that reaches '{flows.Nodes[failed]}' does not leave it.");
    }

    /// <summary>Concentrations where some nodes consume.</summary>
    /// <param name="concentration">Concentration at the given node [1].</param>
    /// <param name="consumption">What nodes consume, by node [m³/s]; none at nodes that are not named.</param>
    public MixedState Solve(double concentration, IReadOnlyDictionary<string, double> consumption)
    {
        ArgumentNullException.ThrowIfNull(consumption);
        double[] c = new double[flows.Nodes.Count];
        c[given] = concentration;
        foreach ((int from, int to, double flow) in streams)
            if (from == given && !IsKnown(to)) c[to] += flow * concentration;
        foreach ((string node, double consumed) in consumption)
            if (!IsKnown(flows.PlaceOf(node))) c[flows.PlaceOf(node)] -= consumed;
        lu.Solve(c);
        double uptake = 0;
        foreach ((int from, int to, double flow) in streams)
        {
            if (from == given) uptake += flow * concentration;
            if (to == given && reached[from]) uptake -= flow * c[from];
        }

        return new MixedState(
            flows, [.. c.Select((value, i) => reached[i] ? value : (double?)null)], uptake, Arriving(c));
    }

    // Mean concentration of what flows into each node, what it consumes apart.
    private double?[] Arriving(double[] c)
    {
        double[] amount = new double[c.Length], flow = new double[c.Length];
        foreach ((int from, int to, double q) in streams)
        {
            if (!reached[from]) continue;
            amount[to] += q * c[from];
            flow[to] += q;
        }

        return [.. amount.Select((a, i) => flow[i] > 0 ? a / flow[i] : (double?)null)];
    }

    // A node that is not reached is cut out: no stream leads from it to one that is, because flows balance.
    private bool IsKnown(int node) => node == given || !reached[node];

    // A node that nothing leaves takes nothing in but the round-off of balancing.
    private bool RemoveDeadEnds()
    {
        HashSet<int> left = [given, .. streams.Select(s => s.From)];
        return streams.RemoveAll(s => !left.Contains(s.To)) > 0;
    }

    private bool[] Reached()
    {
        ILookup<int, int> next = streams.ToLookup(s => s.From, s => s.To);
        bool[] found = new bool[flows.Nodes.Count];
        var waiting = new Queue<int>([given]);
        found[given] = true;
        while (waiting.TryDequeue(out int node))
            foreach (int to in next[node])
                if (!found[to])
                {
                    found[to] = true;
                    waiting.Enqueue(to);
                }

        return found;
    }
}

/// <summary>Concentrations over a network.</summary>
/// <source choice="result of steady mixing"/>
public sealed class MixedState
{
    private readonly MeanFlows flows;
    private readonly double?[] concentration, arriving;

    internal MixedState(MeanFlows flows, double?[] concentration, double uptake, double?[] arriving)
    {
        this.flows = flows;
        this.concentration = concentration;
        this.arriving = arriving;
        Uptake = uptake;
    }

    /// <summary>What the given node took up [m³/s].</summary>
    public double Uptake { get; }

    /// <summary>Concentration at a node [1]; null where nothing of the given node arrives.</summary>
    public double? At(string node) => flows.Has(node) ? concentration[flows.PlaceOf(node)] : null;

    /// <summary>Mean concentration of what flows into a node [1], before it consumes; null where nothing flows
    /// in.</summary>
    public double? Into(string node) => flows.Has(node) ? arriving[flows.PlaceOf(node)] : null;
}
