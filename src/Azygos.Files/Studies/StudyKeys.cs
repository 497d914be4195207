using Azygos.Files.Tables;
using Azygos.Studies.Designs;
using static Azygos.Files.Studies.StudyKey;

namespace Azygos.Files.Studies;

/// <summary>Keys of a study file, schema <c>azygos-study/1</c>: read by the reader, the published schema and the
/// guide.</summary>
/// <source choice="ranges within which a design means something; defaults in StudyDesign"/>
public static class StudyKeys
{
    /// <summary>Schema word of a study file.</summary>
    public const string Schema = "azygos-study/1";

    private static readonly Interval People = Interval.From(0, 1_000_000), Within = Interval.From(0.001, 0.999);

    private static readonly Interval Score = Interval.From(-1000, 1000);

    internal static readonly IReadOnlyList<StudyKey> All =
    [
        Text("", "description", "what the study is for, for people", (d, v) => d with { Description = v }),
        Word("", "design", [.. Enum.GetValues<DesignKind>().Select(DesignChecks.Words)], "how the study is laid out",
            (d, v) => d with { Kind = Enum.GetValues<DesignKind>().Single(one => DesignChecks.Words(one) == v) }),
        Whole("", "seed", Interval.From(0, 9_007_199_254_740_992), "seed of every random number",
            (d, v) => d with { Seed = (ulong)v }),
        Whole("people", "ms", People, "people with MS", (d, v) => d with { Cases = (int)v }),
        Whole("people", "controls", People, "controls", (d, v) => d with { Controls = (int)v }),
        Whole("people", "treated", People, "people treated", (d, v) => d with { Treated = (int)v }),
        Whole("people", "sham", People, "people who get a sham", (d, v) => d with { Sham = (int)v }),
        Word("truth", "kind", ["null", "custom"],
            "null: nothing differs between MS and controls (the default); custom: odds_ratio does",
            (d, v) => d with { HasCustomTruth = v == "custom" }),
        Number("truth", "odds_ratio", "1", Interval.From(0.01, 100), "odds ratio of a narrowing, MS against controls",
            (d, v) => d with { TrueOddsRatio = v }),
        Number("truth", "prevalence", "1", Within, "share of controls with a narrowing; default: the population's",
            (d, v) => d with { Prevalence = v }),
        Number("recruitment", "age_difference_years", "years", Interval.From(-30, 30),
            "how much older people with MS are than controls", (d, v) => d with { AgeDifference = v }),
        Number("recruitment", "age_slope_per_decade", "1", Interval.From(-3, 3),
            "log odds of a narrowing for ten years of age", (d, v) => d with { AgeSlope = v }),
        Word("recruitment", "positive_only", ["true", "false"], "true: only people with a positive examination",
            (d, v) => d with { EnrolsPositivesOnly = v == "true" }),
        Word("examiner", "model", [.. Enum.GetValues<ExaminerKind>().Select(DesignChecks.Words)],
            "what an examination is: one rate for everybody; sensitivity and specificity; areas measured",
            (d, v) => d with { Examiner = Enum.GetValues<ExaminerKind>().Single(one => DesignChecks.Words(one) == v) }),
        Word("examiner", "criterion", ["ccsvi", "vh1", "vh2", "vh3", "vh4", "vh5"], "which rule is called",
            (d, v) => d with { Criterion = v }),
        Word("examiner", "protocol", ["zamboni_2009", "isnvd_2011"], "protocol; names the result",
            (d, v) => d with { Protocol = v }),
        Number("examiner", "positive_rate", "1", Within, "share called positive",
            (d, v) => d with { PositiveRate = v }),
        Number("examiner", "sensitivity", "1", Interval.From(0, 1), "share of narrowings found",
            (d, v) => d with { Sensitivity = v }),
        Number("examiner", "specificity", "1", Interval.From(0, 1), "share of people without one called negative",
            (d, v) => d with { Specificity = v }),
        Number("examiner", "kappa", "1", Interval.From(0, 1),
            "agreement of two such examiners, instead of sensitivity and specificity", (d, v) => d with { Kappa = v }),
        Number("examiner", "icc", "1", Within, "agreement of measured areas, intraclass correlation",
            (d, v) => d with { Intraclass = v }),
        Whole("examiner", "operators", Interval.From(1, 10_000), "examiners of the study",
            (d, v) => d with { Operators = (int)v }),
        Word("examiner", "blinded", ["true", "false"], "true: the examiner cannot know the disease",
            (d, v) => d with { IsBlinded = v == "true" }),
        Number("examiner", "expectation_bias", "1", Interval.From(0, 5),
            "beta, log odds that expecting MS adds to a positive call, and expecting none takes away",
            (d, v) => d with { ExpectationBias = v }),
        Number("examiner", "correct_belief", "1", Interval.From(0, 1),
            "share of people whose disease the examiner believes rightly; default 0.5 blinded, else 1",
            (d, v) => d with { CorrectBelief = v }),
        Number("treatment", "effect", "score", Score, "true effect on the score, more is better; default 0",
            (d, v) => d with { TreatmentEffect = v }),
        Number("treatment", "placebo_response", "score", Score, "gain of everybody who thinks that something was done",
            (d, v) => d with { PlaceboResponse = v }),
        Number("treatment", "natural_change", "score", Score, "change that would come anyway",
            (d, v) => d with { NaturalChange = v }),
        Text("outcome", "measure", "what is scored", (d, v) => d with { Outcome = v }),
        Number("outcome", "sd", "score", Interval.AboveZero(1000), "standard deviation of the change of the score",
            (d, v) => d with { OutcomeDeviation = v }),
        Number("outcome", "improved_from", "score", Score, "change from which a person counts as improved",
            (d, v) => d with { ImprovedFrom = v }),
        Number("outcome", "follow_up_months", "months", Interval.AboveZero(600), "months to the outcome",
            (d, v) => d with { FollowUpMonths = v }),
        Number("outcome", "loss", "1", Interval.From(0, 0.99), "share lost to follow-up",
            (d, v) => d with { Loss = v }),
        Number("outcome", "loss_of_the_worse", "1", Interval.From(-5, 5),
            "log odds of being lost for a change worse by one standard deviation",
            (d, v) => d with { LossOfTheWorse = v }),
        Word("analysis", "interval", [.. Enum.GetValues<OddsRatioInterval>().Select(DesignChecks.Words)],
            "interval of the odds ratio", (d, v) => d with
            {
                Interval = Enum.GetValues<OddsRatioInterval>().Single(one => DesignChecks.Words(one) == v),
            }),
        Number("analysis", "level", "1", Interval.From(0.5, 0.999), "level of intervals",
            (d, v) => d with { Level = v }),
    ];

    /// <summary>Sections with what they hold.</summary>
    public static IReadOnlyDictionary<string, string> Sections { get; } = new Dictionary<string, string>
    {
        ["people"] = "how many people",
        ["truth"] = "what is true of them",
        ["recruitment"] = "how they are found",
        ["examiner"] = "who examines them, and how",
        ["treatment"] = "what is done to them",
        ["outcome"] = "what is scored at the end",
        ["analysis"] = "how it is analysed",
    };
}
