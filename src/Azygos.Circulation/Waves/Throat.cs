using Azygos.Circulation.Narrowings;
using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Waves;

/// <summary>The throat of a narrowing, with a wall of its own.</summary>
/// <remarks>A_s(y) = A_s α(y/f)/α(y_r/f), y above the vessel's reference pressure: see
/// <see cref="Narrowing"/>.</remarks>
internal sealed class Throat
{
    private readonly Narrowing narrowing;
    private readonly VesselWall wall;
    private readonly WallPoint point;
    private readonly double stated;

    public Throat(Narrowing narrowing, VesselEnd end)
    {
        this.narrowing = narrowing;
        wall = end.Line.Vessel.Wall;
        point = end.Point;
        stated = Ratio(narrowing.StatedAt);
    }

    /// <summary>L_s [m].</summary>
    public double Length => narrowing.Length;

    /// <summary>Areas for flow along and against the vessel [m²].</summary>
    /// <param name="inside">Pressure inside less P(t) outside the whole vessel [Pa].</param>
    /// <param name="time">[s].</param>
    public (double Forward, double Backward) At(double inside, double time)
    {
        double stretch = Ratio(inside - point.ReferencePressure) / stated, opening = narrowing.Opening?.At(time) ?? 1;
        double share = stretch * opening, back = narrowing.BackwardOpening is { } other ? stretch * other.At(time) : share;
        return (share * narrowing.ForwardArea, back * narrowing.BackwardArea);
    }

    private double Ratio(double pressure) =>
        wall.Area(point.ReferencePressure + narrowing.Softness * pressure, point) / point.ReferenceArea;
}
