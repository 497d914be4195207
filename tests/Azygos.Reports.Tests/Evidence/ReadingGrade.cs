using System.Text.RegularExpressions;

namespace Azygos.Reports.Tests.Evidence;

/// <summary>Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word − 15.59 (Kincaid et al.
/// 1975).</summary>
/// <remarks>Syllables are groups of vowels, a silent e at the end not counted, at least one a word; a number counts as
/// one
/// word of one syllable.</remarks>
internal static partial class ReadingGrade
{
    public static double Of(string text)
    {
        string[] sentences = [.. SentenceEnd().Split(text).Where(part => Word().IsMatch(part))];
        string[] words = [.. Word().Matches(text).Select(match => match.Value)];
        return 0.39 * words.Length / sentences.Length + 11.8 * words.Sum(Syllables) / words.Length - 15.59;
    }

    public static int Syllables(string word)
    {
        string low = word.ToLowerInvariant();
        if (char.IsDigit(low[0])) return 1;
        if (low.Length <= 5 && word.Length > 1
            && word.All(char.IsUpper)) return word.Length;      // spelt out: MS, CCSVI
        int count = Vowels().Count(low);
        bool silent = low.EndsWith('e') && !low.EndsWith("le", StringComparison.Ordinal) && count > 1;
        bool past = low.EndsWith("ed", StringComparison.Ordinal) && count > 1 && low[^3] is not ('t' or 'd');
        bool plural = low.EndsWith("es", StringComparison.Ordinal) && count > 1
            && low[^3] is not ('s' or 'z' or 'x' or 'c' or 'g' or 'h' or 'i');
        return Math.Max(1, count - (silent || past || plural ? 1 : 0));
    }

    [GeneratedRegex(@"[.!?]+(?:\s|$)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’.,%−-]*[\p{L}\p{N}]|[\p{L}\p{N}]")]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();
}
