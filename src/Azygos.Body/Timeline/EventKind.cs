using System.Globalization;

namespace Azygos.Body.Timeline;

/// <summary>A kind of event: its word in files, what it means and the keys that it takes.</summary>
/// <param name="Word">Word in files, such as <c>valsalva</c>.</param>
/// <param name="Meaning">One line for people.</param>
/// <param name="Numbers">Keys that hold numbers.</param>
/// <param name="Words">Keys that hold words.</param>
/// <param name="Create">Makes an event with every value at its default.</param>
/// <source choice="described once, for the reader, the schema and the guide"/>
public sealed record EventKind(
    string Word, string Meaning, IReadOnlyList<EventNumber> Numbers, IReadOnlyList<EventWord> Words,
    Func<BodyEvent> Create)
{
    /// <summary>Every number that is outside its range.</summary>
    internal IEnumerable<EventFault> RangeFaults(BodyEvent one) =>
        from number in Numbers
        let value = number.Read(one)
        where value is { } given && !(given >= number.Low && given <= number.High)
        select new EventFault(
            null, number.Key, number.InWords(value.Value), $"is outside the allowed range: {number.Allowed}");

    /// <summary>Every word that is not among those allowed.</summary>
    internal IEnumerable<EventFault> WordFaults(BodyEvent one) =>
        from word in Words
        let value = word.Read(one)
        where word.Allowed.Count > 0 && !word.Allowed.Contains(value)
        select new EventFault(null, word.Key, value, $"is not one of {string.Join(", ", word.Allowed)}");
}

/// <summary>A key of an event that holds a number.</summary>
/// <param name="Key">Key in files.</param>
/// <param name="Unit">Unit in which the event keeps it.</param>
/// <param name="Low">Smallest value allowed.</param>
/// <param name="High">Largest value allowed.</param>
/// <param name="Meaning">One line for people.</param>
/// <param name="Read">The value; null: not given.</param>
/// <param name="With">The event with another value.</param>
/// <source choice="described once, for the reader, the schema and the guide"/>
public sealed record EventNumber(
    string Key, string Unit, double Low, double High, string Meaning, Func<BodyEvent, double?> Read,
    Func<BodyEvent, double, BodyEvent> With)
{
    /// <summary>The range in words.</summary>
    public string Allowed => $"from {Low.ToString(CultureInfo.InvariantCulture)} to {InWords(High)}";

    /// <summary>A value with its unit.</summary>
    public string InWords(double value) => $"{value.ToString(CultureInfo.InvariantCulture)} {Unit}";
}

/// <summary>A key of an event that holds a word.</summary>
/// <param name="Key">Key in files.</param>
/// <param name="Allowed">Words allowed; empty: a name of the model.</param>
/// <param name="Meaning">One line for people.</param>
/// <param name="Read">The value, or empty.</param>
/// <param name="With">The event with another value.</param>
public sealed record EventWord(
    string Key, IReadOnlyList<string> Allowed, string Meaning, Func<BodyEvent, string> Read,
    Func<BodyEvent, string, BodyEvent> With);
