using System.Globalization;
using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Conflict;
using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Claims.Rules;
using Azygos.Files.EvidenceSheets;
using Spectre.Console;

namespace Azygos.Cli.Screen;

/// <summary>A judged claim on the screen.</summary>
internal static class ClaimScreen
{
    public static void Print(
        CuratedBase data, ClaimResult result, IReadOnlyList<ConflictDisplay> conflict, IAnsiConsole console)
    {
        Judgement judged = result.Finding.Judgement;
        console.WriteLine($"{result.Claim.Id}: {result.Claim.Statement}");
        console.WriteLine($"{CuratedBase.Title}.");
        console.WriteLine($"Verdict: {VerdictWords.OnScreen(judged.Verdict)} "
            + $"(rule {judged.Rule}, rules {judged.RulesVersion})");
        foreach (string sentence in ClaimSentences.For(result.Claim.Id, judged.Verdict))
            console.WriteLine($"  {sentence}");
        console.WriteLine();
        console.WriteLine("Rules tried:");
        foreach (TraceLine line in judged.Trace) console.WriteLine($"  {line}");
        if (judged.Inputs.Values.Count > 0) Inputs(judged.Inputs, console);
        if (result.Finding.Association is { } association) Association(association, console);
        if (result.Finding.Cohorts.Count > 0) Cohorts(result.Finding.Cohorts, console);
        foreach (SubClaimResult part in result.Finding.SubClaims)
        {
            console.WriteLine();
            console.WriteLine($"{part.Name.Replace('_', ' ')}: {VerdictWords.OnScreen(part.Judgement.Verdict)} "
                + $"(rule {part.Judgement.Rule})");
            if (part.Cohorts.Count > 0) Cohorts(part.Cohorts, console);
        }
        if (result.Finding.Counted.Count > 0)
            console.WriteLine($"Counted, one vote a cohort: {string.Join(", ", result.Finding.Counted)}");
        if (result.PrimaryOutcomes.Count > 0) Outcomes(result.PrimaryOutcomes, console);
        if (result.Harms.Count > 0) Harms(result, console);
        Sensitivities(result, console);
        if (result.TippingPoints.Count > 0) console.WriteLine("What would change the verdict, one number at a time:");
        foreach (TippingPoint point in result.TippingPoints) console.WriteLine($"  {point}");
        string[] tipping = [.. result.TippingStudies.Select(one =>
            $"{one.Study} ({VerdictWords.OnScreen(one.Verdict)}, {one.Rule})")];
        console.WriteLine($"Left out one at a time, {result.LeftOut.Count} studies or cohorts: "
            + (tipping.Length == 0 ? "none changes the verdict."
                : $"another verdict without {string.Join("; ", tipping)}."));
        foreach (ConflictDisplay display in conflict)
        {
            console.WriteLine();
            console.WriteLine($"Why studies conflict, {display.Rows.Words}:");
            SheetScreen.Print(ConflictSheet.Parts(display), console);
        }
        if (result.Finding.Flags.Count > 0)
            console.WriteLine(
                $"Flags: {string.Join(", ", result.Finding.Flags.Select(flag => flag.Replace('_', ' ')))}");
        console.WriteLine($"Margin of no important effect: {result.Claim.Margin}.");
        console.WriteLine($"Tables' SHA-256: {data.Hash}");
        console.WriteLine("This is not medical advice.");
    }

    private static void Inputs(RuleInputs inputs, IAnsiConsole console)
    {
        Table table = Screens.Table("input", "value", "meaning");
        foreach ((string key, double? value) in inputs.Values)
            table.Row(key, value is { } number ? Number(number) : "not computed", RuleInputs.Kind(key).Words);
        console.Write(table);
    }

    private static void Association(AssociationFinding finding, IAnsiConsole console)
    {
        Table table = Screens.Table("studies", "k", "odds ratio", "95 % interval", "prediction interval", "I²", "");
        Row("all", finding.Pool);
        Row("low-risk blinded", finding.LowRisk);
        if (finding.CountModel is { } model)
            table.Row($"all, {model.Label}", "", Number(model.OddsRatio), Limits(model.Lower, model.Upper), "", "",
                CuratedBase.PoolWarning);
        console.Write(table);
        if (finding.Contrast is not { } contrast) return;
        console.WriteLine($"Blinded against the rest ({contrast.Silent} of them silent): ratio of odds ratios "
            + $"{Number(contrast.Coded.Ratio)} ({Limits(contrast.Coded.Lower, contrast.Coded.Upper)}), p "
            + $"{contrast.Coded.P.ToString("G2", CultureInfo.InvariantCulture)}; over {contrast.Codings} codings "
            + $"of the silent ones {Number(contrast.LeastRatio)} to {Number(contrast.LargestRatio)}, "
            + $"{contrast.Significant} with p < 0.05. "
            + "Suggestive at most, not decisive.");

        void Row(string name, PoolEstimate? pool)
        {
            if (pool is null) table.Row(name, "0", "no study", "", "", "", "");
            else
                table.Row(name, $"{pool.Count}", Number(pool.OddsRatio), Limits(pool.Lower, pool.Upper),
                    pool is { PredictionLower: { } low, PredictionUpper: { } high }
                        ? Limits(low, high)
                        : "fewer than 5 studies",
                    $"{pool.I2Percent.ToString("F0", CultureInfo.InvariantCulture)} %", CuratedBase.PoolWarning);
        }
    }

    private static void Cohorts(IReadOnlyList<CohortVote> cohorts, IAnsiConsole console)
    {
        Table table = Screens.Table("cohort", "rows say", "vote");
        foreach (CohortVote cohort in cohorts)
            table.Row(cohort.Cohort, string.Join(", ", cohort.Directions), cohort.Vote);
        console.Write(table);
    }

    /// <summary>One table a kind of denominator: kinds are never merged.</summary>
    private static void Harms(ClaimResult result, IAnsiConsole console)
    {
        foreach (IGrouping<string, HarmRate> kind in result.Harms.GroupBy(harm => harm.Row.DenominatorKind))
        {
            console.WriteLine();
            console.WriteLine($"Per {kind.Key.Replace('_', ' ')}, exact 95 % intervals:");
            Table table = Screens.Table(
                "row", "study", "event", "counted", "out of 1,000", "interval", "reported by", "seen");
            foreach (HarmRate harm in kind)
                table.Row(harm.Row.Id, harm.Row.Study, harm.Row.Event, $"{harm.Row.Events} of {harm.Row.Denominator}",
                    Number(10 * harm.Percent), Limits(10 * harm.LowerPercent, 10 * harm.UpperPercent),
                    harm.Row.SourceLabel, harm.Row.Status == RowStatus.Secondary ? "second-hand" : "primary text");
            console.Write(table);
            foreach (HarmRate harm in kind.Where(harm => harm.Row is { SourceKind: "trial_arm", Note.Length: > 0 }))
                console.WriteLine($"{harm.Row.Id}: {harm.Row.Note}.");
        }
        console.WriteLine();
        console.WriteLine("It happened. We do not know how often:");
        Table list = Screens.Table("row", "source", "event", "counted", "reported by", "seen");
        foreach (HarmRow row in result.WithoutDenominator)
            list.Row(row.Id, row.Study, row.Event, row.Events?.ToString(CultureInfo.InvariantCulture) ?? "not counted",
                row.SourceLabel, row.Status == RowStatus.Secondary ? "second-hand" : "primary text");
        console.Write(list);
    }

    private static void Outcomes(IReadOnlyList<TrialRow> outcomes, IAnsiConsole console)
    {
        Table table = Screens.Table("trial", "primary outcome", "people", "towards benefit", "95 % interval");
        foreach (TrialRow row in outcomes)
            table.Row(row.Study, row.Outcome, row.Randomised?.ToString(CultureInfo.InvariantCulture) ?? "",
                row.BenefitEstimate is { } benefit ? $"{row.BenefitScale} {Number(benefit)}" : "no number seen",
                row is { BenefitLower: { } low, BenefitUpper: { } high } ? Limits(low, high) : "");
        console.Write(table);
    }

    private static void Sensitivities(ClaimResult result, IAnsiConsole console)
    {
        bool pools = result.Finding.Association is not null;
        Table table = pools
            ? Screens.Table(
                "other choice of rows", "verdict", "rule", "k", "odds ratio", "95 % interval", "low-risk blinded", "")
            : Screens.Table("other choice of rows", "verdict", "rule");
        foreach (Sensitivity one in result.Sensitivities)
        {
            Judgement judged = one.Finding.Judgement;
            if (!pools) table.Row(one.Name, VerdictWords.OnScreen(judged.Verdict), judged.Rule);
            else
                table.Row(one.Name, VerdictWords.OnScreen(judged.Verdict), judged.Rule,
                    $"{one.Finding.Association!.Pool?.Count ?? 0}", Ratio(one.Finding.Association.Pool),
                    Interval(one.Finding.Association.Pool),
                    $"{Ratio(one.Finding.Association.LowRisk)} ({Interval(one.Finding.Association.LowRisk)})",
                    CuratedBase.PoolWarning);
        }
        console.Write(table);

        static string Ratio(PoolEstimate? pool) => pool is null ? "no study" : Number(pool.OddsRatio);

        static string Interval(PoolEstimate? pool) => pool is null ? "" : Limits(pool.Lower, pool.Upper);
    }

    private static string Limits(double lower, double upper) => $"{Number(lower)} to {Number(upper)}";

    private static string Number(double value) => value == Math.Floor(value) && Math.Abs(value) < 1e6
        ? value.ToString("F0", CultureInfo.InvariantCulture) : value.ToString("G3", CultureInfo.InvariantCulture);
}
