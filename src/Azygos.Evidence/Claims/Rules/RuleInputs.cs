using System.Collections.Frozen;
using System.Globalization;

namespace Azygos.Evidence.Claims.Rules;

/// <summary>One number a rule may ask for.</summary>
/// <param name="Key">Its name in the conditions.</param>
/// <param name="Words">Its name for a reader.</param>
/// <param name="IsCount">A count, or a measured value.</param>
public sealed record RuleInputKind(string Key, string Words, bool IsCount);

/// <summary>The numbers that a claim's rules are asked about, in a fixed order; null where one was not
/// computed.</summary>
/// <source choice="a verdict is a function of these numbers alone"/>
public sealed class RuleInputs
{
    private static readonly FrozenDictionary<string, RuleInputKind> KnownKinds = new[]
    {
        new RuleInputKind("k", "studies pooled", true),
        new RuleInputKind("ci_low", "pool lower limit", false),
        new RuleInputKind("pi_low", "prediction interval lower limit", false),
        new RuleInputKind("lrb_k", "low-risk blinded studies", true),
        new RuleInputKind("lrb_or", "low-risk blinded odds ratio", false),
        new RuleInputKind("lrb_ci_low", "low-risk blinded lower limit", false),
        new RuleInputKind("lrb_ci_high", "low-risk blinded upper limit", false),
        new RuleInputKind("loo_ci_low_min", "least lower limit with one study left out", false),
        new RuleInputKind("if_adj", "information fraction", false),
        new RuleInputKind("lrb_if_unadj", "low-risk blinded information fraction", false),
        new RuleInputKind("egger_p", "p of the small-study test", false),
        new RuleInputKind("trials", "sham-controlled trials", true),
        new RuleInputKind("n_excluding", "trials that exclude a benefit beyond the margin", true),
        new RuleInputKind("n_benefit", "trials that show benefit", true),
        new RuleInputKind("n_harm", "trials that show the opposite", true),
        new RuleInputKind("uncontrolled", "cohorts without a control group", true),
        new RuleInputKind("n_kappa", "agreement studies with an interval", true),
        new RuleInputKind("kappa_high_below", "agreement studies with an upper limit below the margin", true),
        new RuleInputKind("kappa_low_above", "agreement studies with a lower limit at or above the margin", true),
        new RuleInputKind("n_confirm", "shares confirmed by another method", true),
        new RuleInputKind("confirm_high_below", "shares with an upper limit below one half", true),
        new RuleInputKind("confirm_low_above", "shares with a lower limit at or above one half", true),
        new RuleInputKind("for", "cohorts for", true),
        new RuleInputKind("against", "cohorts against", true),
        new RuleInputKind("neutral", "cohorts neutral", true),
        new RuleInputKind("for_longitudinal_or_randomised", "cohorts for, longitudinal or randomised", true),
        new RuleInputKind("serious_cohorts", "cohorts with a serious event", true),
        new RuleInputKind("regulators", "regulator notices", true),
        new RuleInputKind("case_reports", "case reports", true),
    }.ToFrozenDictionary(kind => kind.Key);

    private readonly Dictionary<string, double?> _values;

    /// <summary>Takes the numbers; an unknown name is refused.</summary>
    public RuleInputs(params IEnumerable<KeyValuePair<string, double?>> values)
    {
        Values = [.. values];
        _values = Values.ToDictionary(pair => pair.Key, pair => pair.Value);
        if (_values.Keys.FirstOrDefault(key => !KnownKinds.ContainsKey(key)) is { } unknown)
            throw new ArgumentException($"'{unknown}' is not an input of a rule; known: {string.Join(", ", Known)}.");
    }

    /// <summary>Names that rules may ask for.</summary>
    public static IReadOnlyCollection<string> Known => KnownKinds.Keys;

    /// <summary>The numbers in order.</summary>
    public IReadOnlyList<KeyValuePair<string, double?>> Values { get; }

    /// <summary>The number of that name; null when it was not computed.</summary>
    public double? this[string key] => _values.GetValueOrDefault(key);

    /// <summary>What a name means.</summary>
    public static RuleInputKind Kind(string key) => KnownKinds[key];

    /// <summary>The same numbers with one replaced.</summary>
    public RuleInputs With(string key, double? value) => new(Values.Select(pair =>
        pair.Key == key ? KeyValuePair.Create(key, value) : pair));

    /// <summary>A value as traces print it.</summary>
    internal static string Print(double? value) =>
        value is { } number ? number.ToString("G3", CultureInfo.InvariantCulture) : "(not computed)";
}
