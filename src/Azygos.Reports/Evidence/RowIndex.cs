using Azygos.Files.EvidenceBase;

namespace Azygos.Reports.Evidence;

/// <summary>Where a row was read: an address, and words for it.</summary>
/// <param name="Address">Address; empty where none was seen.</param>
/// <param name="Site">The address's site.</param>
/// <param name="Identifier">DOI or PubMed number of the work itself; empty where none was seen.</param>
internal sealed record RowSource(string Address, string Site, string Identifier);

/// <summary>The rows of a base by table and identifier, as written.</summary>
internal sealed class RowIndex
{
    private readonly Dictionary<(string Table, string Key), ShownRow> _rows;

    /// <summary>Of a base as read.</summary>
    public RowIndex(EvidenceFolder folder) =>
        _rows = folder.Rows.ToDictionary(row => (row.Table, row.Cells[0].Text));

    /// <summary>A row.</summary>
    public ShownRow Row(string table, string key) => _rows[(table, key)];

    /// <summary>True when the base has the row.</summary>
    public bool Has(string table, string key) => _rows.ContainsKey((table, key));

    /// <summary>A cell; empty where the row has none.</summary>
    public string Cell(string table, string key, string column) => Cell(_rows[(table, key)], column);

    /// <summary>A cell of a row; empty where it has none.</summary>
    public static string Cell(ShownRow row, string column) =>
        row.Cells.FirstOrDefault(cell => cell.Column == column)?.Text ?? "";

    /// <summary>Anchor of a row on the page.</summary>
    public static string Anchor(string table, string key) => $"row-{table}-{string.Concat(key.Select(Plain))}";

    /// <summary>The page that was read; else its DOI or PubMed entry.</summary>
    /// <remarks>Rows of claims that say "see data_ref" point on to the row that holds the number.</remarks>
    public RowSource Source(string table, string key)
    {
        ShownRow row = _rows[(table, key)];
        string doi = Cell(row, "source_doi") is { Length: > 0 } seen ? seen : Cell(row, "doi");
        string pubMed = Cell(row, "pmid");
        string identifier = doi.Length > 0 ? doi : pubMed.Length > 0 ? "PMID " + pubMed : "";
        string address = Cell(row, "source_url").Split(" ; ")[0].Trim();
        if (!IsWeb(address))
            address = doi.Length > 0 ? "https://doi.org/" + doi
                : pubMed.Length > 0 ? $"https://pubmed.ncbi.nlm.nih.gov/{pubMed}/" : "";
        return new RowSource(address, Site(address), identifier);
    }

    private static string Site(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) ? uri.Host : "no address seen";

    private static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https";

    private static char Plain(char letter) => char.IsAsciiLetterOrDigit(letter) ? letter : '-';
}
