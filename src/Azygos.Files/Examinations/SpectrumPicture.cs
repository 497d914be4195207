using Azygos.Clinic.Instruments.Ultrasound;

namespace Azygos.Files.Examinations;

/// <summary>A Doppler spectrum as a picture: time to the right, velocity upward, brightness for power.</summary>
public static class SpectrumPicture
{
    /// <summary>Pixels that a second takes; chosen: 20 ms each, finer than a person sees on a screen of 10 s.</summary>
    private const double PixelsInSecond = 50;

    /// <summary>Power that is white, and the range to black [decibels]; chosen, as machines show it.</summary>
    private const double White = 0.1, Range = 30;

    /// <summary>The picture as PNG.</summary>
    /// <param name="spectrum">The spectrum.</param>
    public static byte[] Png(Spectrogram spectrum)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        int classes = spectrum.Power[0].Length;
        int samples = Math.Max(1, (int)Math.Round(1 / (spectrum.Step * PixelsInSecond)));
        int width = Math.Max(1, spectrum.Power.Count / samples), height = classes;
        byte[] pixels = new byte[width * height];
        for (int x = 0; x < width; x++)
        {
            for (int k = 0; k < classes; k++)
            {
                double power = 0;
                int from = x * samples, to = Math.Min(from + samples, spectrum.Power.Count);
                for (int i = from; i < to; i++)
                {
                    power += spectrum.Power[i][k] / (to - from);
                }
                byte grey = power <= 0 ? (byte)0 : (byte)Math.Clamp(
                    255 * (1 + 10 * Math.Log10(power / White) / Range), 0, 255);
                pixels[(classes - 1 - k) * width + x] = grey;
            }
        }
        return GreyPng.Write(width, height, pixels);
    }
}
