namespace Azygos.Numerics;

/// <summary>Philox 4×32 with ten rounds: random bits as a function of a key and a counter, with no state.</summary>
/// <remarks>Each round multiplies two of the four counter words by constants, swaps halves and adds the key, which then
/// grows by a constant (a Weyl sequence).</remarks>
/// <source doi="10.1145/2063384.2063405" at="Salmon et al. 2011, §3.3, Philox-4×32-10"/>
public static class Philox
{
    private const int Rounds = 10;
    private const uint FirstMultiplier = 0xD2511F53, SecondMultiplier = 0xCD9E8D57;
    private const uint FirstWeyl = 0x9E3779B9, SecondWeyl = 0xBB67AE85;

    /// <summary>128 random bits.</summary>
    /// <param name="key">Which generator; the low word is the first word of the paper.</param>
    /// <param name="stream">Upper half of the counter: which stream.</param>
    /// <param name="block">Lower half of the counter: which block of the stream.</param>
    /// <returns>The four words as two: the first two words of the paper are <c>Low</c>, lower word first.</returns>
    public static (ulong Low, ulong High) Block(ulong key, ulong stream, ulong block)
    {
        uint x0 = (uint)block, x1 = (uint)(block >> 32), x2 = (uint)stream, x3 = (uint)(stream >> 32);
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong a = (ulong)FirstMultiplier * x0, b = (ulong)SecondMultiplier * x2;
            (x0, x1, x2, x3) = ((uint)(b >> 32) ^ x1 ^ k0, (uint)b, (uint)(a >> 32) ^ x3 ^ k1, (uint)a);
            k0 += FirstWeyl;
            k1 += SecondWeyl;
        }

        return (x0 | ((ulong)x1 << 32), x2 | ((ulong)x3 << 32));
    }
}
