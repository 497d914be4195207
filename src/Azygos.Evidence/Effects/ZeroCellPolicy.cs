namespace Azygos.Evidence.Effects;

/// <summary>A zero-cell policy by name: what an option names and a multiverse runs through.</summary>
/// <param name="Key">Short name.</param>
/// <param name="Words">What it does, in words.</param>
/// <param name="Rule">The rule.</param>
/// <source doi="10.1002/sim.1761" at="§3, continuity corrections compared; ½ in the studies with a zero is the
/// convention"/>
public sealed record ZeroCellPolicy(string Key, string Words, ZeroCells Rule)
{
    /// <summary>½ in the studies with a zero; ratios leave out studies in which nobody, or everybody, has the
    /// event.</summary>
    public static ZeroCellPolicy Half { get; } =
        new("half", "½ in each cell of a study with a zero", new ZeroCells { DropUninformative = true });

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ZeroCellPolicy> All { get; } =
    [
        Half,
        new("half_everywhere", "½ in each cell of every study",
            new ZeroCells { Target = ZeroCellTarget.AllStudies, DropUninformative = true }),
        new("by_group_size", "1 shared out by group size in a study with a zero",
            new ZeroCells { ByGroupSize = true, DropUninformative = true }),
        new("tenth", "0.1 in each cell of a study with a zero",
            new ZeroCells { Addition = 0.1, DropUninformative = true }),
        new("half_and_double_zero", "½ in each cell of a study with a zero, studies without any event kept",
            new ZeroCells()),
        new("left_out", "studies with a zero are left out where their effect does not exist",
            new ZeroCells { Target = ZeroCellTarget.None, DropUninformative = true }),
    ];

    /// <summary>Finds one by its key.</summary>
    public static ZeroCellPolicy? Find(string key) => All.FirstOrDefault(policy => policy.Key == key);
}
