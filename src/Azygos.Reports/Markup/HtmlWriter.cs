using System.Text;

namespace Azygos.Reports.Markup;

/// <summary>Writes HTML and inline SVG that is well formed: every element is closed, every text and attribute value
/// escaped.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _page = new();
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element; dispose the scope to close it. Attributes without a value are left out.</summary>
    public Scope In(string tag, params ReadOnlySpan<(string Name, AttributeValue Value)> attributes)
    {
        Start(tag, attributes).Append('>');
        _open.Push(tag);
        return new Scope(this, _open.Count);
    }

    /// <summary>An element that holds only text.</summary>
    public HtmlWriter Element(string tag, string text, params ReadOnlySpan<(string Name,
        AttributeValue Value)> attributes)
    {
        Start(tag, attributes).Append('>');
        return Text(text).Raw("</").Raw(tag).Raw(">");
    }

    /// <summary>An element without content, such as <c>path</c> or <c>meta</c>.</summary>
    public HtmlWriter Empty(string tag, params ReadOnlySpan<(string Name, AttributeValue Value)> attributes)
    {
        Start(tag, attributes).Append("/>");
        return this;
    }

    /// <summary>Text, escaped.</summary>
    public HtmlWriter Text(string text)
    {
        Escape(text);
        return this;
    }

    /// <summary>A line break in the source, for people who read it.</summary>
    public HtmlWriter Line() => Raw("\n");

    /// <summary>Our own constant markup (style sheet, document type); never data.</summary>
    public HtmlWriter Raw(string ours)
    {
        _page.Append(ours);
        return this;
    }

    /// <summary>The page; every element must be closed.</summary>
    public override string ToString() => _open.Count == 0
        ? _page.ToString()
        : throw new InvalidOperationException($"element <{_open.Peek()}> is still open");

    private StringBuilder Start(string tag, ReadOnlySpan<(string Name, AttributeValue Value)> attributes)
    {
        _page.Append('<').Append(tag);
        foreach ((string name, AttributeValue value) in attributes)
        {
            if (value.Text is null) continue;
            _page.Append(' ').Append(name).Append("=\"");
            Escape(value.Text);
            _page.Append('"');
        }
        return _page;
    }

    // Characters that XML 1.0 forbids, and halves of surrogate pairs, become the replacement character: a hostile name
    // must not break the SVG.
    private void Escape(string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => _page.Append("&amp;"),
                '<' => _page.Append("&lt;"),
                '>' => _page.Append("&gt;"),
                '"' => _page.Append("&quot;"),
                '\'' => _page.Append("&#39;"),
                '\r' => _page.Append("&#13;"),
                < ' ' and not ('\n' or '\t') => _page.Append('\uFFFD'),
                0xFFFE or 0xFFFF => _page.Append('\uFFFD'),
                _ => _page.Append(rune.ToString()),
            };
        }
    }

    private void End(int depth)
    {
        if (_open.Count != depth) throw new InvalidOperationException($"element <{_open.Peek()}> is closed out of "
            + $"order");
        Raw("</").Raw(_open.Pop()).Raw(">");
    }

    /// <summary>An open element.</summary>
    public readonly struct Scope(HtmlWriter writer, int depth) : IDisposable
    {
        /// <summary>Closes the element.</summary>
        public void Dispose() => writer.End(depth);
    }
}

/// <summary>The value of an attribute: text, or a coordinate of a drawing; null leaves the attribute out.</summary>
/// <param name="Text">As written, before escaping.</param>
internal readonly record struct AttributeValue(string? Text)
{
    /// <summary>Text.</summary>
    public static implicit operator AttributeValue(string? text) => new(text);

    /// <summary>A coordinate.</summary>
    public static implicit operator AttributeValue(double coordinate) => new(Numerals.Coordinate(coordinate));
}
