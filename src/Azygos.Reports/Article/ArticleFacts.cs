using System.Globalization;
using System.Text.RegularExpressions;
using Azygos.Evidence.Claims.Rows;
using Azygos.Reports.Evidence;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Article;

/// <summary>Fills the places that the article's sentences leave open, from the rows and from what was
/// computed.</summary>
/// <remarks>
/// <c>{table/row/column}</c> a cell; <c>{table/row/a of b}</c> two counts; <c>{in1000 table/row/column}</c> the first
/// per cent of a cell as a number in 1,000, with <c>#2</c> the second; <c>{name}</c> a number that was computed;
/// <c>{?name}</c> nothing, where what it names holds, and <c>{?table/row}</c> nothing, where there is such a row. A
/// place that the base cannot fill has no fact, and its sentence is left out.
/// </remarks>
internal sealed partial class ArticleFacts
{
    /// <summary>Page beside the article that holds inputs, options and hashes.</summary>
    public const string Report = "report.html";

    private const string PerThousand = "in1000 ";

    private readonly ReportMaterial _material;
    private readonly SourceList _sources;
    private readonly Dictionary<string, (string Text, string Made)> _computed;

    /// <summary>For an article.</summary>
    public ArticleFacts(ReportMaterial material, SourceList sources)
    {
        (_material, _sources) = (material, sources);
        _computed = ComputedFacts.Of(material.Synthesis);
    }

    /// <summary>Rows cited so far.</summary>
    public SourceList Sources => _sources;

    /// <summary>True when the base can fill a place, or when what a guard asks holds; cites nothing.</summary>
    public bool Has(string place)
    {
        if (place[0] == '?' && place.Split('/') is [var table, var row]) return _material.Index.Has(table[1..], row);
        if (place[0] == '?' || _computed.ContainsKey(place)) return _computed.ContainsKey(place);
        bool perThousand = place.StartsWith(PerThousand, StringComparison.Ordinal);
        return Parts(place, perThousand) is { } parts && Text(parts, perThousand).Length > 0;
    }

    /// <summary>The fact of a place; null where the base cannot fill it.</summary>
    public Fact? Find(string place)
    {
        if (_computed.TryGetValue(place, out var computed))
            return new Fact(computed.Text, $"{Report}#made-{computed.Made}",
                "how this was computed, and from which rows", 0);
        bool perThousand = place.StartsWith(PerThousand, StringComparison.Ordinal);
        return Parts(place, perThousand) is { } parts && Text(parts, perThousand) is { Length: > 0 } text
            ? OfRow(parts[0], parts[1], text) : null;
    }

    /// <summary>A text that stands for a row.</summary>
    public Fact OfRow(string table, string key, string text)
    {
        CitedRow cited = _sources.Cite(table, key);
        string seen = Seen(table, key);
        return new Fact(text, cited.From.Address.Length > 0 ? cited.From.Address
            : $"{Report}#{RowIndex.Anchor(table, key)}",
            $"row {key}, read at {cited.From.Site}{(seen.Length > 0 ? ", seen in " + seen : "")}", cited.Number);
    }

    /// <summary>How a row was seen.</summary>
    public string Seen(string table, string key) =>
        (_material.Index.Cell(table, key, "verified") is { Length: > 0 } seen ? seen
        : _material.Index.Cell(table, key, "status")) switch
        {
            "yes" => StatusWords.Of(RowStatus.Verified),
            "secondary" => "somebody else’s account",
            _ => "",
        };

    private string[]? Parts(string place, bool perThousand)
    {
        string[] parts = (perThousand ? place[PerThousand.Length..] : place).Split('/');
        return parts.Length == 3 && _material.Index.Has(parts[0], parts[1]) ? parts : null;
    }

    private string Text(string[] parts, bool perThousand)
    {
        string[] counts = parts[2].Split(" of ");
        if (counts.Length == 2)
            return (_material.Index.Cell(parts[0], parts[1], counts[0]),
                _material.Index.Cell(parts[0], parts[1], counts[1]))
                is ({ Length: > 0 } some, { Length: > 0 } all) ? $"{some} of {Plain(all)}" : "";
        string[] which = parts[2].Split('#');
        string cell = _material.Index.Cell(parts[0], parts[1], which[0]);
        if (!perThousand) return Plain(cell);
        int at = which.Length > 1 ? int.Parse(which[1], CultureInfo.InvariantCulture) - 1 : 0;
        MatchCollection found = PerCent().Matches(cell);
        return found.Count <= at ? ""
            : Numerals.Fixed(10 * double.Parse(found[at].Groups[1].Value, CultureInfo.InvariantCulture), 0);
    }

    /// <summary>A number of the tables with a true minus sign, a share as two counts; words stay as they are.</summary>
    private static string Plain(string cell) => Share().Match(cell) is { Success: true } share
        ? $"{share.Groups[1].Value} of {share.Groups[2].Value}" :
        cell.Length > 0 && (cell[0] == '-' || char.IsAsciiDigit(cell[0])) ? cell.Replace('-', '−') : cell;

    [GeneratedRegex(@"^(\d+)/(\d+)\b")]
    private static partial Regex Share();

    [GeneratedRegex(@"(\d+(?:\.\d+)?)\s*%")]
    private static partial Regex PerCent();
}
