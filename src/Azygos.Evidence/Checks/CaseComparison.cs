using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Azygos.Evidence.Checks;

/// <summary>Compares computed values with the expected ones of a case, value by value.</summary>
/// <remarks>
/// |x − e| ≤ tol · max(|e|, 1e-8 · scale), scale the largest |value| of the same array or inner object. p-values:
/// relative 1e-6 down to 1e-300, absolute 1e-12 below. A null in an array says that the reference has no value there
/// and is not compared; a null elsewhere must be no value here too. An expected value that was not computed is a miss.
/// Differences within a few units in the last place of the scale, or within a value's own stated rounding, are no
/// differences.
/// </remarks>
/// <source choice="the tolerance rule of the schema evidence-cases/1"/>
public sealed class CaseComparison
{
    private const double ProbabilityTolerance = 1e-6;
    private const double RoundingUnits = 1e-15;    // chosen: a few units in the last place of the array's largest value
    private const double SolvedResidual = 1e-10;   // chosen: a solved equation leaves about 1e-14; 1e-9 is not solved
    private const double FollowingFactor = 10;     // chosen: p values and sums of k terms move a few times more than τ²
    private const double BoundaryTolerance = 1e-4; // the schema's tolerance of se(τ²)

    private const string OwnFormula = "equals the reference's own formula, which departs from the published one";
    private const string Unsolved = "the expected value does not solve the equation that defines it";

    private static readonly HashSet<string> s_aboutTheReference =
    [
        "reference_convergence_threshold", "tau2_is_boundary", "package_bayesmeta_default_accuracy",
    ];

    private readonly double _tolerance;
    private readonly Func<string, double?> _special;
    private readonly List<CaseMiss> _misses = [];
    private readonly List<CaseMiss> _disputed = [];

    private CaseComparison(double tolerance, Func<string, double?> special)
        => (_tolerance, _special) = (tolerance, special);

    private readonly Dictionary<string, FieldAgreement> _fields = [];

    private int Compared { get; set; }

    private double Worst { get; set; }

    private double WorstInTolerances { get; set; }

    /// <summary>Compares all expected values.</summary>
    /// <param name="case">The case.</param>
    /// <param name="values">Computed values by the expected names.</param>
    /// <param name="special">Tolerance of a name when it differs from the case's.</param>
    public static CaseVerdict Compare(
        EvidenceCase @case, IReadOnlyDictionary<string, object?> values, Func<string, double?>? special = null)
    {
        var comparison = new CaseComparison(@case.RelativeTolerance, special ?? (static _ => null));
        comparison.Members("", @case.Expected, (IDictionary)values);
        comparison.MoveWhatFollowsFromADisputedTau2();
        if (values is CaseValues { Objective: { } objective } && comparison._misses.Count > 0)
            comparison.MoveWhatALowerObjectiveExplains(objective.Ours, objective.AtExpected(@case.Expected));
        return new CaseVerdict(@case, true, comparison.Compared, comparison._misses, comparison.Worst)
        {
            Disputed = comparison._disputed,
            WorstInTolerances = comparison.WorstInTolerances,
            Fields = comparison._fields,
        };
    }

    private void Members(string path, JsonElement expected, IDictionary values)
    {
        double scale = path.Length == 0 ? 0 : LargestOf(expected.EnumerateObject().Select(static p => p.Value));
        foreach (JsonProperty property in expected.EnumerateObject())
        {
            if (s_aboutTheReference.Contains(property.Name)) continue;
            string here = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (!values.Contains(property.Name)) Miss(here, Show(property.Value), "not computed");
            else Value(here, property.Name, property.Value, values[property.Name],
                ScaleOf(property.Name, scale), inArray: false);
        }
    }

    private void Value(string path, string name, JsonElement expected, object? got, double scale, bool inArray)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Null:
                if (!inArray && got is not null) Miss(path, "null", Show(got));
                break;
            case JsonValueKind.Object when got is IDictionary inner:
                Members(path, expected, inner);
                break;
            case JsonValueKind.Array when got is IList list:
                if (list.Count != expected.GetArrayLength())
                {
                    Miss(path, $"{expected.GetArrayLength()} values", $"{list.Count} values");
                    break;
                }
                double largest = LargestOf(expected.EnumerateArray());
                int i = 0;
                foreach (JsonElement item in expected.EnumerateArray())
                {
                    Value($"{path}[{i}]", name, item, list[i], largest, inArray: true);
                    i++;
                }
                break;
            case JsonValueKind.Array when expected.GetArrayLength() == 1 && got is not null:
                Value(path, name, expected[0], got, scale, inArray: true);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                if (got is bool b && b == expected.GetBoolean()) Compared++;
                else Miss(path, Show(expected), Show(got));
                break;
            case JsonValueKind.String when Special(expected.GetString()!) is double special:
                if (got is CheckedValue { Variant: { } variant } && variant == special)
                {
                    Compared++;
                    _disputed.Add(new CaseMiss(path, Show(expected), Show(variant), 0) { Why = OwnFormula });
                }
                else if (got is double or int && Convert.ToDouble(got, CultureInfo.InvariantCulture) == special)
                    Compared++;
                else Miss(path, Show(expected), Show(got));
                break;
            case JsonValueKind.String:
                if (got as string == expected.GetString()) Compared++;
                else Miss(path, Show(expected), Show(got));
                break;
            case JsonValueKind.Number when got is CheckedValue checkedValue:
                Number(path, name, expected.GetDouble(), checkedValue.Value, scale, checkedValue);
                break;
            case JsonValueKind.Number when got is double or int:
                Number(path, name, expected.GetDouble(), Convert.ToDouble(got, CultureInfo.InvariantCulture), scale);
                break;
            default:
                Miss(path, Show(expected), Show(got));
                break;
        }
    }

    private void Number(
        string path, string name, double expected, double got, double scale, CheckedValue? reasons = null)
    {
        Compared++;
        double tolerance = reasons?.Tolerance ?? _special(name)
            ?? (IsProbability(name) ? Math.Max(ProbabilityTolerance, _tolerance)
            : name == "se_tau2" ? Math.Max(BoundaryTolerance, _tolerance) : _tolerance);
        double floor = name == "tau2" && expected == 0 ? 0
            : Math.Max(Math.Max(Math.Abs(expected), 1e-8 * scale), reasons?.Scale ?? 0);
        double difference = Math.Abs(got - expected);
        if (difference <= RoundingUnits * scale + (reasons?.Rounding ?? 0)
            || (IsProbability(name) && expected < 1e-300 && difference <= 1e-12))
        {
            Agrees(path, 0);
            return;
        }
        double error = floor > 0 ? difference / floor : double.PositiveInfinity;
        if (!(error <= tolerance)) Outside(
            new CaseMiss(path, Show(expected), Show(got), error) { InTolerances = error / tolerance },
            expected, reasons);
        else
        {
            Agrees(path, error);
            Worst = Math.Max(Worst, error);
            WorstInTolerances = Math.Max(WorstInTolerances, error / tolerance);
        }
    }

    /// <summary>Counts a number for its field: the first name of its path.</summary>
    private void Agrees(string path, double error)
    {
        string field = path.Split('.', '[')[0];
        FieldAgreement one = new(1, error);
        _fields[field] = _fields.TryGetValue(field, out FieldAgreement? before) ? before.And(one) : one;
    }

    private void Outside(CaseMiss miss, double expected, CheckedValue? reasons)
    {
        if (reasons?.Variant is { } variant
            && Math.Abs(variant - expected) <= (reasons.VariantTolerance ?? _tolerance) * Math.Abs(expected))
        {
            _disputed.Add(miss with { Why = OwnFormula });
            return;
        }
        if (reasons?.Residual is { } residual
            && Math.Abs(residual(reasons.Value)) < SolvedResidual
            && Math.Abs(residual(expected)) > 10 * SolvedResidual) _disputed.Add(miss with { Why = Unsolved });
        else _misses.Add(miss);
    }

    /// <summary>Where the reference's τ² does not solve its equation, what is computed from it differs as
    /// much.</summary>
    private void MoveWhatFollowsFromADisputedTau2()
    {
        if (_disputed.Find(static d => d.Path == "tau2") is not { } tau2) return;
        CaseMiss[] follow = [.. _misses.Where(m => m.RelativeError <= FollowingFactor * tau2.RelativeError)];
        _disputed.AddRange(
            follow.Select(static m => m with { Why = "follows from a τ² that does not solve its equation" }));
        _misses.RemoveAll(m => follow.Contains(m));
    }

    /// <summary>
    /// An optimum missed by δ standard errors lies δ²/2 lower and is δ off; what is computed from it a few times that.
    /// </summary>
    private void MoveWhatALowerObjectiveExplains(double ours, double? atExpected)
    {
        if (atExpected is not { } theirs || !(ours - theirs > 1e-11 * Math.Abs(ours))) return;
        double allowed = FollowingFactor * Math.Sqrt(2 * (ours - theirs));
        CaseMiss[] follow = [.. _misses.Where(m => m.InTolerances * _tolerance <= allowed)];
        _disputed.AddRange(
            follow.Select(m => m with { Why = $"the expected values lie {ours - theirs:E1} lower in likelihood" }));
        _misses.RemoveAll(m => follow.Contains(m));
    }

    private void Miss(string path, string expected, string got, double error = double.PositiveInfinity)
    {
        Compared++;
        _misses.Add(new CaseMiss(path, expected, got, error));
    }

    /// <summary>Percentages have their own scale.</summary>
    private static double ScaleOf(string name, double siblings)
        => name.EndsWith("_percent", StringComparison.Ordinal) ? 100 : siblings;

    private static bool IsProbability(string name)
        => name is "p" or "pval" || name.EndsWith("_p", StringComparison.Ordinal)
            || name.EndsWith("pval", StringComparison.Ordinal) || name == "p_k0";

    private static double LargestOf(IEnumerable<JsonElement> values)
    {
        double largest = 0;
        foreach (JsonElement value in values)
            if (value.ValueKind == JsonValueKind.Number) largest = Math.Max(largest, Math.Abs(value.GetDouble()));
        return largest;
    }

    private static double? Special(string text) => text switch
    {
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => null,
    };

    private static string Show(object? value) => value switch
    {
        null => "none",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        JsonElement json => json.ToString(),
        IList list => $"{list.Count} values",
        _ => value.ToString() ?? "",
    };
}
