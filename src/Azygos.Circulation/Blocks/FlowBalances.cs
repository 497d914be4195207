namespace Azygos.Circulation.Blocks;

/// <summary>The flows of all connections: those that elements carry, and those that follow from the balance of a
/// block.</summary>
internal sealed class FlowBalances(IReadOnlyList<BlockConnection> connections)
{
    private readonly BlockSeries?[] flows = new BlockSeries?[connections.Count];
    private readonly List<(BlockEnds Ends, BlockSeries Kept)> balances = [];

    /// <summary>The flow of a connection, known once <see cref="Solve"/> is done.</summary>
    public BlockSeries this[int connection] => flows[connection]!;

    /// <summary>Gives a flow; the first that is given counts.</summary>
    public void Give(int connection, BlockSeries flow) => flows[connection] ??= flow;

    /// <summary>What enters through some ends less what leaves through others is kept.</summary>
    public void Add(BlockEnds ends, BlockSeries kept) => balances.Add((ends, kept));

    /// <summary>Finds the flows that were not given.</summary>
    /// <remarks>By blocks with one unknown flow, those that keep nothing first: a rate of change is read only where it
    /// must be.</remarks>
    /// <exception cref="ArgumentException">A flow is not determined.</exception>
    public void Solve()
    {
        bool found = true;
        while (found)
            found = balances.Where(balance => balance.Kept.Terms.All(term => !term.Rate)).Any(SolveOne)
                || balances.Any(SolveOne);
        for (int i = 0; i < flows.Length; i++)
            if (flows[i] is null)
                throw new ArgumentException($"The flow of {connections[i].Name} is not determined: "
                    + "it lies in a ring of connections without resistance or inertance.");
    }

    private bool SolveOne((BlockEnds Ends, BlockSeries Kept) balance)
    {
        int[] unknown = [.. balance.Ends.Inlets.Concat(balance.Ends.Outlets).Where(end => flows[end] is null)];
        if (unknown.Length != 1) return false;
        bool enters = balance.Ends.Inlets.Contains(unknown[0]);
        BlockSeries sum = enters ? balance.Kept : BlockSeries.Nothing - balance.Kept;
        foreach (int end in balance.Ends.Inlets.Where(end => end != unknown[0]))
            sum = enters ? sum - flows[end]! : sum + flows[end]!;
        foreach (int end in balance.Ends.Outlets.Where(end => end != unknown[0]))
            sum = enters ? sum + flows[end]! : sum - flows[end]!;
        flows[unknown[0]] = sum;
        return true;
    }
}
