namespace Azygos.Cli.Soak;

/// <summary>Random numbers that follow from a seed, a part of the soak and an index alone, the same on every
/// machine.</summary>
/// <source doi="10.1145/2714064.2660195" at="SplitMix64"/>
internal sealed class Draws
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong state;

    /// <summary>The draws of one input or one run.</summary>
    public Draws(int seed, string part, long index)
    {
        state = Mixed((ulong)(uint)seed);
        foreach (char letter in part) state = Mixed(state ^ letter);
        state = Mixed(state ^ (ulong)index);
    }

    /// <summary>64 bits.</summary>
    public ulong Bits() => Mixed(state += Golden);

    /// <summary>In [0, 1).</summary>
    public double Share() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0, below <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Share() * count);

    /// <summary>True with this probability.</summary>
    public bool Chance(double share) => Share() < share;

    /// <summary>Even between two numbers.</summary>
    public double Between(double low, double high) => low + Share() * (high - low);

    /// <summary>Its logarithm even between those of two positive numbers.</summary>
    public double Magnitude(double low, double high) => low * Math.Exp(Share() * Math.Log(high / low));

    /// <summary>One of a list.</summary>
    public T One<T>(IReadOnlyList<T> of) => of[Below(of.Count)];

    private static ulong Mixed(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
