using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rows;
using Azygos.Files.EvidenceBase;
using Azygos.Files.Faults;

namespace Azygos.Files.Tests.EvidenceBase;

public sealed class EvidenceReaderTests
{
    [Fact]
    public void The_shipped_base_has_no_faults_and_every_row_is_read()
    {
        EvidenceFolder read = ShippedBase.Read;
        Assert.Equal((51, 89, 29, 58, 20), (read.Base.Studies.Count, read.Base.Criteria.Count, read.Base.Trials.Count,
            read.Base.Harms.Count, read.Base.Statements.Count));
        Assert.Equal((12, 92, 6, 25), (read.Base.PublishedPools.Count, read.Base.Votes.Count, read.Base.Claims.Count,
            read.Base.Rules.Rules.Count));
        Assert.Equal(396, read.Rows.Count);
        Assert.Equal(new DateOnly(2026, 11, 22), Assert.Single(read.Base.Releases).Date);
        Assert.Matches("^[0-9a-f]{64}$", read.Base.Hash);
    }

    [Fact]
    public void A_base_may_be_undated()
    {
        (EvidenceFolder? read, string[] faults) = ShippedBase.With(texts => texts.Remove("releases.csv"));
        Assert.Empty(faults);
        Assert.Empty(read!.Base.Releases);
    }

    [Theory]
    [InlineData("22.11.2026,1.0,", "releases.csv:2: release_date = 22.11.2026: is not a day, written as 2026-11-22")]
    [InlineData("2026-11-22,0.9,", "releases.csv:2: rules_version = 0.9: is not the version of verdict-rules.csv, 1.0")]
    [InlineData("2027-01-01,1.0,x\n2026-11-22,1.0,",
        "releases.csv:3: release_date = 2026-11-22: comes after 2027-01-01; the oldest release stands first")]
    public void A_release_has_a_day_in_order_and_the_rules_that_are_there(string row, string fault)
    {
        (EvidenceFolder? read, string[] faults) =
            ShippedBase.With(ShippedBase.Replaced("releases.csv", "2026-11-22,1.0,", row));
        Assert.Null(read);
        Assert.EndsWith(fault, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void No_table_has_a_column_of_values_that_were_not_seen()
    {
        foreach (string text in ShippedBase.Texts().Values)
            Assert.DoesNotContain("unverified_values", text.Split('\n')[0], StringComparison.Ordinal);
        Assert.All(ShippedBase.Read.Base.Studies.Where(row => row.Status == RowStatus.Unverified), row =>
            Assert.False(row.HasTable));
    }

    [Fact]
    public void The_default_pool_is_13_studies_of_2439_and_1148_people()
    {
        IReadOnlyList<StudyRow> pool = StudyPool.Eligible(ShippedBase.Read.Base.Studies, withSecondary: false);
        Assert.Equal((13, 2439, 1148), (pool.Count, pool.Sum(row => row.Cases), pool.Sum(row => row.Controls)));
        Assert.Equal(
            ["Rodger2013", "Zamboni2009"], StudyPool.Eligible(ShippedBase.Read.Base.Studies, withSecondary: true)
            .Except(pool).Select(row => row.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_overlap_names_a_study_and_says_how_certain_it_is()
    {
        StudyRow comi = ShippedBase.Read.Base.Studies.Single(row => row.Id == "Comi2013");
        Assert.Equal(4, comi.Overlaps.Count);
        Assert.All(comi.Overlaps, one => Assert.False(one.IsCertain));
        Assert.True(ShippedBase.Read.Base.Studies.Single(row => row.Id == "Barreto2013").Overlaps.Single().IsCertain);
    }

    public static TheoryData<string, string, string, string> Faulty => new()
    {
        { "prevalence.csv", ",65,65,235,0,", ",65,66,235,0,",
            "base/prevalence.csv:2: ms_pos = 66: is above n_ms = 65" },
        { "prevalence.csv", ",65,65,235,0,", ",65,65,235,-1,",
            "base/prevalence.csv:2: hc_pos = -1: is outside the allowed range" },
        { "prevalence.csv", ",65,65,235,0,", ",65,6.5,235,0,",
            "base/prevalence.csv:2: ms_pos = 6.5: is not a whole number" },
        { "prevalence.csv", ",65,65,235,0,", ",65,many,235,0,",
            "base/prevalence.csv:2: ms_pos = many: is not a number" },
        { "prevalence.csv", ",65,65,235,0,", ",65,65,,0,", "base/prevalence.csv:2: hc_pos = 0: has no n_hc" },
        { "prevalence.csv", ",65,65,235,0,", ",65,,235,0,",
            "base/prevalence.csv:2: ms_pos: is empty, and in_primary_pool is 1" },
        { "prevalence.csv", "Al-Omari,2010,", "Al-Omari,2O10,", "base/prevalence.csv:4: year = 2O10: is not a number" },
        { "prevalence.csv", ",7.25,2.92,18.01,<0.0001,", ",7.25,2.92,18.01,0.2,",
            "reported_p = 0.2: does not belong to the interval" },
        { "prevalence.csv", ",7.25,2.92,18.01,<0.0001,", ",2.25,2.92,18.01,,",
            "reported_or = 2.25: lies outside its own interval" },
        { "prevalence.csv", ",7.25,2.92,18.01,<0.0001,", ",7.25,18.01,2.92,,",
            "reported_or_low = 18.01: is above reported_or_high" },
        { "prevalence.csv", ",7.25,2.92,18.01,<0.0001,", ",7.25,2.92,,,",
            "reported_or_high: is empty: an interval has two limits" },
        { "prevalence.csv", ",7.25,2.92,18.01,<0.0001,", ",7.25,2.92,18.01,tiny,",
            "reported_p = tiny: is not a p value" },
        { "prevalence.csv", "\nAlOmari2010,", "\nZamboni2009,",
            "base/prevalence.csv:4: study_id = Zamboni2009: stands twice; first on line 2" },
        { "prevalence.csv", ",IRBID,,1,", ",IRBID,Nobody2000,1,",
            "overlap_with = Nobody2000: names Nobody2000, which is not a study" },
        { "prevalence.csv", ",IRBID,,1,", ",FERRARA,,1,",
            "Zamboni2009 and AlOmari2010 are both of the cohort FERRARA" },
        { "prevalence.csv", ",IRBID,,1,", ",IRBID,Zamboni2009,1,", "hold the same people" },
        { "prevalence.csv", ",IRBID,,1,", ",IRBID,,2,", "in_primary_pool = 2: is not one of 0, 1" },
        { "criteria.csv", ",35,27,77.1,", ",35,27,71.7,",
            "base/criteria.csv:2: value = 71.7: is not 27/35 = 77.143 %" },
        { "criteria.csv", ",35,27,77.1,", ",25,27,77.1,", "base/criteria.csv:2: n_pos = 27: is above n_total = 25" },
        { "trials.csv", ",177,115,76,39,12 months,functional", ",177,116,76,39,12 months,functional",
            "n_randomised = 116: is not n_treated + n_control = 115" },
        { "trials.csv", "OR,0.75,0.34,1.68,0.49,OR,", "OR,0.75,0.34,1.68,0.01,OR,",
            "p_value = 0.01: does not belong to the interval" },
        { "safety.csv", ",21,247,procedure,printed with the event,8.5,",
            ",21,247,procedure,printed with the event,5.8,", "percent_printed = 5.8: is not 21/247 = 8.502 %" },
        { "safety.csv", ",8.5,5.34,12.70,", ",8.5,5.34,12.07,",
            "cp_high_pct = 12.07: is not the exact limit of 21/247, 12.70 %" },
        { "safety.csv", ",21,247,procedure,", ",21,247,,",
            "denominator_kind: a denominator and its kind stand together" },
        { "published-meta-analyses.csv", ",1250,899,2149,", ",1250,899,2194,",
            "n_total = 2194: is not n_ms + n_hc = 2149" },
        { "claims.csv", "criteria.csv C036,", "criteria.csv C936,", "data_ref = criteria.csv C936: names C936" },
        { "claims.csv", "K034,mechanism,", "K034,mechanics,",
            "claim_id = mechanics: leads nowhere: claim-nodes.csv has no such row; did you mean mechanism?" },
        { "claims.csv", "K062,symptoms,cognition,", "K062,symptoms,thinking,",
            "sub_claim = thinking: is not a part of the claim" },
        { "verdict-rules.csv", "1,k = 0,no_data", "1,k = zero,no_data",
            "condition = k = zero: asks for 'zero', which no claim brings" },
        { "verdict-rules.csv", "5,otherwise,inconclusive,", "5,k >= 0 and,inconclusive,",
            "condition = k >= 0 and: ends where a number is needed" },
        { "statements.csv",
            "2010-08-26,seen,CIHR and MS Society of Canada,Canada,research funder,no_treatment_trial_yet",
            "2010-08-26,seen,,Canada,research funder,no_treatment_trial_yet", "body: is empty; text is needed" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_fault_is_told_with_file_row_and_column(string file, string old, string text, string fault)
    {
        (EvidenceFolder? read, string[] faults) = ShippedBase.With(ShippedBase.Replaced(file, old, text));
        Assert.Null(read);
        Assert.Contains(faults, one => one.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        (EvidenceFolder? read, string[] faults) = ShippedBase.With(texts =>
        {
            ShippedBase.Replaced("prevalence.csv", ",65,65,235,0,", ",65,66,235,x,")(texts);
            ShippedBase.Replaced(
                "trials.csv", ",177,115,76,39,12 months,functional", ",177,116,76,39,12 months,functional")(texts);
            texts.Remove("safety.csv");
        });
        Assert.Null(read);
        Assert.Contains(faults, one => one.StartsWith("base/prevalence.csv:2: hc_pos = x", StringComparison.Ordinal));
        Assert.Contains(faults, one => one.StartsWith("base/trials.csv:2: n_randomised", StringComparison.Ordinal));
        Assert.Contains("base/safety.csv: this file is missing", faults);
    }

    [Fact]
    public void A_missing_an_unknown_and_a_doubled_column_are_faults()
    {
        (_, string[] faults) = ShippedBase.With(texts => texts["claim-nodes.csv"] =
            texts["claim-nodes.csv"].Replace(
                "claim_id,statement,kind", "claim_id,statment,claim_id", StringComparison.Ordinal));
        Assert.Contains("base/claim-nodes.csv:1: kind: this column is missing", faults);
        Assert.Contains(faults, one => one.Contains(
            "statment: is not a column of claim-nodes.csv; did you mean statement?", StringComparison.Ordinal));
        Assert.Contains("base/claim-nodes.csv:1: claim_id: this column stands twice", faults);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused()
    {
        FaultList faults = new();
        Assert.Null(EvidenceReader.Read(Path.Combine(ShippedBase.Folder, "nowhere"), faults));
        Assert.Contains("is not a folder", faults.Found[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_vote_on_the_association_agrees_with_the_counts_it_points_to()
    {
        var studies = StudyPool.Eligible(ShippedBase.Read.Base.Studies, withSecondary: true);
        PoolEstimate pool = PoolEstimate.Of(StudyPool.Of(studies).Value).Value;
        foreach (VoteRow vote in ShippedBase.Read.Base.Votes.Where(row => row.Claim == "association"))
        {
            if (pool.Studies.FirstOrDefault(study => study.Label == vote.Study) is not { } counts) continue;
            string expected = counts.Lower > 1 ? "for" : counts.OddsRatio <= 1 ? "against" : "neutral";
            Assert.Equal((vote.Id, expected), (vote.Id, vote.Direction));
        }
    }
}
