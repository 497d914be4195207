namespace Azygos.Evidence.Claims.Rules;

/// <summary>The versioned rules: in each kind the first true rule by priority gives the verdict.</summary>
/// <source choice="rules written with the data known, so not a preregistration; a change needs a new version and both
/// results"/>
public sealed class RuleTable(IReadOnlyList<VerdictRule> rules)
{
    /// <summary>All rules.</summary>
    public IReadOnlyList<VerdictRule> Rules => rules;

    /// <summary>Version of the table.</summary>
    public string Version => rules.Count > 0 ? rules[0].Version : "";

    /// <summary>Judges a claim of a kind by its numbers.</summary>
    public Judgement Judge(string kind, RuleInputs inputs)
    {
        List<TraceLine> trace = [];
        foreach (VerdictRule rule in rules.Where(rule => rule.Kind == kind).OrderBy(rule => rule.Priority))
        {
            if (rule is not { Condition: { } condition, Verdict: { } verdict }) continue;
            if (!condition.Holds(inputs))
            {
                trace.Add(new TraceLine(rule.Id, false, string.Join("; ", condition.Failing(inputs))));
                continue;
            }
            string why = string.Join("; ", condition.Holding(inputs));
            trace.Add(new TraceLine(rule.Id, true, why.Length > 0 ? why : "no rule before it holds"));
            return new Judgement(verdict, rule.Id, rule.Version, inputs, trace);
        }
        throw new ArgumentException($"No rule of kind '{kind}' holds: the last one must be 'otherwise'.", nameof(kind));
    }

    /// <summary>Joins sub-claims: equal verdicts give that verdict, different ones are inconclusive, no data is
    /// ignored.</summary>
    public Judgement Join(IReadOnlyList<(string SubClaim, Verdict Verdict)> parts)
    {
        VerdictRule rule = rules.First(rule => rule.Kind == VerdictRule.SubClaims);
        Verdict[] told = [.. parts.Select(part => part.Verdict).Where(verdict => verdict != Verdict.NoData).Distinct()];
        Verdict verdict = told switch { [] => Verdict.NoData, [var only] => only, _ => Verdict.Inconclusive };
        string why = told.Length > 1 ? "sub-claims differ"
            : told.Length == 1 ? "sub-claims with data agree" : "no sub-claim has data";
        string list = string.Join(", ", parts.Select(part => $"{part.SubClaim} {VerdictWords.Key(part.Verdict)}"));
        return new Judgement(verdict, rule.Id, rule.Version, new RuleInputs(),
            [new TraceLine(rule.Id, true, $"{why} ({list})")]);
    }
}
