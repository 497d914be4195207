// Reason for length: one sweep of the scheme, read top to bottom in the order it runs.
using System.Runtime.CompilerServices;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Walls;
using Azygos.Numerics;

namespace Azygos.Circulation.Waves;

/// <summary>The explicit second-order finite volumes of one vessel: MUSCL-Hancock with HLL fluxes.</summary>
/// <remarks>
/// Reconstructed are u and, where the wall is the same everywhere, A; elsewhere the head h = p − γρ∫g dx, so that blood
/// at rest stays at rest. Both go half a step on, A by −(uA)_x, u by −u u_x − h_x/ρ and friction. At faces HLL; in a
/// cell the force (ΔG − Ā Δh)/ρ beside the fluxes αAu² + G/ρ, G = ∫A dp of the face's own wall; friction κQ/A by the
/// trapezoid. Faces at the ends belong to the nodes.
/// </remarks>
/// <source doi="10.1007/978-3-540-49834-6" at="MUSCL-Hancock, HLL"/>
/// <source choice="well-balanced form on head and velocity: derived in this project"/>
internal sealed class VesselLine<TLaw> : VesselLine
    where TLaw : struct, IWallLaw
{
    // A face keeps at least this share of its cell's area, half a step on: keeps areas positive in a violent collapse.
    private const double SmallestFaceShare = 0.05;

    // Steepest slope of area, as a share of the area of the cell: the faces keep a tenth.
    private const double SteepestSlope = 1.8;

    private readonly TLaw law;
    private readonly double density, momentumFactor, friction;
    private readonly UniformColumns uniform;
    private readonly VariedColumns varied;
    private readonly bool varies;
    private double step;
    private double gravityFactor = 1;
    private (double Area, double Flow, double OldArea, double OldFlow) rawLeft, rawRight;

    public VesselLine(TLaw law, Vessel vessel, Blood blood, double from, double to, int cells)
        : base(vessel, from, to, cells)
    {
        this.law = law;
        density = blood.Density;
        momentumFactor = blood.MomentumFactor;
        friction = blood.FrictionFactor;
        uniform = new UniformColumns(LeftPoint);
        varies = !vessel.Profile.IsUniform || LeftPoint.Gravity != 0;
        varied = varies ? Columns() : default;
    }

    public TLaw Law => law;

    public double Density => density;

    public double MomentumFactor => momentumFactor;

    public override VesselEnd NewEnd(bool right) => new VesselEnd<TLaw>(this, right);

    public override void Fill(Blood blood)
    {
        for (int i = 0; i < Cells; i++)
        {
            double x = CentreOf(i);
            (double area, double velocity) =
                Vessel.Start.At(x, Vessel, blood, Vessel.Profile.At(x, fromLeft: true));
            Area[Margin + i] = area;
            Flow[Margin + i] = area * velocity;
        }

        if (Vessel.GravityFactor is not null) varied.SetGravity(gravityFactor);
        MeasureSpeed();
    }

    public override void MeasureSpeed()
    {
        double largest = 0;
        for (int i = 0; i < Cells; i++)
        {
            double speed = Math.Abs(Flow[Margin + i] / Area[Margin + i]) + WaveSpeedOf(i);
            if (!(speed <= largest)) largest = speed;
        }

        Speed = largest;
    }

    public override double PressureOf(int cell)
    {
        WallPoint point = Vessel.Profile.At(CentreOf(cell), fromLeft: true);
        return point.ReferencePressure + law.Pressure<Real>(
            new(Area[Margin + cell] / point.ReferenceArea), new(point.Distension), new(point.Bending)).Value;
    }

    public override double WaveSpeedOf(int cell) => varies
        ? SpeedIn<VariedColumns>(varied, Margin + cell)
        : SpeedIn<UniformColumns>(uniform, Margin + cell);

    public override double ReferenceAreaOf(int cell) => varies
        ? varied.At<Real>(Place.Centre, Margin + cell).Area0.Value
        : LeftPoint.ReferenceArea;

    public override void Begin(double time, double step, SweepScratch scratch)
    {
        this.step = step;
        LeftInflow = RightOutflow = default;
        if (!varies)
        {
            Sweep<Lanes, UniformColumns>(uniform, time, scratch);
            return;
        }

        if (Vessel.GravityFactor is { } factor)
        {
            gravityFactor = factor.At(time + 0.5 * step);
            varied.SetGravity(gravityFactor);
        }

        Sweep<Lanes, VariedColumns>(varied, time, scratch);
    }

    public override void Finish()
    {
        double left = LeftInflow.Volume / CellLength, right = RightOutflow.Volume / CellLength;
        double leftMomentum = LeftInflow.Momentum / CellLength, rightMomentum = RightOutflow.Momentum / CellLength;
        int first = Margin, last = Margin + Cells - 1;
        if (first == last)
        {
            Take(first, (rawLeft.Area - right, rawLeft.Flow - rightMomentum, rawLeft.OldArea, rawLeft.OldFlow),
                left, leftMomentum);
        }
        else
        {
            Take(first, rawLeft, left, leftMomentum);
            Take(last, rawRight, -right, -rightMomentum);
        }

        VolumeFlux[0] = LeftInflow.Volume / step;
        VolumeFlux[Cells] = RightOutflow.Volume / step;
    }

    private void Take(
        int j, (double Area, double Flow, double OldArea, double OldFlow) raw, double volume, double momentum)
    {
        double area = raw.Area + volume;
        Area[j] = area;
        Flow[j] = Rubbed<Real>(
            new(raw.Flow + momentum), new(raw.OldArea), new(raw.OldFlow), new(area), new(0.5 * step)).Value;
    }

    // Friction by the trapezoid: Q − ½Δt κ Q₀/A₀ = Q′ (1 + ½Δt κ/A′).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Rubbed<T>(T flow, T oldArea, T oldFlow, T area, T halfStep)
        where T : struct, IReal<T>
    {
        T κ = T.From(friction) * halfStep;
        return (flow - κ * oldFlow / oldArea) / (T.From(1) + κ / area);
    }

    private void Sweep<T, TWall>(TWall wall, double time, SweepScratch s)
        where T : struct, IReal<T>
        where TWall : struct, IWallColumns
    {
        int first = Margin, end = Margin + Cells;
        FillMargins();
        for (int j = first; j < end; j += T.Width)
        {
            T area = T.At(Area, j), flow = T.At(Flow, j);
            (flow / area).Store(s.Velocity, j);
            if (TWall.Varies)
            {
                WallValues<T> w = wall.At<T>(Place.Centre, j);
                (w.Head + law.Pressure(area / w.Area0, w.Distension, w.Bending)).Store(s.Level, j);
            }
            else
            {
                area.Store(s.Level, j);
            }
        }

        Extrapolate(s.Velocity);
        Extrapolate(s.Level);
        Slopes<T, TWall>(wall, s);
        if (Cells > 3) EndSlopes(s, TWall.Varies);
        Faces<T, TWall>(wall, s);
        LeftTrace = Trace(wall, s, first, right: false, time);
        RightTrace = Trace(wall, s, end - 1, right: true, time);
        Fluxes<T>(s);
        Update<T>(s, TWall.Varies);
    }

    private void FillMargins()
    {
        int last = Margin + Cells - 1;
        for (int j = last + 1; j < Area.Length; j++)
        {
            Area[j] = Area[last];
            Flow[j] = Flow[last];
        }
    }

    // Two cells beyond each end, on the parabola (line, constant) through the last three (two, one).
    private void Extrapolate(double[] values)
    {
        int first = Margin, last = Margin + Cells - 1;
        Beyond(first, 1);
        Beyond(last, -1);

        void Beyond(int at, int inwards)
        {
            double a = values[at], b = Cells > 1 ? values[at + inwards] : a;
            double slope = a - b, bend = Cells > 2 ? values[at + 2 * inwards] - b - (b - a) : 0;
            values[at - inwards] = a + slope + bend;
            values[at - 2 * inwards] = a + 2 * slope + 3 * bend;
        }
    }

    private void Slopes<T, TWall>(TWall wall, SweepScratch s)
        where T : struct, IReal<T>
        where TWall : struct, IWallColumns
    {
        int first = Margin, end = Margin + Cells;
        T largest = T.From(0), perDensity = T.From(1 / density), ρ = T.From(density);
        double[] u = s.Velocity, level = s.Level;
        for (int j = first; j < end; j += T.Width)
        {
            WallValues<T> w = wall.At<T>(Place.Centre, j);
            T area = T.At(Area, j), α = area / w.Area0;
            T c2 = α * law.Slope(α, w.Distension, w.Bending) * perDensity, c = T.Sqrt(c2);
            c.Store(s.Speed, j);
            T v = T.At(u, j);
            largest = T.Max(largest, T.Abs(v) + c);
            Limiter.Slope(T.At(u, j - 2), T.At(u, j - 1), v, T.At(u, j + 1), T.At(u, j + 2), c)
                .Store(s.VelocitySlope, j);
            T at = T.At(level, j), scale = TWall.Varies ? ρ * c2 : area;
            T slope = Limiter.Slope(
                T.At(level, j - 2), T.At(level, j - 1), at, T.At(level, j + 1), T.At(level, j + 2), scale);
            slope.Store(s.LevelSlope, j);
        }

        Span<double> lanes = stackalloc double[Margin];
        largest.Store(lanes, 0);
        double speed = lanes[0];
        for (int k = 1; k < T.Width; k++) speed = Math.Max(speed, lanes[k]);   // NaN stays
        Speed = speed;
    }

    private void EndSlopes(SweepScratch s, bool varies)
    {
        int first = Margin, last = Margin + Cells - 1;
        One(first, 1);
        One(last, -1);

        void One(int at, int inwards)
        {
            double c = s.Speed[at], scale = varies ? density * c * c : Area[at];
            s.VelocitySlope[at] = inwards * Slope(s.Velocity, c);
            s.LevelSlope[at] = inwards * Slope(s.Level, scale);

            double Slope(double[] v, double size) => Limiter.EndSlope(
                v[at], v[at + inwards], v[at + 2 * inwards], v[at + 3 * inwards], size);
        }
    }

    // A cell's faces at the beginning of the step and half a step on.
    private readonly record struct CellHalf<T>(
        T LeftArea, T RightArea, T AreaChange, T LeftVelocity, T RightVelocity, T VelocityChange, T Damping)
        where T : struct, IReal<T>;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private CellHalf<T> Half<T, TWall>(TWall wall, SweepScratch s, int j)
        where T : struct, IReal<T>
        where TWall : struct, IWallColumns
    {
        T half = T.From(0.5), area = T.At(Area, j), u = T.At(s.Velocity, j), du = T.At(s.VelocitySlope, j);
        T slope = T.At(s.LevelSlope, j), left, right, pressure;
        if (TWall.Varies)
        {
            T head = T.At(s.Level, j);
            WallValues<T> wl = wall.At<T>(Place.Left, j), wr = wall.At<T>(Place.Right, j),
                wc = wall.At<T>(Place.Centre, j);
            T guess = area / wc.Area0;
            left = wl.Area0
                * WallInverse.Near(law, head - half * slope - wl.Head, guess, wl.Distension, wl.Bending);
            right = wr.Area0
                * WallInverse.Near(law, head + half * slope - wr.Head, guess, wr.Distension, wr.Bending);
            pressure = slope / T.From(density);
        }
        else
        {
            T most = T.From(SteepestSlope) * area, c = T.At(s.Speed, j);
            slope = T.Max(-most, T.Min(most, slope));
            left = area - half * slope;
            right = area + half * slope;
            pressure = c * c * slope / area;
        }

        T dA = right - left, share = T.From(0.5 * step / CellLength);
        T advection = u * du;
        if (momentumFactor != 1)
            advection = T.From(2 * momentumFactor - 1) * advection
                + T.From(momentumFactor - 1) * u * u / area * dA;
        T damping = T.From(1) / (T.From(1) + T.From(0.5 * step * friction) / area);
        return new(
            left, right, -share * (u * dA + area * du), u - half * du, u + half * du,
            -share * (advection + pressure), damping);
    }

    private void Faces<T, TWall>(TWall wall, SweepScratch s)
        where T : struct, IReal<T>
        where TWall : struct, IWallColumns
    {
        int first = Margin, end = Margin + Cells;
        T floor = T.From(SmallestFaceShare), half = T.From(0.5);
        for (int j = first; j < end; j += T.Width)
        {
            CellHalf<T> h = Half<T, TWall>(wall, s, j);
            T least = floor * T.At(Area, j);
            WallValues<T> wl = wall.At<T>(Place.Left, j), wr = wall.At<T>(Place.Right, j);
            T areaL = T.Max(h.LeftArea + h.AreaChange, least), areaR = T.Max(h.RightArea + h.AreaChange, least);
            T gl = Store(s.Left, j, areaL, (h.LeftVelocity + h.VelocityChange) * h.Damping, wl);
            T gr = Store(s.Right, j, areaR, (h.RightVelocity + h.VelocityChange) * h.Damping, wr);
            if (!TWall.Varies) continue;
            T headL = wl.Head + law.Pressure(areaL / wl.Area0, wl.Distension, wl.Bending);
            T headR = wr.Head + law.Pressure(areaR / wr.Area0, wr.Distension, wr.Bending);
            (gr - gl - half * (areaL + areaR) * (headR - headL) * T.From(1 / density)).Store(s.Force, j);
        }
    }

    // Stores a face state; returns G/ρ.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Store<T>(FaceStates states, int j, T area, T velocity, in WallValues<T> w)
        where T : struct, IReal<T>
    {
        T perDensity = T.From(1 / density), α = area / w.Area0;
        T g = w.Area0 * law.AreaIntegral(α, w.Distension, w.Bending) * perDensity;
        T c2 = α * law.Slope(α, w.Distension, w.Bending) * perDensity;
        T kinetic = area * velocity * velocity;
        if (momentumFactor != 1)
        {
            c2 += T.From(momentumFactor * (momentumFactor - 1)) * velocity * velocity;
            kinetic *= T.From(momentumFactor);
        }

        area.Store(states.Area, j);
        velocity.Store(states.Velocity, j);
        (kinetic + g).Store(states.Momentum, j);
        T.Sqrt(c2).Store(states.Speed, j);
        return g;
    }

    private EndTrace Trace<TWall>(TWall wall, SweepScratch s, int j, bool right, double time)
        where TWall : struct, IWallColumns
    {
        CellHalf<Real> h = Half<Real, TWall>(wall, s, j);
        double u = (right ? h.RightVelocity : h.LeftVelocity).Value, half = 0.5 * step;
        return new EndTrace
        {
            Time = time,
            Area = (right ? h.RightArea : h.LeftArea).Value,
            AreaRate = h.AreaChange.Value / half,
            Velocity = u,
            VelocityRate = ((u + h.VelocityChange.Value) * h.Damping.Value - u) / half,
        };
    }

    private void Fluxes<T>(SweepScratch s)
        where T : struct, IReal<T>
    {
        int first = Margin, end = Margin + Cells;
        FaceStates before = s.Right, after = s.Left;
        T zero = T.From(0), α = T.From(momentumFactor);
        for (int j = first; j < end - 1; j += T.Width)
        {
            T areaL = T.At(before.Area, j), uL = T.At(before.Velocity, j), cL = T.At(before.Speed, j);
            T areaR = T.At(after.Area, j + 1), uR = T.At(after.Velocity, j + 1), cR = T.At(after.Speed, j + 1);
            T flowL = areaL * uL, flowR = areaR * uR;
            T wL = α * uL, wR = α * uR;
            T low = T.Min(zero, T.Min(wL - cL, wR - cR)), high = T.Max(zero, T.Max(wL + cL, wR + cR));
            T scale = T.From(1) / (high - low), both = low * high;
            ((high * flowL - low * flowR + both * (areaR - areaL)) * scale).Store(s.VolumeFlux, j + 1);
            T mL = T.At(before.Momentum, j), mR = T.At(after.Momentum, j + 1);
            ((high * mL - low * mR + both * (flowR - flowL)) * scale).Store(s.MomentumFlux, j + 1);
        }

        s.VolumeFlux[first] = s.MomentumFlux[first] = s.VolumeFlux[end] = s.MomentumFlux[end] = 0;
    }

    private void Update<T>(SweepScratch s, bool varies)
        where T : struct, IReal<T>
    {
        int first = Margin, end = Margin + Cells;
        double share = step / CellLength;
        rawLeft = Raw(first);
        rawRight = Raw(end - 1);
        Array.Copy(s.VolumeFlux, first + 1, VolumeFlux, 1, Cells - 1);
        T λ = T.From(share), halfStep = T.From(0.5 * step);
        for (int j = first; j < end; j += T.Width)
        {
            T area = T.At(Area, j), flow = T.At(Flow, j);
            T next = area - λ * (T.At(s.VolumeFlux, j + 1) - T.At(s.VolumeFlux, j));
            T change = T.At(s.MomentumFlux, j + 1) - T.At(s.MomentumFlux, j);
            if (varies) change -= T.At(s.Force, j);
            next.Store(Area, j);
            Rubbed(flow - λ * change, area, flow, next, halfStep).Store(Flow, j);
        }

        (double, double, double, double) Raw(int j)
        {
            double momentum = s.MomentumFlux[j + 1] - s.MomentumFlux[j] - (varies ? s.Force[j] : 0);
            return (Area[j] - share * (s.VolumeFlux[j + 1] - s.VolumeFlux[j]), Flow[j] - share * momentum,
                Area[j], Flow[j]);
        }
    }

    private double SpeedIn<TWall>(TWall wall, int j)
        where TWall : struct, IWallColumns
    {
        WallValues<Real> w = wall.At<Real>(Place.Centre, j);
        double α = Area[j] / w.Area0.Value;
        return Math.Sqrt(α * law.Slope<Real>(new(α), w.Distension, w.Bending).Value / density);
    }

    private VariedColumns Columns()
    {
        double[][] columns = new double[3 * VariedColumns.PerPlace][];
        for (int k = 0; k < columns.Length; k++) columns[k] = new double[Area.Length];
        for (int j = 0; j < Area.Length; j++)
        {
            int cell = Math.Clamp(j - Margin, 0, Cells - 1);
            double x = From + cell * CellLength;
            Put(Place.Centre, j, x + 0.5 * CellLength, fromLeft: true);
            Put(Place.Left, j, x, fromLeft: false);
            Put(Place.Right, j, cell == Cells - 1 ? From + Cells * CellLength : x + CellLength, fromLeft: true);
        }

        VariedColumns made = new(columns);
        made.SetGravity(1);
        return made;

        void Put(Place place, int j, double x, bool fromLeft)
        {
            WallPoint point = Vessel.Profile.At(x, fromLeft);
            int k = (int)place * VariedColumns.PerPlace;
            columns[k][j] = point.ReferenceArea;
            columns[k + 1][j] = point.Distension;
            columns[k + 2][j] = point.Bending;
            columns[k + 4][j] = point.ReferencePressure;
            columns[k + 5][j] = density * Vessel.PotentialAt(x);
        }
    }
}
