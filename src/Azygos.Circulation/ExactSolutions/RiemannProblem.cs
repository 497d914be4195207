using Azygos.Numerics;

namespace Azygos.Circulation.ExactSolutions;

/// <summary>Two states that meet at x = 0 in a tube whose properties may jump there: the exact solution.</summary>
/// <remarks>
/// Where the properties are the same, one state forms between a left and a right wave. Where K, A₀ or p_ext jump, a
/// standing jump separates two states of equal flow and total pressure p + ρu²/2; both must be subcritical. The
/// solution depends on x/t alone.
/// </remarks>
/// <source doi="10.4208/cicp.210611.240212a" at="exact solution, discontinuous properties"/>
public sealed class RiemannProblem
{
    private readonly ElasticTube left, right;
    private readonly TubeState atLeft, atRight;
    private readonly bool jumps;

    /// <summary>Solves it.</summary>
    /// <param name="left">Tube for x &lt; 0.</param>
    /// <param name="atLeft">State there before.</param>
    /// <param name="right">Tube for x &gt; 0.</param>
    /// <param name="atRight">State there before.</param>
    /// <exception cref="ArithmeticException">The tube empties, or no subcritical state satisfies the jump.</exception>
    public RiemannProblem(ElasticTube left, TubeState atLeft, ElasticTube right, TubeState atRight)
    {
        (this.left, this.right, this.atLeft, this.atRight) = (left, right, atLeft, atRight);
        jumps = left != right;
        if (jumps)
        {
            JunctionProblem node = new(new JunctionEnd(left, atLeft, true), new JunctionEnd(right, atRight, false));
            (LeftStar, RightStar) = (node.Stars[0], node.Stars[1]);
        }
        else
        {
            LeftStar = RightStar = Between();
        }
        LeftWave = TubeWave.Between(left, atLeft, LeftStar, -1);
        RightWave = TubeWave.Between(right, atRight, RightStar, 1);
    }

    /// <summary>State between the left wave and x = 0.</summary>
    public TubeState LeftStar { get; }

    /// <summary>State between x = 0 and the right wave.</summary>
    public TubeState RightStar { get; }

    /// <summary>The left wave.</summary>
    public TubeWave LeftWave { get; }

    /// <summary>The right wave.</summary>
    public TubeWave RightWave { get; }

    /// <summary>The state at <paramref name="speed"/> = x/t [m/s].</summary>
    public TubeState At(double speed)
    {
        bool isLeft = jumps ? speed < 0 : speed < 0.5 * (LeftWave.Tail + RightWave.Tail);
        return isLeft
            ? At(speed, left, atLeft, LeftStar, LeftWave, -1)
            : At(speed, right, atRight, RightStar, RightWave, 1);
    }

    private static TubeState At(
        double speed, ElasticTube tube, TubeState ahead, TubeState behind, TubeWave wave, int side)
    {
        if (side * (speed - wave.Head) >= 0) return ahead;
        if (side * (speed - wave.Tail) <= 0) return behind;
        TubeState Inside(double area) => new(area, ahead.Velocity + side * tube.AcrossWave(ahead.Area, area));
        double area = RootFinder.FindRoot(
            A => Inside(A).Velocity + side * tube.WaveSpeed(A) - speed, behind.Area, ahead.Area).Position;
        return Inside(area);
    }

    private TubeState Between()
    {
        // Both waves slow the blood they meet: f = f_L + f_R + u_R − u_L grows with the area between them.
        double f(double area) => left.AcrossWave(atLeft.Area, area) + left.AcrossWave(atRight.Area, area)
            + atRight.Velocity - atLeft.Velocity;
        double low = Math.Min(atLeft.Area, atRight.Area), high = Math.Max(atLeft.Area, atRight.Area);
        for (int i = 0; f(low) > 0; i++, low /= 2)
            if (i == MostHalvings) throw new ArithmeticException("The tube empties between the two waves.");
        while (f(high) < 0) high *= 1.25;
        double area = low == high ? low : RootFinder.FindRoot(f, low, high).Position;
        return new TubeState(area, 0.5 * (atLeft.Velocity - left.AcrossWave(atLeft.Area, area)
            + atRight.Velocity + left.AcrossWave(atRight.Area, area)));
    }

    // Chosen: a hundred halvings leave 1e-30 of the area.
    private const int MostHalvings = 100;
}
