using Azygos.Clinic.Instruments.Ultrasound;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Clinic.Instruments.Imaging;

/// <summary>What fills the vein in a venogram.</summary>
public enum VenographyKind
{
    /// <summary>Contrast medium, seen by magnetic resonance: all of the lumen.</summary>
    ContrastMr,

    /// <summary>Contrast medium, seen by computed tomography: all of the lumen.</summary>
    Ct,

    /// <summary>Time of flight: only blood that moves fast enough is bright.</summary>
    TimeOfFlight,
}

/// <summary>The smallest lumen of each level as a venogram shows it.</summary>
/// <remarks>
/// The outline is drawn up to one pixel too far in or out: A_meas = π (√(A/π) + e dx)², e even between −1 and 1. By time
/// of flight, blood slower than a limit is dark, so that the lumen shrinks to the core that moves faster: a slow vein
/// looks narrow, or gone.
/// </remarks>
/// <source choice="the project's physiology specification, §11: segmentation error of one pixel, slow flow below 2 to 3
/// cm/s lost"/>
public sealed record Venography
{
    /// <summary>What fills the vein.</summary>
    public VenographyKind Kind { get; init; } = VenographyKind.ContrastMr;

    /// <summary>dx, side of a pixel.</summary>
    public Length Pixel { get; init; } = Length.FromMillimetres(0.7);

    /// <summary>Blood slower than this is dark by time of flight.</summary>
    public Velocity SlowestSeen { get; init; } = Velocity.FromCentimetresPerSecond(2.5);

    /// <summary>γ of the velocity profile [1].</summary>
    public double ProfileExponent { get; init; } = PhysicalConstants.VelocityProfileExponent;

    /// <summary>The smallest area of one level [m²]; 0 where nothing is seen.</summary>
    /// <param name="areas">Lumen along the level, mean in time [m²].</param>
    /// <param name="velocities">Mean velocity at the same places [m/s].</param>
    /// <param name="noise">Random numbers of this level.</param>
    public double SmallestArea(IReadOnlyList<double> areas, IReadOnlyList<double> velocities, RandomNumbers noise)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(velocities);
        ArgumentNullException.ThrowIfNull(noise);
        if (areas.Count == 0 || areas.Count != velocities.Count)
            throw new ArgumentException("A level needs places, each with area and velocity.", nameof(velocities));
        double smallest = double.PositiveInfinity;
        for (int i = 0; i < areas.Count; i++)
        {
            double bright = Kind == VenographyKind.TimeOfFlight
                ? VelocityProfile.ShareAbove(SlowestSeen.MetresPerSecond, velocities[i], ProfileExponent)
                : 1;
            smallest = Math.Min(smallest, areas[i] * bright);
        }

        double error = (2 * noise.Uniform() - 1) * Pixel.Metres;
        double radius = smallest <= 0 ? 0 : Math.Max(0, Math.Sqrt(smallest / Math.PI) + error);
        return Math.PI * radius * radius;
    }
}
