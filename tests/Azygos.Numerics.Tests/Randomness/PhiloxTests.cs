namespace Azygos.Numerics.Tests.Randomness;

/// <summary>Against the known answers of the authors' library Random123, philox4x32 with ten rounds.</summary>
public sealed class PhiloxTests
{
    [Theory]
    [InlineData(0, 0, 0, 0xE169C58D6627E8D5, 0x9B00DBD8BC57AC4C)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0x41C83B0E408F276D, 0x6D5451FDA20BC7C6)]
    [InlineData(0x299F31D0A4093822, 0x0370734413198A2E, 0x85A308D3243F6A88, 0x94FDCCEBD16CFE09, 0x24126EA15001E420)]
    public void The_published_known_answers(ulong key, ulong stream, ulong block, ulong low, ulong high) =>
        Assert.Equal((low, high), Philox.Block(key, stream, block));
}
