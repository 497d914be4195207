using System.Globalization;
using System.Runtime.Intrinsics;

namespace Azygos.Benchmarks.Machine;

/// <summary>What this machine can do at most on one thread, and the share of it that a cell-step reaches.</summary>
/// <remarks>Operations of a cell-step of a uniform artery, counted in the source of the sweep (docs/validation/roofline.md):
/// the pages of the count and this table must agree.</remarks>
internal static class Roofline
{
    /// <summary>Operations and memory traffic of one cell-step.</summary>
    /// <param name="Simple">Additions, multiplications, comparisons, selections.</param>
    /// <param name="Divisions">Divisions.</param>
    /// <param name="Roots">Square roots.</param>
    /// <param name="Bytes">Read and written, all of it from the caches [B].</param>
    internal sealed record CellStep(int Simple, int Divisions, int Roots, int Bytes);

    /// <summary>A cell-step of a uniform elastic artery.</summary>
    public static CellStep UniformArtery { get; } = new(Simple: 211, Divisions: 7, Roots: 8, Bytes: 584);

    private const int Rounds = 20_000, Chains = 8;

    /// <summary>Measures the machine and prints the share reached by a measured cell-step.</summary>
    /// <param name="measure">How long.</param>
    /// <param name="cellStep">Processor time of a cell-step of a uniform artery with 400 cells [s].</param>
    public static void Print(Stopwatches measure, double cellStep)
    {
        double fused = PerOperation(measure, "multiply-add", MultiplyAdd);
        double simple = PerOperation(measure, "multiply or add", Simple);
        double division = PerOperation(measure, "division", Divide);
        double root = PerOperation(measure, "square root", Root);
        double stream = Stream(measure, 1 << 23), near = Stream(measure, 1 << 12);
        CellStep one = UniformArtery;
        double arithmetic = one.Simple * simple, slow = one.Divisions * division + one.Roots * root;
        double traffic = one.Bytes / near;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            one thread, four lanes; per number, not per vector:
              multiply-add      {1e9 * fused:F3} ns   {2e-9 / fused:F1} Gflop/s
              simple operation  {1e9 * simple:F3} ns   {1e-9 / simple:F1} Gflop/s
              division          {1e9 * division:F3} ns
              square root       {1e9 * root:F3} ns
              memory, triad     {1e-9 * stream:F1} GB/s;  arrays of 32 kB {1e-9 * near:F1} GB/s
            a cell-step of a uniform artery: {one.Simple} simple, {one.Divisions} divisions, {one.Roots} roots, {one.Bytes} B
              at the machine's peak: simple {1e9 * arithmetic:F1} ns, divisions and roots {1e9 * slow:F1} ns, traffic {1e9 * traffic:F1} ns
              bound (the slower of all arithmetic and traffic): {1e9 * Math.Max(arithmetic + slow, traffic):F1} ns
              measured: {1e9 * cellStep:F1} ns, {100 * Math.Max(arithmetic + slow, traffic) / cellStep:F0} % of the bound reached
            """));
    }

    // Independent chains hide the latency; every lane counts as one operation.
    private static double PerOperation(Stopwatches measure, string name, Func<double> rounds) =>
        measure.Of(name, null, rounds).Processor / ((double)Rounds * Chains * Vector256<double>.Count);

    private static double MultiplyAdd()
    {
        Vector256<double> y = Vector256.Create(0.999), z = Vector256.Create(1e-3);
        Vector256<double> a = z, b = z, c = z, d = z, e = z, f = z, g = z, h = z;
        for (int i = 0; i < Rounds; i++)
        {
            a = Vector256.FusedMultiplyAdd(a, y, z);
            b = Vector256.FusedMultiplyAdd(b, y, z);
            c = Vector256.FusedMultiplyAdd(c, y, z);
            d = Vector256.FusedMultiplyAdd(d, y, z);
            e = Vector256.FusedMultiplyAdd(e, y, z);
            f = Vector256.FusedMultiplyAdd(f, y, z);
            g = Vector256.FusedMultiplyAdd(g, y, z);
            h = Vector256.FusedMultiplyAdd(h, y, z);
        }

        return (a + b + c + d + e + f + g + h)[0];
    }

    private static double Simple()
    {
        Vector256<double> y = Vector256.Create(0.9999999), z = Vector256<double>.One;
        Vector256<double> a = z, b = z, c = z, d = z, e = z, f = z, g = z, h = z;
        for (int i = 0; i < Rounds; i++)
        {
            a *= y;
            b += y;
            c *= y;
            d += y;
            e *= y;
            f += y;
            g *= y;
            h += y;
        }

        return (a + b + c + d + e + f + g + h)[0];
    }

    private static double Divide()
    {
        Vector256<double> y = Vector256.Create(1.7), z = Vector256.Create(1.3);
        Vector256<double> a = z, b = z, c = z, d = z, e = z, f = z, g = z, h = z;
        for (int i = 0; i < Rounds; i++)
        {
            a = y / a;
            b = y / b;
            c = y / c;
            d = y / d;
            e = y / e;
            f = y / f;
            g = y / g;
            h = y / h;
        }

        return (a + b + c + d + e + f + g + h)[0];
    }

    private static double Root()
    {
        Vector256<double> z = Vector256.Create(1.3);
        Vector256<double> a = z, b = z, c = z, d = z, e = z, f = z, g = z, h = z;
        for (int i = 0; i < Rounds; i++)
        {
            a = Vector256.Sqrt(a);
            b = Vector256.Sqrt(b);
            c = Vector256.Sqrt(c);
            d = Vector256.Sqrt(d);
            e = Vector256.Sqrt(e);
            f = Vector256.Sqrt(f);
            g = Vector256.Sqrt(g);
            h = Vector256.Sqrt(h);
        }

        return (a + b + c + d + e + f + g + h)[0];
    }

    // a = b + s c: 24 bytes a number [B/s].
    private static double Stream(Stopwatches measure, int numbers)
    {
        double[] a = new double[numbers], b = new double[numbers], c = new double[numbers];
        Array.Fill(b, 1.5);
        Array.Fill(c, 2.5);
        int repeats = Math.Max(1, (1 << 16) / numbers);
        double seconds = measure.Of("triad", null, () =>
        {
            Vector256<double> s = Vector256.Create(0.5);
            for (int k = 0; k < repeats; k++)
                for (int i = 0; i < numbers; i += Vector256<double>.Count)
                    (Vector256.LoadUnsafe(ref b[i]) + s * Vector256.LoadUnsafe(ref c[i])).StoreUnsafe(ref a[i]);
            return a[^1];
        }).Processor;
        return 24.0 * numbers * repeats / seconds;
    }
}
