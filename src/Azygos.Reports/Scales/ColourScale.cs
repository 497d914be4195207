using System.Globalization;

namespace Azygos.Reports.Scales;

/// <summary>A sequential colour scale that is even to the eye and safe for colour-blind readers: viridis.</summary>
/// <source choice="viridis of Smith and van der Walt 2015, released CC0; nine of its stops, straight lines between
/// them in sRGB"/>
internal readonly record struct ColourScale(double Low, double High)
{
    private static readonly int[] Stops =
        [0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725];

    /// <summary>The colour of a value, as CSS writes it; values outside take the end colours.</summary>
    public string At(double value)
    {
        double place = Math.Clamp((value - Low) / (High - Low), 0, 1) * (Stops.Length - 1);
        int left = Math.Min((int)place, Stops.Length - 2);
        double share = place - left;
        return "#" + Mix(left, share, shift: 16) + Mix(left, share, shift: 8) + Mix(left, share, shift: 0);
    }

    /// <summary>The stops of the scale from low to high, for a legend.</summary>
    public static IEnumerable<(double Share, string Colour)> Legend() =>
        Stops.Select((stop, i) => ((double)i / (Stops.Length - 1), "#"
            + stop.ToString("x6", CultureInfo.InvariantCulture)));

    private static string Mix(int left, double share, int shift)
    {
        int a = Stops[left] >> shift & 255, b = Stops[left + 1] >> shift & 255;
        return ((int)Math.Round(a + share * (b - a))).ToString("x2", CultureInfo.InvariantCulture);
    }
}
