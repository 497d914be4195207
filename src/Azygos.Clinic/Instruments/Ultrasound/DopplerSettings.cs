using Azygos.Quantities;

namespace Azygos.Clinic.Instruments.Ultrasound;

/// <summary>How a pulsed Doppler examination is set up: machine, probe and the hand that holds it.</summary>
/// <source choice="presets for slow veins from practice, not looked up: 5 MHz, 1500 pulses a second, wall filter 50 Hz,
/// angle 55°, gate 3 mm; aperture and focus are those of a small linear probe, chosen"/>
public sealed record DopplerSettings
{
    /// <summary>f₀, carrier.</summary>
    public Frequency Carrier { get; init; } = Frequency.FromPerSecond(5e6);

    /// <summary>PRF, pulses a second.</summary>
    public Frequency PulseRate { get; init; } = Frequency.FromPerSecond(1500);

    /// <summary>f_w: shifts below it are taken for moving walls and removed.</summary>
    public Frequency WallFilter { get; init; } = Frequency.FromPerSecond(50);

    /// <summary>θ_a, the angle that the operator has set.</summary>
    public Angle AssumedAngle { get; init; } = Angle.FromDegrees(55);

    /// <summary>θ, the angle that is.</summary>
    public Angle TrueAngle { get; init; } = Angle.FromDegrees(55);

    /// <summary>L_sv, length of the sample volume along the beam.</summary>
    public Length SampleVolume { get; init; } = Length.FromMillimetres(3);

    /// <summary>Width of the beam across, at the focus.</summary>
    public Length BeamWidth { get; init; } = Length.FromMillimetres(1);

    /// <summary>Distance of the beam's axis from the vessel's.</summary>
    public Length BeamOffset { get; init; } = Length.FromMillimetres(0);

    /// <summary>w, active aperture of the probe.</summary>
    public Length Aperture { get; init; } = Length.FromMillimetres(6);

    /// <summary>F, depth of the focus.</summary>
    public Length Focus { get; init; } = Length.FromMillimetres(30);

    /// <summary>γ, exponent of the velocity profile [1]: that of the simulated friction.</summary>
    public double ProfileExponent { get; init; } = PhysicalConstants.VelocityProfileExponent;

    /// <summary>Power of the machine's noise over that of blood filling the gate [1].</summary>
    public double NoiseShare { get; init; } = 0.01;

    /// <summary>Speckle and noise; off for exact vectors.</summary>
    public bool HasSpeckle { get; init; } = true;

    /// <summary>Highest velocity, as reported, that is not folded over [m/s].</summary>
    public double NyquistVelocity => DopplerEquation.NyquistVelocity(
        Carrier.PerSecond, PulseRate.PerSecond, AssumedAngle.Radians);

    /// <summary>Lowest velocity, as reported, that passes the wall filter [m/s].</summary>
    public double WallFilterVelocity => DopplerEquation.WallFilterVelocity(
        Carrier.PerSecond, WallFilter.PerSecond, AssumedAngle.Radians);
}
