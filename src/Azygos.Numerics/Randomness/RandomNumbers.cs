namespace Azygos.Numerics;

/// <summary>Random numbers of one purpose: seed and name say which, and nothing else moves them.</summary>
/// <remarks>Two names of one seed are two streams of <see cref="Philox"/> with different counters, so that drawing more
/// numbers for one purpose leaves those of every other alone. The same seed and name give the same bits on every
/// machine.</remarks>
/// <source doi="10.1145/2063384.2063405" at="counter-based generators: key and counter say which number"/>
public sealed class RandomNumbers
{
    // FNV-1a, 64 bits: offset and prime.
    private const ulong Offset = 0xCBF29CE484222325, Prime = 0x100000001B3;
    private const double Unit = 1.0 / (1UL << 53);

    private readonly ulong key, stream;
    private ulong block, waiting;
    private bool hasWaiting;
    private double waitingNormal = double.NaN;

    /// <summary>The stream of a seed and a purpose.</summary>
    /// <param name="seed">Seed of the whole experiment.</param>
    /// <param name="purpose">What the numbers are for, such as <c>speckle:ijv_left_j2:supine</c>.</param>
    public RandomNumbers(long seed, string purpose)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        key = (ulong)seed;
        stream = Offset;
        foreach (char letter in purpose)
        {
            stream = (stream ^ (byte)letter) * Prime;
            stream = (stream ^ (byte)(letter >> 8)) * Prime;
        }
    }

    /// <summary>64 random bits.</summary>
    public ulong Bits()
    {
        if (hasWaiting)
        {
            hasWaiting = false;
            return waiting;
        }

        (ulong low, waiting) = Philox.Block(key, stream, block++);
        hasWaiting = true;
        return low;
    }

    /// <summary>Evenly between 0 and 1, neither end included.</summary>
    public double Uniform() => ((Bits() >> 11) + 0.5) * Unit;

    /// <summary>Exponential with mean 1.</summary>
    public double Exponential() => -Real.Log(new Real(Uniform())).Value;

    /// <summary>Normal with mean 0 and standard deviation 1, by Marsaglia's polar method.</summary>
    /// <source doi="10.1137/1006063" at="Marsaglia and Bray 1964, polar method"/>
    public double Normal()
    {
        if (!double.IsNaN(waitingNormal))
        {
            double kept = waitingNormal;
            waitingNormal = double.NaN;
            return kept;
        }

        double u, v, s;
        do
        {
            u = 2 * Uniform() - 1;
            v = 2 * Uniform() - 1;
            s = u * u + v * v;
        }
        while (s >= 1 || s == 0);
        double factor = Math.Sqrt(-2 * Real.Log(new Real(s)).Value / s);
        waitingNormal = v * factor;
        return u * factor;
    }
}
