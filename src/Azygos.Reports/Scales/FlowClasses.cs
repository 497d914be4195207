namespace Azygos.Reports.Scales;

/// <summary>A diverging scale for flow in five classes either way: blue with the drawn direction, orange against
/// it.</summary>
/// <source choice="class bounds chosen so that vertebral veins, one jugular and a caval vein fall in different
/// classes; blue and orange stay apart for every common kind of colour blindness"/>
internal static class FlowClasses
{
    /// <summary>Upper bounds of the classes but the last [mL/min].</summary>
    public static readonly double[] Bounds = [10, 50, 200, 600];

    private static readonly string[] Forward = ["#c9dff0", "#8fbde0", "#4f94cd", "#1f68aa", "#0b3f78"];
    private static readonly string[] Backward = ["#fbdcb4", "#f5b061", "#e07f23", "#b4560b", "#743306"];

    /// <summary>The colour of a flow [mL/min].</summary>
    public static string At(double flow) => (flow < 0 ? Backward : Forward)[ClassOf(flow)];

    /// <summary>Colour pairs from the smallest class to the largest.</summary>
    public static IEnumerable<(string Forward, string Backward, string Words)> Legend()
    {
        for (int i = 0; i <= Bounds.Length; i++)
        {
            string words = i == 0 ? $"under {Bounds[0]}" : i == Bounds.Length ? $"over {Bounds[^1]}"
                : $"{Bounds[i - 1]}–{Bounds[i]}";
            yield return (Forward[i], Backward[i], words);
        }
    }

    private static int ClassOf(double flow) => Bounds.Count(bound => Math.Abs(flow) >= bound);
}
