using System.Text.Json;
using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Rules;

namespace Azygos.Files.Tests.EvidenceBase;

/// <summary>Every rule of the shipped table fires on its own fixture, and another one after its flip.</summary>
public sealed class RuleFixtureTests
{
    private static RuleTable Table => ShippedBase.Read.Base.Rules;

    public static TheoryData<string> Rules =>
        [.. Table.Rules.Where(rule => rule.Condition is not null).Select(rule => rule.Id)];

    private static RuleInputs Inputs(string json, RuleInputs? over = null)
    {
        Dictionary<string, double?> values = over?.Values.ToDictionary(pair => pair.Key, pair => pair.Value) ?? [];
        foreach (JsonProperty one in JsonDocument.Parse(json).RootElement.EnumerateObject())
            values[one.Name] = one.Value.ValueKind == JsonValueKind.Null ? null : one.Value.GetDouble();
        return new RuleInputs(values);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_fires_on_its_fixture_and_not_after_its_flip(string id)
    {
        VerdictRule rule = Table.Rules.Single(one => one.Id == id);
        Judgement judged = Table.Judge(rule.Kind, Inputs(rule.Fixture));
        Assert.Equal((rule.Id, rule.Verdict), (judged.Rule, judged.Verdict));
        Judgement flipped = Table.Judge(rule.Kind, Inputs(rule.Flip, judged.Inputs));
        Assert.Equal((rule.FlipRule, rule.FlipVerdict), (flipped.Rule, flipped.Verdict));
    }

    [Fact]
    public void Sub_claims_are_joined_as_the_fixture_says()
    {
        VerdictRule rule = Table.Rules.Single(one => one.Kind == VerdictRule.SubClaims);
        Dictionary<string, string> parts = JsonSerializer.Deserialize<Dictionary<string, string>>(rule.Fixture)!;
        Assert.Equal(Verdict.NotSupported, Join(parts).Verdict);
        foreach ((string key, string verdict) in JsonSerializer.Deserialize<Dictionary<string, string>>(rule.Flip)!)
            parts[key] = verdict;
        Assert.Equal((rule.FlipVerdict, rule.FlipRule), (Join(parts).Verdict, Join(parts).Rule));
        Assert.Equal(Verdict.NoData, Join(new() { ["a"] = "no_data" }).Verdict);

        static Judgement Join(Dictionary<string, string> parts) => Table.Join([.. parts.Select(part =>
            (part.Key, VerdictWords.TryRead(part.Value, out Verdict read) ? read : throw new ArgumentException(
                part.Value)))]);
    }

    /// <summary>Contradicted is lowest, supported highest; inconclusive and no data are level.</summary>
    private static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.Contradicted => 0,
        Verdict.NotSupported => 1,
        Verdict.Supported => 3,
        _ => 2,
    };

    [Theory]
    [InlineData(
        "estimate", "ci_low pi_low lrb_ci_low lrb_ci_high lrb_or loo_ci_low_min if_adj egger_p", "lrb_if_unadj")]
    [InlineData("trial", "n_benefit", "n_excluding n_harm")]
    [InlineData("agreement", "kappa_low_above confirm_low_above", "kappa_high_below confirm_high_below")]
    [InlineData("direction", "for for_longitudinal_or_randomised", "against")]
    [InlineData("existence", "serious_cohorts regulators case_reports", "")]
    public void A_verdict_is_monotonic_in_the_numbers_that_promise_it(string kind, string rising, string falling)
    {
        Random random = new(20260101);
        string[] up = rising.Split(' '), down = falling.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] keys =
            [.. JsonDocument.Parse(Table.Rules.First(rule => rule.Kind == kind).Fixture).RootElement.EnumerateObject()
            .Select(one => one.Name)];
        HashSet<Verdict> seen = [];
        for (int i = 0; i < 20_000; i++)
        {
            RuleInputs before = new(keys.Select(key => KeyValuePair.Create(key, (double?)Draw(key))));
            string moved = random.GetItems<string>([.. up, .. down], 1)[0];
            Judgement first = Table.Judge(kind, before);
            Judgement second = Table.Judge(kind, before.With(moved, before[moved] + Step(moved)));
            int change = Rank(second.Verdict) - Rank(first.Verdict);
            Assert.True(
                up.Contains(moved) ? change >= 0 : change <= 0, $"{moved}: {first.Verdict} to {second.Verdict}");
            seen.Add(first.Verdict);
        }
        Assert.True(seen.Count >= 3, "the draws must reach most verdicts");

        // The kappas below the margin are part of all kappas, trials with a result part of all trials: draws keep to
        // that.
        double Draw(string key) => RuleInputs.Kind(key).IsCount
            ? key is "k" or "trials" or "n_kappa" or "n_confirm" ? random.Next(3, 14) : random.Next(0, 4)
            : Math.Exp(random.NextDouble() * 3 - 1.2);

        double Step(string key) => RuleInputs.Kind(key).IsCount ? 1 : random.NextDouble();
    }

    [Fact]
    public void Tipping_points_say_how_far_each_number_is_from_another_verdict()
    {
        ClaimResult diagnosis = ClaimEvaluation.Of(
            ShippedBase.Read.Base, ShippedBase.Read.Base.Claims.Single(c => c.Id == "diagnosis"));
        TippingPoint kappa = diagnosis.TippingPoints.Single(point => point.Input == "kappa_high_below");
        Assert.Equal((1, 2, Verdict.Contradicted, "A2"), (kappa.From, kappa.To, kappa.Verdict, kappa.Rule));
        ClaimResult association = ClaimEvaluation.Of(
            ShippedBase.Read.Base, ShippedBase.Read.Base.Claims.Single(c => c.Id == "association"));
        TippingPoint pool = association.TippingPoints.Single(point => point.Input == "ci_low");
        Assert.Equal((1, 0, Verdict.NotSupported, "E4"), (pool.To, pool.Side, pool.Verdict, pool.Rule));
        TippingPoint upper = association.TippingPoints.Single(point => point.Input == "lrb_ci_high");
        Assert.Equal((1.5, -1, Verdict.Contradicted, "E2"), (upper.To, upper.Side, upper.Verdict, upper.Rule));
    }

    [Fact]
    public void The_trace_names_the_numbers_that_kept_a_rule_from_firing()
    {
        ClaimResult association = ClaimEvaluation.Of(
            ShippedBase.Read.Base, ShippedBase.Read.Base.Claims.Single(c => c.Id == "association"));
        string[] trace = [.. association.Finding.Judgement.Trace.Select(line => line.ToString())];
        Assert.Equal("E2 no: low-risk blinded upper limit 3.73 is not below 1.5", trace[1]);
        Assert.Contains("low-risk blinded lower limit 0.847 is not above 1", trace[2], StringComparison.Ordinal);
        Assert.Contains("information fraction 0.253 is not at least 1", trace[2], StringComparison.Ordinal);
        Assert.Equal("E4 no: pool lower limit 1.3 is not at or below 1", trace[3]);
        Assert.StartsWith("E5 yes", trace[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Sentences_are_printed_only_for_the_verdict_they_were_written_for()
    {
        foreach (ClaimResult claim in ClaimEvaluation.All(ShippedBase.Read.Base))
        {
            Assert.NotEmpty(ClaimSentences.For(claim.Claim.Id, claim.Finding.Judgement.Verdict));
            Assert.Empty(ClaimSentences.For(claim.Claim.Id, Verdict.NoData));
        }
    }
}
