namespace Azygos.Quantities.Tests;

/// <summary>Conversions worked out by hand, each factory and property against SI.</summary>
public sealed class ConversionTests
{
    // One or two roundings of a decimal number.
    private static void Same(double expected, double found) =>
        Assert.True(Math.Abs(found - expected) <= 4e-16 * Math.Abs(expected),
            $"{expected:R} expected, {found:R} found");

    [Fact]
    public void Pressures()
    {
        Same(1066.576, Pressure.FromMillimetresOfMercury(8).Pascals);
        Same(1176.798, Pressure.FromCentimetresOfWater(12).Pascals);
        Same(10640, Pressure.FromKilopascals(10.64).Pascals);
        Same(8, Pressure.FromPascals(1066.576).MillimetresOfMercury);
        Same(12, Pressure.FromPascals(1176.798).CentimetresOfWater);
        Same(10.64, Pressure.FromPascals(10640).Kilopascals);
    }

    [Fact]
    public void Flows()
    {
        Same(1e-5, Flow.FromMillilitresPerMinute(600).CubicMetresPerSecond);
        Same(1.25e-5, Flow.FromMillilitresPerSecond(12.5).CubicMetresPerSecond);
        Same(1e-4, Flow.FromLitresPerMinute(6).CubicMetresPerSecond);
        Same(750, Flow.FromCubicMetresPerSecond(1.25e-5).MillilitresPerMinute);
        Same(12.5, Flow.FromCubicMetresPerSecond(1.25e-5).MillilitresPerSecond);
        Same(0.75, Flow.FromCubicMetresPerSecond(1.25e-5).LitresPerMinute);
    }

    [Fact]
    public void Volumes_areas_and_lengths()
    {
        Same(4.63e-3, Volume.FromLitres(4.63).CubicMetres);
        Same(4.63e-3, Volume.FromMillilitres(4630).CubicMetres);
        Same(4630, Volume.FromCubicMetres(4.63e-3).Millilitres);
        Same(4.63, Volume.FromCubicMetres(4.63e-3).Litres);
        Same(9.45e-5, Area.FromSquareMillimetres(94.5).SquareMetres);
        Same(9.45e-5, Area.FromSquareCentimetres(0.945).SquareMetres);
        Same(94.5, Area.FromSquareMetres(9.45e-5).SquareMillimetres);
        Same(0.945, Area.FromSquareMetres(9.45e-5).SquareCentimetres);
        Same(0.12, Length.FromCentimetres(12).Metres);
        Same(0.12, Length.FromMillimetres(120).Metres);
        Same(12, Length.FromMetres(0.12).Centimetres);
        Same(120, Length.FromMetres(0.12).Millimetres);
    }

    [Fact]
    public void Motions_times_and_angles()
    {
        Same(0.9, Velocity.FromCentimetresPerSecond(90).MetresPerSecond);
        Same(90, Velocity.FromMetresPerSecond(0.9).CentimetresPerSecond);
        Same(9.81, Acceleration.FromMetresPerSecondSquared(9.81).MetresPerSecondSquared);
        Same(0.88, Duration.FromMilliseconds(880).Seconds);
        Same(90, Duration.FromMinutes(1.5).Seconds);
        Same(880, Duration.FromSeconds(0.88).Milliseconds);
        Same(1.5, Duration.FromSeconds(90).Minutes);
        Same(Math.PI / 6, Angle.FromDegrees(30).Radians);
        Same(30, Angle.FromRadians(Math.PI / 6).Degrees);
        Same(1.2, Frequency.FromPerMinute(72).PerSecond);
        Same(72, Frequency.FromPerSecond(1.2).PerMinute);
    }

    [Fact]
    public void Circuit_parts()
    {
        Same(1.33322e8, HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(1).PascalSecondsPerCubicMetre);
        Same(2, HydraulicResistance.FromPascalSecondsPerCubicMetre(2.66644e8).MillimetreOfMercurySecondsPerMillilitre);
        Same(1.33322e8,
            HydraulicInertance.FromMillimetreOfMercurySecondsSquaredPerMillilitre(1).PascalSecondsSquaredPerCubicMetre);
        HydraulicInertance inertance = HydraulicInertance.FromPascalSecondsSquaredPerCubicMetre(2.66644e8);
        Same(2, inertance.MillimetreOfMercurySecondsSquaredPerMillilitre);
        Same(1.33322e8, Elastance.FromMillimetresOfMercuryPerMillilitre(1).PascalsPerCubicMetre);
        Same(2, Elastance.FromPascalsPerCubicMetre(2.66644e8).MillimetresOfMercuryPerMillilitre);
        Same(1, Compliance.FromMillilitresPerMillimetreOfMercury(1.33322e8).CubicMetresPerPascal);
        Same(1.33322e8, Compliance.FromCubicMetresPerPascal(1).MillilitresPerMillimetreOfMercury);
    }

    [Fact]
    public void Fluids()
    {
        Same(1060, Density.FromGramsPerCubicCentimetre(1.06).KilogramsPerCubicMetre);
        Same(1.06, Density.FromKilogramsPerCubicMetre(1060).GramsPerCubicCentimetre);
        Same(0.004, Viscosity.FromMillipascalSeconds(4).PascalSeconds);
        Same(4, Viscosity.FromPascalSeconds(0.004).MillipascalSeconds);
    }

    [Fact]
    public void One_centimetre_of_blood_weighs_the_tabulated_pressure()
    {
        double perCentimetre = PhysicalConstants.BloodDensity.KilogramsPerCubicMetre
            * PhysicalConstants.Gravity.MetresPerSecondSquared * 0.01 / PhysicalConstants.MillimetreOfMercury.Pascals;
        Assert.Equal("0.78", QuantityText.Print(perCentimetre, digits: 3));   // 0.780 mmHg/cm in the physiology table
    }

    [Fact]
    public void Friction_constants_are_those_of_the_published_radii()
    {
        Assert.Equal("4 mPa·s", PhysicalConstants.BloodViscosity.ToString());
        Assert.Equal(2, PhysicalConstants.VelocityProfileExponent);
    }
}
