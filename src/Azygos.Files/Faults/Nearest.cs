namespace Azygos.Files.Faults;

/// <summary>Finds the word that a misspelt one was meant to be.</summary>
public static class Nearest
{
    /// <summary>"; did you mean X?" when a word is near enough, else nothing.</summary>
    /// <param name="written">The unknown word.</param>
    /// <param name="known">Words that would have been right.</param>
    public static string Suggestion(string written, IEnumerable<string> known) =>
        To(written, known) is { } nearest ? $"; did you mean {nearest}?" : "";

    /// <summary>The nearest word, or null when none is near enough to be worth printing.</summary>
    /// <remarks>
    /// Near: at most a third of the letters changed, added, left out or swapped (chosen), case ignored; failing that,
    /// the only word that holds the written one as a part.
    /// </remarks>
    /// <param name="written">The unknown word.</param>
    /// <param name="known">Words that would have been right.</param>
    public static string? To(string written, IEnumerable<string> known)
    {
        if (written.Length is 0 or > 120)
        {
            return null;
        }
        string? best = null;
        int bestDistance = Math.Max(1, written.Length / 3) + 1;
        List<string> words = [.. known];
        foreach (string word in words)
        {
            if (Math.Abs(word.Length - written.Length) < bestDistance
                && Distance(written.ToLowerInvariant(), word.ToLowerInvariant()) is var distance
                    && distance < bestDistance)
            {
                (best, bestDistance) = (word, distance);
            }
        }
        if (best is null && written.Length >= 3)
        {
            List<string> holding =
                [.. words.Where(word => word.Contains(written, StringComparison.OrdinalIgnoreCase)).Take(2)];
            return holding.Count == 1 ? holding[0] : null;
        }
        return best;
    }

    /// <summary>
    /// Fewest single-letter changes, insertions, deletions and swaps of neighbours from one word to the other.
    /// </summary>
    private static int Distance(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            d[i, 0] = i;
        }
        for (int j = 0; j <= b.Length; j++)
        {
            d[0, j] = j;
        }
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }
        return d[a.Length, b.Length];
    }
}
