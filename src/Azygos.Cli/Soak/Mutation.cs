using System.Text;
using System.Text.RegularExpressions;

namespace Azygos.Cli.Soak;

/// <summary>Spoils the bytes of a file in the ways that files are spoilt, and in some that only malice finds.</summary>
internal static partial class Mutation
{
    /// <summary>Bytes that mean something to the readers, and some that mean nothing.</summary>
    private static readonly byte[] s_telling =
        [.. Encoding.ASCII.GetBytes(",\"\n\r-+.eE0159:;#&*!|>'%@`{}[]?/\\\t xN"), 0, 0x1b, 0x80, 0xc3, 0xef, 0xff];

    private static readonly string[] s_extremes =
    [
        "0", "-0", "-1", "1", "1e308", "-1e308", "1e309", "1e-320", "5e-324", "NaN", "Infinity", "-Infinity", "∞",
        "99999999999999999999", "2147483648", "-2147483649", "0x10", "1,5", "1.5.2", "1e", "+", "1_000", "٣", "１２",
        "1e99999999999", "1 mmHg", "null", "true", "",
    ];

    private static readonly string[] s_letters =
    [
        "\uFEFF", "\u202E", "\u200B", "\u0000", "\u2028", "\u00A0", "é", "e\u0301", "ß", "İ", "🫀", "\uFFFD",
        "\u001b[2J",
        "/etc/passwd", "%s%n", "'; --", "<script>", "${x}", "{{x}}", "\\u0000", "\"\"\"", "&a [*a,*a]",
        "!!binary x",
    ];

    private static readonly string[] s_nests = ["[", "{\"a\":", "{a: ", "- ", "(", "\"", "  "];

    // Chosen: deeper than any reader's limit and any sane file, in a millisecond.
    private const int DeepestNest = 20_000;
    private const int LongestWord = 200_000;

    /// <summary>The bytes after one to four mutations.</summary>
    /// <param name="bytes">A valid file.</param>
    /// <param name="draws">What happens to it.</param>
    public static byte[] Of(byte[] bytes, Draws draws)
    {
        // Half of the inputs are spoilt once: more faults hide one another.
        for (int left = draws.Chance(0.5) ? 1 : 2 + draws.Below(3); left > 0; left--) bytes = Once(bytes, draws);
        return bytes;
    }

    private static byte[] Once(byte[] bytes, Draws draws)
    {
        if (bytes.Length == 0) return [draws.One(s_telling)];
        int at = draws.Below(bytes.Length), end = Math.Min(bytes.Length, at + 1 + draws.Below(40));
        return draws.Below(14) switch
        {
            0 => [.. bytes[..at], (byte)(bytes[at] ^ (1 << draws.Below(8))), .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], draws.One(s_telling), .. bytes[(at + 1)..]],
            2 => [.. bytes[..at], draws.One(s_telling), .. bytes[at..]],
            3 => [.. bytes[..at], .. bytes[end..]],
            4 => bytes[..at],
            5 => [.. bytes[..at], .. bytes[at..end], .. bytes[at..]],
            6 => Numbers(bytes, draws),
            7 => Numbers(bytes, draws),
            8 => Words(bytes, draws),
            9 => Words(bytes, draws),
            10 => Lines(bytes, draws),
            11 => Insert(bytes, at, Encoding.UTF8.GetBytes(draws.One(s_letters))),
            12 => draws.Chance(0.9) ? Insert(bytes, at, [(byte)(0x80 + draws.Below(64))]) : Large(bytes, at, draws),
            _ => [.. bytes[..at], .. bytes[draws.Below(bytes.Length)..]],
        };
    }

    /// <summary>A number becomes an extreme, or no number.</summary>
    private static byte[] Numbers(byte[] bytes, Draws draws) =>
        Replace(bytes, Number, draws, _ => draws.One(s_extremes));

    /// <summary>A word goes, comes twice, or takes another's place.</summary>
    private static byte[] Words(byte[] bytes, Draws draws) =>
        Replace(bytes, Word, draws, matches => draws.Below(4) switch
        {
            0 => "",
            1 => draws.One<Match>(matches).Value,
            2 => draws.One<Match>(matches).Value + draws.One<Match>(matches).Value,
            _ => draws.One<Match>(matches).Value.ToUpperInvariant(),
        });

    private static byte[] Replace(byte[] bytes, Regex what, Draws draws, Func<IReadOnlyList<Match>, string> by)
    {
        // A window, so that a large file costs no more than a small one; bytes, not letters: nothing else changes.
        const int Window = 4096;
        int from = draws.Below(Math.Max(1, bytes.Length - Window)), to = Math.Min(bytes.Length, from + Window);
        string text = Encoding.Latin1.GetString(bytes, from, to - from);
        List<Match> matches = what.Matches(text).ToList();
        if (matches.Count == 0) return bytes;
        Match chosen = draws.One<Match>(matches);
        int start = from + chosen.Index;
        return [.. bytes[..start], .. Encoding.UTF8.GetBytes(by(matches)), .. bytes[(start + chosen.Length)..]];
    }

    /// <summary>A line goes, comes twice, or changes place with the next.</summary>
    private static byte[] Lines(byte[] bytes, Draws draws)
    {
        int at = draws.Below(bytes.Length);
        int start = at == 0 ? 0 : Array.LastIndexOf(bytes, (byte)'\n', at - 1) + 1;
        int end = After(start), next = After(end);
        return draws.Below(3) switch
        {
            0 => [.. bytes[..start], .. bytes[end..]],
            1 => [.. bytes[..end], .. bytes[start..]],
            _ => [.. bytes[..start], .. bytes[end..next], .. bytes[start..end], .. bytes[next..]],
        };

        int After(int from)
        {
            int found = from >= bytes.Length ? -1 : Array.IndexOf(bytes, (byte)'\n', from);
            return found < 0 ? bytes.Length : found + 1;
        }
    }

    private static byte[] Large(byte[] bytes, int at, Draws draws)
    {
        if (draws.Chance(0.5)) return Insert(bytes, at, [.. Enumerable.Repeat((byte)'x', LongestWord)]);
        string nest = draws.One(s_nests);
        return Insert(bytes, at, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(nest, DeepestNest))));
    }

    private static byte[] Insert(byte[] bytes, int at, byte[] what) => [.. bytes[..at], .. what, .. bytes[at..]];

    [GeneratedRegex(@"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?")]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Word { get; }
}
