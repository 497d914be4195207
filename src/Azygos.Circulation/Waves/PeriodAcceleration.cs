using static Azygos.Circulation.Waves.StateVectors;

namespace Azygos.Circulation.Waves;

/// <summary>Anderson's acceleration of the map from the state at the start of a period to that at its end.</summary>
/// <remarks>
/// x′ = g − Σ γ_k (g_{k+1} − g_k), γ the least squares of f − Σ γ_k (f_{k+1} − f_k), f = g − x. Windkessels and beds fill
/// over many beats; all other waves die within one, so that a few differences hold the whole slow part. A residual that
/// grows empties the memory.
/// </remarks>
/// <source doi="10.1137/10078356X" at="Anderson acceleration for fixed-point iterations"/>
internal sealed class PeriodAcceleration(int size)
{
    private const int Depth = 4;

    // A direction that the others hold to this share tells nothing new.
    private const double Dependent = 1e-8;

    private readonly List<(double[] State, double[] Change)> memory = [];

    /// <summary>The state to go on from, given that of a period's start and of its end.</summary>
    /// <param name="from">x, scaled so that all parts are of one size.</param>
    /// <param name="to">g(x), scaled alike.</param>
    public double[] Next(double[] from, double[] to)
    {
        double[] change = new double[size];
        for (int i = 0; i < size; i++) change[i] = to[i] - from[i];
        if (memory.Count > 0 && Norm(change) > Norm(memory[^1].Change)) memory.Clear();
        memory.Add(((double[])to.Clone(), change));
        if (memory.Count > Depth + 1) memory.RemoveAt(0);
        double[] next = (double[])to.Clone(), rest = (double[])change.Clone();

        // Differences, newest first, made orthogonal one after the other; the same combination of states goes along.
        List<(double[] Change, double[] State)> basis = [];
        for (int k = memory.Count - 1; k > 0; k--)
        {
            double[] f = Difference(memory[k].Change, memory[k - 1].Change);
            double[] g = Difference(memory[k].State, memory[k - 1].State);
            double size0 = Norm(f);
            foreach ((double[] bf, double[] bg) in basis)
            {
                double share = Dot(f, bf);
                Add(f, -share, bf);
                Add(g, -share, bg);
            }

            double length = Norm(f);
            if (!(length > Dependent * size0)) continue;
            Scale(f, 1 / length);
            Scale(g, 1 / length);
            basis.Add((f, g));
            double γ = Dot(rest, f);
            Add(rest, -γ, f);
            Add(next, -γ, g);
        }

        return next;
    }

    private static void Scale(double[] a, double factor)
    {
        for (int i = 0; i < a.Length; i++) a[i] *= factor;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static double Norm(double[] a) => Math.Sqrt(Dot(a, a));
}
