namespace Azygos.Files.Tests.Benchmarks;

/// <summary>Where the sets of cases lie: the project's own, and one beside the repository where it is there.</summary>
internal static class CaseSets
{
    /// <summary>The set's folder; the test is skipped, with the reason, where it is not there.</summary>
    public static string Folder(string set)
    {
        string[] parts = set == "own" ? ["data", "benchmarks"] : ["..", "shared", "reference", "benchmarks"];
        string folder = Path.Combine([Root, .. parts]);
        if (!Directory.Exists(folder)) Assert.Skip($"The {set} set of cases is not there.");
        return folder;
    }

    /// <summary>The repository's root: the folder above this one that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        DirectoryInfo? here = new(AppContext.BaseDirectory);
        while (here is not null && !File.Exists(Path.Combine(here.FullName, "Azygos.slnx"))) here = here.Parent;
        return here?.FullName ?? throw new DirectoryNotFoundException("Azygos.slnx is not above the tests.");
    }
}
