using System.Globalization;
using Azygos.Reports.Evidence;
using Azygos.Reports.Sections;

namespace Azygos.Reports.Article;

/// <summary>What bodies said, by date, in plain words.</summary>
internal static class StatementList
{
    // Plain words for the positions of the table; a position without them is shown by its own word.
    private static readonly Dictionary<string, string> Plain = new()
    {
        ["against_outside_trials"] = "Not outside of trials.",
        ["against_treatment"] = "Against the treatment.",
        ["diagnostic_protocol"] = "Told how to test for it.",
        ["do_not_use"] = "It should not be used.",
        ["evidence_report"] = "Told of a large study.",
        ["insufficient_evidence"] = "There is not enough evidence.",
        ["no_treatment_trial_yet"] = "No trial of the treatment yet.",
        ["not_established"] = "It is not an accepted treatment.",
        ["not_medically_necessary"] = "There is no medical need for it.",
        ["phase_1_2_trial_supported"] = "In favour of a first trial.",
        ["research_encouraged"] = "In favour of research.",
        ["research_only"] = "Only in research.",
        ["warning"] = "Warned of injuries and deaths.",
    };

    /// <summary>Writes them.</summary>
    public static void Write(ArticleWriter text, ReportMaterial material) => text.Page.Table("What bodies said",
        ["Date", "Who", "What they said, in our words"],
        material.Synthesis.Base.Statements.OrderBy(row => row.Date, StringComparer.Ordinal), (row, column) =>
    {
        switch (column)
        {
            case 0: text.Write(text.Facts.OfRow("statements", row.Id, Day(row.Date))); break;
            case 1: text.Page.Text($"{row.Body}, {row.Country}"); break;
            default: text.Page.Text(Plain.GetValueOrDefault(row.Category, row.Category.Replace('_', ' '))); break;
        }
    });

    /// <summary>A day or month in words; what is neither stays as it is.</summary>
    private static string Day(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? SummarySection.Day(day)
            : DateOnly.TryParseExact(date + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out DateOnly month)
                ? month.ToString("MMMM yyyy", CultureInfo.InvariantCulture) : date;
}
