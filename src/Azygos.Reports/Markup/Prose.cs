namespace Azygos.Reports.Markup;

/// <summary>Writes our own sentences: <c>**strong**</c> and <c>[label](https://…)</c>, everything else as
/// text.</summary>
/// <remarks>Only for sentences written in this assembly; text that comes from a result goes through <see
/// cref="HtmlWriter.Text"/>.</remarks>
internal static class Prose
{
    /// <summary>One element with the sentences inside.</summary>
    public static HtmlWriter Sentences(this HtmlWriter page, string tag, string sentences, string? cssClass = null)
    {
        using (page.In(tag, ("class", cssClass))) Inline(page, sentences);
        return page;
    }

    /// <summary>A list, one item a string.</summary>
    public static HtmlWriter Bullets(this HtmlWriter page, params ReadOnlySpan<string> items)
    {
        using (page.In("ul"))
            foreach (string item in items)
                page.Sentences("li", item);
        return page;
    }

    private static void Inline(HtmlWriter page, string rest)
    {
        while (rest.Length > 0)
        {
            int strong = rest.IndexOf("**", StringComparison.Ordinal);
            int link = rest.IndexOf('[');
            int next = strong < 0 ? link : link < 0 ? strong : Math.Min(strong, link);
            if (next < 0)
            {
                page.Text(rest);
                return;
            }
            page.Text(rest[..next]);
            rest = next == strong ? Strong(page, rest[(next + 2)..]) : Link(page, rest[(next + 1)..]);
        }
    }

    private static string Strong(HtmlWriter page, string rest)
    {
        int end = rest.IndexOf("**", StringComparison.Ordinal);
        page.Element("strong", rest[..end]);
        return rest[(end + 2)..];
    }

    private static string Link(HtmlWriter page, string rest)
    {
        int middle = rest.IndexOf("](", StringComparison.Ordinal), end = rest.IndexOf(')', middle);
        page.Element("a", rest[..middle], ("href", rest[(middle + 2)..end]));
        return rest[(end + 1)..];
    }
}
