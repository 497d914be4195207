using Azygos.Clinic.Signals;

namespace Azygos.Clinic.Criteria;

/// <summary>How much of a heart beat runs backward.</summary>
/// <source ref="PMC3567958" at="table 2: reflux or bidirectional flow, without a number of seconds"/>
/// <source choice="bidirectional: within one beat each direction passes the dead-band for a tenth of the beat; a beat
/// that runs backward throughout counts as well"/>
public static class BackwardShare
{
    /// <summary>The largest share of a beat in which the velocity is below −v_db [1], over all whole beats.</summary>
    /// <param name="velocity">Velocity [m/s], positive toward the heart.</param>
    /// <param name="deadBand">v_db [m/s].</param>
    /// <param name="beat">Duration of a beat [s].</param>
    public static double Largest(Trace velocity, double deadBand, double beat)
    {
        ArgumentNullException.ThrowIfNull(velocity);
        int samples = Math.Max(1, (int)Math.Round(beat / velocity.Step));
        double largest = 0;
        for (int start = 0; start + samples <= velocity.Values.Count; start += samples)
            largest = Math.Max(
                largest,
                velocity.Values.Skip(start).Take(samples).Count(v => v < -deadBand) / (double)samples);
        return largest;
    }
}
