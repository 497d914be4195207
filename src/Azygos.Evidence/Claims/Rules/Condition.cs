namespace Azygos.Evidence.Claims.Rules;

/// <summary>A condition of the rule table, read from its text and asked about numbers.</summary>
/// <remarks>
/// <c>and</c>, <c>or</c>, <c>not</c>, brackets round conditions, comparisons of sums and quotients of names and
/// numbers;
/// <c>otherwise</c> is always true. Comparisons are strict as written; a number that was not computed makes one false.
/// </remarks>
/// <source choice="rules are data: a verdict can be checked against the table without reading code"/>
public abstract class Condition
{
    private protected Condition()
    {
    }

    /// <summary>True when the numbers meet the condition.</summary>
    public abstract bool Holds(RuleInputs inputs);

    /// <summary>Why it does not hold, in words; empty when it does.</summary>
    public abstract IReadOnlyList<string> Failing(RuleInputs inputs);

    /// <summary>Why it holds, in words; empty when it does not.</summary>
    public abstract IReadOnlyList<string> Holding(RuleInputs inputs);

    /// <summary>Comparisons it is made of.</summary>
    internal abstract IEnumerable<Comparison> Comparisons { get; }

    /// <summary>Reads a condition; false with the reason when it cannot be read.</summary>
    public static bool TryParse(string text, out Condition condition, out string reason)
    {
        try
        {
            condition = new ConditionParser(text).Parse();
            reason = "";
            return true;
        }
        catch (FormatException fault)
        {
            condition = All([]);
            reason = fault.Message;
            return false;
        }
    }

    internal static Condition All(IReadOnlyList<Condition> parts)
        => parts.Count == 1 ? parts[0] : new Conjunction(parts);

    internal static Condition Any(IReadOnlyList<Condition> parts)
        => parts.Count == 1 ? parts[0] : new Disjunction(parts);

    internal static Condition Not(Condition part) => new Negation(part);

    private sealed class Conjunction(IReadOnlyList<Condition> parts) : Condition
    {
        internal override IEnumerable<Comparison> Comparisons => parts.SelectMany(part => part.Comparisons);

        public override bool Holds(RuleInputs inputs) => parts.All(part => part.Holds(inputs));

        public override IReadOnlyList<string> Failing(RuleInputs inputs)
            => [.. parts.SelectMany(part => part.Failing(inputs))];

        public override IReadOnlyList<string> Holding(RuleInputs inputs) =>
            Holds(inputs) ? [.. parts.SelectMany(part => part.Holding(inputs))] : [];
    }

    private sealed class Disjunction(IReadOnlyList<Condition> parts) : Condition
    {
        internal override IEnumerable<Comparison> Comparisons => parts.SelectMany(part => part.Comparisons);

        public override bool Holds(RuleInputs inputs) => parts.Any(part => part.Holds(inputs));

        public override IReadOnlyList<string> Failing(RuleInputs inputs) =>
            Holds(inputs) ? [] : [string.Join(", and ", parts.SelectMany(part => part.Failing(inputs)))];

        public override IReadOnlyList<string> Holding(RuleInputs inputs) =>
            parts.FirstOrDefault(part => part.Holds(inputs))?.Holding(inputs) ?? [];
    }

    private sealed class Negation(Condition part) : Condition
    {
        internal override IEnumerable<Comparison> Comparisons => part.Comparisons;

        public override bool Holds(RuleInputs inputs) => !part.Holds(inputs);

        public override IReadOnlyList<string> Failing(RuleInputs inputs) => part.Holding(inputs);

        public override IReadOnlyList<string> Holding(RuleInputs inputs) =>
            part.Failing(inputs) is { Count: > 0 } failing ? [failing[0]] : [];
    }
}
