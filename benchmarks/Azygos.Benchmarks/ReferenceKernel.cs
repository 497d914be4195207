namespace Azygos.Benchmarks;

/// <summary>A fixed piece of arithmetic that every run measures beside its jobs: ratios to it compare machines and
/// days.</summary>
internal static class ReferenceKernel
{
    private const int Terms = 1_000_000;

    /// <summary>Measures it.</summary>
    /// <param name="measure">How long.</param>
    public static Measurement Measure(Stopwatches measure)
        => measure.Of("reference kernel: a million divisions, one thread", null, Sum);

    /// <summary>Σ 1/(1 + i²), a chain of additions behind independent divisions.</summary>
    private static double Sum()
    {
        double sum = 0;
        for (int i = 0; i < Terms; i++) sum += 1 / (1 + (double)i * i);
        return sum;
    }
}
