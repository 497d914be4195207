using System.Globalization;
using System.Text.RegularExpressions;

namespace Azygos.Evidence.Claims.Rules;

/// <summary>Reads the text of a condition by recursive descent.</summary>
internal sealed partial class ConditionParser
{
    private const string Otherwise = "otherwise";
    private readonly List<string> _words;
    private int _at;

    public ConditionParser(string text)
    {
        _words = [.. Words().Matches(text).Select(match => match.Value)];
        string kept = string.Concat(_words), written = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        if (kept != written) throw new FormatException("holds a sign that conditions do not have");
    }

    private string Next => _at < _words.Count ? _words[_at] : "";

    /// <summary>The whole condition.</summary>
    public Condition Parse()
    {
        if (_words is [Otherwise]) return Condition.All([]);
        Condition read = Any();
        return Next.Length == 0 ? read : throw new FormatException($"cannot be read from '{Next}' on");
    }

    private Condition Any() => Condition.Any(Chain("or", All));

    private Condition All() => Condition.All(Chain("and", One));

    private List<Condition> Chain(string word, Func<Condition> part)
    {
        List<Condition> parts = [part()];
        while (Take(word)) parts.Add(part());
        return parts;
    }

    private Condition One()
    {
        if (Take("not")) return Condition.Not(One());
        if (Take("("))
        {
            Condition inside = Any();
            return Take(")") ? inside : throw new FormatException("lacks a closing bracket");
        }
        Term left = Sum();
        string sign = Next;
        if (sign is not ("<" or "<=" or ">" or ">=" or "="))
            throw new FormatException($"needs <, <=, >, >= or = where '{sign}' stands");
        _at++;
        return new Comparison(left, sign, Sum());
    }

    private Term Sum()
    {
        Term sum = Product();
        while (Next is "+" or "-") sum = new Term.Joined(sum, _words[_at++][0], Product());
        return sum;
    }

    private Term Product()
    {
        Term product = Factor();
        while (Next is "*" or "/") product = new Term.Joined(product, _words[_at++][0], Factor());
        return product;
    }

    private Term Factor()
    {
        string word = Next;
        _at++;
        if (double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
            return new Term.Number(number);
        return RuleInputs.Known.Contains(word) ? new Term.Input(word)
            : throw new FormatException(
                word.Length == 0 ? "ends where a number is needed" : $"asks for '{word}', which no claim brings");
    }

    private bool Take(string word)
    {
        bool is_ = Next == word;
        _at += is_ ? 1 : 0;
        return is_;
    }

    [GeneratedRegex(@"[A-Za-z_]+|[0-9]+(\.[0-9]+)?|<=|>=|[-<>=()+*/]")]
    private static partial Regex Words();
}
