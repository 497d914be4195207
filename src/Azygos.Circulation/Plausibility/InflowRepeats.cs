using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Plausibility;

/// <summary>Prescribed waveforms of a periodic run that do not repeat with its period, or jump where they do.</summary>
internal static class InflowRepeats
{
    // Chosen: a difference of a thousandth of the range cannot be told from printed digits.
    private const double Same = 1e-3;

    // Chosen: a jump of 2 % of the range at the seam is seen in the waves.
    private const double Seam = 0.02;

    private const int Samples = 200;

    public static IEnumerable<ModelWarning> Of(VesselNetwork network, IntendedRun run)
    {
        if (run.Period is not { } T) yield break;
        foreach (NetworkNode node in network.Nodes)
        {
            if (PrescribedWaveform.Of(node) is not { } waveform) continue;
            double[] once = At(0), again = At(T);
            double[] all = [.. once, .. again, waveform.Before(T)];
            double range = all.Max() - all.Min();
            if (range == 0) continue;
            int worst = Enumerable.Range(0, Samples).MaxBy(i => Math.Abs(once[i] - again[i]));
            double seam = Math.Abs(waveform.Before(T) - waveform.At(T));
            if (Math.Abs(once[worst] - again[worst]) > Same * range)
                yield return Warned(node, FormattableString.Invariant(
                    $"does not repeat after the period of {T:G6} s: {once[worst]:G4} at {worst * T / Samples:G3} s, ")
                    + FormattableString.Invariant($"{again[worst]:G4} a period later"));
            else if (seam > Seam * range)
                yield return Warned(node, FormattableString.Invariant(
                    $"jumps by {seam / range:P0} of its range where one period of {T:G6} s meets the next"));

            double[] At(double start)
                => [.. Enumerable.Range(0, Samples).Select(i => waveform.At(start + i * T / Samples))];
        }
    }

    private static ModelWarning Warned(NetworkNode node, string message)
        => new(WarnedPart.Node, node.Id, WarnedProperty.Waveform, message);
}
