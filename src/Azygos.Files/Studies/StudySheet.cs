using Azygos.Files.Sheets;
using Azygos.Studies.Designs;
using Azygos.Studies.Results;
using static Azygos.Files.Sheets.Layout;

namespace Azygos.Files.Studies;

/// <summary>Lays out what a study found: <c>result.json</c>, and the same on the screen.</summary>
/// <source choice="the truth that was put in stands beside what was found"/>
public static class StudySheet
{
    /// <summary>What stands on every result of a simulated study.</summary>
    public const string Caution = "A simulated study: it shows what a design finds when the truth is known, and says "
        + "nothing on what is true of people.";

    /// <summary>The sheet.</summary>
    /// <param name="collected">What was collected.</param>
    /// <param name="version">Version of the program.</param>
    public static ResultSheet Of(CollectedStudy collected, string version)
    {
        StudySummary found = collected.Summary;
        StudyDesign design = found.Plan.Design;
        List<SheetPart> parts =
        [
            Facts("study", "Study:",
                ("name", "name", design.Name), ("design", "design", DesignChecks.Words(design.Kind)),
                ("repeat", "repetitions", found.Plan.Repeat), ("people_each", "people of each", design.Size),
                ("people", "people in all", (double)found.Plan.People), ("seed", "seed", (double)design.Seed),
                ("study_hash", "hash of design and population", found.Plan.Hash),
                ("population_hash", "hash of the population", found.Plan.Population.Hash),
                ("rows_sha256", "hash of all rows", collected.RowsHash), ("version", "version", version)),
        ];
        if (design.HasBodies) parts.AddRange(Bodies(found));
        if (found.Ratio() is { } ratio) parts.AddRange(Ratio(ratio, design));
        if (!design.Treats) parts.Add(Groups(found));
        if (found.Kappa() is { } kappa) parts.Add(Kappa(found, kappa));
        if (design.Treats) parts.AddRange(Arms(found));
        parts.Add(new SheetRemarks("remarks", "", [.. Remarks(found)]));
        return new ResultSheet("azygos-study-result/1",
            $"{design.Name}: {design.Description}".TrimEnd(' ', ':'), parts);
    }

    private static IEnumerable<SheetPart> Bodies(StudySummary found)
    {
        bool isSolved = found.Plan.Design.Examiner == ExaminerKind.Body;
        yield return Facts("bodies", "Bodies:",
            ("origin", "numbers come from", isSolved ? "solver" : "surrogate"),
            ("people", "people with a body", (double)found.Plan.People),
            ("stopped", "bodies without a mean-flow state; their place went to the next person",
                Sum(found, one => one.Stopped)),
            ("model_hash", "hash of the average man's body", found.Plan.Population.Bodies!.Hash));
        string[] names = ["1 reflux in the neck", "2 reflux inside the skull", "3 narrow lumen", "4 no flow",
            "5 wider sitting", "two or more"];
        double Share(Func<StudyTally, GroupTally> group, int k)
        {
            double people = Sum(found, one => group(one).Count);
            return people == 0 ? double.NaN : Sum(found, one => k < 5 ? group(one).Met[k] : group(one).Labelled) / people;
        }
        SheetValue Or(double share) => SheetValue.Or(double.IsNaN(share) ? null : share, "nobody");
        yield return Table("criteria", "Criteria that bodies meet by their own numbers, share of people:",
            ["criterion", "ms|MS", "controls"], names.Select((name, k) => (IReadOnlyList<SheetValue>)
                [name, Or(Share(one => one.Cases, k)), Or(Share(one => one.Controls, k))]));
        if (!isSolved) yield return SurrogateSheet.Error(found.Plan.Population.Bodies!.Surrogate);
    }

    private static IEnumerable<SheetPart> Ratio(RatioSummary ratio, StudyDesign design)
    {
        Coverage judged = ratio.Coverages.Single(one => one.Interval == design.Interval);
        yield return Facts("odds_ratio", "Odds ratio:",
            ("median", "median over repetitions", ratio.Spread.Median),
            ("interval", ratio.Spread.Count > 1 ? "middle 95 % of repetitions" : "its own interval",
                (ratio.Spread.Low, ratio.Spread.High)),
            ("studies", "repetitions with an odds ratio", ratio.Spread.Count),
            ("without", "without one (nobody, or everybody, positive)", ratio.Without),
            ("together", "of all repetitions' counts together", SheetValue.Or(ratio.Together?.Median, "a cell is 0")),
            ("together_interval", "its 95 % interval",
                SheetValue.Or(ratio.Together?.Low, ratio.Together?.High, "a cell is 0")),
            ("truth", "truth", double.IsNaN(ratio.Truth) ? SheetValue.None("no formula") : ratio.Truth),
            ("expected", "what this design finds on average, by formula", SheetValue.Or(ratio.Expected, "no formula")),
            ("coverage", $"intervals that hold the truth ({DesignChecks.Words(judged.Interval)})",
                SheetValue.Or(judged.Covered.Value, "")),
            ("coverage_interval", "its exact 95 % interval",
                SheetValue.Or(judged.Covered.Interval?.Lower, judged.Covered.Interval?.Upper, "")),
            ("above_one", "intervals above 1", SheetValue.Or(ratio.Above.Value, "")),
            ("below_one", "intervals below 1", SheetValue.Or(ratio.Below.Value, "")));
        yield return Table("coverage", "How often each interval holds the truth:",
            ["interval", "covered", "of", "share", "ci|exact 95 % interval"],
            ratio.Coverages.Select(one => (IReadOnlyList<SheetValue>)[DesignChecks.Words(one.Interval),
                one.Covered.Count, one.Covered.Of, SheetValue.Or(one.Covered.Value, ""),
                SheetValue.Or(one.Covered.Interval?.Lower, one.Covered.Interval?.Upper, "")]));
    }

    private static SheetTable Groups(StudySummary found) => Table("groups", "Groups, all repetitions together:",
        ["group", "people", "positive", "positive_rate|share positive", "positive_rate_spread|middle 95 % of repetitions",
            "narrowed|with a narrowing", "believed_rightly|disease believed rightly"],
        new[] { (Name: "MS", Of: (Func<StudyTally, GroupTally>)(one => one.Cases)), ("control", one => one.Controls) }
            .Where(group => found.Findings.Sum(one => group.Of(one.Tally).Count) > 0)
            .Select(group => (IReadOnlyList<SheetValue>)[group.Name, Sum(found, one => group.Of(one).Count),
                Sum(found, one => group.Of(one).Positive),
                Sum(found, one => group.Of(one).Positive) / Sum(found, one => group.Of(one).Count),
                found.PositiveRate(group.Of) is { } spread ? (spread.Low, spread.High) : SheetValue.None(""),
                Sum(found, one => group.Of(one).Lesions), Sum(found, one => group.Of(one).BelievedRightly)]));

    private static SheetFacts Kappa(StudySummary found, Spread kappa) => Facts("kappa", "Agreement of two examiners, κ:",
        ("median", "median over repetitions", kappa.Median),
        ("interval", "middle 95 % of repetitions", (kappa.Low, kappa.High)),
        ("studies", "repetitions with a κ", kappa.Count),
        ("expected", "by the formula", found.Plan.Design is
        {
            Examiner: ExaminerKind.Accuracy, AgeSlope: 0,
            ExpectationBias: 0, TrueOddsRatio: 1
        }
            && Azygos.Studies.Running.StudyShard.AccuracyOf(found.Plan).Kappa(found.Plan.Prevalence)
                .TryGet(out double formula) ? formula : SheetValue.None("no formula for this examiner")));

    private static IEnumerable<SheetPart> Arms(StudySummary found)
    {
        yield return Table("arms", "Arms, all repetitions together:",
            ["arm", "people", "followed|seen at the end", "improved", "change|mean change",
                "change_spread|middle 95 % of repetitions"],
            new[] { (Name: "treated", Of: (Func<StudyTally, ArmTally>)(one => one.Treated)), ("sham", one => one.Sham) }
                .Where(arm => found.Findings.Sum(one => arm.Of(one.Tally).Count) > 0)
                .Select(arm => (IReadOnlyList<SheetValue>)[arm.Name, Sum(found, one => arm.Of(one).Count),
                    Sum(found, one => arm.Of(one).Followed), Sum(found, one => arm.Of(one).Improved),
                    SheetValue.Or(found.MeanChange(arm.Of)?.Median, ""),
                    found.MeanChange(arm.Of) is { } spread ? (spread.Low, spread.High) : SheetValue.None("")]));
        StudyDesign design = found.Plan.Design;
        yield return Facts("change", $"Change of {design.Outcome} after {design.FollowUpMonths:0.##} months:",
            ("true_effect", "true effect of the treatment", design.TreatmentEffect),
            ("difference", "treated less sham, median over repetitions",
                SheetValue.Or(found.MeanDifference()?.Median, "no sham arm: nothing to compare with")),
            ("difference_interval", "middle 95 % of repetitions",
                SheetValue.Or(found.MeanDifference()?.Low, found.MeanDifference()?.High, "")),
            ("coverage", "intervals of the difference that hold the true effect",
                SheetValue.Or(found.MeanCoverage()?.Value, "")),
            ("screened", "people examined for the places", Sum(found, one => one.Screened)));
    }

    private static IEnumerable<string> Remarks(StudySummary found)
    {
        StudyDesign design = found.Plan.Design;
        yield return Caution;
        if (design.Treats && design.Kind != DesignKind.ShamTrial && design.PlaceboResponse + design.NaturalChange != 0)
            yield return "People improve here without any effect of the treatment being needed for it: there is no "
                + "comparison group, so the change cannot say why.";
        if (design.ExpectationBias != 0 && !design.IsBlinded && design.Kind == DesignKind.CaseControl
            && found.Ratio() is { Expected: { } expected })
            yield return FormattableString.Invariant(
                    $"One person's odds of a positive call change by e^(2·{design.ExpectationBias}) = ")
                + FormattableString.Invariant($"{Math.Exp(2 * design.ExpectationBias):0.##} with the examiner's belief; ")
                + FormattableString.Invariant($"over people who differ the odds ratio is {expected:0.##}, nearer to 1.");
        if (design.Examiner == ExaminerKind.Calibre)
            yield return "Areas are those that MR venography gives lying down; no body was run for them.";
        if (design.HasBodies)
            yield return "Bodies are in their mean-flow states, without beat, breath or probe: they show less reflux than "
                + "living ones, and narrowings come on top of measured areas.";
    }

    private static double Sum(StudySummary found, Func<StudyTally, double> of) => found.Findings.Sum(one => of(one.Tally));
}
