namespace Azygos.Numerics;

/// <summary>The order in which the unknowns of a sparse system are eliminated, and the entries that come up on the
/// way.</summary>
/// <remarks>
/// The unknown whose elimination can fill least is next: the product of the other entries in its row and in its column
/// is smallest (Markowitz). Of equals, the one that waits for the fewest others in a row: a chain is halved again and
/// again instead of unravelled from its end, and a processor finds more to do at once. Then ties by index, so that the
/// order (and every bit of a result) is the same on every machine. Unknowns of a lower class go before those of a higher
/// one. Pivots stay on the diagonal.
/// </remarks>
/// <source doi="10.1287/mnsc.3.3.255" at="product of row and column counts"/>
internal sealed class EliminationOrder
{
    private readonly HashSet<int>[] row, column;   // what is left of each row and column, without the diagonal

    /// <summary>Eliminates symbolically.</summary>
    /// <param name="size">Number of unknowns.</param>
    /// <param name="couplings">Pairs (row, column) that may be non-zero.</param>
    /// <param name="eliminationClass">Class of each unknown; shape [size].</param>
    public EliminationOrder(int size, IEnumerable<(int Row, int Column)> couplings, ReadOnlySpan<int> eliminationClass)
    {
        row = [.. Enumerable.Range(0, size).Select(_ => new HashSet<int>())];
        column = [.. Enumerable.Range(0, size).Select(_ => new HashSet<int>())];
        foreach ((int r, int c) in couplings)
        {
            if (r == c) continue;
            row[r].Add(c);
            column[c].Add(r);
        }

        Unknown = new int[size];
        Place = new int[size];
        Upper = new int[size][];
        Lower = new int[size][];
        Eliminate([.. eliminationClass]);
    }

    /// <summary>Unknown at each place of the order; shape [size].</summary>
    public int[] Unknown { get; }

    /// <summary>Place of each unknown; shape [size].</summary>
    public int[] Place { get; }

    /// <summary>Unknowns right of the pivot at each place, fill included.</summary>
    public int[][] Upper { get; }

    /// <summary>Unknowns below the pivot at each place, fill included.</summary>
    public int[][] Lower { get; }

    private void Eliminate(int[] classes)
    {
        var waiting = new PriorityQueue<int, (int Class, long Fill, int Height, int Index)>();
        var done = new bool[Unknown.Length];
        var height = new int[Unknown.Length];   // longest chain of pivots that have to be known before
        for (int i = 0; i < Unknown.Length; i++)
            waiting.Enqueue(i, Rank(i));
        for (int k = 0; k < Unknown.Length; k++)
        {
            int pivot = Next();
            done[pivot] = true;
            (Unknown[k], Place[pivot]) = (pivot, k);
            (Upper[k], Lower[k]) = ([.. row[pivot]], [.. column[pivot]]);
            foreach (int r in Lower[k])
            {
                row[r].Remove(pivot);
                foreach (int c in Upper[k])
                    if (r != c && row[r].Add(c)) column[c].Add(r);
            }

            foreach (int c in Upper[k])
                column[c].Remove(pivot);
            foreach (int i in Lower[k].Union(Upper[k]))
                height[i] = Math.Max(height[i], height[pivot] + 1);
            foreach (int i in Lower[k].Union(Upper[k]))
                waiting.Enqueue(i, Rank(i));
        }

        // An unknown waits once for every count it has had; only the present one counts.
        int Next()
        {
            while (waiting.TryDequeue(out int i, out (int, long, int, int) rank))
                if (!done[i] && rank == Rank(i)) return i;
            throw new InvalidOperationException("An unknown was lost.");
        }

        (int, long, int, int) Rank(int i) => (classes[i], (long)row[i].Count * column[i].Count, height[i], i);
    }
}
