using Azygos.Evidence.Distributions;
using Azygos.Evidence.Effects;
using Azygos.Studies.Designs;
using Azygos.Studies.Running;

namespace Azygos.Studies.Results;

/// <summary>What one repetition found.</summary>
/// <param name="Number">Which repetition.</param>
/// <param name="Tally">Its counts.</param>
/// <param name="Table">Its 2 × 2 table; null where it compares no two groups.</param>
/// <param name="Ratio">Its odds ratio; null where the table gives none.</param>
public sealed record StudyFinding(int Number, StudyTally Tally, TwoByTwo? Table, TableIntervals? Ratio);

/// <summary>How often an interval held the truth.</summary>
/// <param name="Interval">Which interval.</param>
/// <param name="Covered">Studies in which it did, of those with an odds ratio.</param>
public sealed record Coverage(OddsRatioInterval Interval, Share Covered);

/// <summary>The odds ratios of all repetitions of a study.</summary>
/// <param name="Spread">Median and middle 95 %; of one repetition, its own odds ratio and interval.</param>
/// <param name="Together">Odds ratio of all repetitions' counts together, with Woolf's interval: what the median nears in
/// large studies; small ones lie further from 1, for the logarithm of small counts is skewed.</param>
/// <param name="Truth">The true odds ratio that the design sets.</param>
/// <param name="Expected">What the design finds on average, bias and error among it; null where no formula says.</param>
/// <param name="Coverages">How often each interval held the truth.</param>
/// <param name="Above">Studies whose interval lies above 1.</param>
/// <param name="Below">Studies whose interval lies below 1.</param>
/// <param name="Without">Studies without an odds ratio: nobody, or everybody, has the event.</param>
public sealed record RatioSummary(Spread Spread, Spread? Together, double Truth, double? Expected,
    IReadOnlyList<Coverage> Coverages, Share Above, Share Below, int Without);

/// <summary>What a study found over its repetitions.</summary>
/// <source choice="medians and middle 95 % over repetitions; each repetition by the estimators of Azygos.Evidence"/>
public sealed class StudySummary
{
    private StudySummary(StudyPlan plan, IReadOnlyList<StudyFinding> findings) => (Plan, Findings) = (plan, findings);

    /// <summary>The study.</summary>
    public StudyPlan Plan { get; }

    /// <summary>What each repetition found.</summary>
    public IReadOnlyList<StudyFinding> Findings { get; }

    /// <summary>From rows in the order of people; their number must be the plan's.</summary>
    /// <param name="plan">The study.</param>
    /// <param name="rows">The rows.</param>
    public static StudySummary Of(StudyPlan plan, IEnumerable<PersonRow> rows)
    {
        Builder builder = new(plan);
        foreach (PersonRow row in rows) builder.Add(row);
        return builder.Finish();
    }

    /// <summary>Odds ratios; null where the design compares no two groups, or no repetition gave one.</summary>
    public RatioSummary? Ratio()
    {
        List<TableIntervals> ratios = [.. Findings.Select(one => one.Ratio).OfType<TableIntervals>()];
        if (ratios.Count == 0) return null;
        StudyDesign design = Plan.Design;
        double? expected = ExpectedRates.Of(Plan)?.OddsRatio;
        double truth = design.Kind != DesignKind.ShamTrial ? design.TrueOddsRatio
            : design.TreatmentEffect == 0 ? 1 : expected ?? double.NaN;
        (double Low, double High) only = ratios[0].Of(design.Interval);
        Spread spread = ratios.Count > 1 ? Spread.Of(ratios.Select(one => Math.Exp(one.Log)))!
            : new Spread(Math.Exp(ratios[0].Log), Math.Exp(only.Low), Math.Exp(only.High), 1);
        Share Of(Func<TableIntervals, bool> holds) => new(ratios.Count(holds), ratios.Count);
        return new RatioSummary(spread, Together(), truth, expected,
            [.. Enum.GetValues<OddsRatioInterval>().Select(kind => new Coverage(kind, Of(one =>
                one.Of(kind).Low <= Math.Log(truth) && Math.Log(truth) <= one.Of(kind).High)))],
            Of(one => one.Of(design.Interval).Low > 0), Of(one => one.Of(design.Interval).High < 0),
            Findings.Count(one => one.Table is not null) - ratios.Count);
    }

    private Spread? Together()
    {
        TwoByTwo sum = default;
        foreach (TwoByTwo one in Findings.Select(one => one.Table).OfType<TwoByTwo>())
            sum = new TwoByTwo(sum.A + one.A, sum.B + one.B, sum.C + one.C, sum.D + one.D);
        if (OddsRatio.From(sum) is not { } effect) return null;
        double half = Normal.TwoSidedQuantile(0.95) * Math.Sqrt(effect.Variance);
        return new Spread(Math.Exp(effect.Value), Math.Exp(effect.Value - half), Math.Exp(effect.Value + half),
            Findings.Count);
    }

    /// <summary>κ of two examiners over repetitions; null where there was one examiner.</summary>
    public Spread? Kappa() => Spread.Of(Findings.Select(one => one.Tally.Calls.Kappa())
        .Where(kappa => kappa.HasValue).Select(kappa => kappa.Value));

    /// <summary>Share of a group called positive, over repetitions.</summary>
    /// <param name="group">Which group.</param>
    public Spread? PositiveRate(Func<StudyTally, GroupTally> group) => Spread.Of(Findings
        .Select(one => group(one.Tally)).Where(one => one.Count > 0).Select(one => (double)one.Positive / one.Count));

    /// <summary>Mean change of an arm, over repetitions.</summary>
    /// <param name="arm">Which arm.</param>
    public Spread? MeanChange(Func<StudyTally, ArmTally> arm) =>
        Spread.Of(Findings.Select(one => arm(one.Tally).Mean).OfType<double>());

    /// <summary>Difference of mean changes, treated less sham, over repetitions.</summary>
    public Spread? MeanDifference() => Spread.Of(Findings.Select(one => one.Tally)
        .Where(one => one.Treated.Mean is not null && one.Sham.Mean is not null)
        .Select(one => one.Treated.Mean!.Value - one.Sham.Mean!.Value));

    /// <summary>How often the interval of the difference of means held the true effect; null without two
    /// arms.</summary>
    /// <source doi="10.1093/biomet/34.1-2.28" at="Welch 1947, unequal variances and their degrees of freedom"/>
    public Share? MeanCoverage()
    {
        int covered = 0, all = 0;
        foreach (StudyTally tally in Findings.Select(one => one.Tally))
        {
            if (tally.Treated is not { Mean: { } m1, Variance: { } v1, Followed: var n1 }
                || tally.Sham is not { Mean: { } m2, Variance: { } v2, Followed: var n2 })
                continue;
            double a = v1 / n1, b = v2 / n2, degrees = (a + b) * (a + b) / (a * a / (n1 - 1) + b * b / (n2 - 1));
            double half = StudentT.TwoSidedQuantile(Plan.Design.Level, degrees) * Math.Sqrt(a + b);
            all++;
            if (Math.Abs(m1 - m2 - Plan.Design.TreatmentEffect) <= half) covered++;
        }
        return all > 0 ? new Share(covered, all) : null;
    }

    /// <summary>Takes rows one by one, in the order of people, and holds none of them.</summary>
    /// <param name="plan">The study.</param>
    public sealed class Builder(StudyPlan plan)
    {
        private readonly List<StudyFinding> findings = [];
        private StudyTally tally = new(plan.Design);
        private long count;

        /// <summary>Takes the next person.</summary>
        /// <param name="row">The person.</param>
        /// <exception cref="ArgumentException">The row is of somebody else than the next person.</exception>
        public void Add(PersonRow row)
        {
            int size = plan.Design.Size;
            if (row.Study != count / size || row.Person != count % size)
                throw new ArgumentException(
                    $"row {count} is of person {row.Person} of study {row.Study}", nameof(row));
            tally.Add(row);
            count++;
            if (row.Person < size - 1) return;
            findings.Add(Finding(row.Study));
            tally = new StudyTally(plan.Design);
        }

        /// <summary>The summary, when everybody was taken.</summary>
        /// <exception cref="InvalidOperationException">People are missing.</exception>
        public StudySummary Finish() => count == plan.People ? new StudySummary(plan, findings)
            : throw new InvalidOperationException($"{count} rows for {plan.People} people");

        private StudyFinding Finding(int number)
        {
            TwoByTwo? table = tally.Table().TryGet(out TwoByTwo cells) ? cells : null;
            TableIntervals? ratio = table is { } counted
                && TableIntervals.Of(counted, plan.Design.Level).TryGet(out TableIntervals? found) ? found : null;
            return new StudyFinding(number, tally, table, ratio);
        }
    }
}
