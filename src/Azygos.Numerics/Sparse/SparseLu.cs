using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Azygos.Numerics;

/// <summary>Sparse LU factorisation with an elimination order fixed once: no pivoting.</summary>
/// <remarks>
/// A = L U with unit lower L, rows and columns permuted alike. The order fills little inside classes: unknowns of class
/// 0 are eliminated before those of class 1, and so on, so a few unknowns that touch many others (a border) can be kept
/// for last, which is the same as eliminating the rest and solving their Schur complement. Values live in one array on
/// the filled pattern; callers assemble into positions asked for once. Where only the last unknowns' own entries have
/// changed, only their block is factored anew. Nothing is allocated after construction.
/// </remarks>
/// <source choice="pivot-free because the matrices here are diagonally dominant by columns"/>
public sealed class SparseLu
{
    private readonly int[] permuted;      // permuted[i]: place of unknown i in the elimination order
    private readonly int[] original;      // original[k]: unknown at place k
    private readonly bool isInOrder;      // unknown k is at place k
    private readonly int[] rowStart;      // filled pattern by rows of the permuted matrix; shape [n + 1]
    private readonly int[] column;        // sorted permuted columns; shape [non-zeros]
    private readonly int[] diagonal;      // index of the diagonal in each row; shape [n]
    private readonly double[] factor;     // L and U in place; shape [non-zeros]
    private readonly double[] inverse;    // of the pivots; shape [n]
    private readonly double[] work;       // one dense row; shape [n]

    // For each entry of L at p and each entry of U in the row it stands for: where their product is taken off. Shape
    // [operations]; those of p begin at targetStart[p].
    private readonly int[] target, targetStart;

    // The last unknowns, from this place on, and what the elimination of all others takes off their block.
    private readonly int blockStart;
    private readonly int[] blockColumn;     // first index of each row that lies in the block; shape [n]
    private readonly double[] taken;        // shape [non-zeros from the block's first row on]

    /// <summary>Orders and fills the pattern.</summary>
    /// <param name="size">Number of unknowns.</param>
    /// <param name="couplings">Pairs (row, column) that may be non-zero; the diagonal is added.</param>
    /// <param name="eliminationClass">Class of each unknown, low classes eliminated first; shape [size].</param>
    /// <param name="lastUnknowns">How many of the unknowns eliminated last <see cref="TryRefactor"/> serves.</param>
    public SparseLu(
        int size, IEnumerable<(int Row, int Column)> couplings, ReadOnlySpan<int> eliminationClass, int lastUnknowns = 0)
    {
        ArgumentNullException.ThrowIfNull(couplings);
        if (eliminationClass.Length != size)
            throw new ArgumentException("One elimination class is needed for each unknown.", nameof(eliminationClass));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)lastUnknowns, (uint)size, nameof(lastUnknowns));
        var order = new EliminationOrder(size, couplings, eliminationClass);
        (permuted, original) = (order.Place, order.Unknown);
        isInOrder = original.Select((unknown, place) => unknown == place).All(same => same);
        (rowStart, column, diagonal) = Lay(order);
        factor = new double[column.Length];
        inverse = new double[size];
        work = new double[size];
        (target, targetStart) = Plan();
        blockStart = size - lastUnknowns;
        blockColumn = [.. Enumerable.Range(0, size).Select(FirstInBlock)];
        taken = new double[column.Length - rowStart[blockStart]];
    }

    /// <summary>Number of unknowns.</summary>
    public int Size => original.Length;

    /// <summary>Stored values of the filled pattern: the length of the array that callers assemble into.</summary>
    public int NonZeros => column.Length;

    /// <summary>Multiplications of one factorisation.</summary>
    public int Operations => target.Length;

    /// <summary>Place of each unknown in the elimination order; shape [Size].</summary>
    public ReadOnlySpan<int> Place => permuted;

    /// <summary>First position of the rows that <see cref="TryRefactor"/> reads.</summary>
    public int LastRows => rowStart[blockStart];

    /// <summary>Position in the value array of the entry (row, column).</summary>
    /// <exception cref="ArgumentException">The pair is not in the pattern.</exception>
    public int PositionOf(int row, int column) => TryPositionOf(row, column, out int position)
        ? position
        : throw new ArgumentException($"Entry ({row}, {column}) is not in the pattern.");

    /// <summary>Position in the value array of the entry (row, column); false when it is not in the pattern.</summary>
    public bool TryPositionOf(int row, int column, out int position)
    {
        int k = permuted[row];
        position = Array.BinarySearch(this.column, rowStart[k], rowStart[k + 1] - rowStart[k], permuted[column]);
        return position >= 0;
    }

    /// <summary>Factors the matrix; false when a pivot is zero or not finite.</summary>
    /// <param name="values">Entries on the filled pattern, zero where filled; shape [NonZeros].</param>
    /// <param name="failedUnknown">The unknown whose pivot failed, −1 when none did.</param>
    public bool TryFactor(ReadOnlySpan<double> values, out int failedUnknown)
    {
        values.CopyTo(factor);
        if (!TryEliminate(0, blockStart, rowStart, diagonal, out failedUnknown)) return false;
        // In the block first what the others take off it, so that the same values give the same bits later.
        for (int i = blockStart; i < original.Length; i++)
            Array.Clear(factor, blockColumn[i], rowStart[i + 1] - blockColumn[i]);
        TryEliminate(blockStart, original.Length, rowStart, blockColumn, out _);
        factor.AsSpan(LastRows).CopyTo(taken);
        return TryRefactor(values, out failedUnknown);
    }

    /// <summary>Factors anew where only entries between the last unknowns have changed since the last
    /// factorisation.</summary>
    /// <param name="values">Entries on the filled pattern, of which only those between the last unknowns are read; shape
    /// [NonZeros].</param>
    /// <param name="failedUnknown">The unknown whose pivot failed, −1 when none did.</param>
    public bool TryRefactor(ReadOnlySpan<double> values, out int failedUnknown)
    {
        ReadOnlySpan<double> last = values[LastRows..];
        Span<double> own = factor.AsSpan(LastRows);
        for (int i = blockStart; i < original.Length; i++)
            for (int p = blockColumn[i] - LastRows; p < rowStart[i + 1] - LastRows; p++)
                own[p] = last[p] + taken[p];
        return TryEliminate(blockStart, original.Length, blockColumn, diagonal, out failedUnknown);
    }

    /// <summary>A x for a matrix given by its values on the filled pattern.</summary>
    /// <param name="values">Entries; shape [NonZeros].</param>
    /// <param name="vector">x; shape [Size].</param>
    /// <param name="product">A x on return; shape [Size].</param>
    public void Multiply(ReadOnlySpan<double> values, ReadOnlySpan<double> vector, Span<double> product)
    {
        for (int i = 0; i < original.Length; i++)
        {
            double sum = 0;
            for (int p = rowStart[i]; p < rowStart[i + 1]; p++)
                sum += values[p] * vector[original[column[p]]];
            product[original[i]] = sum;
        }
    }

    /// <summary>Solves A x = b with the last factorisation, in place.</summary>
    /// <param name="vector">b on entry, x on return; shape [Size].</param>
    public void Solve(Span<double> vector)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(vector.Length, original.Length, nameof(vector));
        if (isInOrder)
        {
            Substitute(vector);
            return;
        }

        for (int i = 0; i < vector.Length; i++)
            work[i] = vector[original[i]];
        Substitute(work);
        for (int i = 0; i < vector.Length; i++)
            vector[original[i]] = work[i];
    }

    // Both loops below run over indices that the constructor made and that a test factors and solves with; checking each
    // of them again took a third of their time (benchmark 'lumped body step').
    private void Substitute(Span<double> x)
    {
        ref double v = ref MemoryMarshal.GetReference(x);
        ref double f = ref MemoryMarshal.GetArrayDataReference(factor);
        ref double inverted = ref MemoryMarshal.GetArrayDataReference(inverse);
        ref int c = ref MemoryMarshal.GetArrayDataReference(column), s = ref MemoryMarshal.GetArrayDataReference(rowStart);
        ref int d = ref MemoryMarshal.GetArrayDataReference(diagonal);
        for (int i = 0; i < x.Length; i++)
        {
            double sum = Unsafe.Add(ref v, i);
            for (int p = Unsafe.Add(ref s, i), end = Unsafe.Add(ref d, i); p < end; p++)
                sum -= Unsafe.Add(ref f, p) * Unsafe.Add(ref v, Unsafe.Add(ref c, p));
            Unsafe.Add(ref v, i) = sum;
        }

        for (int i = x.Length - 1; i >= 0; i--)
        {
            double sum = Unsafe.Add(ref v, i);
            for (int p = Unsafe.Add(ref d, i) + 1, end = Unsafe.Add(ref s, i + 1); p < end; p++)
                sum -= Unsafe.Add(ref f, p) * Unsafe.Add(ref v, Unsafe.Add(ref c, p));
            Unsafe.Add(ref v, i) = sum * Unsafe.Add(ref inverted, i);
        }
    }

    // Eliminates in rows first … end − 1 with their entries from … to − 1, and inverts their pivots where that is up to
    // the pivot.
    private bool TryEliminate(int first, int end, int[] from, int[] to, out int failedUnknown)
    {
        bool hasPivots = to == diagonal;
        ref double f = ref MemoryMarshal.GetArrayDataReference(factor);
        ref double v = ref MemoryMarshal.GetArrayDataReference(inverse);
        ref int t = ref MemoryMarshal.GetArrayDataReference(target), at = ref MemoryMarshal.GetArrayDataReference(targetStart);
        ref int c = ref MemoryMarshal.GetArrayDataReference(column), s = ref MemoryMarshal.GetArrayDataReference(rowStart);
        ref int d = ref MemoryMarshal.GetArrayDataReference(diagonal);
        for (int i = first; i < end; i++)
        {
            int stop = to[i];
            for (int p = from[i]; p < stop; p++)
            {
                int k = Unsafe.Add(ref c, p), right = Unsafe.Add(ref d, k) + 1, rest = Unsafe.Add(ref s, k + 1) - right;
                double l = Unsafe.Add(ref f, p) * Unsafe.Add(ref v, k);
                Unsafe.Add(ref f, p) = l;
                ref int place = ref Unsafe.Add(ref t, Unsafe.Add(ref at, p));
                ref double upper = ref Unsafe.Add(ref f, right);
                for (int q = 0; q < rest; q++)
                    Unsafe.Add(ref f, Unsafe.Add(ref place, q)) -= l * Unsafe.Add(ref upper, q);
            }

            if (!hasPivots) continue;
            double pivot = Unsafe.Add(ref f, stop);
            if (pivot == 0 || !double.IsFinite(pivot))
            {
                failedUnknown = original[i];
                return false;
            }

            Unsafe.Add(ref v, i) = 1 / pivot;
        }

        failedUnknown = -1;
        return true;
    }

    private int FirstInBlock(int i)
    {
        int at = Array.BinarySearch(column, rowStart[i], rowStart[i + 1] - rowStart[i], blockStart);
        return at >= 0 ? at : ~at;
    }

    private (int[] Target, int[] TargetStart) Plan()
    {
        var targets = new List<int>();
        var starts = new int[column.Length];
        for (int i = 0; i < diagonal.Length; i++)
        {
            for (int p = rowStart[i]; p < diagonal[i]; p++)
            {
                starts[p] = targets.Count;
                int k = column[p];
                for (int q = diagonal[k] + 1; q < rowStart[k + 1]; q++)
                    targets.Add(Array.BinarySearch(column, rowStart[i], rowStart[i + 1] - rowStart[i], column[q]));
            }
        }

        return ([.. targets], starts);
    }

    private static (int[] RowStart, int[] Column, int[] Diagonal) Lay(EliminationOrder order)
    {
        int n = order.Unknown.Length;
        var rows = new SortedSet<int>[n];
        for (int k = 0; k < n; k++)
            rows[k] = [k];
        for (int k = 0; k < n; k++)
        {
            foreach (int j in order.Upper[k]) rows[k].Add(order.Place[j]);
            foreach (int j in order.Lower[k]) rows[order.Place[j]].Add(k);
        }

        var start = new int[n + 1];
        var columns = new List<int>();
        var diag = new int[n];
        for (int k = 0; k < n; k++)
        {
            start[k] = columns.Count;
            foreach (int j in rows[k])
            {
                if (j == k) diag[k] = columns.Count;
                columns.Add(j);
            }
        }

        start[n] = columns.Count;
        return (start, [.. columns], diag);
    }
}
