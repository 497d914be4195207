using Azygos.Evidence.Claims.Rows;
using Azygos.Files.EvidenceBase;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Evidence;

/// <summary>The studies that the public debate names, with what was and was not seen of them in print.</summary>
internal static class NamedStudies
{
    // Chosen: the studies that the source article of this base names.
    private static readonly (string Heading, string[] Rows)[] Named =
    [
        ("The 2008/2009 study of 65 people", ["Zamboni2009"]), ("The study of 100 people", ["Rodger2013"]),
        ("Buffalo", ["Zivadinov2011", "Jakimovski2019"]),
    ];

    private static readonly string[] Columns =
        ["n_ms", "ms_pos", "n_hc", "hc_pos", "n_ond", "ond_pos", "blinding", "blinded_role", "control_type",
            "count_basis",
            "verified", "rob_selection", "rob_index", "rob_reference", "rob_flow"];

    /// <summary>Writes those that the base holds.</summary>
    public static void Write(HtmlWriter page, ReportMaterial material)
    {
        HashSet<string> known = [.. material.Synthesis.Base.Studies.Select(row => row.Id)];
        foreach ((string heading, string[] ids) in Named)
            foreach (string id in ids.Where(known.Contains)) Study(page, material, heading, id);
        page.Element("h3", "Trials with a sham procedure");
        using (page.In("ul"))
            foreach (TrialRow row in material.Synthesis.Base.Trials.Where(row => row.ShamControlled
                && row.PrimaryEfficacy
                && row.Status == RowStatus.Verified).DistinctBy(row => row.Study))
            {
                using (page.In("li"))
                    page.Element("strong", row.Study + ": ").Read($"{row.Randomised} people", "trials", row.Id)
                        .Text($", {material.Index.Cell("trials", row.Id, "design")}. ")
                        .Text(material.Index.Cell("trials", row.Id, "notes"));
            }
    }

    private static void Study(HtmlWriter page, ReportMaterial material, string heading, string id)
    {
        ShownRow row = material.Index.Row("prevalence", id);
        page.Element("h3", $"{heading}: {id}");
        using (page.In("dl", ("class", "origin")))
        {
            foreach (string column in Columns)
            {
                ShownCell? cell = row.Cells.FirstOrDefault(one => one.Column == column);
                using (page.In("div"))
                {
                    page.Element("dt", material.Meaning("prevalence", column));
                    using (page.In("dd")) page.Read(cell?.Text.Replace('_', ' ') ?? "not seen", "prevalence", id);
                }
            }
        }
        page.Element("p", RowIndex.Cell(row, "notes"), ("class", "note"));
    }
}
