// Reason for length: one sweep of the scheme, read top to bottom in the order it runs.
using System.Runtime.CompilerServices;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Walls;
using Azygos.Numerics;

namespace Azygos.Circulation.Waves;

/// <summary>The explicit second-order finite volumes of one vessel: MUSCL-Hancock with HLL fluxes.</summary>
/// <remarks>
/// Reconstructed are u and A. At its faces a cell has the areas that its own head h = p − γρ∫g dx gives there, plus and
/// minus half a slope; the slope comes from the differences of such areas at a face, which are zero at rest, so that
/// blood at rest stays at rest. What wall and gravity push within a cell is the difference of G = ∫A dp between those two
/// areas: exact at rest, and zero where the wall is the same everywhere, so that shocks keep their momentum. Both go half a step on, A by −(uA)_x, u by −u u_x − h_x/ρ and friction. At faces HLL of αAu² + G/ρ with
/// the face's own wall; friction κQ/A by the trapezoid. Faces at the ends belong to the nodes.
/// </remarks>
/// <source doi="10.1007/978-3-540-49834-6" at="MUSCL-Hancock, HLL"/>
/// <source choice="well-balanced form: derived in this project"/>
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
        WallValues<Real> w = At(cell);
        return (varies ? varied.ReferencePressure(Margin + cell) : LeftPoint.ReferencePressure)
            + law.Pressure(new Real(Area[Margin + cell]) / w.Area0, w.Distension, w.Bending).Value;
    }

    public override double WaveSpeedOf(int cell)
    {
        WallValues<Real> w = At(cell);
        double α = Area[Margin + cell] / w.Area0.Value;
        return Math.Sqrt(α * law.Slope<Real>(new(α), w.Distension, w.Bending).Value / density);
    }

    public override double ReferenceAreaOf(int cell) => At(cell).Area0.Value;

    private WallValues<Real> At(int cell) => varies
        ? varied.At<Real>(Place.Centre, Margin + cell)
        : uniform.At<Real>(Place.Centre, Margin + cell);

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
        FillMargins();
        Rest<T, TWall>(wall, s);
        Differences<T>(s);
        Slopes<T, TWall>(wall, s);
        if (Cells > 3) EndSlopes(s);
        Faces<T, TWall>(wall, s);
        LeftTrace = Trace(s, Margin, right: false, time);
        RightTrace = Trace(s, Margin + Cells - 1, right: true, time);
        Fluxes<T>(s);
        Update<T>(s, TWall.Varies);
    }

    // Velocities, and the areas at both faces of a cell at the cell's head.
    private void Rest<T, TWall>(TWall wall, SweepScratch s)
        where T : struct, IReal<T>
        where TWall : struct, IWallColumns
    {
        int first = Margin, end = Margin + Cells;
        for (int j = first; j < end; j += T.Width)
        {
            T area = T.At(Area, j);
            (T.At(Flow, j) / area).Store(s.Velocity, j);
            if (!TWall.Varies)
            {
                area.Store(s.RestLeft, j);
                area.Store(s.RestRight, j);
                continue;
            }

            WallValues<T> w = wall.At<T>(Place.Centre, j);
            WallValues<T> wl = wall.At<T>(Place.Left, j), wr = wall.At<T>(Place.Right, j);
            T α = area / w.Area0, head = w.Head + law.Pressure(α, w.Distension, w.Bending);
            (wl.Area0 * WallInverse.Near(law, head - wl.Head, α, wl.Distension, wl.Bending)).Store(s.RestLeft, j);
            (wr.Area0 * WallInverse.Near(law, head - wr.Head, α, wr.Distension, wr.Bending)).Store(s.RestRight, j);
        }
    }

    private void Differences<T>(SweepScratch s)
        where T : struct, IReal<T>
    {
        int first = Margin, end = Margin + Cells;
        for (int j = first + 1; j < end; j += T.Width)
        {
            (T.At(s.Velocity, j) - T.At(s.Velocity, j - 1)).Store(s.VelocityDifference, j);
            (T.At(s.RestLeft, j) - T.At(s.RestRight, j - 1)).Store(s.AreaDifference, j);
        }

        Extrapolate(s.VelocityDifference);
        Extrapolate(s.AreaDifference);
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

    // Differences at the two faces from each end outwards: linear from the two inside (constant from one, else none).
    private void Extrapolate(double[] difference)
    {
        int left = Margin, right = Margin + Cells;
        double a = Cells > 1 ? difference[left + 1] : 0, bend = Cells > 2 ? difference[left + 2] - a : 0;
        difference[left] = a - bend;
        difference[left - 1] = a - 2 * bend;
        double b = Cells > 1 ? difference[right - 1] : 0, curl = Cells > 2 ? b - difference[right - 2] : 0;
        difference[right] = b + curl;
        difference[right + 1] = b + 2 * curl;
    }

    private void Slopes<T, TWall>(TWall wall, SweepScratch s)
        where T : struct, IReal<T>
        where TWall : struct, IWallColumns
    {
        int first = Margin, end = Margin + Cells;
        T largest = T.From(0), perDensity = T.From(1 / density), steepest = T.From(SteepestSlope);
        double[] du = s.VelocityDifference, da = s.AreaDifference;
        for (int j = first; j < end; j += T.Width)
        {
            WallValues<T> w = wall.At<T>(Place.Centre, j);
            T area = T.At(Area, j), α = area / w.Area0;
            T c = T.Sqrt(α * law.Slope(α, w.Distension, w.Bending) * perDensity);
            c.Store(s.Speed, j);
            largest = T.Max(largest, T.Abs(T.At(s.Velocity, j)) + c);
            Limiter.Slope(T.At(du, j - 1), T.At(du, j), T.At(du, j + 1), T.At(du, j + 2), c)
                .Store(s.VelocitySlope, j);
            T slope = Limiter.Slope(T.At(da, j - 1), T.At(da, j), T.At(da, j + 1), T.At(da, j + 2), area);
            T most = steepest * T.Min(T.At(s.RestLeft, j), T.At(s.RestRight, j));
            T.Max(-most, T.Min(most, slope)).Store(s.AreaSlope, j);
        }

        Span<double> lanes = stackalloc double[Margin];
        largest.Store(lanes, 0);
        double speed = lanes[0];
        for (int k = 1; k < T.Width; k++) speed = Math.Max(speed, lanes[k]);   // NaN stays
        Speed = speed;
    }

    private void EndSlopes(SweepScratch s)
    {
        int first = Margin, last = Margin + Cells - 1;
        One(first, first + 1, 1);
        One(last, last, -1);

        void One(int at, int face, int inwards)
        {
            double most = SteepestSlope * Math.Min(s.RestLeft[at], s.RestRight[at]);
            s.VelocitySlope[at] = Slope(s.VelocityDifference, s.Speed[at]);
            s.AreaSlope[at] = Math.Clamp(Slope(s.AreaDifference, Area[at]), -most, most);

            double Slope(double[] d, double scale) =>
                Limiter.EndSlope(d[face], d[face + inwards], d[face + 2 * inwards], scale);
        }
    }

    // A cell's faces at the beginning of the step and half a step on.
    private readonly record struct CellHalf<T>(
        T LeftArea, T RightArea, T AreaChange, T LeftVelocity, T RightVelocity, T VelocityChange, T Damping)
        where T : struct, IReal<T>;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private CellHalf<T> Half<T>(SweepScratch s, int j)
        where T : struct, IReal<T>
    {
        T half = T.From(0.5), area = T.At(Area, j), u = T.At(s.Velocity, j), du = T.At(s.VelocitySlope, j);
        T slope = T.At(s.AreaSlope, j), c = T.At(s.Speed, j), pressure = c * c * slope / area;
        T left = T.At(s.RestLeft, j) - half * slope, right = T.At(s.RestRight, j) + half * slope;
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
        T floor = T.From(SmallestFaceShare);
        for (int j = first; j < end; j += T.Width)
        {
            CellHalf<T> h = Half<T>(s, j);
            T least = floor * T.At(Area, j);
            WallValues<T> wl = wall.At<T>(Place.Left, j), wr = wall.At<T>(Place.Right, j);
            T areaL = T.Max(h.LeftArea + h.AreaChange, least), areaR = T.Max(h.RightArea + h.AreaChange, least);
            Store(s.Left, j, areaL, (h.LeftVelocity + h.VelocityChange) * h.Damping, wl);
            Store(s.Right, j, areaR, (h.RightVelocity + h.VelocityChange) * h.Damping, wr);
            if (!TWall.Varies) continue;
            T restL = T.At(s.RestLeft, j), restR = T.At(s.RestRight, j), c = T.At(s.Speed, j);
            T headChange = c * c * h.AreaChange / T.At(Area, j);
            (Work(restR, wr) - Work(restL, wl) + (restR - restL) * headChange).Store(s.Force, j);
        }
    }

    // G/ρ
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Work<T>(T area, in WallValues<T> w)
        where T : struct, IReal<T>
        => w.Area0 * law.AreaIntegral(area / w.Area0, w.Distension, w.Bending) * T.From(1 / density);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store<T>(FaceStates states, int j, T area, T velocity, in WallValues<T> w)
        where T : struct, IReal<T>
    {
        T perDensity = T.From(1 / density), α = area / w.Area0;
        T c2 = α * law.Slope(α, w.Distension, w.Bending) * perDensity;
        T kinetic = area * velocity * velocity;
        if (momentumFactor != 1)
        {
            c2 += T.From(momentumFactor * (momentumFactor - 1)) * velocity * velocity;
            kinetic *= T.From(momentumFactor);
        }

        area.Store(states.Area, j);
        velocity.Store(states.Velocity, j);
        (kinetic + Work(area, w)).Store(states.Momentum, j);
        T.Sqrt(c2).Store(states.Speed, j);
    }

    private EndTrace Trace(SweepScratch s, int j, bool right, double time)
    {
        CellHalf<Real> h = Half<Real>(s, j);
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

    private VariedColumns Columns()
    {
        double[][] columns = new double[3 * VariedColumns.PerPlace][];
        for (int k = 0; k < columns.Length; k++) columns[k] = new double[Area.Length];
        for (int j = 0; j < Area.Length; j++)
        {
            int cell = Math.Clamp(j - Margin, 0, Cells - 1);
            Put(Place.Centre, j, CentreOf(cell), fromLeft: true);
            Put(Place.Left, j, FaceOf(cell), fromLeft: false);
            Put(Place.Right, j, FaceOf(cell + 1), fromLeft: true);
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
