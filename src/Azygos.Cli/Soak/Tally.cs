using System.Collections.Concurrent;

namespace Azygos.Cli.Soak;

/// <summary>Counts what becomes of inputs and runs, from several threads.</summary>
/// <param name="part">The part of the soak.</param>
/// <param name="told">Told of every finding at once.</param>
internal sealed class Tally(string part, Action<string> told)
{
    private readonly ConcurrentDictionary<string, long> counts = new();
    private readonly ConcurrentBag<Finding> findings = [];
    private long done;

    /// <summary>Inputs or runs so far.</summary>
    public long Done => Interlocked.Read(ref done);

    /// <summary>One more input or run is over.</summary>
    public void Over() => Interlocked.Increment(ref done);

    /// <summary>Adds to a count.</summary>
    public void Count(string word, long by = 1) => counts.AddOrUpdate(word, by, (_, sum) => sum + by);

    /// <summary>Keeps the largest of what a count is given.</summary>
    public void Largest(string word, long value) => counts.AddOrUpdate(word, value, (_, old) => Math.Max(old, value));

    /// <summary>Notes what must not happen.</summary>
    public void Find(long index, string what, string wrong)
    {
        Finding finding = new(part, index, what, wrong);
        findings.Add(finding);
        told(finding.ToString());
    }

    /// <summary>Notes what was thrown, and where in the program.</summary>
    public void Throw(long index, string what, Exception thrown) => Find(index, what,
        $"{thrown.GetType().Name}: {thrown.Message} {Place(thrown)?.Trim()}");

    private static string? Place(Exception thrown) => thrown.StackTrace?.Split('\n')
        .FirstOrDefault(line => line.Contains("Azygos.", StringComparison.Ordinal));

    /// <summary>What the part did.</summary>
    public PartReport Report() => new(part, Done,
        counts.OrderBy(count => count.Key, StringComparer.Ordinal).ToDictionary(),
        [.. findings.OrderBy(one => one.Index)]);
}
