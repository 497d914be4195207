using System.Globalization;

namespace Azygos.Files.Cases;

/// <summary>Postures by word or by tilt.</summary>
/// <remarks>
/// Supine is a tilt of 0°, upright and sitting both of 90°: for the veins of head, neck and trunk, which the models are
/// about, sitting is upright. The legs of a sitting person hang straight here, so that blood pooled in them is that of
/// a standing person.
/// </remarks>
public static class Posture
{
    /// <summary>What a posture may be, in words.</summary>
    public const string Allowed = "supine, sitting, upright or a tilt from -90 to 90 degrees (head-down negative)";

    /// <summary>The postures that have a word.</summary>
    public static IReadOnlyDictionary<string, double> Words { get; } = new Dictionary<string, double>
    {
        ["supine"] = 0,
        ["sitting"] = 90,
        ["upright"] = 90,
    };

    /// <summary>Tilt from the horizontal; false when the text is neither a word nor a tilt.</summary>
    /// <param name="text">As written.</param>
    /// <param name="tiltDegrees">Tilt [degrees], −90 to 90.</param>
    /// <param name="reason">Why it is refused, or empty.</param>
    public static bool TryRead(string text, out double tiltDegrees, out string reason)
    {
        reason = "";
        if (Words.TryGetValue(text, out tiltDegrees))
        {
            return true;
        }
        if (text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.'))
        {
            if (!Overrides.NumberWithUnit.TryRead(text, "degrees", out tiltDegrees, out reason))
            {
                reason += $"; allowed: {Allowed}";
                return false;
            }
            if (double.IsFinite(tiltDegrees) && Math.Abs(tiltDegrees) <= 90)
            {
                return true;
            }
            reason = $"is outside the allowed range: from -90 to 90 degrees";
            return false;
        }
        reason = $"is not a posture{Faults.Nearest.Suggestion(text, Words.Keys)}; allowed: {Allowed}";
        return false;
    }

    /// <summary>
    /// The posture's name as a part of a folder name: supine, upright or such as <c>tilt-15</c>, <c>head-down-12</c>.
    /// </summary>
    /// <param name="tiltDegrees">Tilt [degrees].</param>
    public static string Name(double tiltDegrees) => tiltDegrees switch
    {
        0 => "supine",
        90 => "upright",
        < 0 => string.Create(CultureInfo.InvariantCulture, $"head-down-{-tiltDegrees:0.##}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"tilt-{tiltDegrees:0.##}"),
    };
}
