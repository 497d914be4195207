using System.Security.Cryptography;
using System.Text;
using Azygos.Files.EvidenceBase;

namespace Azygos.Reports.Evidence;

/// <summary>How a number was made: from which rows, with which options.</summary>
/// <param name="Id">Short name; the anchor is <c>made-</c> and this.</param>
/// <param name="What">What was computed.</param>
/// <param name="Rows">Rows it was computed from, by table and identifier.</param>
/// <param name="Options">Options in words.</param>
internal sealed record Derivation(
    string Id, string What, IReadOnlyList<(string Table, string Key)> Rows,
        IReadOnlyList<(string Name, string Value)> Options)
{
    /// <summary>Anchor on the page.</summary>
    public string Anchor => "made-" + Id;

    /// <summary>SHA-256 over what was computed, its options, and every cell of its rows.</summary>
    /// <remarks>Equal hashes: the same rows and options. The version of the engine stands beside it.</remarks>
    public string Hash(RowIndex index)
    {
        StringBuilder text = new(What);
        foreach ((string name, string value) in Options) text.Append('\n').Append(name).Append('=').Append(value);
        foreach ((string table, string key) in Rows)
        {
            text.Append('\n').Append(table);
            foreach (ShownCell cell in index.Row(table, key).Cells)
                text.Append('\0').Append(cell.Column).Append('=').Append(cell.Text);
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
