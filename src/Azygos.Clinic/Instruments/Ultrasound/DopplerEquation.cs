namespace Azygos.Clinic.Instruments.Ultrasound;

/// <summary>What an ultrasound machine knows of a velocity: the shift of its carrier, and what it makes of it.</summary>
/// <remarks>f_d = 2 f₀ v cos θ / c, with f₀ the carrier [Hz], θ the angle between beam and flow, c the speed of sound.
/// Angles [rad] from 0 to below π/2.</remarks>
/// <source choice="the Doppler equation of every text on ultrasound; test values of the project's physiology
/// specification, §11"/>
public static class DopplerEquation
{
    /// <summary>Speed of sound that every machine assumes for soft tissue, c [m/s].</summary>
    /// <source choice="1540 m/s, the convention of ultrasound machines"/>
    public const double SpeedOfSound = 1540;

    /// <summary>Shift of a carrier by a velocity [Hz].</summary>
    /// <param name="carrier">f₀ [Hz].</param>
    /// <param name="velocity">v [m/s].</param>
    /// <param name="angle">θ [rad].</param>
    public static double Shift(double carrier, double velocity, double angle) =>
        2 * carrier * velocity * Math.Cos(angle) / SpeedOfSound;

    /// <summary>Velocity that a machine makes of a shift [m/s].</summary>
    /// <param name="carrier">f₀ [Hz].</param>
    /// <param name="shift">f_d [Hz].</param>
    /// <param name="assumedAngle">Angle that the operator has set, θ_a [rad].</param>
    public static double Velocity(double carrier, double shift, double assumedAngle) =>
        shift * SpeedOfSound / (2 * carrier * Math.Cos(assumedAngle));

    /// <summary>Reported over true velocity when the angle is wrong: cos θ / cos θ_a [1].</summary>
    /// <param name="trueAngle">θ [rad].</param>
    /// <param name="assumedAngle">θ_a [rad].</param>
    public static double AngleFactor(double trueAngle, double assumedAngle) =>
        Math.Cos(trueAngle) / Math.Cos(assumedAngle);

    /// <summary>Highest velocity that is not folded over, v_N = c PRF / (4 f₀ cos θ) [m/s].</summary>
    /// <param name="carrier">f₀ [Hz].</param>
    /// <param name="pulseRate">Pulse repetition frequency, PRF [Hz].</param>
    /// <param name="angle">θ [rad].</param>
    public static double NyquistVelocity(double carrier, double pulseRate, double angle) =>
        Velocity(carrier, pulseRate / 2, angle);

    /// <summary>Lowest velocity that the wall filter lets through, f_w c / (2 f₀ cos θ) [m/s].</summary>
    /// <param name="carrier">f₀ [Hz].</param>
    /// <param name="wallFilter">f_w [Hz].</param>
    /// <param name="angle">θ [rad].</param>
    public static double WallFilterVelocity(double carrier, double wallFilter, double angle) =>
        Velocity(carrier, wallFilter, angle);

    /// <summary>A shift as pulses at PRF show it: folded into −PRF/2 to PRF/2 [Hz].</summary>
    /// <param name="shift">f_d [Hz].</param>
    /// <param name="pulseRate">PRF [Hz].</param>
    public static double Aliased(double shift, double pulseRate) =>
        shift - pulseRate * Math.Floor(shift / pulseRate + 0.5);
}
