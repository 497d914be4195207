using System.Text.RegularExpressions;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Article;

/// <summary>Writes sentences with open places; a sentence whose places the base cannot fill is left out.</summary>
internal sealed partial class ArticleWriter(HtmlWriter page, ArticleFacts facts)
{
    /// <summary>The page.</summary>
    public HtmlWriter Page => page;

    /// <summary>Facts.</summary>
    public ArticleFacts Facts => facts;

    /// <summary>A paragraph; nothing where none of its sentences can be filled.</summary>
    public void Paragraph(params ReadOnlySpan<string> sentences) => Element("p", null, sentences);

    /// <summary>A paragraph that stands out.</summary>
    public void Notice(params ReadOnlySpan<string> sentences) => Element("p", "notice", sentences);

    /// <summary>A list, one item a string; an item whose places cannot be filled is left out.</summary>
    public void List(params ReadOnlySpan<string> items)
    {
        List<string> filled = [];
        foreach (string item in items)
            if (CanFill(item)) filled.Add(item);
        if (filled.Count == 0) return;
        using (page.In("ul"))
            foreach (string item in filled)
                Element("li", null, [item]);
        page.Line();
    }

    /// <summary>An element with sentences.</summary>
    public void Element(string tag, string? kind, params ReadOnlySpan<string> sentences)
    {
        List<string> filled = [];
        foreach (string sentence in sentences)
            if (CanFill(sentence)) filled.Add(sentence);
        if (filled.Count == 0) return;
        using (page.In(tag, ("class", kind)))
            for (int i = 0; i < filled.Count; i++)
            {
                if (i > 0) page.Text(" ");
                Sentence(filled[i]);
            }
        page.Line();
    }

    /// <summary>A fact, as a link to where it comes from, with the number of its source.</summary>
    public void Write(Fact fact)
    {
        page.Element("a", fact.Text, ("class", "n"), ("href", fact.Address), ("title", fact.Title));
        if (fact.Source > 0)
        {
            page.Text("\u2060");      // keeps the number of the source on the line of what it is for
            using (page.In("sup"))
                page.Element("a", $"{fact.Source}", ("href", $"#source-{fact.Source}"),
                    ("aria-label", $"source {fact.Source}"));
        }
    }

    private bool CanFill(string sentence)
    {
        foreach (Match place in Place().Matches(sentence))
            if (!facts.Has(place.Groups[1].Value)) return false;
        return true;
    }

    private void Sentence(string sentence)
    {
        int from = 0;
        foreach (Match place in Place().Matches(sentence))
        {
            page.Text(sentence[from..place.Index]);
            if (place.Groups[1].Value[0] != '?') Write(facts.Find(place.Groups[1].Value)!);
            from = place.Index + place.Length;
        }
        page.Text(sentence[from..]);
    }

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Place();
}
