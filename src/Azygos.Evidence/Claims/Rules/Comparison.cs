using System.Globalization;

namespace Azygos.Evidence.Claims.Rules;

/// <summary>A comparison of two sums.</summary>
internal sealed class Comparison(Term left, string sign, Term right) : Condition
{
    /// <summary>How to read a sign.</summary>
    private static string Words(string sign) => sign switch
    {
        "<" => "below",
        "<=" => "at or below",
        ">" => "above",
        ">=" => "at least",
        _ => "equal to",
    };

    /// <summary>Left side.</summary>
    public Term Left => left;

    /// <summary>Right side.</summary>
    public Term Right => right;

    internal override IEnumerable<Comparison> Comparisons => [this];

    public override bool Holds(RuleInputs inputs) =>
        left.Value(inputs) is { } a && right.Value(inputs) is { } b && sign switch
        {
            "<" => a < b,
            "<=" => a <= b,
            ">" => a > b,
            ">=" => a >= b,
            _ => a == b,
        };

    public override IReadOnlyList<string> Failing(RuleInputs inputs) => Holds(inputs) ? [] : [Say(inputs, "is not")];

    public override IReadOnlyList<string> Holding(RuleInputs inputs) => Holds(inputs) ? [Say(inputs, "is")] : [];

    private string Say(RuleInputs inputs, string verb) => left.Value(inputs) is null
        ? $"{left.Words} was not computed"
        : $"{left.Words} {RuleInputs.Print(left.Value(inputs))} {verb} {Words(sign)} {right.Print(inputs)}";
}

/// <summary>A number, a name, or two of them joined.</summary>
internal abstract record Term
{
    /// <summary>Its value; null where a number was not computed.</summary>
    public abstract double? Value(RuleInputs inputs);

    /// <summary>For a reader.</summary>
    public abstract string Words { get; }

    /// <summary>The value for a reader, with what it is where it is not a plain number.</summary>
    public virtual string Print(RuleInputs inputs) => $"{Words} ({RuleInputs.Print(Value(inputs))})";

    /// <summary>A number of the table.</summary>
    public sealed record Number(double Constant) : Term
    {
        public override string Words => Constant.ToString(CultureInfo.InvariantCulture);

        public override double? Value(RuleInputs inputs) => Constant;

        public override string Print(RuleInputs inputs) => Words;
    }

    /// <summary>A number that a claim brings.</summary>
    public sealed record Input(string Key) : Term
    {
        public override string Words => RuleInputs.Kind(Key).Words;

        public override double? Value(RuleInputs inputs) => inputs[Key];
    }

    /// <summary>Two joined by + − × ÷.</summary>
    public sealed record Joined(Term Left, char Sign, Term Right) : Term
    {
        public override string Words => $"{Left.Words} {Sign} {Right.Words}";

        public override double? Value(RuleInputs inputs) => Sign switch
        {
            '+' => Left.Value(inputs) + Right.Value(inputs),
            '-' => Left.Value(inputs) - Right.Value(inputs),
            '*' => Left.Value(inputs) * Right.Value(inputs),
            _ => Left.Value(inputs) / Right.Value(inputs),
        };
    }
}
