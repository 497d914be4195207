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
}
