using System.Reflection;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Figures;

/// <summary>A drawing that stands on a page, or alone in a file; the same data give the same bytes.</summary>
internal abstract class Figure
{
    private const double TitleLetter = 6.4, TitleLine = 17;      // chosen: for text of 11.5

    /// <summary>Short name: the anchor on a page, and the name of the file.</summary>
    public abstract string Id { get; }

    /// <summary>What it shows, in a line.</summary>
    public abstract string Title { get; }

    /// <summary>What a reader who cannot see it must know: the numbers in words.</summary>
    public abstract string Words { get; }

    /// <summary>Width of the drawing; a unit is a pixel at its natural size.</summary>
    public abstract double Width { get; }

    /// <summary>Height of the drawing.</summary>
    public abstract double Height { get; }

    /// <summary>Style of all figures, for the page that holds them.</summary>
    public static string Style { get; } = ReadStyle();

    /// <summary>Draws it.</summary>
    protected abstract void Draw(HtmlWriter page);

    /// <summary>Writes the drawing into a page.</summary>
    public void Write(HtmlWriter page) => Write(page, null, "", []);

    /// <summary>The drawing as a file of its own.</summary>
    public string ToFile()
    {
        HtmlWriter page = new();
        page.Raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        Write(page, "http://www.w3.org/2000/svg", Style, Wording.Wrap(Title, (int)(Width / TitleLetter)));
        return page.ToString();
    }

    // In a file the title stands below the drawing; on a page it is part of the caption.
    private void Write(HtmlWriter page, string? xmlNamespace, string style, string[] titleLines)
    {
        double height = Height + TitleLine * titleLines.Length;
        using (page.In("svg", ("xmlns", xmlNamespace), ("viewBox",
            $"0 0 {Numerals.Coordinate(Width)} {Numerals.Coordinate(height)}"),
            ("width", Width), ("height", height), ("role", "img"),
            ("aria-labelledby", $"{Id}-title {Id}-words"), ("class", "fig " + Id)))
        {
            page.Element("title", Title, ("id", $"{Id}-title"));
            page.Element("desc", Words, ("id", $"{Id}-words"));
            if (style.Length > 0)
            {
                page.Element("style", style);
                page.Empty("rect", ("class", "sheet"), ("width", Width), ("height", height));
            }
            Draw(page);
            for (int i = 0; i < titleLines.Length; i++)
                page.Label("note-text", 6, Height + TitleLine * (i + 1) - 5, titleLines[i]);
        }
        page.Line();
    }

    private static string ReadStyle()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("figures.css")
            ?? throw new InvalidOperationException("the style of the figures is not in the assembly");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
