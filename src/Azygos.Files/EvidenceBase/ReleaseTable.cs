using System.Globalization;
using Azygos.Evidence.Claims.Rows;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;
using Azygos.Files.Tables;

namespace Azygos.Files.EvidenceBase;

/// <summary>The table that dates a base and says what changed; a base may lack it, and is then undated.</summary>
internal static class ReleaseTable
{
    private const string Day = "release_date";

    public static readonly Table<ReleaseRow> Releases =
        new Table<ReleaseRow>("releases", "releases of this base, the oldest first", new ReleaseRow())
            .Key(r => Iso(r.Date), Day)
            .Text(Day, "day on which the rows were last looked at, as 2026-11-22",
                (r, v) => TryRead(v, out DateOnly day) ? r with { Date = day } : r)
            .Text("rules_version", "version of the rules that it was judged by", (r, v) => r with { RulesVersion = v })
            .Text("what", "what changed, in one or two sentences for a reader", (r, v) => r with { What = v });

    /// <summary>Days that are days, in their order, the last one judged by the rules that are there.</summary>
    public static void Check(
        IReadOnlyDictionary<string, ReadTable> tables, string rulesVersion, FaultList faults)
    {
        DateOnly last = DateOnly.MinValue;
        CheckedRow[] rows = [.. CheckedRow.Of(tables, Releases, faults)];
        foreach (CheckedRow row in rows)
        {
            if (!TryRead(row.Text(Day), out DateOnly day)) row.Fault(Day, "is not a day, written as 2026-11-22");
            else if (day < last) row.Fault(Day, $"comes after {Iso(last)}; the oldest release stands first");
            else last = day;
        }
        if (rows.Length > 0 && rulesVersion.Length > 0 && rows[^1].Text("rules_version") != rulesVersion)
            rows[^1].Fault("rules_version", $"is not the version of verdict-rules.csv, {rulesVersion}");
    }

    /// <summary>A day as the tables write it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool TryRead(string text, out DateOnly day) => DateOnly.TryParseExact(
        text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
