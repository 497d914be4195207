namespace Architecture.Tests;

/// <summary>A rule is a function from what it reads to a list of faults, so that each can be shown to fail.</summary>
public static class Rule
{
    public static void Holds(IEnumerable<string> faults)
    {
        string[] found = [.. faults];
        Assert.True(found.Length == 0, $"{found.Length} faults:\n  {string.Join("\n  ", found)}");
    }

    /// <summary>Self-test: the rule finds exactly one fault in a sample, and names what is wrong with it.</summary>
    public static void Finds(string named, IEnumerable<string> faults) =>
        Assert.Contains(named, Assert.Single(faults), StringComparison.Ordinal);
}
