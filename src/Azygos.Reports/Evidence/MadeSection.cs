using Azygos.Reports.Markup;
using Azygos.Reports.Sections;

namespace Azygos.Reports.Evidence;

/// <summary>How each number was made: rows, options, engine version, content hash.</summary>
internal static class MadeSection
{
    /// <summary>Writes them all.</summary>
    public static void Write(HtmlWriter page, ReportMaterial material)
    {
        page.Element("p", "The hash is SHA-256 over what was computed, its options and every cell of its rows: the "
            + "same hash "
            + "means the same question on the same data.");
        foreach (Derivation made in material.Derivations.All)
        {
            using (page.In("div", ("class", "made"), ("id", made.Anchor)))
            {
                page.Element("h3", char.ToUpperInvariant(made.What[0]) + made.What[1..]);
                using (page.In("dl", ("class", "origin")))
                {
                    foreach ((string name, string value) in made.Options) Line(page, name, value);
                    Line(page, "engine", $"Azygos {Origin.Version}");
                    Line(page, "content hash", made.Hash(material.Index));
                    using (page.In("div"))
                    {
                        page.Element("dt", $"rows ({made.Rows.Count})");
                        using (page.In("dd", ("class", "rows")))
                            foreach ((string table, string key) in made.Rows) page.Read(key, table, key).Text(" ");
                    }
                }
            }
            page.Line();
        }
    }

    private static void Line(HtmlWriter page, string name, string value)
    {
        using (page.In("div")) page.Element("dt", name).Element("dd", value);
    }
}
