namespace Azygos.Clinic.Lesions;

/// <summary>A curve through rows, straight between them and constant outside.</summary>
internal static class PiecewiseLinear
{
    /// <summary>The value at a place; 0 of an empty curve.</summary>
    public static double At(IReadOnlyList<(double At, double Value)> rows, double place)
    {
        if (rows.Count == 0) return 0;
        if (place <= rows[0].At) return rows[0].Value;
        for (int i = 1; i < rows.Count; i++)
            if (place < rows[i].At)
                return rows[i - 1].Value + (place - rows[i - 1].At) / (rows[i].At - rows[i - 1].At)
                    * (rows[i].Value - rows[i - 1].Value);
        return rows[^1].Value;
    }
}
