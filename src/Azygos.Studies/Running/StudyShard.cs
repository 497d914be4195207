using Azygos.Clinic.Criteria;
using Azygos.Evidence.Distributions;
using Azygos.Numerics;
using Azygos.Studies.Bodies;
using Azygos.Studies.Designs;
using Azygos.Studies.Examiners;
using Azygos.Studies.Populations;

namespace Azygos.Studies.Running;

/// <summary>Runs a range of people of a study: a function of the study, its seed and the range, and of nothing
/// else.</summary>
/// <source choice="every person has random numbers of his own, so that no row depends on another"/>
public sealed class StudyShard
{
    private const int Exam = Population.FirstFreePurpose, Follow = Exam + 1, Operators = Exam + 2;

    /// <summary>People tried for one place before it is given up; chosen, a thousandfold of what checks allow.</summary>
    private const int MostTries = 100_000;

    /// <summary>Bodies without a state for one place before that is a fault; chosen: one in ten would make this happen
    /// to one place in 10¹⁰.</summary>
    private const int MostStopped = 10;

    private readonly StudyPlan plan;
    private readonly StudyDesign design;
    private readonly IExaminer examiner;
    private readonly Expectation expectation;
    private readonly CriteriaRules rules;

    /// <summary>A shard's program.</summary>
    /// <param name="plan">The study.</param>
    public StudyShard(StudyPlan plan)
    {
        (this.plan, design) = (plan, plan.Design);
        examiner = ExaminerOf(plan);
        rules = RulesOf(design);
        expectation = new Expectation(design.ExpectationBias, design.Belief);
    }

    /// <summary>Rows of one shard of several.</summary>
    /// <param name="plan">The study.</param>
    /// <param name="shard">Which shard, from 0.</param>
    /// <param name="shards">How many there are.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static IReadOnlyList<PersonRow> Rows(
        StudyPlan plan, int shard, int shards, CancellationToken cancellation = default)
    {
        (long from, long to) = plan.Range(shard, shards);
        StudyShard program = new(plan);
        PersonRow[] rows = new PersonRow[to - from];
        for (int i = 0; i < rows.Length; i++)
        {
            if (plan.Design.HasBodies || i % 256 == 0) cancellation.ThrowIfCancellationRequested();
            rows[i] = program.Row((int)((from + i) / plan.Design.Size), (int)((from + i) % plan.Design.Size));
        }
        return rows;
    }

    /// <summary>The examiner that a study's protocol describes.</summary>
    /// <param name="plan">The study.</param>
    public static IExaminer ExaminerOf(StudyPlan plan)
    {
        StudyDesign design = plan.Design;
        return design.Examiner switch
        {
            ExaminerKind.Homogeneous => new HomogeneousExaminer(design.PositiveRate ?? 0),
            ExaminerKind.Calibre => new CalibreExaminer(design.Intraclass ?? 0),
            ExaminerKind.Body or ExaminerKind.Surrogate => new BodyExaminer(design.Criterion,
                new Accuracy(design.Sensitivity ?? 1, design.Specificity ?? 1), design.Intraclass),
            _ => new AccurateExaminer(AccuracyOf(plan)),
        };
    }

    /// <summary>The rules by which a study's bodies are judged.</summary>
    /// <param name="design">The design.</param>
    public static CriteriaRules RulesOf(StudyDesign design) =>
        design.Protocol == "isnvd_2011" ? CriteriaRules.Isnvd2011 : CriteriaRules.Zamboni2009;

    /// <summary>Sensitivity and specificity that a study's protocol gives, or that its κ says.</summary>
    /// <param name="plan">The study, of an examiner with an accuracy.</param>
    public static Accuracy AccuracyOf(StudyPlan plan) => plan.Design.Kappa is { } kappa
        ? Accuracy.FromKappa(kappa, plan.Design.PositiveRate!.Value, plan.Prevalence).Value
        : new Accuracy(plan.Design.Sensitivity ?? 0, plan.Design.Specificity ?? 0);

    /// <summary>One person's row.</summary>
    /// <param name="study">Which repetition.</param>
    /// <param name="number">Which person of it.</param>
    public PersonRow Row(int study, int number)
    {
        bool hasDisease = design.Treats || number < design.Cases;
        int arm = !design.Treats ? 0 : number < design.Treated ? 1 : 2;
        int stopped = 0;
        for (int attempt = 0; attempt < MostTries; attempt++)
        {
            // A place that needs a positive examination is offered to one person after another, all of them its own.
            int drawn = checked(number + attempt * design.Size);
            AddressedNumbers exam = new(design.Seed, Exam, study, drawn);
            Person person = plan.Population.Draw(design.Seed, study, drawn);
            if (hasDisease && !design.Treats) person = person.Older(design.AgeDifference, plan.Population.Slopes);
            bool hasLesion = person.LesionScore < LesionProbability(person.Age, hasDisease);
            if (design.HasBodies)
            {
                person = person with { Body = Body(person, hasLesion) };
                // Whose body has no state is counted, and the place goes to the next of its people.
                if (person.Body is null && ++stopped > MostStopped)
                    throw new InvalidOperationException($"{stopped} bodies for one place have no mean-flow state");
                if (person.Body is null) continue;
            }
            bool examines = !design.Treats || design.EnrolsPositivesOnly;
            Call first = examines ? Examine(person, study, hasDisease, hasLesion, exam, other: null) : default;
            if (design.EnrolsPositivesOnly && !first.IsPositive) continue;
            Call second = design.Kind == DesignKind.TestRetest
                ? Examine(person, study, hasDisease, hasLesion, exam, first.Operator) : default;
            (double change, bool isLost) = design.Treats ? Outcome(study, drawn, arm) : (0, false);
            return new PersonRow(study, number, hasDisease ? 1 : 0, arm, attempt + 1 - stopped, person.IsMan ? 1 : 0, person.Age,
                person.LeastArea.SquareMillimetres, hasLesion ? 1 : 0, !examines ? 0 : first.BelievesDisease ? 1 : -1,
                first.Probability, first.IsPositive ? 1 : 0,
                design.Kind != DesignKind.TestRetest ? -1 : second.IsPositive ? 1 : 0, change, isLost ? 1 : 0)
            {
                Stopped = stopped,
                Origin = (int)(person.Body?.Origin ?? FindingOrigin.Formula),
                Criteria = person.Body?.Bits ?? -1,
                LeastLumen = person.Body?.LeastLumen.SquareMillimetres ?? 0,
            };
        }
        throw new InvalidOperationException($"none of {MostTries} people was positive: the design enrols nobody");
    }

    private BodyFindings? Body(Person person, bool hasLesion) => design.Examiner == ExaminerKind.Surrogate
        ? plan.Population.Bodies!.Predict(person, hasLesion, rules)
        : plan.Population.Bodies!.Solve(person, hasLesion, rules, out _);

    /// <summary>Probability of a narrowing [1]: the population's, moved by the truth and by age.</summary>
    /// <param name="age">Age [years]; the share of the table is that of <see cref="ReferenceAge"/>.</param>
    /// <param name="hasDisease">MS or not.</param>
    public double LesionProbability(double age, bool hasDisease) => Logit.Shifted(plan.Prevalence,
        (hasDisease ? Math.Log(design.TrueOddsRatio) : 0) + design.AgeSlope * (age - ReferenceAge) / 10);

    /// <summary>Age to which a given share of narrowings belongs [years].</summary>
    /// <source choice="the middle of the population's ages"/>
    public const double ReferenceAge = 45;

    private Call Examine(
        Person person, int study, bool hasDisease, bool hasLesion, AddressedNumbers stream, int? other)
    {
        int count = design.Operators, at = (int)(stream.NextUniform() * (other is null ? count : count - 1));
        if (other is { } taken && at >= taken) at++;
        double score = Normal.Quantile(new AddressedNumbers(design.Seed, Operators, study, at).NextUniform());
        bool believes = stream.NextIs(expectation.CorrectBelief) == hasDisease;
        double probability = expectation.Applied(examiner.Unexpecting(person, hasLesion, score), believes);
        return new Call(at, believes, probability, stream.NextIs(probability));
    }

    private (double Change, bool IsLost) Outcome(int study, int drawn, int arm)
    {
        AddressedNumbers stream = new(design.Seed, Follow, study, drawn);
        double z = Normal.Quantile(stream.NextUniform());
        // Treated and sham alike think that something was done; only a true effect tells them apart.
        double change = design.NaturalChange + design.PlaceboResponse + (arm == 1 ? design.TreatmentEffect : 0)
            + design.OutcomeDeviation * z;
        return (change, stream.NextIs(Logit.Shifted(design.Loss, -design.LossOfTheWorse * z)));
    }

    private readonly record struct Call(int Operator, bool BelievesDisease, double Probability, bool IsPositive);
}
