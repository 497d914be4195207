using System.Reflection;
using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>The compiled assemblies of <c>src</c>, loaded from beside these tests.</summary>
public static class SourceAssemblies
{
    public static IReadOnlyList<Assembly> All { get; } =
        [.. Repository.Projects("src").Select(project => Assembly.Load(AssemblyName(project)))];

    private static readonly string[] Owing = ["Quantities", "Circulation", "Body", "Clinic", "Evidence", "Studies"];

    /// <summary>Assemblies whose public members are physical or statistical and so owe a source.</summary>
    public static IEnumerable<Assembly> OwingSources =>
        All.Where(assembly => Owing.Contains(ShortName(assembly.GetName().Name)));

    public static bool IsOurs(string? name) =>
        name == "azygos" || name?.StartsWith("Azygos.", StringComparison.Ordinal) == true;

    /// <summary>The name of the design: <c>Body</c> for <c>Azygos.Body</c>, <c>Cli</c> for the tool.</summary>
    public static string ShortName(string? name) => name switch
    {
        "azygos" => "Cli",
        null => "",
        _ => name[(name.LastIndexOf('.') + 1)..],
    };

    private static string AssemblyName(string project) =>
        XDocument.Load(project).Descendants("AssemblyName").FirstOrDefault()?.Value
            ?? Path.GetFileNameWithoutExtension(project);
}
