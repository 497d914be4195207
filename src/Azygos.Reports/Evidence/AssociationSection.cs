using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Displays;
using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rules;
using Azygos.Reports.Markup;
using Azygos.Reports.Sections;

namespace Azygos.Reports.Evidence;

/// <summary>The association: pools, blinding, and what is behind them.</summary>
internal static class AssociationSection
{
    private static readonly (string Id, string Origin, string Caption)[] Figures =
    [
        ("forest", "#made-by-blinding",
            "Squares: studies, area by weight, 95 % intervals; diamonds: pooled; bar: where the true odds "
            + "ratio of a new "
            + "study is expected. Each group has its own τ²; weights are those of all studies together. Not stated "
                + "means that "
            + "the text seen is silent, not that the study was unblinded."),
        ("funnel", "#made-small-studies",
            "Filled: blinded; open: not stated. Shades: where a single study would be significant. The pool is "
            + "probably biased towards an association: several studies that found no link gave no numbers."),
        ("labbe", "#made-pool",
            "Filled: blinded; open: not stated. Areas go with people. Straight line: no difference; curve: the "
            + "pooled "
            + "odds ratio, probably biased towards an association."),
        ("baujat", "#made-influence", "A study far to the right fits the others badly; one far up moves the pool."),
        ("gosh", "#made-subsets",
            "Darker: more subsets. Two humps above mean that a single study decides which side a subset falls "
            + "on."),
        ("sroc", "#made-accuracy",
            "Case-control studies, described, not an accuracy in a clinic. Filled: blinded; open: not stated. "
            + "Areas go "
            + "with people."),
        ("cumulative", "#made-cumulative",
            "Studies in the order of their year of print; those without a year come last. An arrow: the "
            + "interval "
            + "goes on."),
        ("leave-one-out", "#made-leave-one-out", "The diamond is the pool with all studies."),
        ("choices", "#made-pool",
            "Every choice is named before it is pooled; the headline is the one of verified rows."),
        ("multiverse", "#made-multiverse", "Choice of rows × heterogeneity × interval × zero cells, and models of the "
            + "counts that need no policy. Each line of marks is one choice of rows. Specifications share studies: "
                + "this "
            + "describes, and tests nothing. Every one of these odds ratios is probably biased towards an "
                + "association."),
        ("published-pools", "#inputs",
            "As printed. Reviews share studies with each other and with the pool above; they are never "
            + "pooled again."),
    ];

    /// <summary>Writes what the pools say.</summary>
    public static void Write(HtmlWriter page, ReportMaterial material, ClaimResult claim)
    {
        AssociationFinding found = claim.Finding.Association!;
        Pools(page, material, found);
        Contrast(page, material, found);
        ConflictParts.Write(page, material);
        Separation(page, material);
        if (material.Synthesis.Association.Refused is { } none)
            page.Element("p", $"Not drawn: {none.Reason}", ("class", "warning"));
        foreach ((string id, string origin, string caption) in Figures)
        {
            if (material.Figures.FirstOrDefault(one => one.Id == id) is { } figure) page.Figure(
                figure, caption, origin);
            if (id == "forest") StudyTable(page, material);
        }
        Sensitivities(page, material, claim);
    }

    private static void Pools(HtmlWriter page, ReportMaterial material, AssociationFinding found)
    {
        List<(string Name, string Made, PoolEstimate? Pool, OddsRatioInterval? Counts)> rows =
        [
            ("All verified studies", "pool", found.Pool, null),
                ("Low-risk blinded studies", "low-risk", found.LowRisk, null),
            ("All, from the counts themselves (binomial GLMM)", "count-model", null, found.CountModel),
        ];
        page.Table("Pooled odds ratios", ["Studies", "#k", "#Odds ratio", "#95 % interval", "#Prediction interval",
            "#τ²", "#I²",
            "Warning"], rows.Where(row => row.Pool is not null || row.Counts is not null), (row, column) =>
        {
            Derivation made = material.Derivations[row.Made];
            if (column == 0) page.Text(row.Name);
            else if (column == 7) page.Text(CuratedBase.PoolWarning);
            else if (Cell(row.Pool, row.Counts, column) is { } text) page.Made(text, made);
            else page.Text(Numerals.None);
        });
        if (found.Information is { } size)
            using (page.In("p"))
                page.Text("People in the pool: ").Made(Numerals.Count(size.People), material.Derivations["information"])
                    .Text("; needed to see an odds ratio of 1.5: ")
                    .Made(Numerals.Count((long)Math.Round(size.RequiredAdjusted)), material.Derivations["information"])
                    .Text(" with this much heterogeneity (share ")
                    .Made(Numerals.Short(size.FractionAdjusted), material.Derivations["information"])
                        .Text("). p of the small-study test: ")
                    .Made(found.Pool?.SmallStudyP is { } p ? NumberLinks.P(p) : "not computed",
                        material.Derivations["small-studies"]).Text(".");
    }

    private static string? Cell(PoolEstimate? pool, OddsRatioInterval? counts, int column) =>
        (pool, counts, column) switch
        {
            ({ } p, _, 1) => Numerals.Count(p.Count),
            ({ } p, _, 2) => Numerals.Short(p.OddsRatio),
            ({ } p, _, 3) => NumberLinks.Interval(p.Lower, p.Upper),
            ({ PredictionLower: { } low, PredictionUpper: { } high }, _, 4) => NumberLinks.Interval(low, high),
            ({ } p, _, 5) => Numerals.Short(p.Tau2),
            ({ } p, _, 6) => Numerals.Fixed(p.I2Percent, 0) + " %",
            (_, { } c, 2) => Numerals.Short(c.OddsRatio),
            (_, { } c, 3) => NumberLinks.Interval(c.Lower, c.Upper),
            _ => null,
        };

    private static void Contrast(HtmlWriter page, ReportMaterial material, AssociationFinding found)
    {
        if (found.Contrast is not { } contrast) return;
        Derivation made = material.Derivations["contrast"];
        using (page.In("p"))
        {
            page.Element("strong", "Blinded against the rest").Text(" (")
                .Made($"{contrast.Blinded}", made).Text(" against ").Made($"{contrast.Rest}", made).Text(" studies, ")
                .Made($"{contrast.Silent}", made).Text(" of them silent): ratio of odds ratios ")
                .Made($"{Numerals.Short(contrast.Coded.Ratio)} "
                    + $"({NumberLinks.Interval(contrast.Coded.Lower, contrast.Coded.Upper)})", made)
                .Text(", p ").Made(NumberLinks.P(contrast.Coded.P), made).Text(". Over ")
                    .Made(Numerals.Count(contrast.Codings), made)
                .Text(" codings of the silent ones it runs from ")
                    .Made(NumberLinks.Interval(contrast.LeastRatio, contrast.LargestRatio), made)
                .Text("; ").Made(Numerals.Count(contrast.Significant), made)
                .Text(" have p below 0.05. Suggestive at most, not decisive. ").Text(CuratedBase.PoolWarning).Text(".");
        }
    }

    /// <summary>Studies in which everybody on one side, and nobody on the other, is positive.</summary>
    private static void Separation(HtmlWriter page, ReportMaterial material)
    {
        var separated = material.Synthesis.Base.Studies.Where(row => row is { InPrimaryPool: true, HasTable: true }
            && row.CasesPositive == row.Cases && row.ControlsPositive == 0).ToArray();
        foreach (var row in separated)
            using (page.In("p", ("class", "notice")))
                page.Element("strong", $"{row.Id} separates completely: ")
                    .Read($"{row.CasesPositive} of {row.Cases}", "prevalence", row.Id)
                    .Text(" against ").Read($"{row.ControlsPositive} of {row.Controls}", "prevalence", row.Id)
                    .Text(". Its own odds ratio is no answer; adding ½ to its cells invents one. The model of the "
                        + "counts stands "
                        + "beside the pool for this reason, here and under the sensitivity that lets the study in.");
    }

    private static void StudyTable(HtmlWriter page, ReportMaterial material)
    {
        if (!material.Synthesis.Association.TryGet(out AssociationDisplays? sides)) return;
        using (page.In("details", ("class", "more")))
        {
            page.Element("summary", "The forest as a table");
            page.Table("Studies pooled, by blinding",
                ["Study", "Blinding", "#MS", "#Controls", "#Odds ratio", "#95 % interval",
                "#Weight, %"], sides.ByBlinding.Studies.Index(), (row, column) =>
            {
                (int i, var study) = row;
                var counts = sides.Studies[i];
                switch (column)
                {
                    case 0: page.Text(study.Label); break;
                    case 1: page.Text(study.Group); break;
                    case 2: page.Read($"{counts.CasesPositive}/{counts.Cases}", "prevalence", study.Label); break;
                    case 3: page.Read($"{counts.ControlsPositive}/{counts.Controls}", "prevalence", study.Label); break;
                    case 4: page.Made(Numerals.Short(study.Effect), material.Derivations["by-blinding"]); break;
                    case 5:
                        page.Made(NumberLinks.Interval(study.Lower, study.Upper),
                        material.Derivations["by-blinding"]); break;
                    default:
                        page.Made(Numerals.Fixed(study.WeightPercent, 1),
                        material.Derivations["by-blinding"]); break;
                }
            });
        }
    }

    private static void Sensitivities(HtmlWriter page, ReportMaterial material, ClaimResult claim) =>
        page.Table("Other choices of rows", ["Choice", "Verdict", "Rule", "#k", "#Odds ratio", "#95 % interval",
            "#From the counts", "Warning"], claim.Sensitivities, (one, column) =>
        {
            AssociationFinding? found = one.Finding.Association;
            string made = $"sensitivity-{one.Name.Replace('_', '-')}";
            if (column == 0) page.Text(one.Name.Replace('_', ' '));
            else if (column == 1) page.Text(VerdictWords.OnScreen(one.Finding.Judgement.Verdict));
            else if (column == 2) page.Text(one.Finding.Judgement.Rule);
            else if (column == 7) page.Text(CuratedBase.PoolWarning);
            else if (column == 6 && found?.CountModel is { } counts)
                page.Made($"{Numerals.Short(counts.OddsRatio)} ({NumberLinks.Interval(counts.Lower, counts.Upper)})",
                    material.Derivations[made]);
            else if (column < 6 && Cell(found?.Pool, null, column - 2) is { } text) page.Made(
                text, material.Derivations[made]);
            else page.Text(Numerals.None);
        });
}
