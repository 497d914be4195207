using System.Globalization;
using Azygos.Body.Results;

namespace Azygos.Reports.Sections;

/// <summary>The posture of a run in words, and whether a measured value was taken in that posture.</summary>
internal static class Postures
{
    /// <summary>Tilt up to which a run counts as supine, and from which as sitting [degrees].</summary>
    /// <remarks>Chosen: 5 degrees move the head by 3 cm of water; sitting and upright put neck and head equally high
    /// above the heart.</remarks>
    private const double MostSupine = 5, LeastSitting = 80;

    /// <summary>In words, such as "lying flat (supine, 0°)".</summary>
    public static string Words(SimulationSettings settings)
    {
        string degrees = settings.TiltDegrees.ToString("0.##", CultureInfo.InvariantCulture).Replace('-', '−') + "°";
        return settings.TiltDegrees switch
        {
            0 => "lying flat (supine, 0°)",
            >= LeastSitting => $"upright ({degrees})",
            > 0 => $"tilted head-up by {degrees}",
            _ => $"tilted head-down by {degrees.TrimStart('−')}",
        };
    }

    /// <summary>True when measured values of this posture may be held against the run.</summary>
    public static bool Matches(SimulationSettings settings, string posture) => posture switch
    {
        "supine" => Math.Abs(settings.TiltDegrees) <= MostSupine,
        "sitting" or "upright" => settings.TiltDegrees >= LeastSitting,
        _ => false,
    };
}
