using Azygos.Circulation.ExactSolutions;

namespace Azygos.Circulation.Tests.ExactSolutions;

/// <summary>The exact solution at a node: flows sum to zero, total pressure is equal, waves leave.</summary>
public sealed class JunctionProblemTests
{
    private static readonly JunctionEnd[] Ends =
    [
        new(Tubes.Vein, new TubeState(8.6e-5, 0.2), EndsHere: true),
        new(Tubes.SqueezedVein, new TubeState(5.5e-5, -0.1), EndsHere: true),
        new(Tubes.BodyVein, new TubeState(8e-5, 0.05), EndsHere: false),
        new(Tubes.AnyLaw, new TubeState(7.2e-5, 0.1), EndsHere: false),
    ];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Mass_and_total_pressure_are_kept(int count)
    {
        JunctionEnd[] ends = Ends[..count];
        JunctionProblem node = new(ends);
        double sum = 0, scale = 0;
        for (int i = 0; i < count; i++)
        {
            sum += (ends[i].EndsHere ? 1 : -1) * node.Stars[i].Flow;
            scale += Math.Abs(node.Stars[i].Flow);
            Assert.Equal(node.Head, ends[i].Tube.Head(node.Stars[i]), 1e-9 * Math.Abs(node.Head));
            Assert.True((ends[i].EndsHere ? -1 : 1) * node.Waves[i].Head > 0);          // away from the node
        }
        Assert.Equal(0, sum / scale, 1e-12);
    }

    [Fact]
    public void The_order_of_the_ends_and_their_direction_do_not_matter()
    {
        JunctionProblem one = new(Ends);
        JunctionProblem other = new([.. Ends.Reverse().Select(end => end with
        {
            EndsHere = !end.EndsHere,
            State = end.State with { Velocity = -end.State.Velocity },
        })]);
        Assert.Equal(one.Head, other.Head, 1e-9 * Math.Abs(one.Head));
        for (int i = 0; i < Ends.Length; i++)
            Assert.Equal(one.Stars[i].Flow, -other.Stars[Ends.Length - 1 - i].Flow, 1e-16);
    }

    [Fact]
    public void A_small_wave_is_reflected_as_linear_theory_says()
    {
        // The difference is of second order in the wave: 1 Pa against ρc² of some 1e5 Pa.
        const double rise = 1;
        ElasticTube[] tubes = [Tubes.Artery, Tubes.StifferArtery, Tubes.StifferArtery];
        double[] areas = [.. tubes.Select(tube => tube.Area(0))];
        double raised = tubes[0].Area(rise);
        JunctionProblem node = new(
            new JunctionEnd(tubes[0], new TubeState(raised, tubes[0].VelocityChange(areas[0], raised)), true),
            new JunctionEnd(tubes[1], new TubeState(areas[1], 0), false),
            new JunctionEnd(tubes[2], new TubeState(areas[2], 0), false));
        LinearBranching linear = new(
            LinearVessel.Of(tubes[0], areas[0], 1),
            [LinearVessel.Of(tubes[1], areas[1], 1), LinearVessel.Of(tubes[2], areas[2], 1)],
            new Azygos.Circulation.Waveforms.ConstantWaveform(rise));
        Assert.Equal(linear.Transmission, tubes[1].Pressure(node.Stars[1].Area) / rise, 1e-4);
    }

    [Fact]
    public void One_end_is_no_junction() => Assert.Throws<ArgumentException>(() => new JunctionProblem(Ends[0]));
}
