namespace Architecture.Tests.Arrows;

/// <summary>
/// One assembly that uses another, by the short names of the design (<c>Body</c>, not <c>Azygos.Body</c>).
/// </summary>
public readonly record struct Arrow(string From, string To);

/// <summary>The arrows that the design draws; every other is a fault.</summary>
public static class AllowedArrows
{
    /// <summary>
    /// Cli → Lab → Batch → Reports → Files → Studies → Clinic → Body → Circulation; Files, Studies → Evidence.
    /// </summary>
    private static readonly Dictionary<string, string[]> Drawn = new()
    {
        ["Cli"] = ["Lab"],
        ["Lab"] = ["Batch"],
        ["Batch"] = ["Reports"],
        ["Reports"] = ["Files"],
        ["Files"] = ["Studies", "Evidence"],
        ["Studies"] = ["Clinic", "Evidence"],
        ["Clinic"] = ["Body"],
        ["Body"] = ["Circulation"],
        ["Circulation"] = [],
        ["Evidence"] = [],
        ["Numerics"] = [],
        ["Quantities"] = [],
    };

    private static readonly string[] UsedByAll = ["Numerics", "Quantities"];

    public static IEnumerable<string> Faults(IEnumerable<Arrow> arrows) =>
        from arrow in arrows where !IsAllowed(arrow) select $"{arrow.From} → {arrow.To} is not an arrow of the design";

    /// <summary>Layers may skip downwards: whatever a drawn path reaches may be used.</summary>
    public static bool IsAllowed(Arrow arrow) =>
        Drawn.ContainsKey(arrow.From) && !UsedByAll.Contains(arrow.From)
        && (UsedByAll.Contains(arrow.To) || Reaches(arrow.From, arrow.To));

    private static bool Reaches(string from, string to) => Drawn[from].Any(next => next == to || Reaches(next, to));
}
