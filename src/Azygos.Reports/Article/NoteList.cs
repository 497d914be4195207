using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Rows;
using Azygos.Reports.Evidence;
using Azygos.Reports.Sections;

namespace Azygos.Reports.Article;

/// <summary>Short notes on another article, each with the rows that it rests on.</summary>
internal static class NoteList
{
    /// <summary>Writes them.</summary>
    public static void Write(ArticleWriter text, ReportMaterial material) =>
        text.Page.Table("Notes", ["It says", "Note", "Rows"],
        material.Synthesis.Base.Notes, (ArticleNote note, int column) =>
    {
        if (column == 0) text.Page.Text(note.Says);
        else if (column == 1) text.Page.Text(note.Note);
        else
        {
            DataReference rows = DataReference.Parse(note.DataRef);
            if (rows.Rows.Count == 0) text.Page.Text("our words");
            foreach (string key in rows.Rows)
            {
                text.Write(text.Facts.OfRow(rows.Table, key, key));
                text.Page.Text(" ");
            }
        }
    });
}
