using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace Azygos.Files.Feeds;

/// <summary>One entry of a feed.</summary>
/// <param name="Day">Day it stands for.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">Text, plain.</param>
public sealed record FeedEntry(DateOnly Day, string Title, string Text);

/// <summary>Writes an Atom feed, newest entry first; the same entries give the same bytes.</summary>
/// <remarks>RFC 4287. There is no clock: a feed is as old as its newest entry. Identifiers are made of the content by
/// SHA-256 (RFC 9562, version 8), so an entry keeps its own for as long as it says the same.</remarks>
public static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>The feed's text.</summary>
    /// <param name="title">Title of the feed; its identifier is made of it.</param>
    /// <param name="subtitle">What it is.</param>
    /// <param name="page">Page it belongs to, relative.</param>
    /// <param name="entries">Entries; at least one.</param>
    public static string Write(string title, string subtitle, string page, IEnumerable<FeedEntry> entries)
    {
        FeedEntry[] newestFirst = [.. entries.OrderByDescending(entry => entry.Day)];
        if (newestFirst.Length == 0) throw new ArgumentException("a feed needs an entry", nameof(entries));
        StringBuilder text = new();
        XmlWriterSettings settings = new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };
        using (XmlWriter xml = XmlWriter.Create(text, settings))
        {
            xml.WriteStartElement("feed", Namespace);
            Element(xml, "id", Identifier(title));
            Element(xml, "title", title);
            Element(xml, "subtitle", subtitle);
            Element(xml, "updated", Moment(newestFirst[0].Day));
            xml.WriteStartElement("author", Namespace);
            Element(xml, "name", "Azygos");
            xml.WriteEndElement();
            Link(xml, page);
            foreach (FeedEntry entry in newestFirst)
            {
                xml.WriteStartElement("entry", Namespace);
                Element(xml, "id", Identifier($"{title}\n{Moment(entry.Day)}\n{entry.Title}\n{entry.Text}"));
                Element(xml, "title", entry.Title);
                Element(xml, "updated", Moment(entry.Day));
                Link(xml, page);
                Element(xml, "summary", entry.Text);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text + "\n";
    }

    private static void Element(XmlWriter xml, string name, string text) =>
        xml.WriteElementString(name, Namespace, text);

    private static void Link(XmlWriter xml, string page)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", "alternate");
        xml.WriteAttributeString("href", page);
        xml.WriteEndElement();
    }

    private static string Moment(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";

    private static string Identifier(string content)
    {
        byte[] bytes = SHA256.HashData(Encoding.UTF8.GetBytes(content))[..16];
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x80);     // version 8: made by a rule of our own
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);     // the variant of RFC 9562
        return "urn:uuid:" + new Guid(bytes, bigEndian: true).ToString("D", CultureInfo.InvariantCulture);
    }
}
