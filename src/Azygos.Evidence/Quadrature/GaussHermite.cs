namespace Azygos.Evidence.Quadrature;

/// <summary>Nodes and weights for ∫ f(z) φ(z) dz, φ the standard normal density.</summary>
/// <remarks>Roots of the Hermite polynomials by Newton, orthonormal recurrence; exact for polynomials of degree 2n −
/// 1.</remarks>
/// <source doi="10.18434/M32189" at="DLMF 3.5.28"/>
internal sealed class GaussHermite
{
    private GaussHermite(double[] nodes, double[] weights) => (Nodes, Weights) = (nodes, weights);

    internal double[] Nodes { get; }

    internal double[] Weights { get; }

    internal static GaussHermite Of(int n)
    {
        double[] nodes = new double[n], weights = new double[n];
        for (int i = 0; i < (n + 1) / 2; i++)
        {
            // Start values between the roots of the semicircle law, then Newton with the roots found so far divided
            // out.
            double z = Math.Sqrt(4 * n + 2) * Math.Cos(Math.PI * (i + 0.75) / (n + 0.5)) * 0.98;
            for (int step = 0; step < 200; step++)
            {
                (double h, double slope) = Polynomial(n, z);
                double deflate = 0;
                for (int j = 0; j < i; j++) deflate += 1 / (z - nodes[j]) + 1 / (z + nodes[j]);
                double change = h / (slope - h * deflate);
                z -= change;
                if (Math.Abs(change) < 1e-15 * Math.Max(1, Math.Abs(z))) break;
            }
            if (2 * i + 1 == n) z = 0;
            (_, double derivative) = Polynomial(n, z);
            nodes[i] = z;
            weights[i] = 1 / (derivative * derivative);
            nodes[n - 1 - i] = -z;
            weights[n - 1 - i] = weights[i];
        }
        double sum = weights.Sum();
        for (int i = 0; i < n; i++) weights[i] /= sum;
        return new GaussHermite(nodes, weights);
    }

    /// <summary>Orthonormal Hermite polynomial of degree n and its slope.</summary>
    private static (double Value, double Slope) Polynomial(int n, double z)
    {
        double before = 0, value = 1;
        for (int j = 0; j < n; j++) (before, value) = (value, (z * value - Math.Sqrt(j) * before) / Math.Sqrt(j + 1));
        return (value, Math.Sqrt(n) * before);
    }
}
