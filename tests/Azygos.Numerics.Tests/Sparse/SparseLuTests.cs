using CsCheck;

namespace Azygos.Numerics.Tests.Sparse;

/// <summary>The sparse factorisation against a dense one with pivoting.</summary>
public sealed class SparseLuTests
{
    private sealed record Sample(
        int Size, (int Row, int Column, double Value)[] Entries, double[] Diagonal, int[] Classes, double[] Right);

    private static readonly Gen<Sample> s_samples = Gen.Int[1, 25].SelectMany(n => Gen.Select(
        Gen.Select(Gen.Int[0, n - 1], Gen.Int[0, n - 1], Gen.Double[-1, 1]).Array[0, 3 * n],
        Gen.Double[0.1, 2].Array[n],
        Gen.Int[0, 2].Array[n],
        Gen.Double[-1, 1].Array[n],
        (entries, diagonal, classes, right) => new Sample(n, entries, diagonal, classes, right)));

    [Fact]
    public void Solves_like_a_dense_solver() => s_samples.Sample(s =>
    {
        (SparseLu lu, double[] values, double[,] dense) = Assemble(s);
        Assert.True(lu.TryFactor(values, out int failed));
        Assert.Equal(-1, failed);
        double[] x = [.. s.Right], exact = DenseSolve(dense, s.Right);
        lu.Solve(x);
        for (int i = 0; i < s.Size; i++)
            Assert.Equal(
                exact[i], x[i],
                1e-12 * (1 + exact.Max(Math.Abs)));   // dominant by columns: growth at most 2, condition below 1e3
    }, iter: 300);

    [Fact]
    public void A_second_factorisation_forgets_the_first() => s_samples.Sample(s =>
    {
        (SparseLu lu, double[] values, _) = Assemble(s);
        double[] once = [.. s.Right], again = [.. s.Right];
        Assert.True(lu.TryFactor(values, out _));
        lu.Solve(once);
        Assert.True(lu.TryFactor([.. values.Select(v => 3 * v)], out _));
        Assert.True(lu.TryFactor(values, out _));
        lu.Solve(again);
        Assert.Equal(once, again);
    }, iter: 100);

    [Fact]
    public void Multiplies_like_a_dense_matrix() => s_samples.Sample(s =>
    {
        (SparseLu lu, double[] values, double[,] dense) = Assemble(s);
        double[] product = new double[s.Size];
        lu.Multiply(values, s.Right, product);
        for (int i = 0; i < s.Size; i++)
        {
            double sum = 0, size = 0;
            for (int j = 0; j < s.Size; j++)
            {
                sum += dense[i, j] * s.Right[j];
                size += Math.Abs(dense[i, j] * s.Right[j]);
            }

            Assert.Equal(sum, product[i], 1e-14 * size + 1e-300);   // another order of the same sum
        }
    }, iter: 200);

    [Fact]
    public void The_product_of_a_solution_is_the_right_hand_side() => s_samples.Sample(s =>
    {
        (SparseLu lu, double[] values, _) = Assemble(s);
        double[] x = [.. s.Right], back = new double[s.Size];
        lu.TryFactor(values, out _);
        lu.Solve(x);
        lu.Multiply(values, x, back);
        for (int i = 0; i < s.Size; i++)
            Assert.Equal(s.Right[i], back[i], 1e-12 * (1 + x.Max(Math.Abs)));
    }, iter: 200);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_zero_pivot_is_reported_with_its_unknown(int unknown)
    {
        var lu = new SparseLu(5, Mirrored((0, 1), (3, 4)), [0, 0, 0, 0, 0]);
        double[] values = new double[lu.NonZeros];
        for (int i = 0; i < 5; i++)
            values[lu.PositionOf(i, i)] = i == unknown ? 0 : 1 + i;
        Assert.False(lu.TryFactor(values, out int failed));
        Assert.Equal(unknown, failed);
    }

    [Fact]
    public void A_pivot_that_cancels_is_reported()
    {
        // Two equal rows: the second pivot is exactly zero.
        var lu = new SparseLu(2, Mirrored((0, 1)), [0, 1]);
        Assert.False(lu.TryFactor([1, 2, 1, 2], out int failed));
        Assert.Equal(1, failed);
    }

    [Fact]
    public void A_pivot_that_is_not_finite_is_reported()
    {
        var lu = new SparseLu(2, Mirrored((0, 1)), [0, 0]);
        Assert.False(lu.TryFactor([1, double.NaN, 1, 2], out int failed));
        Assert.Equal(1, failed);
    }

    [Fact]
    public void Low_classes_are_eliminated_first()
    {
        // A star: its centre first would fill everything, last it fills nothing. Class 2 holds it back whatever its
        // degree.
        const int leaves = 12;
        (int, int)[] star = Mirrored([.. Enumerable.Range(1, leaves).Select(i => (0, i))]);
        int[] centreLast = [2, .. Enumerable.Repeat(0, leaves)], centreFirst = [0, .. Enumerable.Repeat(1, leaves)];
        Assert.Equal(3 * leaves + 1, new SparseLu(leaves + 1, star, centreLast).NonZeros);
        Assert.Equal((leaves + 1) * (leaves + 1), new SparseLu(leaves + 1, star, centreFirst).NonZeros);
    }

    [Fact]
    public void Minimum_degree_keeps_a_tree_without_fill()
    {
        (int, int)[] tree = Mirrored([.. Enumerable.Range(1, 62).Select(i => ((i - 1) / 2, i))]);
        Assert.Equal(63 + 2 * 62, new SparseLu(63, tree, new int[63]).NonZeros);
    }

    [Fact]
    public void An_unknown_that_answers_to_one_other_alone_fills_nothing()
    {
        // Its row has one entry, its column many: eliminated first, what it adds is where the others have entries already.
        const int others = 10;
        (int, int)[] couplings =
            [(0, 1), .. Enumerable.Range(1, others).SelectMany(i => new[] { (i, 0), (i, 1) })];
        Assert.Equal(
            couplings.Where(c => c.Item1 != c.Item2).Distinct().Count() + others + 1,
            new SparseLu(others + 1, couplings, new int[others + 1]).NonZeros);
    }

    [Fact]
    public void A_changed_block_is_factored_as_the_whole() => s_samples.Sample(s =>
    {
        int last = (s.Size + 1) / 2;
        (SparseLu lu, double[] values, double[,] dense) = Assemble(s, last);
        ReadOnlySpan<int> place = lu.Place;
        lu.TryFactor(values, out _);
        for (int i = 0; i < s.Size; i++)
        {
            if (place[i] < s.Size - last) continue;
            values[lu.PositionOf(i, i)] += 1;
            dense[i, i] += 1;
        }

        double[] block = [.. s.Right], whole = [.. s.Right], exact = DenseSolve(dense, s.Right);
        Assert.True(lu.TryRefactor(values, out int failed));
        Assert.Equal(-1, failed);
        lu.Solve(block);
        Assert.True(lu.TryFactor(values, out _));
        lu.Solve(whole);
        Assert.Equal(whole, block);   // to the bit
        for (int i = 0; i < s.Size; i++)
            Assert.Equal(exact[i], block[i], 1e-12 * (1 + exact.Max(Math.Abs)));
    }, iter: 300);

    [Fact]
    public void Unknowns_numbered_in_their_order_are_solved_in_place() => s_samples.Sample(s =>
    {
        (SparseLu any, double[] values, _) = Assemble(s);
        int[] place = [.. any.Place];
        Sample ordered = s with
        {
            Entries = [.. s.Entries.Select(e => (place[e.Row], place[e.Column], e.Value))],
            Diagonal = [.. Enumerable.Range(0, s.Size).Select(k => s.Diagonal[Array.IndexOf(place, k)])],
            Classes = [.. Enumerable.Range(0, s.Size)],
            Right = [.. Enumerable.Range(0, s.Size).Select(k => s.Right[Array.IndexOf(place, k)])],
        };
        (SparseLu same, double[] inOrder, _) = Assemble(ordered);
        any.TryFactor(values, out _);
        same.TryFactor(inOrder, out _);
        double[] x = [.. s.Right], y = [.. ordered.Right];
        any.Solve(x);
        same.Solve(y);
        for (int i = 0; i < s.Size; i++)
            Assert.Equal(x[i], y[place[i]]);
    }, iter: 200);

    [Fact]
    public void An_entry_outside_the_pattern_has_no_position()
    {
        var lu = new SparseLu(3, [(0, 1)], [0, 0, 0]);
        Assert.False(lu.TryPositionOf(0, 2, out _));
        Assert.Throws<ArgumentException>(() => lu.PositionOf(2, 0));
        Assert.False(lu.TryPositionOf(1, 0, out _));   // pairs are taken as given
        Assert.True(lu.TryPositionOf(0, 1, out _));
        Assert.True(lu.TryPositionOf(2, 2, out _));   // the diagonal is added
    }

    [Fact]
    public void Classes_must_be_as_many_as_unknowns() =>
        Assert.Throws<ArgumentException>(() => new SparseLu(3, [], [0, 0]));

    [Fact]
    public void An_empty_system_is_solved()
    {
        var lu = new SparseLu(0, [], []);
        Assert.True(lu.TryFactor([], out int failed));
        Assert.Equal(-1, failed);
        lu.Solve([]);
    }

    [Fact]
    public void Factoring_and_solving_allocate_nothing()
    {
        (SparseLu lu, double[] values, _) = Assemble(new(
            20, [.. Enumerable.Range(0, 19).Select(i => (i, i + 1, 0.4))], [.. Enumerable.Repeat(1.0, 20)], new int[20],
            new double[20]));
        double[] x = [.. Enumerable.Range(0, 20).Select(i => (double)i)];
        lu.TryFactor(values, out _);
        lu.Solve(x);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int k = 0; k < 100; k++)
        {
            lu.TryFactor(values, out _);
            lu.Solve(x);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    // Each diagonal exceeds the sum of its column by the sample's own amount: dominant by columns, as a balance of
    // volumes is.
    private static (SparseLu Lu, double[] Values, double[,] Dense) Assemble(Sample s, int last = 0)
    {
        var lu = new SparseLu(s.Size, s.Entries.Select(e => (e.Row, e.Column)), s.Classes, last);
        double[] values = new double[lu.NonZeros], below = new double[s.Size];
        double[,] dense = new double[s.Size, s.Size];
        foreach ((int row, int column, double value) in s.Entries.Where(e => e.Row != e.Column))
        {
            values[lu.PositionOf(row, column)] += value;
            dense[row, column] += value;
            below[column] += Math.Abs(value);
        }

        for (int i = 0; i < s.Size; i++)
        {
            values[lu.PositionOf(i, i)] = below[i] + s.Diagonal[i];
            dense[i, i] = below[i] + s.Diagonal[i];
        }

        return (lu, values, dense);
    }

    private static (int Row, int Column)[] Mirrored(params (int Row, int Column)[] pairs) =>
        [.. pairs, .. pairs.Select(p => (p.Column, p.Row))];

    private static double[] DenseSolve(double[,] matrix, double[] right)
    {
        int n = right.Length;
        double[,] a = (double[,])matrix.Clone();
        double[] x = [.. right];
        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < n; i++)
                if (Math.Abs(a[i, k]) > Math.Abs(a[pivot, k])) pivot = i;
            for (int j = 0; j < n; j++)
                (a[k, j], a[pivot, j]) = (a[pivot, j], a[k, j]);
            (x[k], x[pivot]) = (x[pivot], x[k]);
            for (int i = k + 1; i < n; i++)
            {
                double l = a[i, k] / a[k, k];
                for (int j = k; j < n; j++)
                    a[i, j] -= l * a[k, j];
                x[i] -= l * x[k];
            }
        }

        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++)
                x[i] -= a[i, j] * x[j];
            x[i] /= a[i, i];
        }

        return x;
    }
}
