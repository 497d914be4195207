using System.Globalization;
using Azygos.Studies.Examiners;

namespace Azygos.Studies.Designs;

/// <summary>What makes a design impossible: all of it at once.</summary>
/// <source choice="a key without effect is a fault too: its writer expects something that will not happen"/>
public static class DesignChecks
{
    private static readonly DesignKind[] Examines =
        [DesignKind.CaseControl, DesignKind.CrossSectional, DesignKind.TestRetest];

    private static readonly DesignKind[] Treats =
        [DesignKind.ShamTrial, DesignKind.OpenLabelSeries, DesignKind.Registry];

    private static readonly DesignKind[] All = [.. Examines, .. Treats];

    /// <summary>Designs in which a key, or a section, does something.</summary>
    private static readonly (string Key, DesignKind[] Designs)[] Effective =
    [
        ("people.ms", Examines), ("people.controls", [DesignKind.CaseControl, DesignKind.TestRetest]),
        ("people.treated", Treats), ("people.sham", [DesignKind.ShamTrial]),
        ("truth.odds_ratio", [DesignKind.CaseControl, DesignKind.TestRetest]), ("truth.kind", All),
        ("truth.prevalence", All),
        ("recruitment.age_difference_years", [DesignKind.CaseControl, DesignKind.TestRetest]),
        ("recruitment.age_slope_per_decade", All), ("recruitment.positive_only", Treats),
        ("examiner.expectation_bias", [DesignKind.CaseControl, DesignKind.TestRetest]),
        ("examiner.correct_belief", [DesignKind.CaseControl, DesignKind.TestRetest]),
        ("examiner.", All), ("treatment.", Treats), ("outcome.", Treats), ("analysis.", All),
    ];

    private static readonly ExaminerKind[] OfBodies = [ExaminerKind.Body, ExaminerKind.Surrogate];

    private static readonly (string Key, ExaminerKind[] Examiners)[] OfExaminers =
    [
        ("examiner.positive_rate", [ExaminerKind.Homogeneous, ExaminerKind.Accuracy]),
        ("examiner.sensitivity", [ExaminerKind.Accuracy, .. OfBodies]),
        ("examiner.specificity", [ExaminerKind.Accuracy, .. OfBodies]),
        ("examiner.kappa", [ExaminerKind.Accuracy]), ("examiner.icc", [ExaminerKind.Calibre, .. OfBodies]),
        ("examiner.operators", [ExaminerKind.Calibre, .. OfBodies]),
        ("truth.odds_ratio", [ExaminerKind.Accuracy, .. OfBodies]),
        ("truth.prevalence", [ExaminerKind.Accuracy, .. OfBodies]),
        ("recruitment.age_slope_per_decade", [ExaminerKind.Accuracy, .. OfBodies]),
    ];

    /// <summary>Every fault of a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="populationPrevalence">Share with a narrowing where the design gives none.</param>
    public static IReadOnlyList<DesignFault> Of(StudyDesign design, double populationPrevalence)
    {
        List<DesignFault> faults = [];
        foreach (string key in design.Given) WithoutEffect(design, key, faults);
        Sizes(design, faults);
        Truth(design, faults);
        Examination(design, populationPrevalence, faults);
        Outcome(design, faults);
        return faults;
    }

    private static void WithoutEffect(StudyDesign design, string key, List<DesignFault> faults)
    {
        DesignKind[] kinds = Effective.FirstOrDefault(one => key == one.Key
            || (one.Key.EndsWith('.') && key.StartsWith(one.Key, StringComparison.Ordinal))).Designs ?? All;
        bool examines = Examines.Contains(design.Kind) || design.EnrolsPositivesOnly;
        if (!kinds.Contains(design.Kind))
            faults.Add(new(key, "", $"has no effect in this design ({Words(design.Kind)}); it belongs to "
                + string.Join(", ", kinds.Select(Words))));
        else if (!examines && (key.StartsWith("examiner.", StringComparison.Ordinal)
            || key is "truth.prevalence" or "recruitment.age_slope_per_decade"))
            faults.Add(new(key, "", "has no effect: nobody is examined unless recruitment.positive_only is true"));
        else if (OfExaminers.FirstOrDefault(one => one.Key == key).Examiners is { } examiners
            && !examiners.Contains(design.Examiner))
            faults.Add(new(key, "", $"has no effect with examiner.model {Words(design.Examiner)}; it belongs to "
                + string.Join(", ", examiners.Select(Words))));
    }

    private static void Sizes(StudyDesign design, List<DesignFault> faults)
    {
        void Needs(string key, int size, int least)
        {
            if (size < least)
                faults.Add(new(key, size.ToString(CultureInfo.InvariantCulture),
                    $"this design needs at least {least} of them"));
        }
        switch (design.Kind)
        {
            case DesignKind.CaseControl:
                Needs("people.ms", design.Cases, 1);
                Needs("people.controls", design.Controls, 1);
                break;
            case DesignKind.CrossSectional:
                Needs("people.ms", design.Cases, 1);
                break;
            case DesignKind.TestRetest:
                if (design.Size < 2) Needs("people.ms", design.Cases, 2);
                if (design.Examiner == ExaminerKind.Calibre || design.Intraclass is not null)
                    Needs("examiner.operators", design.Operators, 2);
                break;
            default:
                Needs("people.treated", design.Treated, 2);
                if (design.Kind == DesignKind.ShamTrial) Needs("people.sham", design.Sham, 2);
                break;
        }
    }

    private static void Truth(StudyDesign design, List<DesignFault> faults)
    {
        bool hasRatio = design.Given.Contains("truth.odds_ratio");
        if (hasRatio && !design.HasCustomTruth)
            faults.Add(new("truth.odds_ratio", Number(design.TrueOddsRatio), "needs truth.kind custom beside it"));
        if (design.HasCustomTruth && !hasRatio)
            faults.Add(new("truth.kind", "custom", "says what it is by truth.odds_ratio, which is missing"));
        if (!design.Treats && design.AgeDifference != 0 && design.AgeSlope == 0
            && design.Examiner is (ExaminerKind.Homogeneous or ExaminerKind.Accuracy))
            faults.Add(new("recruitment.age_difference_years", Number(design.AgeDifference),
                "has no effect: nothing depends on age; give recruitment.age_slope_per_decade"));
    }

    private static void Examination(StudyDesign design, double populationPrevalence, List<DesignFault> faults)
    {
        if (design.Treats && !design.EnrolsPositivesOnly) return;
        if (design.IsBlinded && design.CorrectBelief is { } belief && belief != 0.5)
            faults.Add(new("examiner.correct_belief", Number(belief),
                "a blinded examiner is right by chance, 0.5; write blinded: false"));
        double prevalence = design.Prevalence ?? populationPrevalence;
        switch (design.Examiner)
        {
            case ExaminerKind.Homogeneous when design.PositiveRate is null:
                faults.Add(new("examiner.positive_rate", "", "is missing: the rate of a homogeneous examiner"));
                break;
            case ExaminerKind.Calibre when design.Intraclass is null:
                faults.Add(new("examiner.icc", "", "is missing: the agreement of measured areas"));
                break;
            case ExaminerKind.Calibre when design.Criterion != "vh3":
                faults.Add(new("examiner.criterion", design.Criterion, "an examiner who measures areas calls vh3 only"));
                break;
            case ExaminerKind.Accuracy when design.Kappa is { } kappa:
                if (design.Sensitivity is not null || design.Specificity is not null)
                    faults.Add(new("examiner.kappa", Number(kappa),
                        "stands for sensitivity and specificity; leave either out"));
                if (design.PositiveRate is not { } rate)
                    faults.Add(new("examiner.positive_rate", "", "is missing: a κ means little without it"));
                else if (Accuracy.FromKappa(kappa, rate, prevalence).Refused is { } none)
                    faults.Add(new("examiner.kappa", Number(kappa), none.Reason));
                break;
            case ExaminerKind.Accuracy when design.Sensitivity is null || design.Specificity is null:
                faults.Add(new("examiner.sensitivity", "",
                    "is missing: give sensitivity and specificity, or kappa and positive_rate"));
                break;
            case ExaminerKind.Accuracy when design.PositiveRate is { } idle:
                faults.Add(new("examiner.positive_rate", Number(idle),
                    "has no effect beside sensitivity and specificity"));
                break;
            case ExaminerKind.Accuracy when design.EnrolsPositivesOnly && new Accuracy(design.Sensitivity!.Value,
                design.Specificity!.Value).PositiveRate(prevalence) < 0.01:
                faults.Add(new("recruitment.positive_only", "true",
                    "fewer than 1 in 100 would be positive: nobody enrols so many that way"));
                break;
        }
    }

    private static void Outcome(StudyDesign design, List<DesignFault> faults)
    {
        if (!design.Treats) return;
        if (design.Outcome.Length == 0)
            faults.Add(new("outcome.measure", "", "is missing: a study that treats needs an outcome"));
        if (design.LossOfTheWorse != 0 && design.Loss == 0)
            faults.Add(new("outcome.loss_of_the_worse", Number(design.LossOfTheWorse),
                "has no effect: nobody is lost; give outcome.loss"));
    }

    /// <summary>Words of the protocol for a layout.</summary>
    /// <param name="kind">The layout.</param>
    public static string Words(DesignKind kind) => kind switch
    {
        DesignKind.CaseControl => "case-control",
        DesignKind.CrossSectional => "cross-sectional",
        DesignKind.TestRetest => "test-retest",
        DesignKind.ShamTrial => "sham-controlled-trial",
        DesignKind.OpenLabelSeries => "open-label-series",
        _ => "registry",
    };

    /// <summary>Words of the protocol for an examiner.</summary>
    /// <param name="kind">The examiner.</param>
    public static string Words(ExaminerKind kind) => kind switch
    {
        ExaminerKind.Homogeneous => "homogeneous",
        ExaminerKind.Accuracy => "accuracy",
        ExaminerKind.Calibre => "calibre",
        ExaminerKind.Body => "body",
        _ => "surrogate",
    };

    /// <summary>Words of the protocol for an interval.</summary>
    /// <param name="interval">The interval.</param>
    public static string Words(OddsRatioInterval interval) => interval switch
    {
        OddsRatioInterval.Woolf => "woolf",
        OddsRatioInterval.Exact => "exact",
        _ => "mid-p",
    };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
