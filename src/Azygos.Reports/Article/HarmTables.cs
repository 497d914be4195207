using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Rows;
using Azygos.Reports.Evidence;
using Azygos.Reports.Markup;
using Azygos.Reports.Sections;

namespace Azygos.Reports.Article;

/// <summary>Harms for the public: a table for procedures, one for people, one for stents; never one over all.</summary>
internal static class HarmTables
{
    // Stents and people with a stent share the third table; each row says which it counts.
    private static readonly (string Heading, string[] Kinds)[] Tables =
    [
        ("Per procedure", ["procedure"]), ("Per person", ["patient"]),
            ("Per stent, or per person with a stent", ["stent",
            "stented_patient"]),
    ];

    /// <summary>Writes them, and the harms that nobody counted.</summary>
    public static void Write(ArticleWriter text, ReportMaterial material)
    {
        if (material.Synthesis.Claims.FirstOrDefault(claim => claim.Harms.Count > 0) is not { } claim) return;
        text.Paragraph("We keep three kinds of numbers apart: per procedure, per person, and per stent.",
            "They must not be added up.", "The range shows what the true rate could be.");
        foreach ((string heading, string[] kinds) in Tables)
        {
            HarmRate[] rows = [.. claim.Harms.Where(harm => kinds.Contains(harm.Row.DenominatorKind))
                .OrderBy(harm => Rank(harm.Row))];
            if (rows.Length > 0) Table(text, heading, rows);
        }
        if (claim.WithoutDenominator.Count == 0) return;
        text.Element("h3", null, "It happened. We do not know how often");
        text.Page.Table("Harms without a count of those treated", ["What happened", "Who reported it"],
            claim.WithoutDenominator.OrderBy(Rank), (HarmRow row, int column) =>
        {
            if (column == 0) text.Write(text.Facts.OfRow("safety", row.Id, Words(row)));
            else text.Page.Text(row.SourceLabel);
        }, "narrow", cards: false);
    }

    private static void Table(ArticleWriter text, string heading, HarmRate[] rows) => text.Page.Table(heading,
        ["What happened", "#Counted", "#Out of 1,000", "#Range", "Who reported it"], rows, (harm, column) =>
    {
        string per = HarmPlots.Per(harm.Row.DenominatorKind);
        switch (column)
        {
            case 0: text.Page.Text(Words(harm.Row)); break;
            case 1:
                text.Write(text.Facts.OfRow("safety", harm.Row.Id, $"{harm.Row.Events} of {harm.Row.Denominator}"));
                text.Page.Element("span", per, ("class", "note"));
                break;
            case 2: text.Write(Made(Numerals.Rate(10 * harm.Percent))); break;
            case 3:
                text.Write(Made(harm.Row.Events == 0 ? $"up to {Numerals.Rate(10 * harm.UpperPercent)}"
                    : $"{Numerals.Rate(10 * harm.LowerPercent)} to {Numerals.Rate(10 * harm.UpperPercent)}"));
                break;
            default:
                text.Page.Text(harm.Row.SourceLabel);
                if (text.Facts.Seen("safety", harm.Row.Id) is { } seen && harm.Row.Status == RowStatus.Secondary)
                    text.Page.Element("span", $"read in {seen}", ("class", "note"));
                break;
        }
    });

    private static Fact Made(string text) =>
        new(text, $"{ArticleFacts.Report}#made-harms", "exact 95 % interval", 0);

    private static string Words(HarmRow row) => row.PlainWords.Length > 0 ? row.PlainWords
        : char.ToUpperInvariant(row.Event[0]) + row.Event[1..];

    /// <summary>Place of a harm in a table: death first, minor ones last.</summary>
    private static int Rank(HarmRow row) => row.Severity switch
    {
        "death" => 0,
        "minor" => 3,
        "moderate" => 2,
        _ => 1,
    };
}
