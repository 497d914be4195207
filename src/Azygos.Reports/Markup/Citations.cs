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
        (Basis.PublishedSecondary, "second-hand", "read in somebody else’s account; the paper itself was not read"),
        (Basis.Derived, "derived", "computed from published numbers, or fitted to a published measurement"),
        (Basis.Recalled, "recalled", "known from the cited paper but not read again: treat as assumed"),
        (Basis.Assumed, "assumed", "an engineering choice of the authors"),
    ];

    /// <summary>The word for a basis.</summary>
    public static string Word(this Basis basis) => Bases[(int)basis].Word;

    /// <summary>A small tag with the basis.</summary>
    public static HtmlWriter Tag(this HtmlWriter page, Basis basis) => page.Element("span", basis.Word(),
        ("class", $"basis basis-{(int)basis}"), ("title", Bases[(int)basis].Meaning));

    /// <summary>The citations behind a row; the key itself where the table of sources lacks it.</summary>
    public static HtmlWriter Cite(this HtmlWriter page, BodyModel model, Provenance provenance)
    {
        const StringSplitOptions tidy = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        string[] keys = provenance.Source.Split(';', tidy);
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
        page.Text(source.Citation.Length > 0 ? ", " : "").Identifier(source.Doi);
    }

    /// <summary>Text in which the first DOI, PubMed or PubMed Central identifier is a link.</summary>
    public static HtmlWriter Identifier(this HtmlWriter page, string text)
    {
        if (Known(text) is not var (match, address)) return page.Text(text);
        return page.Text(text[..match.Index]).Element("a", match.Value, ("href", address))
            .Text(text[(match.Index + match.Length)..]);
    }

    private static (Match Match, string Address)? Known(string text)
    {
        if (Doi().Match(text) is { Success: true } doi)
            return (doi, "https://doi.org/" + Uri.EscapeDataString(doi.Value)
                .Replace("%2F", "/", StringComparison.Ordinal));
        if (PubMed().Match(text) is { Success: true } pubMed)
            return (pubMed, $"https://pubmed.ncbi.nlm.nih.gov/{pubMed.Groups[1].Value}/");
        if (Central().Match(text) is { Success: true } central)
            return (central, $"https://pmc.ncbi.nlm.nih.gov/articles/{central.Value}/");
        return null;
    }

    [GeneratedRegex(@"\b10\.\d{4,9}/[^\s,;""<>]+")]
    private static partial Regex Doi();

    [GeneratedRegex(@"\bPMID:?\s*(\d+)")]
    private static partial Regex PubMed();

    [GeneratedRegex(@"\bPMC\d+")]
    private static partial Regex Central();
}
