// Reason for length: the quantities of a person are named once, here, and read by place nowhere else.
using Azygos.Body.Model;
using Azygos.Numerics;
using Azygos.Quantities;
using Azygos.Studies.Bodies;

namespace Azygos.Studies.Populations;

/// <summary>Where virtual people come from: person 17 of a seed is the same person in every study, shard and run.</summary>
/// <remarks>
/// A person is drawn without a disease. What a study says of a group (older people, more narrowings) is applied to the
/// person afterwards and explicitly; the default is that nothing differs.
/// </remarks>
/// <source choice="quantities of the tables data/studies/*.csv, each with source and mark"/>
public sealed class Population
{
    /// <summary>Purposes of a person's random numbers; those of a study start at <see cref="FirstFreePurpose"/>.</summary>
    private const int Scores = 0, Sex = 1, Valves = 2, Lesions = 3, Share = 4, Rest = 5;

    /// <summary>First purpose that a person does not use.</summary>
    /// <source choice="the ten first are kept for what a person is"/>
    public const int FirstFreePurpose = 10;

    private readonly Marginal[][] marginals;
    private readonly Copula copula;

    private Population(Marginal[][] marginals, Copula copula, AgeSlopes slopes, string hash) =>
        (this.marginals, this.copula, Slopes, Hash) = (marginals, copula, slopes, hash);

    /// <summary>Quantities that a population needs.</summary>
    public static IReadOnlyList<string> Quantities { get; } =
    [
        "men", "age", "height", "area_left_j1", "area_left_j2", "area_left_j3", "area_right_j1", "area_right_j2",
        "area_right_j3", "right_share", "left_transverse_sinus_hypoplasia", "area_with_hypoplastic_sinus",
        "central_venous_pressure", "mean_arterial_pressure", "heart_rate", "haemoglobin", "cerebral_blood_flow",
        "lesion", "lesion_on_the_right", "lesion_severity", "valve_absent_both", "valve_absent_any",
        "valve_incompetent", "autoregulation_gain", "outflow_resistance", "pressure_volume_index",
    ];

    /// <summary>What goes together, as the table of correlations names it.</summary>
    public static IReadOnlyList<(string First, string Second, bool IsSlope)> Correlations { get; } =
    [
        ("left", "right", false), ("level", "next_level", false), ("areas", "central_venous_pressure", false),
        ("age", "areas", true), ("age", "cerebral_blood_flow", true), ("age", "mean_arterial_pressure", true),
    ];

    /// <summary>Hash of the tables.</summary>
    public string Hash { get; }

    /// <summary>What a year does.</summary>
    public AgeSlopes Slopes { get; }

    /// <summary>Share of people with a narrowing, before a study says otherwise [1].</summary>
    /// <source choice="the row lesion of the table"/>
    public double LesionShare => ((ShareMarginal)Of(Rows.Lesion, false)).Share;

    /// <summary>The population of the tables; null with faults.</summary>
    /// <param name="rows">Rows of <c>population.csv</c>.</param>
    /// <param name="correlations">Rows of <c>correlations.csv</c>.</param>
    /// <param name="hash">Hash of the tables.</param>
    /// <param name="faults">Where faults go.</param>
    public static Population? From(IReadOnlyList<PopulationRow> rows, IReadOnlyList<CorrelationRow> correlations,
        string hash, ICollection<PopulationFault> faults)
    {
        int before = faults.Count;
        Marginal[][] marginals = [new Marginal[Quantities.Count], new Marginal[Quantities.Count]];
        for (int i = 0; i < rows.Count; i++)
        {
            PopulationRow row = rows[i];
            int at = Quantities.ToList().IndexOf(row.Quantity);
            if (at < 0)
                faults.Add(new("population", i, "quantity", row.Quantity, "is not a quantity of a population"));
            else if (!KindsOf(row.Quantity).Contains(row.Kind))
                faults.Add(new("population", i, "kind", row.Kind.ToString(),
                    $"is not a kind for this quantity; kinds: {string.Join(", ", KindsOf(row.Quantity))}"));
            else if (Marginal.Of(row, out string reason) is not { } marginal)
                faults.Add(new("population", i, "a", "", reason));
            else
                foreach (int sex in Enumerable.Range(0, 2).Where(sex => row.Sexes == Sexes.All
                    || row.Sexes == (sex == 1 ? Sexes.Men : Sexes.Women)))
                    if (marginals[sex][at] is null) marginals[sex][at] = marginal;
                    else faults.Add(new("population", i, "people", "", "another row holds for the same people"));
        }
        for (int at = 0; at < Quantities.Count; at++)
            if (marginals.Any(sex => sex[at] is null))
                faults.Add(new("population", null, "quantity", Quantities[at], "is missing for men, women or both"));
        if (faults.Count > before) return null;

        Marginal Found(string quantity) => marginals[0][Quantities.ToList().IndexOf(quantity)];
        double age = Found("age").ScoreDeviation ?? double.NaN;
        double area = Found("area_left_j1").ScoreDeviation ?? double.NaN;
        double flow = Found("cerebral_blood_flow").ScoreDeviation ?? double.NaN;
        double arterial = Found("mean_arterial_pressure").ScoreDeviation ?? double.NaN;
        double[] values = new double[Correlations.Count];
        for (int k = 0; k < values.Length; k++)
        {
            (string first, string second, bool isSlope) = Correlations[k];
            CorrelationRow? row = correlations.FirstOrDefault(
                one => one.First == first && one.Second == second && one.IsSlope == isSlope);
            if (row is null)
                faults.Add(new("correlations", null, first, second, $"is missing as a {(isSlope ? "slope" : "rho")}"));
            values[k] = row?.Value ?? 0;
        }
        for (int i = 0; i < correlations.Count; i++)
            if (!Correlations.Contains((correlations[i].First, correlations[i].Second, correlations[i].IsSlope)))
                faults.Add(new("correlations", i, "first", correlations[i].First,
                    $"with {correlations[i].Second} is not a pair that a population knows"));
        AgeSlopes slopes = new(values[3], values[4], values[5]);
        Copula? copula = Copula.Of(values[0], values[1], values[2], slopes.LogArea * age / area,
            slopes.BloodFlow * age / flow, slopes.ArterialPressure * age / arterial);
        if (copula is null)
            faults.Add(new("correlations", null, "value", "", "together they are no correlations: one undoes another"));
        return faults.Count > before ? null : new Population(marginals, copula!, slopes, hash);
    }

    /// <summary>The bodies that people are built from; null: people of this population have none.</summary>
    public PersonBodies? Bodies { get; private init; }

    /// <summary>The same people, with bodies.</summary>
    /// <param name="model">Reads the body of an average man; called once, when a body is first needed.</param>
    public Population With(Func<BodyModel> model) =>
        new(marginals, copula, Slopes, Hash) { Bodies = new PersonBodies(model, this) };

    /// <summary>The same people with the same bodies, and a surrogate that was fitted to them before.</summary>
    /// <param name="surrogate">The surrogate.</param>
    /// <exception cref="InvalidOperationException">People have no bodies.</exception>
    public Population With(Surrogate surrogate) => new(marginals, copula, Slopes, Hash)
    {
        Bodies = new PersonBodies(
            (Bodies ?? throw new InvalidOperationException("people of this population have no bodies")).Read, this, surrogate),
    };

    /// <summary>A man who has the mean of everything, valves that close and no narrowing: whom the model is taken
    /// for.</summary>
    public Person AverageMan()
    {
        double Mean(int quantity) => Of(quantity, true).Mean;
        JugularAreas Areas(int side) => new(Area.FromSquareMillimetres(Mean(side)),
            Area.FromSquareMillimetres(Mean(side + 1)), Area.FromSquareMillimetres(Mean(side + 2)));
        return new Person
        {
            Number = -1,
            IsMan = true,
            Age = Mean(Rows.Age),
            Height = Length.FromMetres(Mean(Rows.Height)),
            Left = Areas(Rows.AreaLeftJ1),
            Right = Areas(Rows.AreaRightJ1),
            RightShare = Mean(Rows.RightShare),
            HasHypoplasticLeftSinus = false,
            LeftValve = ValveState.Competent,
            RightValve = ValveState.Competent,
            LesionScore = 1,
            Lesion = default,
            CentralVenousPressure = Pressure.FromMillimetresOfMercury(Mean(Rows.CentralVenousPressure)),
            MeanArterialPressure = Pressure.FromMillimetresOfMercury(Mean(Rows.MeanArterialPressure)),
            HeartRate = Frequency.FromPerMinute(Mean(Rows.HeartRate)),
            Haemoglobin = Mean(Rows.Haemoglobin),
            CerebralBloodFlow = Mean(Rows.CerebralBloodFlow),
            AutoregulationGain = Mean(Rows.AutoregulationGain),
            OutflowResistance = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(
                Mean(Rows.OutflowResistance) * 60),
            PressureVolumeIndex = Volume.FromMillilitres(Mean(Rows.PressureVolumeIndex)),
        };
    }

    /// <summary>Quantities that <see cref="At(IReadOnlyList{double})"/> sets one by one.</summary>
    public static IReadOnlyList<string> Independent { get; } =
    [
        "area_left_j1", "area_left_j2", "area_left_j3", "area_right_j1", "area_right_j2", "area_right_j3",
        "central_venous_pressure", "mean_arterial_pressure", "heart_rate", "cerebral_blood_flow", "autoregulation_gain",
        "outflow_resistance", "pressure_volume_index",
    ];

    /// <summary>An average man but for some numbers, each at a place in its own distribution among men.</summary>
    /// <param name="quantiles">Places of <see cref="Independent"/>, in (0, 1); more are ignored.</param>
    public Person At(IReadOnlyList<double> quantiles)
    {
        ArgumentNullException.ThrowIfNull(quantiles);
        double Value(int at) => marginals[1][Quantities.ToList().IndexOf(Independent[at])]
            .At(Evidence.Distributions.Normal.Quantile(quantiles[at]));
        JugularAreas Areas(int first) => new(Area.FromSquareMillimetres(Value(first)),
            Area.FromSquareMillimetres(Value(first + 1)), Area.FromSquareMillimetres(Value(first + 2)));
        return AverageMan() with
        {
            Left = Areas(0),
            Right = Areas(3),
            CentralVenousPressure = Pressure.FromMillimetresOfMercury(Value(6)),
            MeanArterialPressure = Pressure.FromMillimetresOfMercury(Value(7)),
            HeartRate = Frequency.FromPerMinute(Value(8)),
            CerebralBloodFlow = Value(9),
            AutoregulationGain = Value(10),
            OutflowResistance = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(60 * Value(11)),
            PressureVolumeIndex = Volume.FromMillilitres(Value(12)),
        };
    }

    /// <summary>One person.</summary>
    /// <param name="seed">Seed of the study.</param>
    /// <param name="series">Which repetition of the study.</param>
    /// <param name="number">Which person.</param>
    public Person Draw(ulong seed, int series, int number)
    {
        AddressedNumbers For(int purpose) => new(seed, purpose, series, number);
        bool isMan = Of(Rows.Men, false).Draw(For(Sex)) == 1;
        Span<double> z = stackalloc double[Copula.Count];
        copula.Draw(For(Scores), z);
        AddressedNumbers valves = For(Valves), lesions = For(Lesions), rest = For(Rest);
        double absent = valves.NextUniform(), side = valves.NextUniform();
        double both = ShareOf(Rows.ValveAbsentBoth), any = ShareOf(Rows.ValveAbsentAny);
        ValveState Valve(bool isAbsent, double draw) => isAbsent ? ValveState.Absent
            : draw < ShareOf(Rows.ValveIncompetent) ? ValveState.Incompetent : ValveState.Competent;
        double lesionScore = lesions.NextUniform();
        double onTheRight = Of(Rows.LesionOnTheRight, isMan).Draw(lesions);
        double height = Of(Rows.Height, isMan).Draw(rest), rate = Of(Rows.HeartRate, isMan).Draw(rest);
        double haemoglobin = Of(Rows.Haemoglobin, isMan).Draw(rest), gain = Of(Rows.AutoregulationGain, isMan).Draw(rest);
        double outflow = Of(Rows.OutflowResistance, isMan).Draw(rest), index = Of(Rows.PressureVolumeIndex, isMan).Draw(rest);
        bool hypoplastic = Of(Rows.LeftTransverseSinusHypoplasia, isMan).Draw(rest) == 1;
        return new Person
        {
            Number = number,
            IsMan = isMan,
            Age = Of(Rows.Age, isMan).At(z[Copula.Age]),
            Height = Length.FromMetres(height),
            Left = Areas(Rows.AreaLeftJ1, z[Copula.Areas..], SinusFactor(hypoplastic, isMan), isMan),
            Right = Areas(Rows.AreaRightJ1, z[(Copula.Areas + 3)..], null, isMan),
            RightShare = Of(Rows.RightShare, isMan).Draw(For(Share)),
            HasHypoplasticLeftSinus = hypoplastic,
            LeftValve = Valve(absent < both || (absent < any && side < 0.5), valves.NextUniform()),
            RightValve = Valve(absent < both || (absent < any && side >= 0.5), valves.NextUniform()),
            LesionScore = lesionScore,
            Lesion = new Narrowing(onTheRight == 1, Of(Rows.LesionSeverity, isMan).Draw(lesions)),
            CentralVenousPressure = Pressure.FromMillimetresOfMercury(
                Of(Rows.CentralVenousPressure, isMan).At(z[Copula.VenousPressure])),
            MeanArterialPressure = Pressure.FromMillimetresOfMercury(
                Of(Rows.MeanArterialPressure, isMan).At(z[Copula.ArterialPressure])),
            HeartRate = Frequency.FromPerMinute(rate),
            Haemoglobin = haemoglobin,
            CerebralBloodFlow = Of(Rows.CerebralBloodFlow, isMan).At(z[Copula.BloodFlow]),
            AutoregulationGain = gain,
            OutflowResistance = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(outflow * 60),
            PressureVolumeIndex = Volume.FromMillilitres(index),
        };

        double ShareOf(int quantity) => ((ShareMarginal)Of(quantity, isMan)).Share;
    }

    private Marginal Of(int quantity, bool isMan) => marginals[isMan ? 1 : 0][quantity];

    /// <summary>Places of the quantities, looked up once.</summary>
    private static class Rows
    {
        public static readonly int Men = Place("men");
        public static readonly int Age = Place("age");
        public static readonly int Height = Place("height");
        public static readonly int AreaLeftJ1 = Place("area_left_j1");
        public static readonly int AreaRightJ1 = Place("area_right_j1");
        public static readonly int RightShare = Place("right_share");
        public static readonly int LeftTransverseSinusHypoplasia = Place("left_transverse_sinus_hypoplasia");
        public static readonly int AreaWithHypoplasticSinus = Place("area_with_hypoplastic_sinus");
        public static readonly int CentralVenousPressure = Place("central_venous_pressure");
        public static readonly int MeanArterialPressure = Place("mean_arterial_pressure");
        public static readonly int HeartRate = Place("heart_rate");
        public static readonly int Haemoglobin = Place("haemoglobin");
        public static readonly int CerebralBloodFlow = Place("cerebral_blood_flow");
        public static readonly int Lesion = Place("lesion");
        public static readonly int LesionOnTheRight = Place("lesion_on_the_right");
        public static readonly int LesionSeverity = Place("lesion_severity");
        public static readonly int ValveAbsentBoth = Place("valve_absent_both");
        public static readonly int ValveAbsentAny = Place("valve_absent_any");
        public static readonly int ValveIncompetent = Place("valve_incompetent");
        public static readonly int AutoregulationGain = Place("autoregulation_gain");
        public static readonly int OutflowResistance = Place("outflow_resistance");
        public static readonly int PressureVolumeIndex = Place("pressure_volume_index");

        private static int Place(string quantity) => Quantities.ToList().IndexOf(quantity);
    }

    private static MarginalKind[] KindsOf(string quantity) =>
        quantity is "men" or "left_transverse_sinus_hypoplasia" or "area_with_hypoplastic_sinus" or "lesion"
            or "lesion_on_the_right" or "valve_absent_both" or "valve_absent_any" or "valve_incompetent"
            ? [MarginalKind.Share]
        : quantity.StartsWith("area_", StringComparison.Ordinal)
            ? [MarginalKind.Lognormal, MarginalKind.LognormalQuantiles]
        : quantity is "right_share" or "lesion_severity" ? [MarginalKind.Beta]
        : [MarginalKind.Normal, MarginalKind.Lognormal, MarginalKind.LognormalQuantiles];

    /// <summary>Areas of one side at three scores, levels in the order of <see cref="Quantities"/>; those of the left
    /// through the factor of its sinus.</summary>
    private JugularAreas Areas(int side, ReadOnlySpan<double> z, SinusEffect? sinus, bool isMan)
    {
        return new JugularAreas(Level(0, z[0]), Level(1, z[1]), Level(2, z[2]));

        Area Level(int level, double score)
        {
            LognormalMarginal marginal = (LognormalMarginal)Of(side + level, isMan);
            return Area.FromSquareMillimetres(sinus is { } effect ? effect.At(marginal, score) : marginal.At(score));
        }
    }

    private SinusEffect SinusFactor(bool isHypoplastic, bool isMan) => new(isHypoplastic,
        ((ShareMarginal)Of(Rows.LeftTransverseSinusHypoplasia, isMan)).Share,
        ((ShareMarginal)Of(Rows.AreaWithHypoplasticSinus, isMan)).Share);
}

/// <summary>What a year of age does, all else equal.</summary>
/// <param name="LogArea">Of the logarithm of a jugular area [1/year].</param>
/// <param name="BloodFlow">Of the brain's blood flow [mL/100 g/min/year].</param>
/// <param name="ArterialPressure">Of mean arterial pressure [mmHg/year].</param>
public readonly record struct AgeSlopes(double LogArea, double BloodFlow, double ArterialPressure);
