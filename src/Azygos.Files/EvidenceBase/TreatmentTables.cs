using Azygos.Evidence.Claims.Rows;
using Azygos.Files.Tables;
using static Azygos.Files.EvidenceBase.EvidenceWords;

namespace Azygos.Files.EvidenceBase;

/// <summary>Tables of people who were treated: trials and harms.</summary>
internal static class TreatmentTables
{
    public static readonly Table<TrialRow> Trials =
        new Table<TrialRow>("trials", "outcomes of trials and of cohorts of treated people", new TrialRow())
            .Key(r => r.Id, "row_id")
            .Code("row_id", "identifier", (r, v) => r with { Id = v })
            .Code("study_id", "study", (r, v) => r with { Study = v })
            .Code("cohort_group", "rows with the same word share patients", (r, v) => r with { CohortGroup = v })
            .Shown(("first_author", "first author, or not seen"))
            .OptionalWholeNumber("year", "1", Years, "year of print", (r, _) => r)
            .Shown(("journal", "journal"), ("design", "design in words"))
            .Flag("sham_controlled", "1: randomised against a sham procedure", (r, v) => r with { ShamControlled = v })
            .Shown(("blinding", "blinding in words"), ("population", "who was treated"),
                ("registry", "number of the register"))
            .OptionalWholeNumber("n_screened", "1", People, "people screened", (r, _) => r)
            .OptionalWholeNumber("n_randomised", "1", People, "people randomised", (r, v) => r with { Randomised = v })
            .OptionalWholeNumber("n_treated", "1", People, "people treated", (r, v) => r with { Treated = v })
            .OptionalWholeNumber("n_control", "1", People, "people in the sham arm", (r, v) => r with { Control = v })
            .Shown(("follow_up", "how long"))
            .Text("outcome", "outcome", (r, v) => r with { Outcome = v })
            .Shown(("outcome_role", "primary, secondary, safety"))
            .Flag("primary_efficacy", "1: may enter the rule on efficacy", (r, v) => r with { PrimaryEfficacy = v })
            .Shown(("treated_value", "as printed, treated"), ("control_value", "as printed, sham"))
            .Remark("effect_measure", "measure of the effect", (r, v) => r with { EffectMeasure = v })
            .OptionalNumber("effect", "", Anything, "effect as printed", (r, v) => r with { Effect = v })
            .OptionalNumber("ci_low", "", Anything, "its lower limit", (r, v) => r with { Lower = v })
            .OptionalNumber("ci_high", "", Anything, "its upper limit", (r, v) => r with { Upper = v })
            .Remark("p_value", "p value as printed", (r, v) => r with { P = v })
            .OptionalWord("benefit_scale", ["OR", "SMD"], "scale turned towards benefit: OR above 1, SMD above 0",
                (r, v) => r with { BenefitScale = v })
            .OptionalNumber("benefit_estimate", "", Anything, "effect on that scale",
                (r, v) => r with { BenefitEstimate = v })
            .OptionalNumber("benefit_low", "", Anything, "its lower limit", (r, v) => r with { BenefitLower = v })
            .OptionalNumber("benefit_high", "", Anything, "its upper limit", (r, v) => r with { BenefitUpper = v })
            .Shown(("direction", "what the authors or the project read in it"), ("source_doi", "DOI, where seen"),
                ("pmid", "PubMed number, where seen"), ("source_url", "where it was read"))
            .Status("verified", (r, v) => r with { Status = v })
            .Shown(("notes", "what a reader must know"));

    public static readonly Table<HarmRow> Safety =
        new Table<HarmRow>("safety", "harms and exposures, each with the denominator printed with it", new HarmRow())
            .Key(r => r.Id, "row_id")
            .Code("row_id", "identifier", (r, v) => r with { Id = v })
            .Code("study_id", "study or body", (r, v) => r with { Study = v })
            .WholeNumber("year", Years, "year", (r, _) => r)
            .Shown(("country", "country"), ("design", "design in words"))
            .Word("source_kind",
                ["operator_series", "independent_cohort", "trial_arm",
                    "regulator", "case_report", "review_statement", "press",
                    "patient_blog", "not_retrieved"],
                "who reported it", (r, v) => r with { SourceKind = v })
            .Text("source_label", "who reported it, in words for the page", (r, v) => r with { SourceLabel = v })
            .OptionalWholeNumber("n_patients", "1", People, "people treated", (r, _) => r)
            .OptionalWholeNumber("n_procedures", "1", People, "procedures", (r, _) => r)
            .OptionalWholeNumber("n_stents", "1", People, "stents", (r, _) => r)
            .Shown(("treatment", "what was done"))
            .Text("event", "what happened", (r, v) => r with { Event = v })
            .Shown(("harm_class", "class of harm"))
            .Remark("severity", "how severe", (r, v) => r with { Severity = v })
            .OptionalWholeNumber("n_events", "1", People, "how many", (r, v) => r with { Events = v })
            .OptionalWholeNumber("denominator", "1", Size, "out of how many", (r, v) => r with { Denominator = v })
            .OptionalWord("denominator_kind", ["procedure", "patient", "stent", "stented_patient", "lesion"],
                "of what; kinds are never merged", (r, v) => r with { DenominatorKind = v })
            .Shown(("denominator_basis", "where the denominator stands"))
            .OptionalNumber("percent_printed", "%", Percent, "as the source prints it",
                (r, v) => r with { PercentPrinted = v })
            .OptionalNumber("cp_low_pct", "%", Percent, "exact 95 % interval, lower limit", (r, _) => r)
            .OptionalNumber("cp_high_pct", "%", Percent, "exact 95 % interval, upper limit", (r, _) => r)
            .Word("display_group", ["rate", "reported_without_denominator", "exposure", "not_retrieved"],
                "list in which it is shown", (r, v) => r with { DisplayGroup = v })
            .Flag("lower_bound", "1: reported by those who did it, or spontaneous; the truth is likely higher",
                (r, v) => r with { IsLowerBound = v })
            .Flag("single_source", "1: press, one blog, case reports", (r, _) => r)
            .Flag("counts_in_rule", "1: the row that the claim of harm counts for its study", (r, _) => r)
            .Shown(("window", "time in which it was counted"), ("overlap_with", "studies of the same people"),
                ("source_doi", "DOI, where seen"), ("pmid", "PubMed number, where seen"),
                ("source_url", "where it was read"))
            .Status("verified", (r, v) => r with { Status = v })
            .Remark("plain_words", "the harm in plain words; empty where it is not shown", (r, v) =>
                r with { PlainWords = v })
            .Remark("notes", "what a reader must know", (r, v) => r with { Note = v });
}
