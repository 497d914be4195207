using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Claims.Rules;
using Azygos.Files.Tables;

namespace Azygos.Files.EvidenceBase;

/// <summary>Words of the evidence tables, and columns that several of them share.</summary>
internal static class EvidenceWords
{
    public static readonly IReadOnlyDictionary<string, RowStatus> Statuses = new Dictionary<string, RowStatus>
    {
        ["yes"] = RowStatus.Verified,
        ["secondary"] = RowStatus.Secondary,
        ["unverified"] = RowStatus.Unverified,
    };

    public static readonly IReadOnlyDictionary<string, Blinding> Blindings = new Dictionary<string, Blinding>
    {
        ["blinded"] = Blinding.Blinded,
        ["not_blinded"] = Blinding.NotBlinded,
        ["not_stated"] = Blinding.NotStated,
    };

    public static readonly IReadOnlyDictionary<string, RiskOfBias> Risks = new Dictionary<string, RiskOfBias>
    {
        ["low"] = RiskOfBias.Low,
        ["high"] = RiskOfBias.High,
        ["unclear"] = RiskOfBias.Unclear,
    };

    public static readonly Interval People = Interval.From(0, 1e6);
    public static readonly Interval Size = Interval.From(1, 1e6);
    public static readonly Interval Ratio = Interval.AboveZero(1e6);
    public static readonly Interval Percent = Interval.From(0, 100);
    public static readonly Interval Years = Interval.From(1900, 2100);
    public static readonly Interval Anything = Interval.From(-1e9, 1e9);
    public static readonly string[] Kinds = ["estimate", "agreement", "direction", "trial", "existence"];
    public static readonly string[] Verdicts = [.. VerdictWords.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The column that says how the row's numbers were seen.</summary>
    public static Table<TRow> Status<TRow>(this Table<TRow> table, string name, Func<TRow, RowStatus, TRow> with)
        where TRow : class =>
        table.Word(name, [.. Statuses.Keys],
            "how the numbers were seen: in primary text, in somebody else's account, or not seen",
            (row, text) => with(row, Statuses[text]));

    /// <summary>A domain of bias and what it rests on.</summary>
    public static Table<TRow> Risk<TRow>(
        this Table<TRow> table, string name, string meaning, Func<TRow, RiskOfBias, TRow> with)
        where TRow : class =>
        table.Word(name, [.. Risks.Keys], meaning, (row, text) => with(row, Risks[text]))
            .Remark(name + "_basis", "what the judgement rests on", (row, _) => row);
}
