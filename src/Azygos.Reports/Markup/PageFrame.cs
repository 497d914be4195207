using System.Reflection;

namespace Azygos.Reports.Markup;

/// <summary>What every page shares: head, policy, style, contents; no script, nothing loaded, no clock.</summary>
internal static class PageFrame
{
    /// <summary>A whole page.</summary>
    /// <param name="title">Title of the window.</param>
    /// <param name="styles">Style sheets, by name.</param>
    /// <param name="feed">Name of a feed beside the page; null for none.</param>
    /// <param name="body">Writes what is in <c>main</c>.</param>
    public static string Document(string title, IEnumerable<string> styles, string? feed, Action<HtmlWriter> body)
    {
        HtmlWriter page = new();
        page.Raw("<!DOCTYPE html>\n");
        using (page.In("html", ("lang", "en-GB")))
        {
            Head(page, title, styles, feed);
            using (page.In("body"))
            using (page.In("main"))
                body(page);
        }
        return page.Line().ToString();
    }

    /// <summary>The list of contents.</summary>
    public static void Contents(HtmlWriter page, IEnumerable<(string Id, string Heading)> sections)
    {
        using (page.In("nav", ("aria-label", "Contents")))
        using (page.In("ol"))
            foreach ((string id, string heading) in sections)
            {
                using (page.In("li")) page.Element("a", heading, ("href", "#" + id));
            }
        page.Line();
    }

    /// <summary>A section with its heading.</summary>
    public static void Section(HtmlWriter page, string id, string heading, Action<HtmlWriter> body)
    {
        using (page.In("section", ("id", id), ("aria-labelledby", id + "-heading")))
        {
            page.Element("h2", heading, ("id", id + "-heading"));
            body(page);
        }
        page.Line();
    }

    // The policy lets a browser load nothing at all, so a hostile name in a model or a table could not either.
    private static void Head(HtmlWriter page, string title, IEnumerable<string> styles, string? feed)
    {
        using (page.In("head"))
        {
            page.Empty("meta", ("charset", "utf-8"));
            page.Empty("meta", ("http-equiv", "Content-Security-Policy"),
                ("content", "default-src 'none'; style-src 'unsafe-inline'; img-src data:"));
            page.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            page.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
            page.Element("title", title);
            page.Empty("link", ("rel", "icon"), ("href", "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' "
                + "viewBox='0 0 16 16'%3E%3Cpath d='M8 1v14M3 3q5 3 5 8M13 3q-5 3-5 8' fill='none' stroke='%231f68aa' "
                + "stroke-width='2'/%3E%3C/svg%3E"));
            if (feed is not null)
                page.Empty("link", ("rel", "alternate"), ("type", "application/atom+xml"), ("href", feed));
            page.Raw("<style>\n");
            foreach (string style in styles) page.Raw(Style(style));
            page.Raw("</style>");
        }
        page.Line();
    }

    private static string Style(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the style sheet {name} is not in the assembly");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
