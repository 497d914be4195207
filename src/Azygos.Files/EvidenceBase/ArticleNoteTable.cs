using Azygos.Evidence.Claims.Rows;
using Azygos.Files.Tables;

namespace Azygos.Files.EvidenceBase;

/// <summary>Notes on the article for the public that this base was started from; a base may lack them.</summary>
internal static class ArticleNoteTable
{
    public static readonly Table<ArticleNote> Notes =
        new Table<ArticleNote>("article-notes", "notes on the article that this base was started from",
            new ArticleNote())
            .Key(r => r.Id, "note_id")
            .Code("note_id", "identifier", (r, v) => r with { Id = v })
            .Text("it_says", "what the article says, in a few words", (r, v) => r with { Says = v })
            .Text("note", "what the tables hold against it, or add to it", (r, v) => r with { Note = v })
            .Remark("data_ref", "rows that the note rests on", (r, v) => r with { DataRef = v });
}
