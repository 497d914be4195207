namespace Azygos.Circulation.Waves;

/// <summary>Sums of state vectors, as accelerations of a period need them.</summary>
internal static class StateVectors
{
    /// <summary>a − b.</summary>
    public static double[] Difference(double[] a, double[] b)
    {
        double[] d = new double[a.Length];
        for (int i = 0; i < d.Length; i++) d[i] = a[i] - b[i];
        return d;
    }

    /// <summary>a += share · b.</summary>
    public static void Add(double[] a, double share, double[] b)
    {
        for (int i = 0; i < a.Length; i++) a[i] += share * b[i];
    }
}
