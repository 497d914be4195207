namespace Azygos.Studies.Running;

/// <summary>What a study holds of one person: the row of its table.</summary>
/// <param name="Study">Which repetition, from 0.</param>
/// <param name="Person">Which person of it, from 0.</param>
/// <param name="Group">1: MS; 0: control.</param>
/// <param name="Arm">1: treated; 2: sham; 0: nothing was done.</param>
/// <param name="Screened">People examined until this one could be enrolled, this one among them.</param>
/// <param name="IsMan">1: a man.</param>
/// <param name="Age">Age [years].</param>
/// <param name="LeastArea">Least area of both jugular veins [mm²], before any narrowing.</param>
/// <param name="Lesion">1: has a narrowing.</param>
/// <param name="Belief">1: the examiner believes in MS; −1: does not; 0: nobody examined.</param>
/// <param name="Probability">Probability of a positive call by the first examiner [1]; 0 where nobody examined.</param>
/// <param name="First">1: called positive; 0: not, or nobody examined.</param>
/// <param name="Second">Call of a second examiner; −1 where there was none.</param>
/// <param name="Change">Change of the score; 0 where there is no outcome.</param>
/// <param name="Lost">1: lost to follow-up.</param>
/// <source choice="what every design's analysis needs of a person, in one shape"/>
public readonly record struct PersonRow(
    int Study, int Person, int Group, int Arm, int Screened, int IsMan, double Age, double LeastArea, int Lesion,
    int Belief, double Probability, int First, int Second, double Change, int Lost)
{
    /// <summary>People before this one for the place whose body had no state.</summary>
    public int Stopped { get; init; }

    /// <summary>What the body comes from: 0 none, 1 solver, 2 surrogate.</summary>
    public int Origin { get; init; }

    /// <summary>Criteria that the body meets, 2^(k − 1) for criterion k; −1 where there is no body.</summary>
    public int Criteria { get; init; } = -1;

    /// <summary>Least lumen of the body's jugular veins, lying, narrowing among it [mm²]; 0 where there is no body.</summary>
    public double LeastLumen { get; init; }

    /// <summary>Columns of whole numbers, in the order of the table.</summary>
    public static IReadOnlyList<(string Name, Func<PersonRow, int> Of)> Integers { get; } =
    [
        ("study", static r => r.Study), ("person", static r => r.Person), ("group", static r => r.Group),
        ("arm", static r => r.Arm), ("screened", static r => r.Screened), ("is_man", static r => r.IsMan),
        ("lesion", static r => r.Lesion), ("belief", static r => r.Belief), ("first", static r => r.First),
        ("second", static r => r.Second), ("lost", static r => r.Lost),
        ("stopped", static r => r.Stopped), ("origin", static r => r.Origin), ("criteria", static r => r.Criteria),
    ];

    /// <summary>Columns of numbers, in the order of the table.</summary>
    public static IReadOnlyList<(string Name, Func<PersonRow, double> Of)> Numbers { get; } =
    [
        ("age_years", static r => r.Age), ("least_area_mm2", static r => r.LeastArea),
        ("probability", static r => r.Probability), ("change", static r => r.Change),
        ("least_lumen_mm2", static r => r.LeastLumen),
    ];

    /// <summary>The row of its cells, in the order of <see cref="Integers"/> and <see cref="Numbers"/>.</summary>
    /// <param name="integers">Whole numbers.</param>
    /// <param name="numbers">Numbers.</param>
    public static PersonRow Of(ReadOnlySpan<int> integers, ReadOnlySpan<double> numbers) => new(
        integers[0], integers[1], integers[2], integers[3], integers[4], integers[5], numbers[0], numbers[1],
        integers[6], integers[7], numbers[2], integers[8], integers[9], numbers[3], integers[10])
    {
        Stopped = integers[11],
        Origin = integers[12],
        Criteria = integers[13],
        LeastLumen = numbers[4],
    };
}
