using Azygos.Evidence.Claims.Rows;
using Azygos.Files.Tables;
using static Azygos.Files.EvidenceBase.EvidenceWords;

namespace Azygos.Files.EvidenceBase;

/// <summary>Tables of studies that examined people: prevalence, criteria, published pools.</summary>
internal static class StudyTables
{
    public static readonly Table<StudyRow> Prevalence =
        new Table<StudyRow>("prevalence", "how common CCSVI was, one row for each study and endpoint", new StudyRow())
            .Key(r => r.Id, "study_id")
            .Code("study_id", "identifier of the study and endpoint", (r, v) => r with { Id = v })
            .Text("first_author", "first author, or not seen", (r, v) => r with { FirstAuthor = v })
            .OptionalWholeNumber("year", "1", Years, "year of print", (r, v) => r with { Year = v })
            .Shown(("journal", "journal, or not seen"))
            .Remark("country", "country", (r, v) => r with { Country = v })
            .Shown(("doi", "DOI, where seen"), ("pmid", "PubMed number, where seen"),
                ("id_status", "which identifiers were seen"),
                ("modality", "how veins were examined"), ("endpoint", "what was counted as a finding"))
            .OptionalWord("endpoint_class",
                ["ccsvi_us", "ccsvi_us_cis", "ccsvi_us_no_controls", "ccsvi_venography", "venography_stenosis",
                    "venography_no_controls", "mrv_stenosis", "mri_flow", "us_quantitative", "criteria_only"],
                "class of endpoint; classes are never pooled together", (r, v) => r with { EndpointClass = v })
            .Shown(("criteria", "definition used"))
            .Word("blinding", [.. Blindings.Keys], "whether the examination was blind; silence is not_stated",
                (r, v) => r with { Blinding = Blindings[v] })
            .Word("blinded_role", ["acquirer", "reader", "both", "not_stated", "none"], "who was blind", (r, _) => r)
            .Word("blinding_seen_in", ["primary_abstract", "primary_text", "companion_abstract", "secondary", "none"],
                "where that was seen", (r, _) => r)
            .Flag("blinding_disputed", "1: the paper says blinded, others deny it",
                (r, v) => r with { BlindingDisputed = v })
            .Shown(("blinding_detail", "blinding in words"))
            .Word("control_type",
                ["healthy", "population", "mixed", "unrelated_and_siblings",
                    "healthy_and_ond", "clinical", "none", "not_stated"],
                "who the controls were", (r, v) => r with { ControlType = v })
            .Shown(("matching", "how controls were matched"))
            .OptionalWholeNumber("n_ms", "1", Size, "people with MS examined", (r, v) => r with { Cases = v })
            .OptionalWholeNumber("ms_pos", "1", People, "of them with the finding",
                (r, v) => r with { CasesPositive = v })
            .OptionalWholeNumber("n_hc", "1", Size, "controls examined", (r, v) => r with { Controls = v })
            .OptionalWholeNumber("hc_pos", "1", People, "of them with the finding",
                (r, v) => r with { ControlsPositive = v })
            .OptionalWholeNumber("n_ond", "1", Size, "people with other neurological disease", (r, _) => r)
            .OptionalWholeNumber("ond_pos", "1", People, "of them with the finding", (r, _) => r)
            .OptionalWholeNumber("n_cis", "1", Size, "people with a first episode", (r, _) => r)
            .OptionalWholeNumber("cis_pos", "1", People, "of them with the finding", (r, _) => r)
            .OptionalWholeNumber("n_sib", "1", Size, "siblings", (r, _) => r)
            .OptionalWholeNumber("sib_pos", "1", People, "of them with the finding", (r, _) => r)
            .OptionalWord("other_groups_status", [.. Statuses.Keys], "how the other groups were seen", (r, _) => r)
            .Shown(("count_basis", "stated, or printed percentage times size"))
            .Remark("cohort_group", "rows with the same word share patients", (r, v) => r with { CohortGroup = v })
            .Remark("overlap_with",
                "rows that hold the same people, by semicolons; in brackets what is shared or possible",
                (r, v) => r with { Overlaps = Overlap.Parse(v) })
            .Flag("in_primary_pool", "1: may be pooled, by project decision", (r, v) => r with { InPrimaryPool = v })
            .OptionalFlag("inventor_or_proponent_group", "1: of the originator or of people who treat",
                (r, v) => r with { ProponentGroup = v })
            .OptionalFlag("italy", "1: Italian", (r, v) => r with { Italy = v })
            .OptionalNumber("reported_or", "1", Ratio, "odds ratio as the paper prints it",
                (r, v) => r with { ReportedOddsRatio = v })
            .OptionalNumber("reported_or_low", "1", Ratio, "its lower limit", (r, v) => r with { ReportedLower = v })
            .OptionalNumber("reported_or_high", "1", Ratio, "its upper limit", (r, v) => r with { ReportedUpper = v })
            .Remark("reported_p", "p value as printed", (r, v) => r with { ReportedP = v })
            .Risk("rob_selection", "bias: how people were chosen and matched", (r, v) => r with { Selection = v })
            .Risk("rob_index", "bias: whether the venous test was read blind with a fixed cut-off",
                (r, v) => r with { IndexTest = v })
            .Risk("rob_reference", "bias: how MS was defined", (r, v) => r with { ReferenceTest = v })
            .Risk("rob_flow", "bias: who is missing", (r, v) => r with { Flow = v })
            .Status("verified", (r, v) => r with { Status = v })
            .Shown(("source_url", "where it was read"), ("notes", "what a reader must know"));

    public static readonly Table<CriterionRow> Criteria =
        new Table<CriterionRow>("criteria", "single criteria, agreement between examiners, accuracy",
            new CriterionRow())
            .Key(r => r.Id, "row_id")
            .Code("row_id", "identifier", (r, v) => r with { Id = v })
            .Code("study_id", "study", (r, v) => r with { Study = v })
            .Text("measure", "what was measured", (r, v) => r with { Measure = v })
            .Text("criterion", "on which criterion", (r, v) => r with { Criterion = v })
            .Remark("group", "in whom", (r, v) => r with { Group = v })
            .OptionalWholeNumber("n_total", "1", Size, "people, or pairs", (r, v) => r with { Total = v })
            .OptionalWholeNumber("n_pos", "1", People, "of them positive", (r, v) => r with { Positive = v })
            .OptionalNumber("value", "", Anything, "the figure, in the row's unit", (r, v) => r with { Value = v })
            .OptionalNumber("ci_low", "", Anything, "lower limit; for ICC the least of a range",
                (r, v) => r with { Lower = v })
            .OptionalNumber("ci_high", "", Anything, "upper limit; for ICC the largest of a range",
                (r, v) => r with { Upper = v })
            .Word("unit", ["percent", "kappa", "OR", "ICC", "qualitative"],
                "unit of the figure", (r, v) => r with { Unit = v })
            .Shown(("comparator", "compared with"), ("source_doi", "DOI, where seen"),
                ("pmid", "PubMed number, where seen"),
                ("source_url", "where it was read"))
            .Status("verified", (r, v) => r with { Status = v })
            .Shown(("notes", "what a reader must know"));

    public static readonly Table<PublishedPoolRow> PublishedPools =
        new Table<PublishedPoolRow>("published-meta-analyses", "pooled values as published", new PublishedPoolRow())
            .Key(r => r.Id, "row_id")
            .Code("row_id", "identifier", (r, v) => r with { Id = v })
            .Code("review_id", "review", (r, v) => r with { Review = v })
            .Shown(("first_author", "first author"))
            .WholeNumber("year", Years, "year of print", (r, v) => r with { Year = v })
            .Shown(("journal", "journal"))
            .Text("question", "question", (r, v) => r with { Question = v })
            .Shown(("scope", "which studies"))
            .OptionalWholeNumber("n_studies", "1", People, "studies pooled", (r, v) => r with { Studies = v })
            .OptionalWholeNumber("n_ms", "1", People, "people with MS", (r, v) => r with { Cases = v })
            .OptionalWholeNumber("n_hc", "1", People, "controls", (r, v) => r with { Controls = v })
            .OptionalWholeNumber("n_total", "1", People, "people in all", (r, v) => r with { Total = v })
            .Word("effect_measure", ["OR", "RR", "none"], "measure", (r, v) => r with { Measure = v })
            .OptionalNumber("effect", "1", Ratio, "pooled value", (r, v) => r with { Effect = v })
            .OptionalNumber("ci_low", "1", Ratio, "lower limit", (r, v) => r with { Lower = v })
            .OptionalNumber("ci_high", "1", Ratio, "upper limit", (r, v) => r with { Upper = v })
            .Remark("p_value", "p value as printed", (r, v) => r with { P = v })
            .OptionalNumber("i2_percent", "%", Percent, "I² as printed", (r, _) => r)
            .Shown(("analysis", "which analysis"), ("source_doi", "DOI, where seen"),
                ("pmid", "PubMed number, where seen"),
                ("source_url", "where it was read"))
            .Status("verified", (r, v) => r with { Status = v })
            .Shown(("notes", "what a reader must know"));
}
