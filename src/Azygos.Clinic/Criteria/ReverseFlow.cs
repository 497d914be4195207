using Azygos.Clinic.Signals;

namespace Azygos.Clinic.Criteria;

/// <summary>Finds the times of reverse flow in a velocity trace, as the rules of the examination count them.</summary>
/// <remarks>v(t) &lt; −v_db, with v_db the dead-band: what the wall filter of an ultrasound machine hides. A gap shorter
/// than <see cref="BridgedGap"/> between two such times does not end them. Between samples the velocity is taken as a
/// straight line, so that a duration does not jump by whole steps.</remarks>
/// <source choice="the published rules state no dead-band, and no treatment of gaps; both are chosen here"/>
public static class ReverseFlow
{
    /// <summary>Gaps shorter than this do not end a time of reverse flow [s].</summary>
    /// <source choice="40 ms: shorter than any valve event, longer than the noise of a 10 ms spectrum"/>
    public const double BridgedGap = 0.040;

    /// <summary>All intervals, in time order.</summary>
    /// <param name="velocity">Velocity [m/s], positive toward the heart.</param>
    /// <param name="deadBand">v_db [m/s], 0 or above.</param>
    public static IReadOnlyList<ReverseInterval> Find(Trace velocity, double deadBand)
    {
        ArgumentNullException.ThrowIfNull(velocity);
        if (!(deadBand >= 0))
            throw new ArgumentOutOfRangeException(nameof(deadBand), deadBand, "The dead-band [m/s] must be 0 or above.");
        var intervals = new List<ReverseInterval>();
        IReadOnlyList<double> v = velocity.Values;
        double start = -1;
        for (int i = 0; i < v.Count; i++)
        {
            bool reverse = v[i] < -deadBand, before = i > 0 && v[i - 1] < -deadBand;
            if (reverse && !before) start = i == 0 ? 0 : Crossing(i);
            if (!reverse && before) Add(start, Crossing(i));
        }

        if (v[^1] < -deadBand) Add(start, velocity.Duration);
        return intervals;

        // Where the straight line from sample i − 1 to sample i meets −v_db [s].
        double Crossing(int i) => velocity.Step * (i - 1 + (v[i - 1] + deadBand) / (v[i - 1] - v[i]));

        void Add(double from, double to)
        {
            if (intervals.Count > 0 && from - intervals[^1].End < BridgedGap)
                intervals[^1] = intervals[^1] with { End = to };
            else
                intervals.Add(new ReverseInterval(from, to));
        }
    }

    /// <summary>The longest time of reverse flow, T_reflux [s]; 0 when there is none.</summary>
    /// <param name="velocity">Velocity [m/s], positive toward the heart.</param>
    /// <param name="deadBand">v_db [m/s], 0 or above.</param>
    public static double Longest(Trace velocity, double deadBand) =>
        Find(velocity, deadBand).Select(interval => interval.Duration).DefaultIfEmpty(0).Max();
}
