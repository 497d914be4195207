using Azygos.Body.Model;
using Azygos.Circulation.Narrowings;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Body.Building;

/// <summary>What a vessel is like along its way: reaches and throats of the model, seen by the builder.</summary>
/// <remarks>
/// A reach begins and ends with a ramp, half of it outside, so that both representations see the same mean; where it
/// reaches an end of the vessel there is no ramp. Lumped cells take what is at their middle.
/// </remarks>
internal sealed class VesselShape
{
    // Ramp at either end of a reach, as a share of its length; lumped cells and cells of vessels with waves in it, at
    // least (chosen: enough for a mean, and for the ramps).
    private const double RampShare = 0.25;
    private const int LumpedCells = 2, WaveCells = 5;

    private readonly VesselRow vessel;
    private readonly WallRow wall;
    private readonly double density;
    private readonly ReachRow[] reaches;
    private readonly ThroatRow[] throats;

    public VesselShape(BodyModel model, VesselRow vessel, WallRow wall, double density)
    {
        (this.vessel, this.wall, this.density) = (vessel, wall, density);
        reaches = [.. model.Reaches.Where(reach => reach.Vessel == vessel.Id)];
        throats = [.. model.Throats.Where(throat => throat.Vessel == vessel.Id)];
        IsVaried = reaches.Length > 0;
        Numbers = WallNumbers.Of(vessel, wall, density);
    }

    /// <summary>The vessel without reaches.</summary>
    public WallNumbers Numbers { get; }

    /// <summary>True: the wall is not the same everywhere.</summary>
    public bool IsVaried { get; }

    /// <summary>True: nothing passes at some place.</summary>
    public bool IsClosed => throats.Any(throat => throat.IsClosed);

    /// <summary>The throats, in the order of their rows.</summary>
    public IReadOnlyList<ThroatRow> Throats => throats;

    /// <summary>Lumped cells: the row's, or as many as reaches and throats need.</summary>
    public int Cells => Math.Max(
        Math.Max(vessel.Cells, throats.Length),
        reaches.Select(reach => (int)Math.Ceiling(LumpedCells / (reach.To - reach.From))).DefaultIfEmpty(1).Max());

    /// <summary>Cells of the vessel with waves that its reaches need at least.</summary>
    public int LeastCells =>
        reaches.Select(reach => (int)Math.Ceiling(WaveCells / (reach.To - reach.From))).DefaultIfEmpty(1).Max();

    /// <summary>The wall at a place, 0 to 1.</summary>
    public WallNumbers At(double position) =>
        IsVaried ? WallNumbers.Of(vessel, wall, density, FactorsAt(position)) : Numbers;

    /// <summary>Places between which the wall varies linearly, ends included; two places are enough for one that does
    /// not vary.</summary>
    public IReadOnlyList<double> Places => [.. reaches
        .SelectMany(reach => new[] { Ramp(reach, -1, 0), Ramp(reach, -1, 1), Ramp(reach, 1, 0), Ramp(reach, 1, 1) })
        .Append(0).Append(1).Where(place => place is >= 0 and <= 1).Distinct().Order()];

    /// <summary>A throat as the simulator sees it.</summary>
    public Narrowing Narrowing(ThroatRow row)
    {
        double lumen = Area.FromSquareCentimetres(vessel.RestArea).SquareMetres * FactorsAt(row.Position).Area;
        double gap = row.Gap is { } given ? Area.FromSquareCentimetres(given).SquareMetres : double.PositiveInfinity;
        return new Narrowing
        {
            Id = row.Id,
            Position = row.Position * Length.FromCentimetres(vessel.Length).Metres,
            Length = Length.FromCentimetres(row.Length).Metres,
            ForwardArea = Math.Min(row.ForwardShare * lumen, gap),
            BackwardArea = Math.Min(row.BackwardShare * lumen, gap),
            Softness = row.Softness,
            StatedAt = Pressure.FromMillimetresOfMercury(vessel.RestPressure - wall.ReferencePressure).Pascals,
            Opening = row.Course.Count == 0 ? null
                : new TableWaveform([.. row.Course.Select(one => one.Time)], [.. row.Course.Select(one => one.Factor)]),
        };
    }

    /// <summary>The throat in each lumped cell: its own cell, or the nearest that is free.</summary>
    public ThroatRow?[] InCells(int cells)
    {
        var placed = new ThroatRow?[cells];
        foreach (ThroatRow throat in throats)
        {
            int wanted = Math.Clamp((int)(throat.Position * cells), 0, cells - 1);
            int cell = Enumerable.Range(0, cells).Where(k => placed[k] is null).MinBy(k => Math.Abs(k - wanted));
            placed[cell] = throat;
        }

        return placed;
    }

    private LocalFactors FactorsAt(double position)
    {
        (double area, double stiffness, double outside) = (1, 1, 0);
        foreach (ReachRow reach in reaches)
        {
            double share = Share(reach, position);
            area *= 1 + share * (reach.AreaFactor - 1);
            stiffness *= 1 + share * (reach.StiffnessFactor - 1);
            outside += share * Pressure.FromMillimetresOfMercury(reach.OutsidePressure).Pascals;
        }

        return new(area, stiffness, outside);
    }

    // 1 within a reach, 0 outside, linear on its ramps.
    private static double Share(ReachRow reach, double position)
    {
        double width = RampShare * (reach.To - reach.From);
        double rise = reach.From <= 0 ? 1 : 0.5 + (position - reach.From) / width;
        double fall = reach.To >= 1 ? 1 : 0.5 + (reach.To - position) / width;
        return Math.Clamp(Math.Min(rise, fall), 0, 1);
    }

    // Beginning (0) and end (1) of the ramp at the first (−1) or second (1) end.
    private static double Ramp(ReachRow reach, int side, int end)
    {
        double width = RampShare * (reach.To - reach.From);
        return (side < 0 ? reach.From : reach.To) + (end - 0.5) * width;
    }
}
