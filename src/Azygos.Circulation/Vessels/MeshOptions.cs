namespace Azygos.Circulation.Vessels;

/// <summary>How finely vessels are cut into cells.</summary>
/// <source choice="a number of cells, or a largest cell"/>
public sealed record MeshOptions
{
    /// <summary>Cells in every vessel; null: by <see cref="LargestCell"/>.</summary>
    public int? Cells { get; init; }

    /// <summary>Largest cell [m]. Default 1 cm.</summary>
    public double LargestCell { get; init; } = 0.01;

    // A length that overruns whole cells by this share is a rounding of printed numbers.
    private const double Rounding = 1e-9;

    /// <summary>Cells of a vessel: as told, or more where the vessel itself asks for them.</summary>
    public int CellsOf(Vessel vessel)
    {
        ArgumentNullException.ThrowIfNull(vessel);
        int cells = Cells ?? Math.Max(1, (int)Math.Ceiling(vessel.Length / LargestCell * (1 - Rounding)));
        // A throat needs a face between two cells.
        return Math.Max(cells, Math.Max(vessel.LeastCells, vessel.Narrowings.Count > 0 ? 2 : 1));
    }
}
