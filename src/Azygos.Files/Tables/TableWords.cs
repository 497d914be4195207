using Azygos.Body.Model;

namespace Azygos.Files.Tables;

/// <summary>Words of the files for the kinds of the model.</summary>
internal static class TableWords
{
    public static readonly IReadOnlyDictionary<string, Basis> Bases = new Dictionary<string, Basis>
    {
        ["published"] = Basis.Published,
        ["published_secondary"] = Basis.PublishedSecondary,
        ["derived"] = Basis.Derived,
        ["recalled"] = Basis.Recalled,
        ["assumed"] = Basis.Assumed,
    };

    public static readonly IReadOnlyDictionary<string, Space> Spaces = new Dictionary<string, Space>
    {
        ["tissue"] = Space.Tissue,
        ["thorax"] = Space.Thorax,
        ["abdomen"] = Space.Abdomen,
        ["skull"] = Space.Skull,
        ["canal"] = Space.Canal,
    };

    /// <summary>How a beating run treats the vessels: whether waves travel along them.</summary>
    public static readonly IReadOnlyDictionary<string, bool> Vessels = new Dictionary<string, bool>
    {
        ["lumped"] = false,
        ["waves"] = true,
    };
}
