using System.Numerics;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waves;
using Azygos.Testing;

namespace Azygos.Circulation.Tests.Waves;

/// <summary>Viscoelastic walls (standard linear solid) against the standing wave of a closed tube, and where unlike ones
/// meet.</summary>
/// <remarks>
/// With a = A/A₀ − 1 small and s in units of 2K: a″ = −c²k² ((1 + g) a − g s), s′ = (a − s)/τ_m. Solutions exp(λt): τ_m λ³ + λ² + (1 + g) c²k²
/// τ_m λ + c²k² = 0.
/// </remarks>
public sealed class RelaxingWallTests
{
    private const double Length = 0.5, C = 5, WallTime = 0.02, Stiffening = 1.5, End = 0.3;

    // So small that what the linear equation leaves out, its square, is far below the error of 80 cells.
    private const double Amplitude = 1e-5;

    private const double K = Math.PI / Length;

    [Fact]
    public void A_standing_wave_dies_as_the_wall_says_at_order_two() =>
        ObservedOrder.Over(1.0 / 20, 3, cell => Error(Tube((int)Math.Round(1 / cell), cut: false)))
            .LastTwoAreAtLeast(ObservedOrder.SecondOrder);

    [Fact]
    public void It_is_damped_to_a_share_that_an_elastic_wall_would_not_show()
    {
        double left = Tube(80, cut: false).Along("a", VesselQuantity.AreaRatio).Max(α => Math.Abs(α - 1)) / Amplitude;
        Assert.InRange(left, 0.01, 0.2);
    }

    [Fact]
    public void A_joint_in_the_tube_changes_nothing()
    {
        double[] whole = Shape(Tube(40, cut: false)), joined = Shape(Tube(20, cut: true));
        // Half a per cent of the wave: the joint is a face of another formula, of the same order.
        Assert.All(whole.Zip(joined), pair => Assert.Equal(pair.First, pair.Second, 0.005));
    }

    // The first is a vein in the arm, the second one in the chest, so to speak: all of the wall differs.
    [Theory]
    [InlineData(1.0, 0.05, 0.5, 0.01)]
    [InlineData(0.5, 0.01, 2.0, 0.1)]
    [InlineData(1.5, 0.03, 0.0, 0.0)]   // to an elastic one
    public void A_pulse_through_the_joint_of_unlike_walls_converges_at_order_two(
        double stiffening, double time, double stiffeningBehind, double timeBehind)
    {
        WallPoint narrow = Tubes.VeinPoint with { ReferenceArea = 0.6e-4, Distension = 900, Bending = 900 };
        Vessel before = Tubes.Vein("before", "in", "joint", 0.5) with { WallTime = time, WallStiffening = stiffening };
        Vessel behind = Tubes.Of("behind", "joint", "out", 0.5, VesselWall.StiffVein, narrow) with
        {
            WallTime = timeBehind,
            WallStiffening = stiffeningBehind,
        };
        double[]? next = Fields(80);
        ObservedOrder.Over(1.0 / 80, 2, h =>
        {
            double[] coarse = next!;
            next = Fields(2 * (int)Math.Round(1 / h));
            return coarse.Select((value, i) => value - 0.5 * (next[2 * i] + next[2 * i + 1])).Rms();
        }).LastTwoAreAtLeast(ObservedOrder.SecondOrder);

        // Pressures too: that of the joint is shared by elastic and viscous parts together.
        double[] Fields(int cells)
        {
            WaveSystem system = Tubes.System(Tubes.Viscous, cells, [before, behind],
                new FlowNode("in", Tubes.Pulse(2e-6, 0.16, 0.04)), new JunctionNode("joint"), new ClosedNode("out"))
                .To(0.35);
            return
            [
                .. from vessel in (string[])["before", "behind"]
                   from value in system.Along(vessel, VesselQuantity.AreaRatio)
                       .Concat(system.Along(vessel, VesselQuantity.Pressure).Select(p => p / Tubes.VeinPoint.Distension))
                       .Concat(system.Along(vessel, VesselQuantity.Velocity).Select(u => u / 2.3))
                   select value,
            ];
        }
    }

    // What the folded end remembers must not shut the cell beside it: blood flows back in.
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.02)]
    [InlineData(0.002)]
    public void A_folded_end_fills_again_from_the_open_vein_beside_it(double left)
    {
        Vessel vein = Tubes.Vein("vein", "in", "out", 0.06) with { WallTime = 0.05, WallStiffening = 1 };
        WaveSystem system = Tubes.System(Tubes.Viscous, 6, [vein], new ClosedNode("in"), new ClosedNode("out"));
        VesselLine line = system.Line("vein");
        line.ChangeArea(5, left * line.Area[VesselLine.Margin + 5]);
        line.MeasureSpeed();
        double volume = system.Volume();
        system.To(0.1);
        Assert.Equal(volume, system.Volume(), 1e-12 * volume);
        // Its wall pulls blood in by its tension until it has forgotten it, twice 0.05 s: a tenth of its lumen by then, however
        // far it was folded. With the face shut it is at 0.06 and 0.007 for the last two.
        Assert.InRange(system.Along("vein", VesselQuantity.AreaRatio)[5], 0.1, 1);
        system.To(1);
        double[] ratio = system.Along("vein", VesselQuantity.AreaRatio);
        Assert.True(ratio.Min() > 0.9 * ratio.Max(), string.Join(' ', ratio));
    }

    [Fact]
    public void Blood_at_rest_stays_at_rest_in_a_tapered_vessel_hung_up()
    {
        const double gravity = 9.81;
        WaveSystem system = Tubes.System(Tubes.Inviscid, 40,
            [new Vessel
            {
                Id = "aorta",
                From = "top",
                To = "bottom",
                Length = 0.5,
                Wall = VesselWall.Artery,
                Profile = new TaperedProfile
                {
                    Length = 0.5,
                    Radius = (0.012, 0.004),
                    Thickness = (0.0012, 0.0006),
                    YoungModulus = 4e5,
                    ReferencePressure = 9_000,
                    Gravity = gravity,
                },
                Start = new HydrostaticStart(10_000, 0, 0),
                WallTime = WallTime,
                WallStiffening = Stiffening,
            }],
            new ClosedNode("top"), new ClosedNode("bottom"));
        system.To(1);
        Assert.InRange(system.FastestBlood(), 0, 1e-12);   // rounding, gathered over a thousand steps
    }

    // Areas at rest, but walls that have not settled: pressures even out, and the blood comes to rest again.
    [Fact]
    public void Walls_that_have_not_settled_settle()
    {
        WaveSystem system = Tubes.System(Tubes.Viscous, 20,
            [Relaxing(Tubes.Artery("a", "left", "right", Length))], new ClosedNode("left"), new ClosedNode("right"));
        double[] stress = system.Line("a").Lag!.Stress;
        for (int i = 0; i < 10; i++) stress[VesselLine.Margin + i] -= 500;
        double before = system.Volume(), fastest = 0;
        system.To(0.1, afterStep: () => fastest = Math.Max(fastest, system.FastestBlood()));
        Assert.InRange(fastest, 0.01, 1);
        system.To(8);
        Assert.InRange(system.FastestBlood(), 0, 1e-6);
        Assert.All(system.Along("a", VesselQuantity.Pressure), p => Assert.Equal(10_000, p, 0.01));
        Assert.Equal(before, system.Volume(), 1e-13 * before);
    }

    [Fact]
    public void Volume_is_exact_where_three_vessels_of_different_walls_meet()
    {
        WaveSystem system = Tubes.System(Tubes.Viscous, 12,
        [
            Relaxing(Tubes.Artery("a", "blind", "fork", 0.3, new Wave())),
            Relaxing(Tubes.Vein("b", "fork", "end", 0.2)),
            Tubes.Artery("elastic", "fork", "shut", 0.1),
        ],
            new ClosedNode("blind"), new JunctionNode("fork"), new ClosedNode("end"), new ClosedNode("shut"));
        double before = system.Volume();
        system.To(0.4);
        Assert.Equal(before, system.Volume(), 1e-13 * before);
    }

    [Fact]
    public void A_changed_area_changes_the_pressure_as_the_wall_at_rest_would()
    {
        WaveSystem system = Tubes.System(Tubes.Inviscid, 20,
            [Relaxing(Tubes.Artery("a", "left", "right", Length, new Wave()))], new ClosedNode("left"), new ClosedNode("right"));
        system.To(0.05);
        VesselLine line = system.Line("a");
        double before = line.PressureOf(3);
        line.ChangePressure(3, 200);
        Assert.Equal(before + 200, line.PressureOf(3), 1e-9 * before);
    }

    [Fact]
    public void A_viscous_time_without_stiffening_is_refused() => Assert.Throws<ArgumentException>(() => Tubes.System(
        Tubes.Inviscid, 4, [Tubes.Artery("a", "left", "right", 0.1) with { WallTime = 0.01 }],
        new ClosedNode("left"), new ClosedNode("right")));

    private static Vessel Relaxing(Vessel vessel) => vessel with { WallTime = WallTime, WallStiffening = Stiffening };

    private static WaveSystem Tube(int cells, bool cut)
    {
        Vessel[] vessels = cut
            ?
            [
                Relaxing(Tubes.Artery("a", "left", "middle", 0.5 * Length, new Wave())),
                Relaxing(Tubes.Artery("b", "middle", "right", 0.5 * Length, new Wave(0.5 * Length))),
            ]
            : [Relaxing(Tubes.Artery("a", "left", "right", Length, new Wave()))];
        NetworkNode[] nodes = cut
            ? [new ClosedNode("left"), new JunctionNode("middle"), new ClosedNode("right")]
            : [new ClosedNode("left"), new ClosedNode("right")];
        return Tubes.System(Tubes.Inviscid, cells, vessels, nodes).To(End);
    }

    // (A − A₀)/(A₀ ε) in every cell, then (p − p_ref)/(½ K ε).
    private static double[] Shape(WaveSystem system) =>
    [
        .. system.Mesh.LinesOf.Keys.SelectMany(id => system.Along(id, VesselQuantity.AreaRatio))
            .Select(α => (α - 1) / Amplitude),
        .. system.Mesh.LinesOf.Keys.SelectMany(id => system.Along(id, VesselQuantity.Pressure)).Select(p =>
            (p - Tubes.ArteryPoint.ReferencePressure) / (0.5 * Tubes.ArteryPoint.Distension * Amplitude)),
    ];

    private static double Error(WaveSystem system)
    {
        (double area, double pressure) = Standing(End);
        double[] shape = Shape(system);
        double sum = 0, half = 0.5 * K * system.Mesh.Lines[0].CellLength;
        int cells = shape.Length / 2;
        for (int i = 0; i < cells; i++)
        {
            double mean = Math.Sin(half) / half * Math.Cos((2 * i + 1) * half);   // of cos kx over the cell
            sum += Math.Pow(shape[i] - area * mean, 2) + Math.Pow(shape[cells + i] - pressure * mean, 2);
        }

        return Math.Sqrt(sum / shape.Length);
    }

    // a and (1 + g) a − g s = −a″/(c²k²) of the wave that starts at rest with a = s = 1.
    private static (double Area, double Pressure) Standing(double time)
    {
        const double τ = WallTime / Stiffening, ω2 = C * C * K * K, g = Stiffening;
        double low = -1 / τ, high = 0;   // the real root lies between
        while (high - low > 1e-14 / τ)
        {
            double middle = 0.5 * (low + high), f = ((τ * middle + 1) * middle + (1 + g) * ω2 * τ) * middle + ω2;
            if (f < 0) low = middle;
            else high = middle;
            if (middle == low && middle == high) break;
        }

        // The rest: λ² + b λ + c.
        double real = 0.5 * (low + high), b = 1 / τ + real, c = (1 + g) * ω2 + b * real;
        Complex root = Complex.Sqrt(b * b - 4 * c);
        Complex[] λ = [real, 0.5 * (-b + root), 0.5 * (-b - root)];
        Complex area = 0, curve = 0;
        for (int i = 0; i < 3; i++)
        {
            // a = 1, a′ = 0, a″ = −ω² at the start.
            Complex p = λ[(i + 1) % 3], q = λ[(i + 2) % 3];
            Complex share = (-ω2 + p * q) / ((λ[i] - p) * (λ[i] - q)) * Complex.Exp(λ[i] * time);
            area += share;
            curve += share * λ[i] * λ[i];
        }

        return (area.Real, -curve.Real / ω2);
    }

    // A₀ (1 + ε cos kx), at rest; x counted from a place of the tube.
    private sealed record Wave(double From = 0) : VesselStart
    {
        public override (double Area, double Velocity) At(double x, Vessel vessel, Blood blood, in WallPoint at) =>
            (at.ReferenceArea * (1 + Amplitude * Math.Cos(K * (From + x))), 0);
    }
}
