using Azygos.Evidence.Distributions;
using Azygos.Studies.Designs;
using Azygos.Studies.Examiners;
using Azygos.Studies.Running;

namespace Azygos.Studies.Results;

/// <summary>What a design must find on average, by formula: shares with the event in its two groups.</summary>
/// <param name="First">Share of MS called positive, or of the treated who improve [1].</param>
/// <param name="Second">Share of controls called positive, or of the sham arm who improve [1].</param>
/// <remarks>
/// Examined: P = p P₊ + (1 − p) P₋, each the mean over beliefs; arms: 1 − Φ((improved − mean)/SD). The odds ratio of two
/// such shares lies nearer to 1 than that of any kind of person in them: a mixture of people who differ attenuates it.
/// </remarks>
/// <source choice="expectations of the simulated examinations; tests compare them with simulation"/>
public sealed record ExpectedRates(double First, double Second)
{
    /// <summary>Odds ratio of the two shares [1].</summary>
    public double OddsRatio => First * (1 - Second) / (Second * (1 - First));

    /// <summary>The shares; null where no formula gives them: areas that are measured, or narrowings that go with
    /// age.</summary>
    /// <param name="plan">The study.</param>
    public static ExpectedRates? Of(StudyPlan plan)
    {
        StudyDesign design = plan.Design;
        if (design.Kind == DesignKind.ShamTrial)
            return design is { Loss: > 0, LossOfTheWorse: not 0 } ? null
                : new ExpectedRates(Improved(design, design.TreatmentEffect), Improved(design, 0));
        if (design.Treats || design.AgeSlope != 0) return null;
        Expectation expectation = new(design.ExpectationBias, design.Belief);
        (double withLesion, double without) = design.Examiner switch
        {
            ExaminerKind.Homogeneous => (design.PositiveRate!.Value, design.PositiveRate.Value),
            ExaminerKind.Accuracy => (StudyShard.AccuracyOf(plan).Sensitivity,
                1 - StudyShard.AccuracyOf(plan).Specificity),
            _ => (double.NaN, double.NaN),
        };
        if (double.IsNaN(withLesion)) return null;
        double Rate(bool hasDisease)
        {
            double p = Logit.Shifted(plan.Prevalence, hasDisease ? Math.Log(design.TrueOddsRatio) : 0);
            return p * expectation.Mean(withLesion, hasDisease) + (1 - p) * expectation.Mean(without, hasDisease);
        }
        return new ExpectedRates(Rate(true), Rate(false));
    }

    private static double Improved(StudyDesign design, double effect) => Normal.UpperTail(
        (design.ImprovedFrom - design.NaturalChange - design.PlaceboResponse - effect) / design.OutcomeDeviation);
}
