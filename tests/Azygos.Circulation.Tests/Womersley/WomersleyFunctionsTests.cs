using System.Numerics;
using Azygos.Circulation.Womersley;

namespace Azygos.Circulation.Tests.Womersley;

/// <summary>Womersley's functions against their power series in 1200 digits, and in their limits.</summary>
public sealed class WomersleyFunctionsTests
{
    // Some dozens of complex operations, each good to about 2e-16.
    private const double Rounding = 2e-14;

    /// <summary>α, M and 1 − J₀(0.6 z)/J₀(z); power series of J_n summed with 1200 decimal digits.</summary>
    private static readonly (double Number, Complex M, Complex Shape)[] Series =
    [
        (0.001, new(2.0833333333332715e-14, 1.2499999999999642e-07),
            new(2.639999999999922e-14, 1.5999999999999548e-07)),
        (0.05, new(1.302083091735885e-07, 0.00031249994405111722), new(1.6499996958121228e-07, 0.00039999992947223535)),
        (0.7, new(0.0049666827156439781, 0.060831729620909526), new(0.0062940680854777081, 0.07787273338579509)),
        (2, new(0.22622303090031853, 0.3448955092249843), new(0.28752262721184951, 0.44434771228353664)),
        (3, new(0.5009897024136023, 0.359962839122483), new(0.64355360665257033, 0.47256308347099252)),
        (7.5, new(0.81091832870089542, 0.17038660035813696), new(1.0826695070310917, 0.13216669867113073)),
        (12, new(0.88203344835858422, 0.1108058092572555), new(1.0421007525029615, -0.011123773010033085)),
        (18, new(0.92139974376993639, 0.075450861250292184), new(0.99702716214132969, -0.0073909616584883426)),
        (40, new(0.96464179846124831, 0.034727579828199219), new(0.99999504123099525, -1.4979653777450188e-05)),
        (100, new(0.98585768507196792, 0.014041958875484314), new(1.0000000000006721, -7.0830982955277872e-15)),
        (600, new(0.99764297657570167, 0.002354244007770324), new(1, 1.5297862764868085e-75)),
    ];

    [Fact]
    public void Each_part_of_M_is_good_to_rounding()
    {
        foreach ((double α, Complex exact, _) in Series)
        {
            Complex m = new WomersleyFunctions(α).M;
            Assert.Equal(1, m.Real / exact.Real, Rounding);
            Assert.Equal(1, m.Imaginary / exact.Imaginary, Rounding);
        }
    }

    [Fact]
    public void The_velocity_profile_is_good_to_rounding()
    {
        foreach ((double α, _, Complex exact) in Series)
        {
            // With G/(ωρ) = 1 the velocity amplitude is −i times the shape.
            OscillatingTubeFlow tube = Tube(α) with { PressureGradient = 3000 };
            Complex shape = tube.VelocityAmplitude(0.6 * tube.Radius) * Complex.ImaginaryOne;
            Assert.True((shape - exact).Magnitude <= Rounding * exact.Magnitude, $"α = {α}: {shape} against {exact}");
            if (α < 1) Assert.Equal(1, shape.Real / exact.Real, Rounding);          // the far smaller part as well
        }
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void Slow_oscillation_is_Poiseuille_flow(double α)
    {
        // R′ = 1 + α⁴/1152 …, L′ = 4/3 − α⁴/4320 …: the next terms are some α⁸/10⁶.
        WomersleyFunctions f = new(α);
        double α4 = Math.Pow(α, 4), next = 1e-13 + 2e-6 * α4 * α4;
        Assert.Equal(1 + α4 / 1152, f.ResistanceRatio, next);
        Assert.Equal(4.0 / 3 - α4 / 4320, f.InertanceRatio, next);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1e4)]
    public void Fast_oscillation_has_a_boundary_layer(double α)
    {
        // M = 1 − 2/w (1 − 1/(2w) …), w = i^½ α: the next term is 1/w³.
        Complex w = Complex.FromPolarCoordinates(α, Math.PI / 4);
        Complex m = new WomersleyFunctions(α).M;
        Assert.True((m - (1 - 2 / w + 1 / (w * w))).Magnitude < 1 / (α * α * α) + 1e-14);
        Assert.Equal(1, new WomersleyFunctions(α).WaveSpeedRatio, 1 / α);
    }

    [Fact]
    public void Flow_is_the_area_integral_of_the_velocity()
    {
        // Simpson's rule over the radius, 2000 intervals: the layer δ = R/α spans 70 of them, error (1/70)⁴/180.
        foreach (double α in (double[])[0.01, 1, 5, 30])
        {
            OscillatingTubeFlow tube = Tube(α);
            const int n = 2000;
            Complex sum = 0;
            for (int i = 0; i <= n; i++)
            {
                double r = i * tube.Radius / n, weight = i == 0 || i == n ? 1 : i % 2 == 0 ? 2 : 4;
                sum += weight * 2 * Math.PI * r * tube.VelocityAmplitude(r);
            }
            Complex flow = sum * tube.Radius / (3 * n);
            Assert.True((flow - tube.Flow).Magnitude < 1e-9 * tube.Flow.Magnitude, $"α = {α}");
        }
    }

    [Fact]
    public void Gradient_and_wall_shear_drive_the_momentum()
    {
        // iωρ q = A G + 2πR τ, the balance of forces over the cross-section.
        foreach (double α in (double[])[1e-3, 0.5, 8, 90])
        {
            OscillatingTubeFlow tube = Tube(α);
            double area = Math.PI * tube.Radius * tube.Radius;
            Complex drive = area * tube.PressureGradient + 2 * Math.PI * tube.Radius * tube.WallShear;
            Complex inertia = new Complex(0, tube.AngularFrequency * tube.Density) * tube.Flow;
            Assert.True((drive - inertia).Magnitude < 1e-13 * area * tube.PressureGradient, $"α = {α}");
        }
    }

    [Fact]
    public void Velocity_is_zero_at_the_wall_and_refused_outside()
    {
        OscillatingTubeFlow tube = Tube(6);
        Assert.Equal(0, tube.Velocity(tube.Radius, 0.4), 1e-15);
        Assert.Throws<ArgumentOutOfRangeException>(() => tube.Velocity(1.1 * tube.Radius, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WomersleyFunctions(0));
    }

    /// <summary>A tube with ωρ = 3000 kg/(m³ s) and the Womersley number <paramref name="α"/>.</summary>
    private static OscillatingTubeFlow Tube(double α) => new()
    {
        Radius = 0.004,
        AngularFrequency = 3,
        Density = 1000,
        Viscosity = 3000 * 0.004 * 0.004 / (α * α),
        PressureGradient = 200,
    };
}
