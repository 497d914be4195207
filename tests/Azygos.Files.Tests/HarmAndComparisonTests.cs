using System.Text.Json;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Evidence.Claims;
using Azygos.Files.Comparisons;
using Azygos.Files.EvidenceBase;
using Azygos.Files.Faults;
using Azygos.Files.Harms;
using Azygos.Files.Physiology;
using Azygos.Files.Runs;
using Azygos.Files.Sheets;

namespace Azygos.Files.Tests;

/// <summary>Harms beside a treated body, and what a comparison says of two runs.</summary>
public sealed class HarmAndComparisonTests
{
    private static readonly CuratedBase Evidence = EvidenceReader.Read(EvidenceBase.ShippedBase.Folder).Base;

    [Fact]
    public void A_body_without_a_procedure_needs_no_account() =>
        Assert.Null(HarmAccount.Of(ShippedModel.Model, Evidence));

    /// <summary>Wording rules: no kinds merged, an upper limit where nothing happened, nothing uncounted as a rate.</summary>
    [Fact]
    public void Every_rate_has_its_own_denominator_and_an_upper_limit_above_zero()
    {
        HarmAccount account = HarmAccount.Of(Treated("stent", "ijv_left_j2"), Evidence)!;
        Assert.False(account.IsOtherDisease);
        Assert.All(account.Rates, rate => Assert.Contains(
            rate.Row.DenominatorKind, (string[])["procedure", "patient", "stent", "stented_patient"]));
        HarmRate none = account.Rates.First(rate => rate.Row is { Events: 0, Denominator: 495, Event: "death" });
        Assert.Equal((0, 0), (none.Percent, none.LowerPercent));
        Assert.Equal(0.74, none.UpperPercent, 5e-3);             // 0 of 495, as treatment tables print it
        Assert.DoesNotContain(account.RateUnknown, row => row.Denominator is not null);
    }

    [Theory]
    [InlineData("death")]
    [InlineData("migration")]
    [InlineData("heart")]
    public void Death_migration_and_injury_of_the_heart_are_named(string word)
    {
        HarmAccount account = HarmAccount.Of(isOtherDisease: false, Evidence);
        IEnumerable<string> named = [.. account.Rates.Select(rate => rate.Row.Event),
            .. account.RateUnknown.Select(row => row.Event)];
        Assert.Contains(named, harm => harm.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_stent_in_a_sinus_is_another_disease_and_shows_no_rate_of_ccsvi()
    {
        HarmAccount account = HarmAccount.Of(Treated("stent", "transverse_sinus_left"), Evidence)!;
        Assert.True(account.IsOtherDisease);
        Assert.Empty(account.Rates);
        Assert.All(account.Others, row => Assert.Equal("sinus stent", row.Procedure));
        Assert.NotEmpty(account.ShamTrials);
    }

    /// <summary>Intervals that the sources' compilation prints: 10 of 185, 3 of 185, 1 of 33, 4 of 15, 38 of 71.</summary>
    [Theory]
    [InlineData("iih_any", 2.62, 9.72)]
    [InlineData("iih_major", 0.34, 4.67)]
    [InlineData("ijv_cardiac_migration", 0.08, 15.76)]
    [InlineData("pilot_restenosis", 7.79, 55.10)]
    [InlineData("brave_open", 41.29, 65.45)]
    public void Intervals_are_exact(string id, double low, double high)
    {
        PublishedProcedure row = PublishedProcedure.All.Single(one => one.Id == id);
        Assert.Equal(low, 100 * row.Interval!.Lower, 5e-3);
        Assert.Equal(high, 100 * row.Interval.Upper, 5e-3);
    }

    [Fact]
    public void No_harm_of_the_evidence_base_stands_a_second_time()
    {
        IEnumerable<(int?, int?)> counted = Evidence.Harms.Select(row => (row.Events, row.Denominator));
        Assert.DoesNotContain(
            PublishedProcedure.All.Where(row => row.IsHarm && row.Events is not null),
            row => counted.Contains((row.Events, row.Denominator)));
    }

    [Fact]
    public void The_result_of_a_treated_body_carries_its_harms()
    {
        SimulationResult result = SampleResult.Of(Treated("venoplasty", "ijv_left_j2"));
        RunFacts facts = new(1, "x") { Harms = HarmAccount.Of(result.Model, Evidence) };
        JsonElement harms = JsonDocument.Parse(RunFolder.Json(result, facts)).RootElement.GetProperty("harms");
        Assert.Contains("zero (chosen)", harms.GetProperty("effect_on_multiple_sclerosis").GetString(), StringComparison.Ordinal);
        Assert.All(harms.GetProperty("rate_unknown").EnumerateArray(),
            row => Assert.Equal("reported, rate unknown", row.GetProperty("rate").GetString()));
        Assert.False(JsonDocument.Parse(RunFolder.Json(SampleResult.Of(ShippedModel.Model), new RunFacts(1, "x")))
            .RootElement.TryGetProperty("harms", out _));
    }

    [Fact]
    public async Task A_run_read_from_its_folder_compares_as_the_run_itself()
    {
        using TemporaryFolder temporary = new();
        SimulationResult before = SampleResult.Of(ShippedModel.Model);
        string folder = Path.Combine(temporary.Path, "run");
        await RunFolder.WriteAsync(folder, before, new RunFacts(1, "x"), "<p>report</p>", csv: false,
            TestContext.Current.CancellationToken);
        FaultList faults = new();
        RunRecord read = RunRecord.Read(folder, "run", faults)!;
        Assert.False(faults.Any);
        RunComparison comparison = RunComparison.Of(read, RunRecord.Of("run", before, new RunFacts(1, "x")), null);
        Assert.NotEmpty(comparison.Numbers);
        Assert.All(comparison.Numbers, number => Assert.Equal(0, number.Change));
        Assert.Empty(comparison.OtherDifferences);
        Assert.Null(RunRecord.Read(temporary.Path, "other", faults));
        Assert.Contains("result.json", Assert.Single(faults.Found).File, StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_one_run_has_stays_without_a_change_and_other_differences_are_told()
    {
        SimulationResult before = SampleResult.Of(ShippedModel.Model);
        SimulationResult after = before with
        {
            Sites = [.. before.Sites.Skip(1)],
            Oxygen = null,
            Settings = before.Settings with { TiltDegrees = 90 },
        };
        RunComparison comparison = RunComparison.Of(
            RunRecord.Of("a", before, new RunFacts(1, "x")), RunRecord.Of("b", after, new RunFacts(1, "x")), null);
        Assert.Contains(comparison.Numbers, number =>
            number is { Group: RunComparison.Oxygen, After: null, Change: null, Before: not null });
        Assert.Contains(comparison.Numbers, number => number is { Group: RunComparison.Sites, After: null });
        Assert.Contains("tilt: 0° and 90°", comparison.OtherDifferences);
        Assert.Contains("\"change\": null", SheetJson.Write(comparison.Sheet()), StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_a_benefit_stand_harms_trials_and_no_recommendation()
    {
        SimulationResult before = SampleResult.Of(ShippedModel.Model);
        SimulationResult after = SampleResult.Of(Treated("stent", "ijv_left_j2"));
        RunFacts facts = new(1, "x") { Harms = HarmAccount.Of(after.Model, Evidence) };
        string json = SheetJson.Write(RunComparison.Of(
            RunRecord.Of("a", before, new RunFacts(1, "x")), RunRecord.Of("b", after, facts), facts.Harms).Sheet());
        Assert.Contains("sham_trials", json, StringComparison.Ordinal);
        Assert.Contains("no recommendation", json, StringComparison.Ordinal);
        Assert.Contains("A small benefit is not excluded", json, StringComparison.OrdinalIgnoreCase);
    }

    private static BodyModel Treated(string kind, string vessel) => ShippedModel.Model with
    {
        Marks = [new MarkRow { Id = "procedure_1", Kind = kind, Text = "done", Vessel = vessel, From = 0.5, To = 0.5 }],
    };
}
