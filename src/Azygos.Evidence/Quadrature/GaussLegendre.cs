namespace Azygos.Evidence.Quadrature;

/// <summary>Nodes and weights for ∫ f over a finite interval.</summary>
/// <source doi="10.18434/M32189" at="DLMF 3.5.15"/>
internal static class GaussLegendre
{
    /// <summary>n nodes and weights on [from, to].</summary>
    internal static (double[] Nodes, double[] Weights) On(double from, double to, int n)
    {
        double[] nodes = new double[n], weights = new double[n];
        double half = (to - from) / 2, middle = (to + from) / 2;
        for (int i = 0; i < (n + 1) / 2; i++)
        {
            double x = Math.Cos(Math.PI * (i + 0.75) / (n + 0.5)), slope = 1;
            for (int step = 0; step < 100; step++)
            {
                double before = 0, value = 1;
                for (int j = 0; j < n; j++) (before, value) = (value, ((2 * j + 1) * x * value - j * before) / (j + 1));
                slope = n * (x * value - before) / (x * x - 1);
                double change = value / slope;
                x -= change;
                if (Math.Abs(change) < 1e-16) break;
            }
            double w = 2 / ((1 - x * x) * slope * slope);
            (nodes[i], nodes[n - 1 - i]) = (middle - half * x, middle + half * x);
            weights[i] = weights[n - 1 - i] = half * w;
        }
        return (nodes, weights);
    }
}
