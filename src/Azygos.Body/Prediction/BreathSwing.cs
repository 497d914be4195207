using Azygos.Body.Building;
using Azygos.Body.Results;

namespace Azygos.Body.Prediction;

/// <summary>How much a flow follows the breath: means over single beats, largest less smallest, in per cent of the
/// mean.</summary>
/// <remarks>Key <c>breath:flow:SITE</c>. Averaging over a beat takes the pulse out and leaves the breath.</remarks>
/// <source choice="the reading of a Doppler trace: beat by beat"/>
internal static class BreathSwing
{
    private const string Prefix = "breath:flow:";

    /// <summary>The site of a key, or null when the key is of another kind.</summary>
    public static string? SiteOf(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : null;

    /// <summary>The swing [%]; null where the run recorded no flow at the site, or there is none.</summary>
    public static double? Of(SimulationResult result, string site)
    {
        Wave? wave = result.Waves.FirstOrDefault(w => w.Site == site && w.Quantity == "flow_mL_min");
        int beats = new ModelNumbers(result.Model).BeatsPerBreath;
        if (wave is null || result.Times.Length < 2 * beats) return null;
        // The last sample repeats the first; each beat takes the samples that fall into it.
        int samples = result.Times.Length - 1;
        var sums = new double[beats];
        var counts = new int[beats];
        for (int i = 0; i < samples; i++)
        {
            int beat = Math.Min((int)((long)i * beats / samples), beats - 1);
            sums[beat] += wave.Values[i];
            counts[beat]++;
        }

        double[] means = [.. sums.Zip(counts, (sum, count) => sum / count)];
        double mean = sums.Sum() / samples;
        return mean == 0 ? null : 100 * (means.Max() - means.Min()) / Math.Abs(mean);
    }
}
