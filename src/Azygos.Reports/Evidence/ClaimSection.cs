using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Rules;
using Azygos.Reports.Markup;
using Azygos.Reports.Sections;

namespace Azygos.Reports.Evidence;

/// <summary>One claim: verdict, sentences, numbers, every rule that was tried, votes.</summary>
internal static class ClaimSection
{
    /// <summary>Writes the claim.</summary>
    public static void Write(HtmlWriter page, ReportMaterial material, ClaimResult claim)
    {
        Judgement judged = claim.Finding.Judgement;
        Derivation made = material.Derivations["claim-" + claim.Claim.Id];
        page.Element("p", claim.Claim.Statement, ("class", "lead"));
        using (page.In("p"))
        {
            page.Text("Verdict: ");
            using (page.In("strong")) page.Made(VerdictWords.OnScreen(judged.Verdict), made);
            page.Text($" (rule {judged.Rule}, rules {judged.RulesVersion}). Margin of no important effect: ")
                .Read(claim.Claim.Margin, "claim-nodes", claim.Claim.Id).Text(".");
        }
        if (claim.Claim.Kind == "direction")
            page.Sentences("p", "**HYPOTHESIS.** What studies of people say about it is below; nothing here is "
                + "simulated.");
        foreach (string sentence in ClaimSentences.For(claim.Claim.Id, judged.Verdict)) page.Element("p", sentence);
        if (claim.Finding.Association is not null) AssociationSection.Write(page, material, claim);
        if (claim.PrimaryOutcomes.Count > 0) TrialSection.Write(page, material, claim);
        if (claim.Harms.Count > 0) HarmSection.Write(page, material, claim);
        Votes(page, claim.Finding.Cohorts, "Votes, one a cohort", made);
        foreach (SubClaimResult part in claim.Finding.SubClaims)
        {
            using (page.In("h3"))
                page.Text($"{Capital(part.Name)}: ").Made(VerdictWords.OnScreen(part.Judgement.Verdict), made)
                    .Text($" (rule {part.Judgement.Rule})");
            Votes(page, part.Cohorts, $"Votes on {part.Name.Replace('_', ' ')}, one a cohort", made);
        }
        Rows(page, material, claim);
        Trace(page, judged, made);
        if (claim.Finding.Flags.Count > 0)
            page.Element("p", $"Flags: "
                + $"{string.Join(", ", claim.Finding.Flags.Select(flag => flag.Replace('_', ' ')))}.",
                ("class", "note"));
    }

    private static void Votes(HtmlWriter page, IReadOnlyList<CohortVote> cohorts, string caption, Derivation made)
    {
        if (cohorts.Count > 0)
            page.Table(caption, ["Cohort", "Its rows say", "Vote"], cohorts, (cohort, column) =>
            {
                if (column == 0) page.Text(cohort.Cohort);
                else if (column == 1) page.Text(string.Join(", ", cohort.Directions));
                else page.Made(cohort.Vote, made);
            }, "narrow", cards: false);
    }

    private static void Rows(HtmlWriter page, ReportMaterial material, ClaimResult claim)
    {
        var rows = material.Synthesis.Base.Votes.Where(vote => vote.Claim == claim.Claim.Id).ToArray();
        using (page.In("details", ("class", "more")))
        {
            page.Element("summary", "All rows on this claim");
            page.Table($"Rows on {claim.Claim.Id}",
                ["Row", "Study", "Topic", "Design", "Says", "May count", "What was seen"], rows,
                (vote, column) =>
            {
                switch (column)
                {
                    case 0: page.Read(vote.Id, "claims", vote.Id); break;
                    case 1: page.Text(vote.Study); break;
                    case 2: page.Text(vote.SubClaim.Replace('_', ' ')); break;
                    case 3: page.Text(material.Index.Cell("claims", vote.Id, "design")); break;
                    case 4: page.Text(vote.Direction); break;
                    case 5: page.Text(vote.Counts ? StatusWords.Of(vote.Status) : "no"); break;
                    default: page.Text(material.Index.Cell("claims", vote.Id, "notes")); break;
                }
            });
        }
    }

    private static void Trace(HtmlWriter page, Judgement judged, Derivation made)
    {
        using (page.In("details", ("class", "more")))
        {
            page.Element("summary", "Every rule that was tried, and the numbers it was asked about");
            using (page.In("ol", ("class", "trace")))
                foreach (TraceLine line in judged.Trace)
                {
                    using (page.In("li"))
                    using (page.In(line.Fired ? "strong" : "span"))
                        page.Made(line.ToString(), made);
                }
            if (judged.Inputs.Values.Count == 0) return;
            page.Table("Numbers asked about", ["Number", "#Value"], judged.Inputs.Values, (pair, column) =>
            {
                if (column == 0) page.Text(RuleInputs.Kind(pair.Key).Words).Text(" ").Element("code", pair.Key);
                else page.Made(pair.Value is { } value ? Numerals.AsGiven(value) : "not computed", made);
            }, "narrow", cards: false);
        }
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..].Replace('_', ' ');
}
