using Azygos.Clinic.Instruments.Ultrasound;
using Azygos.Quantities;

namespace Azygos.Clinic.Tests.Instruments;

/// <summary>The vectors of the physiology specification, §11, to the digits given there.</summary>
public sealed class DopplerEquationTests
{
    private const double Carrier = 5e6;

    [Theory]
    [InlineData(60, -5, 1.147)]
    [InlineData(60, 5, 0.845)]
    [InlineData(45, -5, 1.083)]
    [InlineData(45, 5, 0.909)]
    [InlineData(70, -5, 1.236)]
    [InlineData(70, 5, 0.757)]
    public void An_angle_off_by_5_degrees_scales_the_velocity(double assumed, double error, double factor) =>
        Assert.Equal(factor, DopplerEquation.AngleFactor(Radians(assumed + error), Radians(assumed)), 0.0005);

    [Fact]
    public void The_highest_velocity_of_the_preset_is_0_231_m_s() =>
        Assert.Equal(0.231, DopplerEquation.NyquistVelocity(Carrier, 1500, Radians(60)), 0.0005);

    [Fact]
    public void The_wall_filter_hides_15_4_mm_s() =>
        Assert.Equal(0.0154, DopplerEquation.WallFilterVelocity(Carrier, 50, Radians(60)), 0.00005);

    [Fact]
    public void The_shift_and_its_reading_are_inverse() =>
        Assert.Equal(0.2, DopplerEquation.Velocity(
            Carrier, DopplerEquation.Shift(Carrier, 0.2, Radians(50)), Radians(50)), 1e-15);

    [Theory]
    [InlineData(700, 700)]
    [InlineData(800, -700)]
    [InlineData(-800, 700)]
    [InlineData(3100, 100)]
    public void Shifts_beyond_half_the_pulse_rate_fold_over(double shift, double shown) =>
        Assert.Equal(shown, DopplerEquation.Aliased(shift, 1500), 1e-9);

    private static double Radians(double degrees) => Angle.FromDegrees(degrees).Radians;
}
