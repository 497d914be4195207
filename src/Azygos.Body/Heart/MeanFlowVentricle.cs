using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Quantities;

namespace Azygos.Body.Heart;

/// <summary>The stroke plane of a ventricle, held to its own beat: the tangent where the body's mean-flow state
/// is.</summary>
/// <remarks>
/// The conditions z = (source, periphery) at which the isolated ventricle has the pressures (y_u, y_d) of the mean-flow
/// state are found by Newton's method, one beat a step, while the state itself is found: the plane runs through the
/// last beat, its slopes are those of beats beside it.
/// </remarks>
internal sealed class MeanFlowVentricle
{
    // Chosen: behind a great artery that is shut; 100 mmHg would press a hundredth of a drop through it in an hour.
    internal const double Shut = 1e15;   // Pa·s/m³

    private const double Beside = 0.05;           // chosen: share by which conditions differ for a slope
    private const double Far = 0.2;               // chosen: share of a pressure beyond which slopes are found anew
    private const double LongestStride = 2;       // chosen: factor by which conditions move at once
    private static readonly double SmallestFilling = Pressure.FromMillimetresOfMercury(1).Pascals;
    private static readonly double SmallestStroke = Volume.FromMillilitres(1).CubicMetres;

    private readonly IsolatedVentricle ventricle;
    private readonly ModelNumbers numbers;
    private readonly double period;
    private VentricleBeat? beat;
    private (double Filling, double Load) slopesAt;
    private (double Uu, double Ud, double Du, double Dd) back;   // ∂z/∂y, z as logarithms

    public MeanFlowVentricle(HeartSide side, ModelNumbers numbers, MeanFlowVentricle? near)
    {
        Side = side;
        ventricle = new IsolatedVentricle(side, numbers);
        this.numbers = numbers;
        period = numbers.BeatPeriod;
        Plane = StrokePlane.Ideal(side.Ventricle);
        if (near?.beat is not { } known) return;
        (slopesAt, back, Plane) = (near.slopesAt, near.back, near.Plane);
        Pass(ventricle.Beat(known.At, known));
    }

    /// <summary>The side of the heart.</summary>
    public HeartSide Side { get; }

    /// <summary>The tangent.</summary>
    public StrokePlane Plane { get; private set; }

    /// <summary>The last beat; null before the first.</summary>
    public VentricleBeat? Last => beat;

    /// <summary>Elastance with which a chamber that stands at the start of the beat, at the mean pressure, holds what it
    /// holds then [Pa/m³]; null: not of this side, or not known.</summary>
    /// <remarks>A beat of twice the pressures is nearly one of twice the volumes: the elastance, not the unstressed
    /// volume, carries what a beat adds.</remarks>
    public double? Elastance(string chamber)
    {
        if (beat is null) return null;
        return chamber == Side.Atrium.Id ? Of(Side.Atrium, beat.Chambers[0], beat.Atrial)
            : chamber == Side.Ventricle.Id ? Of(Side.Ventricle, beat.Chambers[1], beat.Filling) : null;

        static double? Of(ChamberRow row, ChamberVolume volume, double pressure)
        {
            double elastance = pressure / (volume.AtStart - Volume.FromMillilitres(row.UnstressedVolume).CubicMetres);
            return pressure > SmallestFilling && elastance > 0 ? elastance : null;
        }
    }

    /// <summary>Moves the plane to a state.</summary>
    /// <param name="filling">y_u [Pa].</param>
    /// <param name="load">y_d [Pa].</param>
    /// <returns>By how much the stroke volume there changed, as a share of it.</returns>
    public double Follow(double filling, double load)
    {
        double before = Plane.At(filling, load);
        VentricleConditions at = beat is null ? First(filling, load, before / period) : Toward(beat, filling, load);
        Pass(ventricle.Beat(at, beat));
        if (IsFar(filling, slopesAt.Filling) || IsFar(load, slopesAt.Load)) FindSlopes();
        return Math.Abs(Plane.At(filling, load) - before) / Math.Max(beat!.Stroke, SmallestStroke);
    }

    private static bool IsFar(double pressure, double known) =>
        Math.Abs(pressure - known) > Far * Math.Max(Math.Abs(known), SmallestFilling);

    private VentricleConditions First(double filling, double load, double flow)
    {
        double q = Math.Max(flow, SmallestStroke / period), y = Math.Max(load, SmallestFilling);
        return new(Math.Max(filling, SmallestFilling) + (Side.Veins + (Side.Store?.Feed ?? 0)) * q, y / q, y);
    }

    private VentricleConditions Toward(VentricleBeat from, double filling, double load)
    {
        double dy = filling - from.Filling, dx = load - from.Load;
        return from.At with
        {
            Source = from.At.Source * Stride(back.Uu * dy + back.Ud * dx),
            Periphery = Math.Min(Shut, from.At.Periphery * Stride(back.Du * dy + back.Dd * dx)),
        };
    }

    private static double Stride(double logarithm) =>
        Math.Clamp(Math.Exp(logarithm), 1 / LongestStride, LongestStride);

    private void Pass(VentricleBeat next)
    {
        beat = next;
        Plane = Plane with
        {
            WithoutPressure =
                next.Stroke - Plane.GainWithFilling * next.Filling + Plane.LossWithLoad * next.Load,
        };
    }

    private void FindSlopes()
    {
        VentricleBeat here = beat!;
        double step = Math.Log(1 + Beside);
        VentricleBeat fuller = ventricle.Beat(here.At with { Source = here.At.Source * (1 + Beside) }, here);
        VentricleBeat tighter = ventricle.Beat(here.At with { Periphery = here.At.Periphery * (1 + Beside) }, here);
        double uu = (fuller.Filling - here.Filling) / step, du = (fuller.Load - here.Load) / step,
            su = (fuller.Stroke - here.Stroke) / step;
        double ud = (tighter.Filling - here.Filling) / step, dd = (tighter.Load - here.Load) / step,
            sd = (tighter.Stroke - here.Stroke) / step;
        double determinant = uu * dd - ud * du;
        back = (dd / determinant, -ud / determinant, -du / determinant, uu / determinant);
        double gain = su * back.Uu + sd * back.Du, loss = -(su * back.Ud + sd * back.Dd);
        if (!(gain > 0 && loss >= 0 && double.IsFinite(gain + loss))) return;
        slopesAt = (here.Filling, here.Load);
        Plane = new(0, gain, loss);
        Pass(here);
    }
}
