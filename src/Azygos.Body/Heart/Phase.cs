namespace Azygos.Body.Heart;

/// <summary>Time within a period.</summary>
internal static class Phase
{
    /// <summary>time mod period, in [0, period).</summary>
    public static double Within(double time, double period)
    {
        double t = time - Math.Floor(time / period) * period;
        return t >= period ? 0 : t;
    }
}
