namespace Azygos.Clinic.Instruments.Ultrasound;

/// <summary>Where the sample volume lies in a lumen: how fast the blood in it is, as shares of the mean velocity.</summary>
/// <remarks>A gate of length L_sv along a beam that crosses the vessel's axis, or passes it at an offset b: a point at s
/// along the beam and y across it lies r = √((s sin θ)² + (b + y)²) from the axis. The points are spread evenly by a
/// sequence of low discrepancy, so that noise comes from speckle alone.</remarks>
/// <source choice="200 points, as the project's physiology specification, §11, asks"/>
internal sealed class SampleVolume(DopplerSettings settings)
{
    // Chosen: classes of velocity into which the points are counted; a tenth of a usual spectrum's width each.
    public const int Classes = 48;
    private const int Points = 200;

    // Additive recurrence of the plastic number, even in two dimensions.
    private const double FirstStep = 0.7548776662466927, SecondStep = 0.5698402909980532;

    private readonly double[] squares = Squares(settings);   // (distance from the axis)² [m²]
    private readonly double peak = VelocityProfile.Relative(0, settings.ProfileExponent);

    /// <summary>Velocity of a class over the mean velocity [1].</summary>
    public double Of(int k) => (k + 0.5) / Classes * peak;

    /// <summary>Counts the gate's points by velocity; shape [<see cref="Classes"/>]. They add up to the share of the
    /// gate that holds blood [1].</summary>
    public void Weigh(double area, Span<double> weights)
    {
        weights.Clear();
        double radius2 = area / Math.PI;
        bool isParabola = settings.ProfileExponent == 2;
        foreach (double r2 in squares)
        {
            if (r2 >= radius2) continue;
            // The parabola needs no power: the commonest profile, 200 points a spectrum.
            double u = isParabola
                ? 1 - r2 / radius2
                : VelocityProfile.Relative(Math.Sqrt(r2 / radius2), settings.ProfileExponent) / peak;
            weights[Math.Min(Classes - 1, (int)(u * Classes))] += 1.0 / Points;
        }
    }

    private static double[] Squares(DopplerSettings settings)
    {
        double along = settings.SampleVolume.Metres * Math.Sin(settings.TrueAngle.Radians);
        return [.. Enumerable.Range(1, Points).Select(i =>
        {
            double s = (Fraction(i * FirstStep) - 0.5) * along;
            double y = settings.BeamOffset.Metres + (Fraction(i * SecondStep) - 0.5) * settings.BeamWidth.Metres;
            return s * s + y * y;
        })];
    }

    private static double Fraction(double x) => x - Math.Floor(x);
}
