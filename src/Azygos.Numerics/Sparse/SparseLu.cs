namespace Azygos.Numerics;

/// <summary>Sparse LU factorisation with an elimination order fixed once: no pivoting, the pattern is symmetric, the
/// values need not be.</summary>
/// <remarks>
/// A = L U with unit lower L, rows and columns permuted alike. The order is minimum degree inside classes: unknowns of
/// class 0 are eliminated before those of class 1, and so on, so a few unknowns that touch many others (a border) can
/// be kept for last, which is the same as eliminating the rest and solving their Schur complement. Values live in one
/// array on the filled pattern; callers assemble into positions asked for once. Nothing is allocated after
/// construction.
/// </remarks>
/// <source choice="minimum degree: textbook rule; pivot-free because the matrices here are diagonally dominant by
/// columns"/>
public sealed class SparseLu
{
    private readonly int[] permuted;      // permuted[i]: place of unknown i in the elimination order
    private readonly int[] original;      // original[k]: unknown at place k
    private readonly int[] rowStart;      // filled pattern by rows of the permuted matrix; shape [n + 1]
    private readonly int[] column;        // sorted permuted columns; shape [non-zeros]
    private readonly int[] diagonal;      // index of the diagonal in each row; shape [n]
    private readonly double[] factor;     // L and U in place; shape [non-zeros]
    private readonly double[] work;       // one dense row; shape [n]

    /// <summary>Orders and fills the pattern.</summary>
    /// <param name="size">Number of unknowns.</param>
    /// <param name="couplings">Pairs (row, column) that may be non-zero; the diagonal and the mirrored pairs are
    /// added.</param>
    /// <param name="eliminationClass">Class of each unknown, low classes eliminated first; shape [size].</param>
    public SparseLu(int size, IEnumerable<(int Row, int Column)> couplings, ReadOnlySpan<int> eliminationClass)
    {
        ArgumentNullException.ThrowIfNull(couplings);
        if (eliminationClass.Length != size)
            throw new ArgumentException("One elimination class is needed for each unknown.", nameof(eliminationClass));
        var neighbours = new HashSet<int>[size];
        for (int i = 0; i < size; i++)
            neighbours[i] = [];
        foreach ((int row, int col) in couplings)
        {
            if (row == col) continue;
            neighbours[row].Add(col);
            neighbours[col].Add(row);
        }

        permuted = new int[size];
        original = new int[size];
        int[][] upper = Eliminate(neighbours, eliminationClass);
        (rowStart, column, diagonal) = Lay(upper);
        factor = new double[column.Length];
        work = new double[size];
    }

    /// <summary>Number of unknowns.</summary>
    public int Size => original.Length;

    /// <summary>Stored values of the filled pattern: the length of the array that callers assemble into.</summary>
    public int NonZeros => column.Length;

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
        for (int i = 0; i < original.Length; i++)
        {
            int start = rowStart[i], end = rowStart[i + 1], diag = diagonal[i];
            for (int p = start; p < end; p++)
                work[column[p]] = factor[p];
            for (int p = start; p < diag; p++)
            {
                int k = column[p];
                double l = work[k];
                if (l == 0) continue;
                int kd = diagonal[k];
                l /= factor[kd];
                work[k] = l;
                for (int q = kd + 1; q < rowStart[k + 1]; q++)
                    work[column[q]] -= l * factor[q];
            }

            for (int p = start; p < end; p++)
                factor[p] = work[column[p]];
            if (factor[diag] == 0 || !double.IsFinite(factor[diag]))
            {
                failedUnknown = original[i];
                return false;
            }
        }

        failedUnknown = -1;
        return true;
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
        int n = original.Length;
        for (int i = 0; i < n; i++)
        {
            double sum = vector[original[i]];
            for (int p = rowStart[i]; p < diagonal[i]; p++)
                sum -= factor[p] * work[column[p]];
            work[i] = sum;
        }

        for (int i = n - 1; i >= 0; i--)
        {
            double sum = work[i];
            int diag = diagonal[i];
            for (int p = diag + 1; p < rowStart[i + 1]; p++)
                sum -= factor[p] * work[column[p]];
            work[i] = sum / factor[diag];
        }

        for (int i = 0; i < n; i++)
            vector[original[i]] = work[i];
    }

    // Minimum degree inside classes, ties by index, so that the order (and every bit of a result) is the same on every
    // machine. The next one is the first of a sorted set: looking through all would cost the square of their number.
    private int[][] Eliminate(HashSet<int>[] neighbours, ReadOnlySpan<int> eliminationClass)
    {
        int n = neighbours.Length;
        int[] classes = [.. eliminationClass];
        var upper = new int[n][];
        var waiting = new SortedSet<(int Class, int Degree, int Unknown)>();
        for (int i = 0; i < n; i++)
            waiting.Add((classes[i], neighbours[i].Count, i));
        for (int k = 0; k < n; k++)
        {
            (int Class, int Degree, int Unknown) first = waiting.Min;
            waiting.Remove(first);
            int best = first.Unknown;
            original[k] = best;
            permuted[best] = k;
            int[] clique = [.. neighbours[best]];
            upper[k] = clique;
            foreach (int i in clique)
            {
                HashSet<int> around = neighbours[i];
                int before = around.Count;
                around.Remove(best);
                foreach (int j in clique)
                    if (i != j) around.Add(j);
                if (around.Count == before) continue;
                waiting.Remove((classes[i], before, i));
                waiting.Add((classes[i], around.Count, i));
            }
        }

        return upper;
    }

    // The pattern is symmetric: row k holds its own clique above the diagonal, and below it each row in whose clique it
    // is.
    private (int[] RowStart, int[] Column, int[] Diagonal) Lay(int[][] upper)
    {
        int n = upper.Length;
        var start = new int[n + 1];
        for (int k = 0; k < n; k++)
        {
            start[k + 1] += 1 + upper[k].Length;
            foreach (int j in upper[k])
                start[permuted[j] + 1]++;
        }

        for (int k = 0; k < n; k++)
            start[k + 1] += start[k];
        var columns = new int[start[n]];
        int[] next = [.. start.AsSpan(0, n)];
        var diag = new int[n];
        for (int k = 0; k < n; k++)
        {
            // Rows before k have put their columns here, in order.
            diag[k] = next[k];
            columns[next[k]++] = k;
            foreach (int j in upper[k])
                columns[next[permuted[j]]++] = k;
        }

        for (int k = 0; k < n; k++)
        {
            foreach (int j in upper[k])
                columns[next[k]++] = permuted[j];
            Array.Sort(columns, diag[k] + 1, next[k] - diag[k] - 1);
        }

        return (start, columns, diag);
    }
}
