using Azygos.Body.Anatomy;
using Azygos.Body.Calibration;
using Azygos.Body.Model;
using Azygos.Clinic.Criteria;
using Azygos.Quantities;
using Azygos.Studies.Populations;

namespace Azygos.Studies.Bodies;

/// <summary>Runs people: the mean-flow states of their bodies, lying and sitting.</summary>
/// <remarks>
/// Every solve starts from the nearest of <see cref="Anchors"/> people who were solved before, and they from the average
/// man: never from whoever happened to be solved last, so that a person's bits depend on nobody else. Safe to call from
/// several threads.
/// </remarks>
/// <source choice="starts near a person cost a third of the steps, and a fixed set of them keeps results the same for any
/// division of the work"/>
public sealed class PersonBodies
{
    /// <summary>People from whom others start.</summary>
    /// <source choice="32: twice as many save less than a tenth of the steps more"/>
    public const int Anchors = 32;

    // Of the anchors; any number, as long as it stays.
    private const ulong AnchorSeed = 1;

    // Of those to whom a surrogate is fitted, none of whom a study should meet.
    private const ulong TrainingSeed = 1UL << 52;

    // Change of blood volume from which the slope of venous pressure is taken [mL]; 4 % of the volume.
    private const double VolumeStep = 200;

    private static readonly Angle[] Postures = [Angle.FromDegrees(0), Angle.FromDegrees(90)];

    private readonly Population population;
    private readonly Lazy<BodyModel> model;
    private readonly Lazy<Average> average;
    private readonly Lazy<Anchor>[] anchors;
    private readonly Lazy<Surrogate> surrogate;

    /// <summary>Bodies for the people of a population.</summary>
    /// <param name="read">Reads the body of an average man.</param>
    /// <param name="population">Where people come from.</param>
    /// <param name="fitted">A surrogate that was fitted before to the same bodies; null: none.</param>
    public PersonBodies(Func<BodyModel> read, Population population, Surrogate? fitted = null)
    {
        (Read, this.population) = (read, population);
        // Apart from its states: who only asks for the hash waits for no solve.
        model = new(() => read().At(AnatomicalDetail.Core));
        average = new(() => Average.Of(model.Value, population.AverageMan()));
        anchors = Prepared(population);
        surrogate = new(() => fitted ?? Surrogate.Fit(
            Hash, Solved(Surrogate.TrainingPeople, CriteriaRules.Zamboni2009), CriteriaRules.Zamboni2009));
    }

    /// <summary>Reads the body of an average man.</summary>
    internal Func<BodyModel> Read { get; }

    /// <summary>Body of the average man.</summary>
    public BodyModel Model => model.Value;

    /// <summary>Hash of everything that decides what a person's body shows.</summary>
    public string Hash => Model.Hash;

    /// <summary>What a person's body shows; null with the reason where it has no mean-flow state.</summary>
    /// <param name="person">The person.</param>
    /// <param name="hasLesion">Whether the person has the narrowing.</param>
    /// <param name="rules">The version of the rules.</param>
    /// <param name="reason">Why there is none.</param>
    public BodyFindings? Solve(Person person, bool hasLesion, CriteriaRules rules, out string reason)
    {
        SteadyBody[] states = States(person, hasLesion, person => Nearest(person, hasLesion).States(this));
        reason = states.Select(one => one.Failure).FirstOrDefault(one => one is not null) ?? "";
        return MeanFlowExamination.Of(person, hasLesion, states[0], states[1], rules);
    }

    /// <summary>What a surrogate predicts of a person's body.</summary>
    /// <param name="person">The person.</param>
    /// <param name="hasLesion">Whether the person has the narrowing.</param>
    /// <param name="rules">The version of the rules.</param>
    public BodyFindings Predict(Person person, bool hasLesion, CriteriaRules rules) =>
        Surrogate.Predict(PersonFeatures.Of(person, hasLesion), rules);

    /// <summary>The surrogate of these bodies: the one that was brought, or fitted when first asked for, which takes a
    /// minute.</summary>
    public Surrogate Surrogate => surrogate.Value;

    /// <summary>People to fit a surrogate to, solved on all cores.</summary>
    /// <param name="count">How many, the first of a seed of their own.</param>
    /// <param name="rules">The version of the rules.</param>
    /// <param name="cancellation">Ends the work.</param>
    public IReadOnlyList<(PersonFeatures Features, BodyFindings? Body)> Solved(
        int count, CriteriaRules rules, CancellationToken cancellation = default)
    {
        (PersonFeatures, BodyFindings?)[] people = new (PersonFeatures, BodyFindings?)[count];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation }, k =>
        {
            Person person = population.Draw(TrainingSeed, 0, k);
            // Half of them narrowed: a share of people with narrowings is the study's to say.
            bool hasLesion = k % 2 == 0;
            people[k] = (PersonFeatures.Of(person, hasLesion), Solve(person, hasLesion, rules, out _));
        });
        return people;
    }

    /// <summary>Steps of the solves of a person, from the nearest solved one and from the average man: what warm starts
    /// save.</summary>
    /// <param name="person">The person.</param>
    /// <param name="hasLesion">Whether the person has the narrowing.</param>
    public (int Warm, int Cold) Steps(Person person, bool hasLesion) => (
        States(person, hasLesion, one => Nearest(one, hasLesion).States(this)).Sum(one => one.Steps),
        States(person, hasLesion, _ => average.Value.States).Sum(one => one.Steps));

    private SteadyBody[] States(Person person, bool hasLesion, Func<Person, SteadyBody[]> near)
    {
        BodyModel body = PersonBody.Of(
            Model, average.Value.Man, person, hasLesion, average.Value.VolumeForPressure);
        SteadyBody[] from = near(person);
        return [.. Postures.Select((tilt, at) =>
            SteadyBody.Find(body, tilt, from[at].Failure is null ? from[at] : average.Value.States[at]))];
    }

    private Anchor Nearest(Person person, bool hasLesion)
    {
        double[] place = Place(person, hasLesion);
        return anchors.Select(one => one.Value).MinBy(one => Distance(one.Place, place))!;
    }

    private static double Distance(double[] a, double[] b) => a.Zip(b, (x, y) => (x - y) * (x - y)).Sum();

    private static Lazy<Anchor>[] Prepared(Population population) => [.. Enumerable.Range(0, Anchors).Select(k => new Lazy<Anchor>(() =>
    {
        Person person = population.Draw(AnchorSeed, 0, k);
        bool hasLesion = person.LesionScore < population.LesionShare;
        return new Anchor(person, hasLesion, Place(person, hasLesion));
    }))];

    /// <summary>Where a person is among people: numbers that matter to a solve, each over its usual spread.</summary>
    private static double[] Place(Person person, bool hasLesion) =>
    [
        .. new[] { person.Left.J1, person.Left.J2, person.Left.J3, person.Right.J1, person.Right.J2, person.Right.J3 }
            .Select(area => Math.Log(area.SquareMillimetres) / 0.68),
        person.CentralVenousPressure.MillimetresOfMercury / 1.5,
        person.MeanArterialPressure.MillimetresOfMercury / 9,
        person.CerebralBloodFlow / 6.5,
        person.HeartRate.PerMinute / 10,
        hasLesion ? (person.Lesion.IsRight ? 1 : -1) * person.Lesion.AreaReduction : 0,
    ];

    /// <summary>The average man with his states.</summary>
    private sealed record Average(Person Man, double VolumeForPressure, SteadyBody[] States)
    {
        public static Average Of(BodyModel model, Person man)
        {
            SteadyBody[] states = [.. Postures.Select(tilt => SteadyBody.Find(model, tilt))];
            if (states.FirstOrDefault(one => one.Failure is not null) is { } none)
                throw new InvalidOperationException($"The model '{model.Id}' has no mean-flow state: {none.Failure}.");
            ScalarParameter volume = model.Parameters["blood.volume_mL"];
            BodyModel fuller = model with
            {
                Parameters = new Dictionary<string, ScalarParameter>(model.Parameters)
                {
                    [volume.Path] = volume with { Value = volume.Value + VolumeStep },
                },
            };
            double rise = SteadyBody.Find(fuller, Postures[0], states[0]).PressureAt("right_atrium").MillimetresOfMercury
                - states[0].PressureAt("right_atrium").MillimetresOfMercury;
            return new Average(man, VolumeStep / rise, states);
        }
    }

    /// <summary>A person from whom others start, solved when first needed.</summary>
    private sealed class Anchor(Person person, bool hasLesion, double[] place)
    {
        private readonly Lock solving = new();
        private SteadyBody[]? states;

        public double[] Place => place;

        public SteadyBody[] States(PersonBodies bodies)
        {
            lock (solving) return states ??= bodies.States(person, hasLesion, _ => bodies.average.Value.States);
        }
    }
}
