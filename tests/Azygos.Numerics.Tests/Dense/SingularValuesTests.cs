namespace Azygos.Numerics.Tests.Dense;

/// <summary>Singular values and the least squares that they solve.</summary>
public sealed class SingularValuesTests
{
    // Rounding of a dozen rotations of numbers near 1.
    private const double Rounding = 1e-13;

    // A = U diag(3, 1) Vᵀ with V turned by 30°, U the first two unit vectors of three.
    private static readonly double Cos = Math.Sqrt(3) / 2, Sin = 0.5;
    private static readonly double[,] Known = { { 3 * Cos, 3 * Sin }, { -Sin, Cos }, { 0, 0 } };

    [Fact]
    public void Values_fall_and_are_those_of_the_matrix()
    {
        SingularValues parts = new(Known);
        Assert.Equal(3, parts.Values[0], Rounding);
        Assert.Equal(1, parts.Values[1], Rounding);
        Assert.Equal(1, Math.Abs(parts.Direction(0)[0] * Cos + parts.Direction(0)[1] * Sin), Rounding);
    }

    [Fact]
    public void Directions_are_orthogonal_and_as_long_as_one()
    {
        double[,] matrix = new double[9, 5];
        for (int i = 0; i < 9; i++)
            for (int j = 0; j < 5; j++)
                matrix[i, j] = Math.Sin(1 + 3.7 * i + 1.3 * i * j) + (i == j ? 1 : 0);
        SingularValues parts = new(matrix);
        for (int a = 0; a < 5; a++)
            for (int b = 0; b < 5; b++)
            {
                double dot = parts.Direction(a).Zip(parts.Direction(b), (x, y) => x * y).Sum();
                Assert.Equal(a == b ? 1 : 0, dot, Rounding);
            }
    }

    [Fact]
    public void Least_squares_leaves_a_residual_that_no_column_sees()
    {
        double[,] matrix = { { 1, 2 }, { 3, 4 }, { 5, 6.5 }, { -1, 1 } };
        double[] b = [1, -2, 0.5, 3];
        double[] x = new SingularValues(matrix).Solve(b, damping: 0);
        for (int j = 0; j < 2; j++)
        {
            double sum = 0;
            for (int i = 0; i < 4; i++)
                sum += matrix[i, j] * (b[i] - matrix[i, 0] * x[0] - matrix[i, 1] * x[1]);
            Assert.Equal(0, sum, 100 * Rounding);
        }
    }

    [Fact]
    public void Damping_shortens_the_step_by_the_share_of_each_value()
    {
        SingularValues parts = new(Known);
        double[] x = parts.Solve([3, 1, 7], damping: 1);
        // Along v₁: 3·3/(9 + 1), along v₂: 1·1/(1 + 1).
        Assert.Equal(0.9, x[0] * Cos + x[1] * Sin, Rounding);
        Assert.Equal(0.5, -x[0] * Sin + x[1] * Cos, Rounding);
    }

    [Fact]
    public void A_direction_that_nothing_sees_is_left_alone()
    {
        double[,] matrix = { { 1, 0 }, { 1, 0 } };
        SingularValues parts = new(matrix);
        Assert.Equal(0, parts.Values[1]);
        double[] x = parts.Solve([2, 2], damping: 0);
        Assert.Equal(2, x[0], Rounding);
        Assert.Equal(0, x[1]);
    }

    [Fact]
    public void More_columns_than_rows_leave_zeros()
    {
        SingularValues parts = new(new double[,] { { 3, 4, 0 } });
        Assert.Equal(5, parts.Values[0], Rounding);
        Assert.Equal(0, parts.Values[1], Rounding);
        Assert.Equal(0, parts.Values[2], Rounding);
    }
}
