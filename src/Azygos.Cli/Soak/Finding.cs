namespace Azygos.Cli.Soak;

/// <summary>Something that must not happen and did.</summary>
/// <param name="Part">Part of the soak.</param>
/// <param name="Index">Index of the input or run; with the seed it gives the same again.</param>
/// <param name="What">What it was made from.</param>
/// <param name="Wrong">What went wrong.</param>
internal sealed record Finding(string Part, long Index, string What, string Wrong)
{
    /// <inheritdoc/>
    public override string ToString() => $"FOUND {Part} {Index} ({What}): {Wrong}";
}

/// <summary>What a part of the soak did.</summary>
/// <param name="Part">The part.</param>
/// <param name="Done">Inputs or runs.</param>
/// <param name="Counts">What became of them, by word.</param>
/// <param name="Findings">What must not have happened.</param>
internal sealed record PartReport(
    string Part, long Done, IReadOnlyDictionary<string, long> Counts, IReadOnlyList<Finding> Findings);
