using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Architecture.Tests.Packages;

/// <summary>
/// Every package has a licence and a reason on its line, a row in a decision page with its version, and a user.
/// </summary>
public static partial class PackageRule
{
    public static IEnumerable<string> Faults(
        SourceText central, IReadOnlyList<SourceText> decisions, IEnumerable<XDocument> projects)
    {
        HashSet<string?> used =
        [
            .. projects.SelectMany(project => project.Descendants("PackageReference"))
                .Select(item => (string?)item.Attribute("Include")),
        ];
        foreach (string line in central.Lines.Where(line => line.Contains("<PackageVersion", StringComparison.Ordinal)))
        {
            Match package = Package().Match(line);
            string id = package.Groups["id"].Value, version = package.Groups["version"].Value;
            if (!package.Success)
                yield return $"{line.Trim()}: wanted one line with a comment 'licence; reason'";
            else if (!used.Contains(id))
                yield return $"{id}: no project uses it";
            else if (!decisions.Any(page => page.Lines.Any(row => IsRow(row, id, version))))
                yield return $"{id} {version}: no decision page has a row for it with this version";
        }
    }

    private static bool IsRow(string line, string id, string version) =>
        line.StartsWith('|') && line.Contains($"| {id} |", StringComparison.Ordinal)
            && line.Contains($"| {version} |", StringComparison.Ordinal);

    [GeneratedRegex(
        @"<PackageVersion Include=""(?<id>[^""]+)"" Version=""(?<version>[^""]+)"" />\s*<!-- \S[^;]*; \S.* -->")]
    private static partial Regex Package();
}
