namespace Azygos.Circulation.ExactSolutions;

/// <summary>A vessel's end at a junction, and the blood in it before the junction acts.</summary>
/// <param name="Tube">The vessel.</param>
/// <param name="State">Area and velocity along the vessel's own x.</param>
/// <param name="EndsHere">True when the vessel's far end (x = length) is at the junction, false when its start
/// is.</param>
/// <source choice="the usual orientation of vessels at junctions"/>
public sealed record JunctionEnd(ElasticTube Tube, TubeState State, bool EndsHere)
{
    private int Sign => EndsHere ? 1 : -1;

    /// <summary>The state behind the wave that leaves the junction into this vessel, at an area.</summary>
    /// <param name="area">[m²].</param>
    internal TubeState Behind(double area)
        => new(area, State.Velocity - Sign * Tube.AcrossWave(State.Area, area));

    /// <summary>Flow into the junction [m³/s].</summary>
    internal double Inflow(TubeState state) => Sign * state.Flow;

    /// <summary>Total pressure behind the wave [Pa].</summary>
    internal double HeadAt(double area) => Tube.Head(Behind(area));

    /// <summary>
    /// The smallest area that the junction can impose: there blood flows in as fast as waves come back (or a shock
    /// stands still, where it already came faster).
    /// </summary>
    internal double ChokedArea()
    {
        double A = State.Area, v = Sign * State.Velocity, c = Tube.WaveSpeed(A);
        if (v < c)
            // v − c falls along the rarefaction; it starts below zero.
            return RootInArea(area => Sign * Behind(area).Velocity - Tube.WaveSpeed(area), A, growing: false);
        // The shock's speed toward the vessel grows with its strength.
        return RootInArea(area => Inflow(Behind(area)) - Sign * State.Flow, A * (1 + 1e-9), growing: true);
    }

    /// <summary>The area at which the total pressure is <paramref name="head"/>; the choked one when it is
    /// lower.</summary>
    internal double AreaAt(double head, double choked)
        => HeadAt(choked) >= head ? choked : RootInArea(area => HeadAt(area) - head, choked, growing: true);

    /// <summary>Where f, negative or positive at the start, first changes its sign; steps of a tenth.</summary>
    private static double RootInArea(Func<double, double> f, double start, bool growing)
    {
        double from = start, sign = Math.Sign(f(start));
        for (int i = 0; i < MostSteps; i++)
        {
            double to = growing ? from * Step : from / Step;
            if (Math.Sign(f(to)) != sign)
                return Azygos.Numerics.RootFinder.FindRoot(f, Math.Min(from, to), Math.Max(from, to)).Position;
            from = to;
        }
        throw new ArithmeticException($"No state of the vessel at the junction between {start:G6} and {from:G6} m².");
    }

    // Chosen: a tenth at a time, over thirty decades: wider than any vessel closes or opens.
    private const double Step = 1.1;
    private const int MostSteps = 750;
}
