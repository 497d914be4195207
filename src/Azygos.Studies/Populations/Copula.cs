using Azygos.Evidence.Distributions;
using Azygos.Numerics;

namespace Azygos.Studies.Populations;

/// <summary>Normal scores of quantities that go together: age, pressures, flow of the brain, areas of both sides.</summary>
/// <remarks>
/// Scores z = L e, e independent, L Lᵀ = R. Every quantity is its own distribution at its own score, so that R moves no
/// distribution. Areas: R = [side] ⊗ [level], a level's neighbour ρ, two apart ρ². A slope b of y in age becomes ρ = b
/// SD(age)/SD(y), on the logarithm for areas.
/// </remarks>
/// <source doi="10.1007/0-387-28678-0" at="Nelsen 2006, §2.3: a copula joins distributions and changes none"/>
internal sealed class Copula
{
    public const int Age = 0, VenousPressure = 1, ArterialPressure = 2, BloodFlow = 3, Areas = 4, Count = 10;

    private readonly double[] lower;

    private Copula(double[] lower) => this.lower = lower;

    /// <summary>The copula of correlations; null where they cannot hold together.</summary>
    public static Copula? Of(double sides, double levels, double areasVenous, double ageAreas, double ageFlow,
        double ageArterial)
    {
        double[] r = new double[Count * Count];
        for (int i = 0; i < Count; i++) Set(i, i, 1);
        for (int i = 0; i < 6; i++)
        {
            for (int j = 0; j < i; j++)
                Set(Areas + i, Areas + j, (i / 3 == j / 3 ? 1 : sides) * Math.Pow(levels, Math.Abs(i % 3 - j % 3)));
            Set(Areas + i, VenousPressure, areasVenous);
            Set(Areas + i, Age, ageAreas);
        }
        Set(BloodFlow, Age, ageFlow);
        Set(ArterialPressure, Age, ageArterial);
        return Root(r) is { } root ? new Copula(root) : null;

        void Set(int i, int j, double value) => r[i * Count + j] = r[j * Count + i] = value;
    }

    /// <summary>Scores of one person.</summary>
    public void Draw(AddressedNumbers stream, Span<double> scores)
    {
        Span<double> independent = stackalloc double[Count];
        for (int i = 0; i < Count; i++) independent[i] = Normal.Quantile(stream.NextUniform());
        for (int i = 0; i < Count; i++)
        {
            double z = 0;
            for (int j = 0; j <= i; j++) z += lower[i * Count + j] * independent[j];
            scores[i] = z;
        }
    }

    /// <summary>Cholesky's lower triangle; null where the matrix is not positive definite.</summary>
    private static double[]? Root(double[] r)
    {
        double[] root = new double[r.Length];
        for (int i = 0; i < Count; i++)
            for (int j = 0; j <= i; j++)
            {
                double rest = r[i * Count + j];
                for (int k = 0; k < j; k++) rest -= root[i * Count + k] * root[j * Count + k];
                if (i == j && !(rest > 0)) return null;
                root[i * Count + j] = i == j ? Math.Sqrt(rest) : rest / root[j * Count + j];
            }
        return root;
    }
}
