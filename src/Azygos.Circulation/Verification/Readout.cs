using Azygos.Circulation.Running;

namespace Azygos.Circulation.Verification;

/// <summary>A quantity that is a sum of recorded ones, each with a weight.</summary>
internal sealed class Readout
{
    private readonly IReadOnlyList<(double Weight, Probe Probe)> terms;

    private Readout(IReadOnlyList<(double, Probe)> terms) => this.terms = terms;

    /// <summary>Zero.</summary>
    public static Readout Nothing { get; } = new([]);

    /// <summary>What must be recorded.</summary>
    public IEnumerable<Probe> Probes => terms.Select(term => term.Probe);

    /// <summary>One recorded quantity; the probe's id must be unique by place and quantity.</summary>
    public static Readout Of(Probe probe) => new([(1, probe with { Id = $"{probe.Quantity} of {probe.Place}" })]);

    /// <summary>The sum over time.</summary>
    public double[] From(Recording recording)
    {
        double[] sum = new double[recording.Times.Length];
        foreach ((double weight, Probe probe) in terms)
        {
            double[] values = recording[probe.Id];
            for (int i = 0; i < sum.Length; i++) sum[i] += weight * values[i];
        }
        return sum;
    }

    /// <summary>The sum in a steady state.</summary>
    public double From(SteadyFlow steady) => terms.Sum(term => term.Weight * Value(steady, term.Probe));

    private static double Value(SteadyFlow steady, Probe probe) => probe.Quantity == Probe.PressureQuantity
        ? steady.Pressure(probe.Place)
        : steady.Quantity(probe.Place, probe.Quantity);

    /// <summary>The sum of two.</summary>
    public static Readout operator +(Readout a, Readout b) => new([.. a.terms, .. b.terms]);

    /// <summary>The difference of two.</summary>
    public static Readout operator -(Readout a, Readout b)
        => new([.. a.terms, .. b.terms.Select(term => (-term.Weight, term.Probe))]);
}
