namespace Azygos.Circulation.Vessels;

/// <summary>How finely vessels are cut into cells.</summary>
/// <source choice="a number of cells, or a largest cell"/>
public sealed record MeshOptions
{
    /// <summary>Cells in every vessel; null: by <see cref="LargestCell"/>.</summary>
    public int? Cells { get; init; }

    /// <summary>Largest cell [m]. Default 1 cm.</summary>
    public double LargestCell { get; init; } = 0.01;

    /// <summary>Time that waves need through a cell at least [s], in vessels longer than two cells: where they are fast,
    /// cells are longer than <see cref="LargestCell"/>, and a step of the network is one of the vessel. Default 0: all
    /// cells are small.</summary>
    public double ShortestTransit { get; init; }

    // A length that overruns whole cells by this share is a rounding of printed numbers.
    private const double Rounding = 1e-9;

    // Fewest cells of a vessel that could have had more: two have a slope.
    private const int Fewest = 2;

    /// <summary>Cells of a vessel: as told, or more where the vessel itself asks for them.</summary>
    public int CellsOf(Vessel vessel, Blood blood)
    {
        ArgumentNullException.ThrowIfNull(vessel);
        ArgumentNullException.ThrowIfNull(blood);
        int cells = Cells ?? Math.Max(1, (int)Math.Ceiling(vessel.Length / LargestCell * (1 - Rounding)));
        if (Cells is null && ShortestTransit > 0 && cells > Fewest)
            cells = Math.Clamp((int)(vessel.Length / (ShortestTransit * WaveSpeed(vessel, blood))), Fewest, cells);
        // A throat needs a face between two cells.
        return Math.Max(cells, Math.Max(vessel.LeastCells, vessel.Narrowings.Count > 0 ? 2 : 1));
    }

    // Of the start, in the middle, to a fast wave [m/s].
    private static double WaveSpeed(Vessel vessel, Blood blood)
    {
        double x = 0.5 * vessel.Length;
        WallPoint at = vessel.Profile.At(x, fromLeft: true);
        double relaxed = vessel.Wall.WaveSpeed(vessel.Start.At(x, vessel, blood, at).Area, at, blood.Density);
        return vessel.WallTime > 0 ? Math.Sqrt(1 + vessel.WallStiffening) * relaxed : relaxed;
    }
}
