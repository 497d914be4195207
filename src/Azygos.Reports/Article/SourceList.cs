using Azygos.Reports.Evidence;

namespace Azygos.Reports.Article;

/// <summary>A row that the article cites.</summary>
/// <param name="Number">Its number in the list.</param>
/// <param name="Table">Table.</param>
/// <param name="Key">Row.</param>
/// <param name="From">Where it was read.</param>
internal sealed record CitedRow(int Number, string Table, string Key, RowSource From);

/// <summary>The rows that the article cites, numbered as they come.</summary>
internal sealed class SourceList(RowIndex index)
{
    private readonly Dictionary<(string Table, string Key), CitedRow> _cited = [];

    /// <summary>Cited so far, in order.</summary>
    public IEnumerable<CitedRow> Cited => _cited.Values.OrderBy(row => row.Number);

    /// <summary>Cites a row.</summary>
    public CitedRow Cite(string table, string key)
    {
        if (!_cited.TryGetValue((table, key), out CitedRow? cited))
            _cited.Add((table, key), cited = new CitedRow(_cited.Count + 1, table, key, index.Source(table, key)));
        return cited;
    }
}
