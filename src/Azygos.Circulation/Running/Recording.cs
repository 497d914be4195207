namespace Azygos.Circulation.Running;

/// <summary>Samples of a run: one time axis, one series a probe.</summary>
/// <param name="Times">Sample times [s]; shape [samples].</param>
/// <param name="Series">Values by probe id, SI; each of shape [samples].</param>
/// <source choice="sampled at the end of steps, never interpolated"/>
public sealed record Recording(double[] Times, IReadOnlyDictionary<string, double[]> Series)
{
    /// <summary>The series of a probe.</summary>
    /// <exception cref="KeyNotFoundException">Nothing of that id was recorded.</exception>
    public double[] this[string probe] => Series.TryGetValue(probe, out double[]? values)
        ? values
        : throw new KeyNotFoundException($"Nothing was recorded under '{probe}'.");

    /// <summary>Time mean of the series of a probe: trapezoid over the samples, so that the end of a period, which
    /// repeats its start, counts once.</summary>
    /// <exception cref="KeyNotFoundException">Nothing of that id was recorded.</exception>
    public double Mean(string probe)
    {
        double[] values = this[probe];
        if (values.Length == 1) return values[0];
        double sum = 0;
        for (int i = 1; i < values.Length; i++)
            sum += 0.5 * (values[i - 1] + values[i]) * (Times[i] - Times[i - 1]);
        return sum / (Times[^1] - Times[0]);
    }
}
