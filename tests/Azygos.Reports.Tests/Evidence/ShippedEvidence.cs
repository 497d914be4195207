using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Azygos.Evidence.Claims.Displays;
using Azygos.Files.EvidenceBase;
using Azygos.Files.Tests;

namespace Azygos.Reports.Tests.Evidence;

/// <summary>The shipped base and what is computed from it; or a copy of it with cells replaced.</summary>
internal static class ShippedEvidence
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "evidence");

    private static readonly Lazy<EvidenceFolder> Once = new(() => EvidenceReader.Read(Folder));

    private static readonly Lazy<EvidenceSynthesis> Computed = new(() => EvidenceSynthesis.Of(Once.Value.Base));

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Written =
        new(() => EvidenceReportPage.Write(Once.Value, Computed.Value));

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Article =
        new(() => EvidenceArticlePage.Write(Once.Value, Computed.Value));

    public static EvidenceFolder Base => Once.Value;

    public static EvidenceSynthesis Synthesis => Computed.Value;

    public static IReadOnlyDictionary<string, string> ReportFiles => Written.Value;

    public static IReadOnlyDictionary<string, string> ArticleFiles => Article.Value;

    /// <summary>A base in which the texts of tables were edited.</summary>
    public static EvidenceFolder With(params ReadOnlySpan<(string File, string Old, string New)> edits)
    {
        using TemporaryFolder copy = new();
        foreach (string file in Directory.EnumerateFiles(Folder, "*.csv"))
            File.Copy(file, Path.Combine(copy.Path, Path.GetFileName(file)));
        foreach ((string file, string old, string text) in edits)
        {
            string path = Path.Combine(copy.Path, file), before = File.ReadAllText(path);
            Assert.Contains(old, before, StringComparison.Ordinal);
            File.WriteAllText(path, before.Replace(old, text, StringComparison.Ordinal));
        }
        return EvidenceReader.Read(copy.Path);
    }

    /// <summary>A page read as XML: it must be well formed.</summary>
    public static XElement Parse(string page)
    {
        using StringReader text = new(page);
        using XmlReader reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }

    /// <summary>The words of an element, white space evened.</summary>
    public static string Words(XElement element) => Regex.Replace(string.Join(' ', element.DescendantNodes()
        .OfType<XText>().Select(text => text.Value)), @"[\s\u2060]+", " ").Trim();
}
