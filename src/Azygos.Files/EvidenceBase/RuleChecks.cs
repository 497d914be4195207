using System.Text.Json;
using Azygos.Evidence.Claims.Rules;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;

namespace Azygos.Files.EvidenceBase;

/// <summary>Conditions that can be read, fixtures that hold JSON, a last rule of every kind that always
/// fires.</summary>
internal static class RuleChecks
{
    /// <summary>The rules with their conditions read.</summary>
    public static IReadOnlyList<VerdictRule> Run(IReadOnlyDictionary<string, ReadTable> tables, FaultList faults)
    {
        List<VerdictRule> rules = [];
        int before = faults.Count;
        foreach (CheckedRow row in CheckedRow.Of(tables, ClaimTables.Rules, faults))
        {
            VerdictRule rule = row.Row.As(ClaimTables.Rules);
            if (rule.Kind != VerdictRule.SubClaims)
            {
                if (Condition.TryParse(rule.ConditionText, out Condition condition, out string reason))
                    rule = rule with { Condition = condition };
                else
                    row.Fault("condition", reason);
                if (rule.Verdict is null) row.Fault("verdict", "only the rule of sub-claims gives one by case");
            }
            foreach (string column in (string[])["fixture", "flip"])
                if (!IsObject(row.Text(column)))
                    row.Fault(column, "is not a JSON object of numbers, nulls or verdicts");
            rules.Add(rule);
        }
        ReadTable table = tables[ClaimTables.Rules.Name];
        if (!table.Whole || faults.Count > before) return rules;
        if (rules.Select(rule => rule.Version).Distinct().Count() > 1)
            faults.Add(table.File, null, "rules_version", "", "one table has one version");
        foreach (string kind in (string[])[.. EvidenceWords.Kinds, VerdictRule.SubClaims])
        {
            VerdictRule? last = rules.Where(rule => rule.Kind == kind).MaxBy(rule => rule.Priority);
            if (last is null || (kind != VerdictRule.SubClaims && last.ConditionText != "otherwise"))
                faults.Add(table.File, null, "kind", kind,
                    "needs rules, the last of them with the condition 'otherwise'");
        }
        return rules;
    }

    private static bool IsObject(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
