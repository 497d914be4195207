namespace Azygos.Circulation.Blocks;

/// <summary>A part of a block model: what a user sets, and the circuit it stands for.</summary>
/// <remarks>
/// A kind of block is one file: its numbers, its circuit in words, and how the circuit is written into a network. First
/// all blocks say which of their ends are one point (<see cref="Join"/>); then each adds its elements
/// (<see cref="Build"/>) and says what flow it carries at its ends.
/// </remarks>
/// <source choice="design of this project: a new block is one file and one line in the reader"/>
public abstract record Block
{
    /// <summary>Name, unique in the model.</summary>
    public required string Name { get; init; }

    /// <summary>True: it changes with the beat by itself.</summary>
    public virtual bool Beats => false;

    /// <summary>Its numbers that may vary in time.</summary>
    public virtual IEnumerable<BlockValue> Values => [];

    /// <summary>Variables of its own, besides the pressures and flows of connections, in the order of output.</summary>
    public virtual IReadOnlyList<string> Variables => [];

    /// <summary>The circuit that it becomes, in words, with its numbers in the model's units.</summary>
    /// <source choice="the circuit of the block, as its remarks have it"/>
    public abstract string Circuit { get; }

    /// <summary>What is wrong with the number of its connections, or null.</summary>
    /// <param name="inlets">Connections that enter.</param>
    /// <param name="outlets">Connections that leave.</param>
    /// <source choice="inlets and outlets as the block format has them"/>
    public abstract string? WrongEnds(int inlets, int outlets);

    /// <summary>Says which ends are one point, which pressures are prescribed, and where pressures start.</summary>
    internal abstract void Join(BlockCircuit circuit, BlockEnds ends);

    /// <summary>Adds its elements and says what flows through its ends.</summary>
    internal abstract void Build(BlockCircuit circuit, BlockEnds ends);

    /// <summary>The parts of a circuit that are there, as "R 3, C 0.01".</summary>
    private protected static string Parts(params ReadOnlySpan<(string Symbol, double Value)> parts)
    {
        List<string> words = [];
        foreach ((string symbol, double value) in parts)
            if (value != 0) words.Add(FormattableString.Invariant($"{symbol} {value:G6}"));
        return string.Join(", ", words);
    }

    /// <summary>The words for a wrong number of ends.</summary>
    private protected static string? Needs(bool right, string what) => right ? null : $"needs {what}";

    /// <summary>One inlet and one outlet.</summary>
    private protected static string? NeedsOneAndOne(int inlets, int outlets) =>
        Needs(inlets == 1 && outlets == 1, "one connection at its inlet and one at its outlet");
}

/// <summary>The connections of a block, by their place in the model's list.</summary>
internal sealed record BlockEnds(IReadOnlyList<int> Inlets, IReadOnlyList<int> Outlets)
{
    public int Inlet => Inlets[0];

    public int Outlet => Outlets[0];
}
