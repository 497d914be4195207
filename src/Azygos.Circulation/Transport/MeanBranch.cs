namespace Azygos.Circulation.Transport;

/// <summary>A branch of a network in the mean over a period.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="From">First node; flow is positive from here.</param>
/// <param name="To">Second node.</param>
/// <param name="Flow">Mean flow [m³/s].</param>
/// <param name="ToAndFro">What crosses in either direction and comes back within the period, as a mean flow [m³/s]: half
/// of mean |Q| − |mean Q|, 0 or more.</param>
/// <source choice="what steady mixing needs to know of a branch"/>
public sealed record MeanBranch(string Id, string From, string To, double Flow, double ToAndFro = 0)
{
    /// <summary>The node whose content the mean flow carries.</summary>
    public string Upstream => Flow < 0 ? To : From;

    /// <summary>A branch from the samples of its flow over a period, whose end repeats its start.</summary>
    /// <param name="id">Identifier.</param>
    /// <param name="from">First node.</param>
    /// <param name="to">Second node.</param>
    /// <param name="flow">Samples at equal steps [m³/s]; shape [samples].</param>
    public static MeanBranch Of(string id, string from, string to, ReadOnlySpan<double> flow)
    {
        double sum = 0, size = 0;
        int first = Math.Min(1, flow.Length - 1);   // the first sample is the last one of the period before
        for (int i = first; i < flow.Length; i++)
        {
            sum += flow[i];
            size += Math.Abs(flow[i]);
        }

        int count = flow.Length - first;
        return new(id, from, to, sum / count, 0.5 * Math.Max(0, size - Math.Abs(sum)) / count);
    }
}
