using System.Text.Json;

namespace Azygos.Evidence.Checks;

/// <summary>One case of the schema evidence-cases/1: options, expected values, tolerance.</summary>
/// <param name="Dataset">Name of the data set.</param>
/// <param name="Id">Name of the case within its file.</param>
/// <param name="Task">Name of the task.</param>
/// <param name="Options">What to compute and from which columns.</param>
/// <param name="Expected">Values of the reference program.</param>
/// <param name="RelativeTolerance">Tolerance of continuous values.</param>
/// <source choice="schema evidence-cases/1"/>
public sealed record EvidenceCase(
    string Dataset, string Id, string Task, JsonElement Options, JsonElement Expected, double RelativeTolerance);

/// <summary>One value outside its tolerance.</summary>
/// <param name="Path">Where in the expected values.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Got">What came out.</param>
/// <param name="RelativeError">Difference over the scale of the tolerance; infinite when not a number.</param>
/// <source choice="enough to find the value in file and code"/>
public sealed record CaseMiss(string Path, string Expected, string Got, double RelativeError)
{
    /// <summary>The error in units of the value's own tolerance; 1 is just within.</summary>
    public double InTolerances { get; init; } = double.PositiveInfinity;

    /// <summary>For a disputed value: why the difference is not ours.</summary>
    public string? Why { get; init; }
}

/// <summary>How well one field of a case agrees.</summary>
/// <param name="Values">Numbers within tolerance.</param>
/// <param name="WorstError">Largest relative difference of them; 0 where it is rounding.</param>
/// <source choice="what a validation page says of a quantity"/>
public sealed record FieldAgreement(int Values, double WorstError)
{
    /// <summary>Both together.</summary>
    public FieldAgreement And(FieldAgreement other) =>
        new(Values + other.Values, Math.Max(WorstError, other.WorstError));
}

/// <summary>What became of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Supported">False when the engine has no such task yet.</param>
/// <param name="Compared">Number of values compared.</param>
/// <param name="Misses">Values outside tolerance; empty is a pass.</param>
/// <param name="WorstError">Largest relative error of the values compared.</param>
/// <source choice="a verdict names what was compared, not only that it passed"/>
public sealed record CaseVerdict(
    EvidenceCase Case, bool Supported, int Compared, IReadOnlyList<CaseMiss> Misses, double WorstError)
{
    /// <summary>Differences where the expected value does not solve its own equation and ours does.</summary>
    public IReadOnlyList<CaseMiss> Disputed { get; init; } = [];

    /// <summary>Largest accepted difference in units of the value's own tolerance; 1 is just within.</summary>
    public double WorstInTolerances { get; init; }

    /// <summary>Values within tolerance by the name of their field, with the largest relative difference of
    /// each.</summary>
    public IReadOnlyDictionary<string, FieldAgreement> Fields { get; init; } =
        new Dictionary<string, FieldAgreement>();

    /// <summary>Values within tolerance: those compared, less the missed and the disputed.</summary>
    public int Held => Compared - Misses.Count - Disputed.Count;

    /// <summary>True when the case ran and every value is within tolerance.</summary>
    public bool Passed => Supported && Misses.Count == 0;
}
