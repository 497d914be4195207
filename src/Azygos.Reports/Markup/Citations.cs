using System.Text.RegularExpressions;
using Azygos.Body.Model;

namespace Azygos.Reports.Markup;

/// <summary>Writes where a number comes from: its basis in words, its citations with links to DOI or PubMed.</summary>
internal static partial class Citations
{
    /// <summary>The five kinds of basis in order of trust, with the word printed and what it means.</summary>
    public static readonly (Basis Basis, string Word, string Meaning)[] Bases =
    [
        (Basis.Published, "published", "read in a public source"),
        (Basis.PublishedSecondary, "second-hand", "read in somebody else’s account of the paper; the paper itself was not read"),
        (Basis.Derived, "derived", "computed from published numbers, or fitted to a published measurement"),
        (Basis.Recalled, "recalled", "known from the cited paper but not read again: treat as assumed"),
        (Basis.Assumed, "assumed", "an engineering choice of the authors"),
    ];

    /// <summary>The word for a basis.</summary>
    public static string Word(this Basis basis) => Bases[(int)basis].Word;

    /// <summary>A small tag with the basis.</summary>
    public static HtmlWriter Tag(this HtmlWriter page, Basis basis) => page.Element("span", basis.Word(),
        ("class", $"basis basis-{(int)basis}"), ("title", Bases[(int)basis].Meaning));

    /// <summary>The citations behind a row, separated by semicolons; the key itself where the table of sources lacks it.</summary>
    public static HtmlWriter Cite(this HtmlWriter page, BodyModel model, Provenance provenance)
    {
        string[] keys = provenance.Source.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < keys.Length; i++)
        {
            if (i > 0) page.Text("; ");
            if (model.Sources.TryGetValue(keys[i], out SourceRow? source)) Source(page, source);
            else page.Text(keys[i]);
        }
        return page;
    }

    private static void Source(HtmlWriter page, SourceRow source)
    {
        page.Text(source.Citation);
        if (source.Doi.Length == 0) return;
        page.Text(source.Citation.Length > 0 ? ", " : "");
        if (Address(source.Doi) is { } address) page.Element("a", source.Doi, ("href", address));
        else page.Text(source.Doi);
    }

    /// <summary>The web address of a DOI, PubMed or PubMed Central identifier; null for any other text.</summary>
    public static string? Address(string identifier)
    {
        if (Doi().Match(identifier) is { Success: true } doi) return "https://doi.org/" + Uri.EscapeDataString(doi.Value).Replace("%2F", "/", StringComparison.Ordinal);
        if (PubMed().Match(identifier) is { Success: true } pubMed) return "https://pubmed.ncbi.nlm.nih.gov/" + pubMed.Groups[1].Value + "/";
        if (Central().Match(identifier) is { Success: true } central) return "https://pmc.ncbi.nlm.nih.gov/articles/" + central.Value + "/";
        return null;
    }

    [GeneratedRegex(@"\b10\.\d{4,9}/[^\s,;""<>]+")]
    private static partial Regex Doi();

    [GeneratedRegex(@"^PMID:?\s*(\d+)")]
    private static partial Regex PubMed();

    [GeneratedRegex(@"^PMC\d+")]
    private static partial Regex Central();
}
