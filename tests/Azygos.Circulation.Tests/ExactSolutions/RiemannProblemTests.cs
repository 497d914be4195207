using Azygos.Circulation.ExactSolutions;

namespace Azygos.Circulation.Tests.ExactSolutions;

/// <summary>The exact Riemann solution obeys what it is the solution of.</summary>
public sealed class RiemannProblemTests
{
    // Roots are found to the last bit; what is left is rounding of states that differ by some per cent.
    private const double Rounding = 1e-10;

    /// <summary>Pairs of area ratio and speed index (u/c) left and right, over all tubes without a jump.</summary>
    public static IEnumerable<(ElasticTube Tube, TubeState Left, TubeState Right)> Problems =>
        from tube in Tubes.All
        from one in States
        from other in States
        select (tube, State(tube, one), State(tube, other));

    private static readonly (double Ratio, double SpeedIndex)[] States =
        [(1, 0), (1.2, 0.1), (0.7, -0.3), (0.35, 0.6), (1.05, -1.4)];

    private static TubeState State(ElasticTube tube, (double Ratio, double SpeedIndex) of)
    {
        double area = of.Ratio * tube.Point.ReferenceArea;
        return new TubeState(area, of.SpeedIndex * tube.WaveSpeed(area));
    }

    [Fact]
    public void Shocks_conserve_mass_and_momentum_and_rarefactions_their_invariant()
    {
        int shocks = 0, rarefactions = 0;
        foreach ((ElasticTube tube, TubeState left, TubeState right) in Problems)
        {
            RiemannProblem problem = new(tube, left, tube, right);
            Check(tube, left, problem.LeftStar, problem.LeftWave, -1);
            Check(tube, right, problem.RightStar, problem.RightWave, 1);
        }
        Assert.True(shocks > 50 && rarefactions > 50);

        void Check(ElasticTube tube, TubeState ahead, TubeState behind, TubeWave wave, int side)
        {
            double c = tube.WaveSpeed(ahead.Area), A0 = tube.Point.ReferenceArea;
            if (wave.IsShock)
            {
                shocks++;
                double mass = wave.Head * (behind.Area - ahead.Area) - (behind.Flow - ahead.Flow);
                double momentum = wave.Head * (behind.Flow - ahead.Flow)
                    - (tube.Momentum(behind) - tube.Momentum(ahead)) / tube.Density;
                Assert.Equal(0, mass / (A0 * c), Rounding);
                Assert.Equal(0, momentum / (A0 * c * c), Rounding);
                Assert.True(behind.Area > ahead.Area);                       // compresses: entropy
            }
            else
            {
                rarefactions++;
                double invariant = behind.Velocity - ahead.Velocity
                    - side * tube.VelocityChange(ahead.Area, behind.Area);
                Assert.Equal(0, invariant / c, Rounding);
                Assert.True(side * wave.Head >= side * wave.Tail);           // spreads
            }
        }
    }

    [Fact]
    public void Blood_and_momentum_on_both_sides_are_what_came_in()
    {
        // ∫ over [−X, X] at time 1 of A and of Au: the start plus what crossed the ends. Midpoint rule between the
        // waves' edges, 400 pieces each: error of a fan about (1/400)².
        foreach ((ElasticTube tube, TubeState left, TubeState right) in Problems)
        {
            RiemannProblem problem = new(tube, left, tube, right);
            double[] edges =
            [
                problem.LeftWave.Head, problem.LeftWave.Tail, problem.RightWave.Tail, problem.RightWave.Head,
            ];
            double reach = edges.Max(Math.Abs) + 1, from = -reach, area = 0, flow = 0;
            foreach (double to in edges.Append(reach))
            {
                for (int i = 0; i < 400; i++)
                {
                    TubeState state = problem.At(from + (i + 0.5) * (to - from) / 400);
                    area += state.Area * (to - from) / 400;
                    flow += state.Flow * (to - from) / 400;
                }
                from = to;
            }
            double mass = reach * (left.Area + right.Area) + left.Flow - right.Flow;
            double momentum = reach * (left.Flow + right.Flow)
                + (tube.Momentum(left) - tube.Momentum(right)) / tube.Density;
            Assert.Equal(1, area / mass, 1e-5);
            Assert.Equal(0, (flow - momentum) / (tube.Point.ReferenceArea * reach * reach), 1e-5);
        }
    }

    [Fact]
    public void Drawn_backwards_the_solution_is_mirrored()
    {
        foreach ((ElasticTube tube, TubeState left, TubeState right) in Problems)
        {
            RiemannProblem one = new(tube, left, tube, right);
            RiemannProblem other = new(tube, Mirrored(right), tube, Mirrored(left));
            Assert.Equal(one.LeftStar.Area, other.RightStar.Area, 1e-12 * one.LeftStar.Area);
            Assert.Equal(one.LeftWave.Head, -other.RightWave.Head, 1e-10 * (1 + Math.Abs(one.LeftWave.Head)));
            TubeState a = one.At(0.3), b = other.At(-0.3);
            Assert.Equal(a.Area, b.Area, 1e-9 * a.Area);
        }

        static TubeState Mirrored(TubeState state) => state with { Velocity = -state.Velocity };
    }

    [Fact]
    public void Across_a_jump_of_properties_flow_and_total_pressure_are_equal()
    {
        (ElasticTube, ElasticTube)[] pairs =
        [
            (Tubes.Artery, Tubes.StifferArtery), (Tubes.Vein, Tubes.SqueezedVein), (Tubes.SqueezedVein, Tubes.Vein),
            (Tubes.BodyVein, Tubes.Vein), (Tubes.AnyLaw, Tubes.BodyVein),
        ];
        foreach ((ElasticTube left, ElasticTube right) in pairs)
            foreach (double pressure in (double[])[180, 300, 420])
            {
                TubeState atLeft = new(left.Area(pressure), 0.05 * left.WaveSpeed(left.Area(pressure)));
                TubeState atRight = new(right.Area(290), 0);
                RiemannProblem problem = new(left, atLeft, right, atRight);
                double scale = left.Point.ReferenceArea * left.WaveSpeed(atLeft.Area);
                Assert.Equal(0, (problem.LeftStar.Flow - problem.RightStar.Flow) / scale, Rounding);
                double head = left.Head(problem.LeftStar), other = right.Head(problem.RightStar);
                Assert.Equal(0, (head - other) / (left.Density * Math.Pow(left.WaveSpeed(atLeft.Area), 2)), Rounding);
                Assert.Equal(problem.LeftStar, problem.At(-1e-9));
                Assert.Equal(problem.RightStar, problem.At(1e-9));
            }
    }

    [Fact]
    public void Without_a_jump_the_two_solvers_agree()
    {
        foreach ((ElasticTube tube, TubeState left, TubeState right) in Problems)
        {
            RiemannProblem problem = new(tube, left, tube, right);
            if (Math.Abs(tube.SpeedIndex(problem.LeftStar)) > 0.9
                || problem.LeftWave.Tail > 0 || problem.RightWave.Tail < 0) continue;
            JunctionProblem node = new(new(tube, left, EndsHere: true), new JunctionEnd(tube, right, EndsHere: false));
            Assert.Equal(problem.LeftStar.Area, node.Stars[0].Area, 1e-11 * problem.LeftStar.Area);
            Assert.Equal(problem.LeftStar.Velocity, node.Stars[1].Velocity, 1e-10);
        }
    }

    [Fact]
    public void Equal_states_stay()
    {
        TubeState state = new(7e-5, 0.4);
        RiemannProblem problem = new(Tubes.Vein, state, Tubes.Vein, state);
        Assert.Equal(state, problem.At(0.123));
        Assert.Equal(state, problem.LeftStar);
    }

    [Fact]
    public void A_flow_that_no_jump_can_pass_is_refused()
    {
        // The right side is sucked 4000 Pa below the left: more blood is drawn than the left can send.
        ElasticTube right = Tubes.Vein with { Point = Tubes.Vein.Point with { ReferencePressure = -4000 } };
        TubeState full = new(Tubes.Vein.Area(400), 0), empty = new(right.Area(-4500), 0);
        Assert.Throws<ArithmeticException>(() => new RiemannProblem(Tubes.Vein, full, right, empty));
    }
}
