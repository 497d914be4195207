using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Claims.Rules;
using Azygos.Files.Tables;
using static Azygos.Files.EvidenceBase.EvidenceWords;

namespace Azygos.Files.EvidenceBase;

/// <summary>Tables of claims: what studies say on them, how they are judged, what bodies said.</summary>
internal static class ClaimTables
{
    public static readonly Table<StatementRow> Statements =
        new Table<StatementRow>("statements", "what bodies said, and when; never counted as evidence",
            new StatementRow())
            .Key(r => r.Id, "row_id")
            .Code("row_id", "identifier", (r, v) => r with { Id = v })
            .Text("date", "date, as far as seen", (r, v) => r with { Date = v })
            .Shown(("date_status", "how the date was seen"))
            .Text("body", "who", (r, v) => r with { Body = v })
            .Text("country", "where", (r, v) => r with { Country = v })
            .Shown(("type", "kind of body"))
            .Identifier("position_category", "position in one word", (r, v) => r with { Category = v })
            .Text("summary_of_position", "position in the project's words", (r, v) => r with { Summary = v })
            .Shown(("source_url", "where it was read"), ("source_doi", "DOI, where seen"))
            .Status("verified", (r, v) => r with { Status = v })
            .Shown(("notes", "what a reader must know"));

    public static readonly Table<VoteRow> Votes =
        new Table<VoteRow>("claims", "what one study says on one claim", new VoteRow())
            .Key(r => r.Id, "row_id")
            .Code("row_id", "identifier", (r, v) => r with { Id = v })
            .Reference("claim_id", "claim-nodes", "claim", (r, v) => r with { Claim = v })
            .Text("sub_claim", "sub-claim, or topic", (r, v) => r with { SubClaim = v })
            .Code("study_id", "study or body", (r, v) => r with { Study = v })
            .Shown(("study_or_body", "study or body, for people"))
            .OptionalWholeNumber("year", "1", Years, "year", (r, _) => r)
            .Remark("cohort_group", "rows with the same word share patients and have one vote",
                (r, v) => r with { CohortGroup = v })
            .Shown(("design", "design in words"))
            .Identifier("design_class", "class of design", (r, v) => r with { DesignClass = v })
            .Word("direction", ["for", "against", "neutral"], "what it says", (r, v) => r with { Direction = v })
            .Flag("counts_in_rule", "1: may enter a rule, if its status allows", (r, v) => r with { Counts = v })
            .Status("status", (r, v) => r with { Status = v })
            .Remark("data_ref", "row of another table that holds the numbers", (r, v) => r with { DataRef = v })
            .Shown(("source_url", "where it was read"), ("notes", "what a reader must know"));

    public static readonly Table<ClaimNode> Claims =
        new Table<ClaimNode>("claim-nodes", "the claims and how each is judged", new ClaimNode())
            .Key(r => r.Id, "claim_id")
            .Identifier("claim_id", "identifier", (r, v) => r with { Id = v })
            .Text("statement", "the claim in one sentence", (r, v) => r with { Statement = v })
            .Word("kind", Kinds, "kind of rule", (r, v) => r with { Kind = v })
            .Text("measure", "what is measured", (r, v) => r with { Measure = v })
            .Text("margin", "margin of no important effect", (r, v) => r with { Margin = v })
            .Remark("sub_claims", "parts judged by themselves, by semicolons",
                (r, v) => r with
                {
                    SubClaims = v.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                });

    public static readonly Table<VerdictRule> Rules =
        new Table<VerdictRule>("verdict-rules", "the versioned rules that give verdicts", new VerdictRule())
            .Key(r => r.Id, "rule_id")
            .Code("rule_id", "identifier", (r, v) => r with { Id = v })
            .Text("rules_version", "version of the table", (r, v) => r with { Version = v })
            .Word("kind", [.. Kinds, VerdictRule.SubClaims], "kind of claim it serves", (r, v) => r with { Kind = v })
            .WholeNumber("priority", Interval.From(1, 99), "order in which rules of a kind are tried",
                (r, v) => r with { Priority = v })
            .Text("condition", "when it fires", (r, v) => r with { ConditionText = v })
            .Word("verdict", [.. Verdicts, "by case"], "the verdict it gives",
                (r, v) => r with { Verdict = VerdictWords.TryRead(v, out Verdict read) ? read : null })
            .Text("fixture", "numbers on which it must fire, JSON", (r, v) => r with { Fixture = v })
            .Text("flip", "what to overwrite in the fixture, JSON", (r, v) => r with { Flip = v })
            .Word("flip_verdict", Verdicts, "the verdict after that",
                (r, v) => r with { FlipVerdict = VerdictWords.TryRead(v, out Verdict read) ? read : default })
            .Code("flip_rule", "the rule that then fires", (r, v) => r with { FlipRule = v });
}
