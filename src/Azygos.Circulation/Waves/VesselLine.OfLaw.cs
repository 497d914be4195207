// Reason for length: one sweep of the scheme, read top to bottom in the order it runs.
using System.Runtime.CompilerServices;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Walls;
using Azygos.Circulation.Waveforms;
using Azygos.Numerics;

namespace Azygos.Circulation.Waves;

/// <summary>The explicit second-order finite volumes of one vessel: MUSCL-Hancock with HLL fluxes.</summary>
/// <remarks>
/// Reconstructed are A and u or, where the wall varies, Q: a steady flow is then the same at every face. At its faces a cell has the areas that its own head h = p − γρ∫g dx gives there, plus and
/// minus half a slope; the slope comes from the differences of such areas at a face, which are zero at rest, so that
/// blood at rest stays at rest. What wall and gravity push within a cell is the difference of G = ∫A dp between those two
/// areas: exact at rest, and zero where the wall is the same everywhere, so that shocks keep their momentum. Both go
/// half a step on, A by −(uA)_x, u by −u u_x − h_x/ρ and friction. At faces HLL of αAu² + G/ρ with the face's own wall; friction κQ/A by the trapezoid. Faces at the ends belong to the nodes.
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

    // Chosen: what a wall remembers moves the area at a face by about this share at most (e^½). Where a vein has folded
    // beside a cell that has not, the mean of both memories would shut that cell's face, and nothing would flow back into
    // the folded one.
    private const double SteepestMemory = 0.5;

    private readonly TLaw law;
    private readonly double density, momentumFactor, friction;
    private readonly UniformColumn uniform;
    private readonly (VariedColumn Centre, VariedColumn Left, VariedColumn Right) varied;
    private readonly bool varies;
    private readonly (Waveform InTime, double[] Centre, double[] Left, double[] Right)[] loads;
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
        uniform = new UniformColumn(LeftPoint);
        varies = !vessel.Profile.IsUniform || LeftPoint.Gravity != 0 || vessel.Loads.Count > 0 || Lag is not null;
        loads = [.. vessel.Loads.Select(load => (load.InTime, Shape(load, CentreOf), Shape(load, FaceOf),
            Shape(load, cell => FaceOf(cell + 1))))];
        if (!varies) return;
        varied = (Column(CentreOf, fromLeft: true), Column(FaceOf, fromLeft: false),
            Column(cell => FaceOf(cell + 1), fromLeft: true));
        SetGravity(1);
    }

    public TLaw Law => law;

    public double Density => density;

    public double MomentumFactor => momentumFactor;

    /// <summary>g [1]; 0 of an elastic wall.</summary>
    public double Stiffening => Lag?.Stiffening ?? 0;

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
            if (Lag is not null) Lag.Stress[Margin + i] = ElasticAt(i);
        }

        if (varies) Move(0);
        MeasureSpeed();
    }

    public override void MeasureSpeed()
    {
        double largest = 0;
        for (int i = 0; i < Cells; i++)
        {
            largest = Math.Max(largest, Math.Abs(Flow[Margin + i] / Area[Margin + i]) + WaveSpeedOf(i));   // NaN stays
        }

        Speed = largest;
    }

    public override double PressureOf(int cell)
    {
        double elastic = ElasticAt(cell), reference =
            varies ? varied.Centre.ReferencePressure(Margin + cell) : LeftPoint.ReferencePressure;
        return Lag is null
            ? reference + elastic
            : reference + elastic + Lag.Stiffening * Lag.Left(Lag.Behind) * (elastic - Lag.Stress[Margin + cell]);
    }

    public override void ChangeArea(int cell, double area)
    {
        double before = Lag is null ? 0 : ElasticAt(cell);
        Area[Margin + cell] = area;
        if (Lag is not null) Lag.Stress[Margin + cell] += ElasticAt(cell) - before;
    }

    public override void ChangePressure(int cell, double change)
    {
        WallValues<Real> w = At(cell);
        double area = Area[Margin + cell];
        Real α = new Real(area) * w.PerArea0;
        Real next = law.AreaRatio(
            law.Pressure(α, w.Distension, w.Bending) + new Real(change), w.Distension, w.Bending);
        ChangeArea(cell, area * Math.Clamp(next.Value / α.Value, 0.5, 2));   // NaN stays
    }

    // y of a cell [Pa].
    private double ElasticAt(int cell)
    {
        WallValues<Real> w = At(cell);
        return law.Pressure(new Real(Area[Margin + cell]) * w.PerArea0, w.Distension, w.Bending).Value;
    }

    public override double WaveSpeedOf(int cell)
    {
        WallValues<Real> w = At(cell);
        Real α = new Real(Area[Margin + cell]) * w.PerArea0;
        return Math.Sqrt((1 + Stiffening) * law.Stiffness(α, w.Distension, w.Bending).Value / density);
    }

    public override double ReferenceAreaOf(int cell) => At(cell).Area0.Value;

    private WallValues<Real> At(int cell) =>
        varies ? varied.Centre.At<Real>(Margin + cell) : uniform.At<Real>(Margin + cell);

    public override void Begin(double time, double step, SweepScratch scratch)
    {
        this.step = step;
        LeftInflow = RightOutflow = default;
        if (!varies)
        {
            Sweep<Lanes, UniformColumn>(uniform, uniform, uniform, time, scratch);
            return;
        }

        Move(time + 0.5 * step);
        Sweep<Lanes, VariedColumn>(varied.Centre, varied.Left, varied.Right, time, scratch);
    }

    public override void Finish()
    {
        double left = LeftInflow.Volume / CellLength, right = RightOutflow.Volume / CellLength;
        double leftMomentum = LeftInflow.Momentum / CellLength, rightMomentum = RightOutflow.Momentum / CellLength;
        int first = Margin, last = Margin + Cells - 1;
        if (first == last)
        {
            Take(first, left - right, leftMomentum - rightMomentum, rawLeft);
        }
        else
        {
            Take(first, left, leftMomentum, rawLeft);
            Take(last, -right, -rightMomentum, rawRight);
        }

        VolumeFlux[0] = LeftInflow.Volume / step;
        VolumeFlux[Cells] = RightOutflow.Volume / step;
        if (loads.Length > 0) Move(LeftTrace.Time + step);   // pressures are read at the end of the step
        if (Lag is not null) Lag.Behind = 0.5 * step;
    }

    private void Take(
        int j, double volume, double momentum,
        in (double Area, double Flow, double OldArea, double OldFlow) raw)
    {
        double area = raw.Area + volume, flow = raw.Flow + momentum;
        Area[j] = area;
        Flow[j] = Rubbed<Real>(
            new(flow), new(raw.OldFlow / raw.OldArea), new(area), new(0.5 * step * friction)).Value;
    }

    // Friction by the trapezoid: Q − ½Δt κ u₀ = Q′ (1 + ½Δt κ/A′); damping is ½Δt κ.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Rubbed<T>(T flow, T oldVelocity, T area, T damping)
        where T : struct, IReal<T>
        => (flow - damping * oldVelocity) * area / (area + damping);

    // Every pass is a short loop of its own: the compiler keeps numbers in registers only where a method is small.
    private void Sweep<T, TWall>(TWall centre, TWall left, TWall right, double time, SweepScratch s)
        where T : struct, IReal<T>
        where TWall : struct, IWallColumn
    {
        FillMargins();
        Centres<T, TWall>(centre, s);
        if (Lag is not null) Relax<T, TWall>(centre, s, Lag);
        if (TWall.Varies)
        {
            Heads<T, TWall>(centre, s);
            if (Lag is not null) FaceHeads<T>(s, Lag.Stiffening / (1 + Lag.Stiffening));
            RestAreas<T, TWall>(left, s, Lag is null ? s.Head : s.LeftHead, s.RestLeft);
            RestAreas<T, TWall>(right, s, Lag is null ? s.Head : s.RightHead, s.RestRight);
        }
        else
        {
            Array.Copy(Area, s.RestLeft, Area.Length);
            Array.Copy(Area, s.RestRight, Area.Length);
        }

        double[] motion = TWall.Varies ? Flow : s.Velocity;
        Differences<T>(motion, motion, s.MotionDifference);
        Differences<T>(s.RestLeft, s.RestRight, s.AreaDifference);
        Slopes<T>(s.MotionDifference, s.PerMotion, s.MotionSlope);
        Slopes<T>(s.AreaDifference, s.PerArea, s.AreaSlope);
        if (Cells > 3) EndSlopes(s);
        Clip<T>(s);
        Predict<T>(s);
        LeftTrace = Trace(s, Margin, right: false, time);
        RightTrace = Trace(s, Margin + Cells - 1, right: true, time);
        Faces<T, TWall>(left, s.Left);
        Faces<T, TWall>(right, s.Right);
        if (TWall.Varies) Force<T, TWall>(left, right, s);
        Fluxes<T>(s);
        Update<T>(s, TWall.Varies);
    }

    // Velocities, wave speeds, and the largest |u| + c.
    private void Centres<T, TWall>(TWall wall, SweepScratch s)
        where T : struct, IReal<T>
        where TWall : struct, IWallColumn
    {
        T one = T.From(1), perDensity = T.From((1 + Stiffening) / density), largest = T.From(0);
        for (int j = Margin; j < Margin + Cells; j += T.Width)
        {
            WallValues<T> w = wall.At<T>(j);
            T area = T.At(Area, j), perArea = one / area, u = T.At(Flow, j) * perArea;
            T c2 = law.Stiffness(area * w.PerArea0, w.Distension, w.Bending) * perDensity, c = T.Sqrt(c2);
            largest = T.Max(largest, T.Abs(u) + c);
            u.Store(s.Velocity, j);
            perArea.Store(s.PerArea, j);
            ((TWall.Varies ? perArea : one) / c).Store(s.PerMotion, j);
            (c2 * perArea).Store(s.Elastance, j);
        }

        largest.Store(s.Lanes, 0);
        double speed = s.Lanes[0];
        for (int k = 1; k < T.Width; k++) speed = Math.Max(speed, s.Lanes[k]);   // NaN stays
        Speed = speed;
    }

    // s of a viscoelastic wall in the middle of the step, and the head that it stands for.
    private void Relax<T, TWall>(TWall wall, SweepScratch s, WallLag lag)
        where T : struct, IReal<T>
        where TWall : struct, IWallColumn
    {
        T left = T.From(lag.Left(lag.Behind + 0.5 * step));
        for (int j = Margin; j < Margin + Cells; j += T.Width)
        {
            WallValues<T> w = wall.At<T>(j);
            T y = law.Pressure(T.At(Area, j) * w.PerArea0, w.Distension, w.Bending);
            T stress = y + (T.At(lag.Stress, j) - y) * left;
            y.Store(s.Elastic, j);
            stress.Store(lag.Stress, j);
            (stress + wall.HeadAt<T>(j)).Store(s.LagHead, j);
        }
    }

    // The head of y at both faces of every cell, were its p the same throughout: (1 + g) y − g s = const, s at a face the
    // mean of both sides, so that they meet under one law.
    private void FaceHeads<T>(SweepScratch s, double share)
        where T : struct, IReal<T>
    {
        T half = T.From(0.5 * share), stiff = T.From(SteepestMemory * density / (1 + Stiffening));
        for (int j = Margin; j < Margin + Cells; j += T.Width)
        {
            T head = T.At(s.Head, j), lag = T.At(s.LagHead, j);
            T most = stiff * T.At(s.Elastance, j) * T.At(Area, j), least = T.From(0) - most;
            (head + T.Max(least, T.Min(most, half * (T.At(s.LagHead, j - 1) - lag)))).Store(s.LeftHead, j);
            (head + T.Max(least, T.Min(most, half * (T.At(s.LagHead, j + 1) - lag)))).Store(s.RightHead, j);
        }

        int first = Margin, last = Margin + Cells - 1;
        s.LeftHead[first] = s.Head[first] + share * (LagAtEnd(s, first, 1) - s.LagHead[first]);
        s.RightHead[last] = s.Head[last] + share * (LagAtEnd(s, last, -1) - s.LagHead[last]);
    }

    // The head that s stands for at an end: by the parabola through three cells, at most as steep as twice the nearest
    // difference and of its sign, and no further from the cell's than a face in between may be.
    private double LagAtEnd(SweepScratch s, int end, int inwards)
    {
        if (Cells == 1) return s.LagHead[end];
        double near = s.LagHead[end] - s.LagHead[end + inwards], next = near;
        if (Cells > 2) next = s.LagHead[end + inwards] - s.LagHead[end + 2 * inwards];
        double slope = 1.5 * near - 0.5 * next;
        slope = near > 0 ? Math.Clamp(slope, 0, 2 * near) : near < 0 ? Math.Clamp(slope, 2 * near, 0) : 0;
        double most = SteepestMemory * density / Stiffening * s.Elastance[end] * Area[end];
        return s.LagHead[end] + Math.Max(-most, Math.Min(most, 0.5 * slope));   // NaN stays
    }

    private void Heads<T, TWall>(TWall wall, SweepScratch s)
        where T : struct, IReal<T>
        where TWall : struct, IWallColumn
    {
        for (int j = Margin; j < Margin + Cells; j += T.Width)
        {
            WallValues<T> w = wall.At<T>(j);
            T α = T.At(Area, j) * w.PerArea0;
            α.Store(s.Ratio, j);
            (wall.HeadAt<T>(j) + law.Pressure(α, w.Distension, w.Bending)).Store(s.Head, j);
        }
    }

    // The areas at one face of every cell at the cell's head.
    private void RestAreas<T, TWall>(TWall face, SweepScratch s, double[] head, double[] rest)
        where T : struct, IReal<T>
        where TWall : struct, IWallColumn
    {
        for (int j = Margin; j < Margin + Cells; j += T.Width)
        {
            WallValues<T> w = face.At<T>(j);
            T pressure = T.At(head, j) - face.HeadAt<T>(j);
            (w.Area0 * WallInverse.Near(law, pressure, T.At(s.Ratio, j), w.Distension, w.Bending)).Store(rest, j);
        }
    }

    // Differences across the left face of each cell, and at the two faces from each end outwards.
    private void Differences<T>(double[] left, double[] right, double[] difference)
        where T : struct, IReal<T>
    {
        for (int j = Margin + 1; j < Margin + Cells; j += T.Width)
            (T.At(left, j) - T.At(right, j - 1)).Store(difference, j);
        Extrapolate(difference);
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

    private void Slopes<T>(double[] difference, double[] perScale, double[] slope)
        where T : struct, IReal<T>
    {
        for (int j = Margin; j < Margin + Cells; j += T.Width)
            Limiter.Slope(
                T.At(difference, j - 1), T.At(difference, j), T.At(difference, j + 1), T.At(difference, j + 2),
                T.At(perScale, j)).Store(slope, j);
    }

    private void EndSlopes(SweepScratch s)
    {
        int first = Margin, last = Margin + Cells - 1;
        One(first, first + 1, 1);
        One(last, last, -1);

        void One(int at, int face, int inwards)
        {
            s.MotionSlope[at] = Slope(s.MotionDifference, s.PerMotion[at]);
            s.AreaSlope[at] = Slope(s.AreaDifference, s.PerArea[at]);

            double Slope(double[] d, double perScale) =>
                Limiter.EndSlope(d[face], d[face + inwards], d[face + 2 * inwards], perScale);
        }
    }

    private void Clip<T>(SweepScratch s)
        where T : struct, IReal<T>
    {
        T steepest = T.From(SteepestSlope);
        for (int j = Margin; j < Margin + Cells; j += T.Width)
        {
            T most = steepest * T.Min(T.At(s.RestLeft, j), T.At(s.RestRight, j));
            T.Max(-most, T.Min(most, T.At(s.AreaSlope, j))).Store(s.AreaSlope, j);
        }
    }

    // Areas and velocities at both faces of a cell, half a step on.
    private void Predict<T>(SweepScratch s)
        where T : struct, IReal<T>
    {
        T half = T.From(0.5), share = T.From(-0.5 * step / CellLength), damping = T.From(0.5 * step * friction);
        T floor = T.From(SmallestFaceShare);
        for (int j = Margin; j < Margin + Cells; j += T.Width)
        {
            T area = T.At(Area, j), u = T.At(s.Velocity, j), elastance = T.At(s.Elastance, j);
            T slope = T.At(s.AreaSlope, j), dA = half * slope, motion = half * T.At(s.MotionSlope, j);
            T left = T.At(s.RestLeft, j) - dA, right = T.At(s.RestRight, j) + dA, areaChange, uL, uR;
            if (varies)
            {
                T flow = T.At(Flow, j);
                uL = (flow - motion) / left;
                uR = (flow + motion) / right;
                areaChange = share * (motion + motion);
            }
            else
            {
                uL = u - motion;
                uR = u + motion;
                areaChange = share * (u * (right - left) + area * (motion + motion));
            }

            T advection = u * (uR - uL);
            if (momentumFactor != 1)
                advection = T.From(2 * momentumFactor - 1) * advection
                    + T.From(momentumFactor - 1) * u * u * T.At(s.PerArea, j) * (right - left);
            T change = share * (advection + elastance * slope), kept = area / (area + damping);
            T least = floor * area;
            T.Max(left + areaChange, least).Store(s.Left.Area, j);
            T.Max(right + areaChange, least).Store(s.Right.Area, j);
            ((uL + change) * kept).Store(s.Left.Velocity, j);
            ((uR + change) * kept).Store(s.Right.Velocity, j);
            (elastance * areaChange).Store(s.HeadChange, j);
        }
    }

    // What the wall makes of the predicted states at one face of every cell: momentum flux and wave speed.
    private void Faces<T, TWall>(TWall face, FaceStates states)
        where T : struct, IReal<T>
        where TWall : struct, IWallColumn
    {
        T perDensity = T.From((1 + Stiffening) / density), α = T.From(momentumFactor);
        T spread = T.From(momentumFactor * (momentumFactor - 1));
        for (int j = Margin; j < Margin + Cells; j += T.Width)
        {
            WallValues<T> w = face.At<T>(j);
            T area = T.At(states.Area, j), u = T.At(states.Velocity, j), u2 = u * u, ratio = area * w.PerArea0;
            T work = w.Area0 * law.AreaIntegral(ratio, w.Distension, w.Bending) * perDensity;
            T c2 = law.Stiffness(ratio, w.Distension, w.Bending) * perDensity;
            (α * area * u2 + work).Store(states.Momentum, j);
            T.Sqrt(c2 + spread * u2).Store(states.Speed, j);
        }
    }

    private void Force<T, TWall>(TWall left, TWall right, SweepScratch s)
        where T : struct, IReal<T>
        where TWall : struct, IWallColumn
    {
        T perDensity = T.From((1 + Stiffening) / density);
        for (int j = Margin; j < Margin + Cells; j += T.Width)
        {
            WallValues<T> wl = left.At<T>(j), wr = right.At<T>(j);
            T restL = T.At(s.RestLeft, j), restR = T.At(s.RestRight, j);
            T workL = wl.Area0 * law.AreaIntegral(restL * wl.PerArea0, wl.Distension, wl.Bending);
            T workR = wr.Area0 * law.AreaIntegral(restR * wr.PerArea0, wr.Distension, wr.Bending);
            ((workR - workL) * perDensity + (restR - restL) * T.At(s.HeadChange, j)).Store(s.Force, j);
        }
    }

    private EndTrace Trace(SweepScratch s, int j, bool right, double time)
    {
        FaceStates halfway = right ? s.Right : s.Left;
        double side = right ? 0.5 : -0.5, perHalf = 1 / (0.5 * step);
        double area = (right ? s.RestRight : s.RestLeft)[j] + side * s.AreaSlope[j];
        double u = varies ? (Flow[j] + side * s.MotionSlope[j]) / area : s.Velocity[j] + side * s.MotionSlope[j];
        EndTrace trace = new()
        {
            Time = time,
            Area = area,
            AreaRate = (halfway.Area[j] - area) * perHalf,
            Velocity = u,
            VelocityRate = (halfway.Velocity[j] - u) * perHalf,
        };
        if (Lag is not { } lag) return trace;

        // s is known at the middle of the step; its distance from y decays.
        double middle = LagAtEnd(s, j, right ? -1 : 1) - (right ? varied.Right : varied.Left).HeadAt<Real>(j).Value;
        double risen = (s.Elastic[j] - lag.Stress[j]) * (1 / lag.Left(0.5 * step) - 1);
        trace.Lag = middle - risen;
        trace.LagRate = risen * perHalf;
        return trace;
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
        T λ = T.From(share), damping = T.From(0.5 * step * friction);
        for (int j = first; j < end; j += T.Width)
        {
            T next = T.At(Area, j) - λ * (T.At(s.VolumeFlux, j + 1) - T.At(s.VolumeFlux, j));
            T change = T.At(s.MomentumFlux, j + 1) - T.At(s.MomentumFlux, j);
            if (varies) change -= T.At(s.Force, j);
            next.Store(Area, j);
            Rubbed(T.At(Flow, j) - λ * change, T.At(s.Velocity, j), next, damping).Store(Flow, j);
        }

        (double, double, double, double) Raw(int j)
        {
            double momentum = s.MomentumFlux[j + 1] - s.MomentumFlux[j] - (varies ? s.Force[j] : 0);
            return (Area[j] - share * (s.VolumeFlux[j + 1] - s.VolumeFlux[j]), Flow[j] - share * momentum,
                Area[j], Flow[j]);
        }
    }

    private VariedColumn Column(Func<int, double> place, bool fromLeft)
    {
        VariedColumn made = new(Area.Length);
        for (int j = 0; j < Area.Length; j++)
        {
            double x = place(Math.Clamp(j - Margin, 0, Cells - 1));
            made.Put(j, Vessel.Profile.At(x, fromLeft), density * Vessel.PotentialAt(x));
        }

        return made;
    }

    // What changes in time: gravity, and pressure on parts of the vessel.
    private void Move(double time)
    {
        if (Vessel.GravityFactor is { } factor) gravityFactor = factor.At(time);
        else if (loads.Length == 0) return;
        if (loads.Length > 0)
        {
            varied.Centre.Unload();
            varied.Left.Unload();
            varied.Right.Unload();
        }

        foreach (var (inTime, centre, left, right) in loads)
        {
            double strength = inTime.At(time);
            varied.Centre.Load(centre, strength);
            varied.Left.Load(left, strength);
            varied.Right.Load(right, strength);
        }

        SetGravity(gravityFactor);
    }

    private double[] Shape(OutsideLoad load, Func<int, double> place) =>
        [.. Enumerable.Range(0, Area.Length)
            .Select(j => load.MeanAround(place(Math.Clamp(j - Margin, 0, Cells - 1)), CellLength, Vessel.Length))];

    private void SetGravity(double factor)
    {
        varied.Centre.SetGravity(factor);
        varied.Left.SetGravity(factor);
        varied.Right.SetGravity(factor);
    }
}
