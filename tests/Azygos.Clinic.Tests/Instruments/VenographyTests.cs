using Azygos.Clinic.Instruments.Imaging;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Clinic.Tests.Instruments;

public sealed class VenographyTests
{
    private static readonly Venography Sharp = new() { Pixel = Length.FromMillimetres(1e-6) };

    [Fact]
    public void The_smallest_area_of_a_level_is_shown() =>
        Assert.Equal(0.3e-4, Sharp.SmallestArea([1e-4, 0.3e-4, 0.5e-4], [0.1, 0.1, 0.1], Noise(1)), 1e-10);

    [Fact]
    public void Time_of_flight_shows_only_the_core_that_moves()
    {
        Venography flight = Sharp with { Kind = VenographyKind.TimeOfFlight };
        // A parabola of mean 2.5 cm/s peaks at 5: half of its area moves faster than 2.5.
        Assert.Equal(0.5e-4, flight.SmallestArea([1e-4], [0.025], Noise(1)), 1e-9);
        Assert.Equal(0, flight.SmallestArea([1e-4], [0.012], Noise(1)));
        Assert.Equal(1e-4, Sharp.SmallestArea([1e-4], [0.012], Noise(1)), 1e-10);
    }

    [Fact]
    public void The_outline_is_off_by_up_to_a_pixel()
    {
        var blurred = new Venography();
        double radius = Math.Sqrt(1e-4 / Math.PI), largest = 0, smallest = 1;
        for (int i = 0; i < 300; i++)
        {
            double read = Math.Sqrt(blurred.SmallestArea([1e-4], [0.1], Noise(i)) / Math.PI) - radius;
            (smallest, largest) = (Math.Min(smallest, read), Math.Max(largest, read));
        }

        Assert.InRange(largest, 0.65e-3, 0.7e-3);
        Assert.InRange(smallest, -0.7e-3, -0.65e-3);
    }

    private static RandomNumbers Noise(int seed) => new(seed, "venography");
}
