namespace Azygos.Numerics;

/// <summary>
/// The random numbers of one purpose of one member of one series: the same whoever else is drawn, where, and in which
/// order.
/// </summary>
/// <remarks>
/// Seed → key of <see cref="Philox"/>; the four words (block, purpose, member, series) → its counter, so that no two
/// streams of a seed ever overlap; each holds 2³³ numbers. <see cref="RandomNumbers"/> names its streams instead.
/// </remarks>
/// <source doi="10.1145/2063384.2063405" at="Salmon et al. 2011, §2: a counter's words name the stream"/>
public sealed class AddressedNumbers
{
    private readonly ulong key, stream, purpose;
    private ulong block, second;
    private bool hasSecond;

    /// <summary>The stream at its first number.</summary>
    /// <param name="seed">Seed of the whole study.</param>
    /// <param name="purpose">What the numbers are for, at least 0.</param>
    /// <param name="series">Which repetition, at least 0.</param>
    /// <param name="member">Which person, at least 0.</param>
    public AddressedNumbers(ulong seed, int purpose, int series, int member)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(purpose);
        ArgumentOutOfRangeException.ThrowIfNegative(series);
        ArgumentOutOfRangeException.ThrowIfNegative(member);
        (key, stream, this.purpose) = (seed, (ulong)series << 32 | (uint)member, (ulong)purpose << 32);
    }

    /// <summary>64 even bits.</summary>
    public ulong NextBits()
    {
        hasSecond = !hasSecond;
        if (!hasSecond) return second;
        (ulong first, second) = Philox.Block(key, stream, purpose | block++);
        return first;
    }

    /// <summary>A number in (0, 1), 0 and 1 themselves left out: the middle of one of 2⁵² equal parts.</summary>
    public double NextUniform() => ((NextBits() >> 12) + 0.5) * (1.0 / (1L << 52));

    /// <summary>True with a probability; at 0 never, at 1 always.</summary>
    /// <param name="probability">In [0, 1].</param>
    public bool NextIs(double probability) => NextUniform() < probability;
}
