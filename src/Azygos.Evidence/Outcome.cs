using System.Diagnostics.CodeAnalysis;

namespace Azygos.Evidence;

/// <summary>Why an analysis gives no number.</summary>
public enum Refusal
{
    /// <summary>No study is left after the zero-cell policy and missing rows.</summary>
    NoStudies,

    /// <summary>Fewer studies than the method needs.</summary>
    TooFewStudies,

    /// <summary>A sampling variance is 0, negative or not finite.</summary>
    BadVariance,

    /// <summary>An effect or count is not finite or not possible.</summary>
    BadValue,

    /// <summary>As many coefficients as studies, or more: nothing is left to estimate the rest from.</summary>
    Saturated,

    /// <summary>The data carry no information on the quantity (no events, all events, constant predictor).</summary>
    NotEstimable,

    /// <summary>An iteration met its limit; the text says which and how far it was.</summary>
    NotConverged,

    /// <summary>The method is not defined for this input or option.</summary>
    NotApplicable,
}

/// <summary>A refusal in words.</summary>
/// <param name="Code">What kind of refusal.</param>
/// <param name="Reason">One sentence with the numbers that caused it.</param>
public sealed record NoAnswer(Refusal Code, string Reason);

/// <summary>Either a value or the reason why there is none; never a NaN.</summary>
/// <source choice="a refusal is a result with a reason, not an exception and not a NaN that a page could print"/>
public readonly struct Outcome<T> : IEquatable<Outcome<T>>
    where T : notnull
{
    private readonly T? _value;

    private Outcome(T? value, NoAnswer? refused) => (_value, Refused, HasValue) = (value, refused, refused is null);

    /// <summary>True when there is a value.</summary>
    public bool HasValue { get; }

    /// <summary>Why there is none; null when there is one.</summary>
    public NoAnswer? Refused { get; }

    /// <summary>The value; throws with the reason when there is none.</summary>
    public T Value => HasValue ? _value! : throw new InvalidOperationException(
        $"No estimate: {Refused?.Reason ?? "the outcome was never set"}");

    /// <summary>Reads the value without throwing.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value)
    {
        value = _value;
        return HasValue;
    }

    /// <summary>The same outcome with its value changed.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next)
        where TNext : notnull
        => HasValue ? next(_value!) : Refused!;

    /// <inheritdoc/>
    public bool Equals(Outcome<T> other)
        => EqualityComparer<T?>.Default.Equals(_value, other._value) && Equals(Refused, other.Refused);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Outcome<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_value, Refused);

    /// <summary>A value.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Outcome<T>(NoAnswer refused) => new(default, refused);

    /// <summary>Equal values or equal refusals.</summary>
    public static bool operator ==(Outcome<T> left, Outcome<T> right) => left.Equals(right);

    /// <summary>Different values or refusals.</summary>
    public static bool operator !=(Outcome<T> left, Outcome<T> right) => !left.Equals(right);
}
