using Azygos.Body.Gases;
using Azygos.Quantities;

namespace Azygos.Body.Tests.Gases;

/// <summary>100 g of brain, in mL and minutes as the published numbers are.</summary>
public sealed class ExtractionTests
{
    private const double Minute = 60, Millilitre = 1e-6;

    private static readonly double MmHg = Pressure.FromMillimetresOfMercury(1).Pascals;

    private static readonly BloodOxygen<Severinghaus> Blood = new()
    {
        Capacity = 1.34 * 14 / 100,
        Solubility = 0.003 / 100 / MmHg,
    };

    private static readonly double Arterial = Blood.Content(95 * MmHg);

    [Fact]
    public void Arterial_blood_holds_18_55_millilitres_in_a_decilitre() => Assert.Equal(18.55, 100 * Arterial, 5e-3);

    [Theory]
    [InlineData(50, 0.356, 0.632, 32.8)]
    [InlineData(40, 0.445, 0.545, 28.7)]
    [InlineData(30, 0.593, 0.399, 23.0)]
    [InlineData(20, 0.889, 0.108, 10.7)]
    public void Extraction_and_venous_blood_are_the_printed_ones(
        double flow, double fraction, double saturation, double pressure)
    {
        Extraction taken = Take(flow, 3.3, null);
        Assert.Equal(fraction, taken.Fraction, 0.001);               // the specification asks for 0.001
        Assert.Equal(saturation, Blood.Saturation(taken.Leaving), 0.001);
        Assert.Equal(pressure, Blood.Pressure(taken.Leaving) / MmHg, 0.1);
        Assert.False(taken.IsLimited);
    }

    [Fact]
    public void Content_and_pressure_are_inverse_over_empty_and_full()
    {
        Assert.Equal(0, Blood.Pressure(0));
        foreach (double p in (double[])[0.01, 1, 20, 95, 600])
            Assert.Equal(1, Blood.Pressure(Blood.Content(p * MmHg)) / (p * MmHg), 1e-9);
    }

    [Fact]
    public void The_capillary_mean_is_that_of_pressures_along_an_even_loss()
    {
        // The plain mean over ten thousand places.
        double leaving = 0.6 * Arterial, sum = 0;
        const int places = 10_000;
        for (int i = 0; i < places; i++)
            sum += Blood.Pressure(Arterial + (leaving - Arterial) * (i + 0.5) / places);
        Assert.Equal(sum / places / MmHg, Blood.CapillaryPressure(Arterial, leaving) / MmHg, 1e-4);
        Assert.Equal(95, Blood.CapillaryPressure(Arterial, Arterial) / MmHg, 1e-6);
    }

    [Fact]
    public void Tissue_below_its_limit_gets_what_it_asks_and_keeps_the_pressure_that_is_left()
    {
        Extraction taken = Take(50, 3, Healthy);
        Assert.Equal(3, PerMinute(taken.Consumption), 1e-12);
        Assert.Equal(taken.CapillaryPressure - taken.Consumption / Healthy, taken.TissuePressure!.Value, 1e-9);
        Assert.InRange(taken.TissuePressure.Value, 1, taken.CapillaryPressure);
    }

    [Fact]
    public void Tissue_at_its_limit_takes_what_the_capillaries_pass_and_keeps_nothing()
    {
        Extraction taken = Take(30, 3.3, Healthy);
        Assert.True(taken.IsLimited);
        Assert.InRange(PerMinute(taken.Consumption), 2, 3.2);
        Assert.Equal(1, Healthy * taken.CapillaryPressure / taken.Consumption, 1e-9);
        Assert.Equal(0, taken.TissuePressure!.Value, 1e-6);
    }

    /// <summary>136.5 µmol/(100 g·min) over 3.18 µmol/(100 g·min·mmHg): the pressure that drives the published
    /// consumption.</summary>
    [Fact]
    public void The_published_consumption_needs_42_9_mmHg() =>
        Assert.Equal(42.9, 136.5 / 44.6 * Millilitre / Minute / Healthy / MmHg, 0.05);

    [Fact]
    public void No_tissue_takes_more_than_arrives()
    {
        Extraction taken = Take(10, 3.3, null);
        Assert.True(taken.IsLimited);
        Assert.InRange(taken.Fraction, 0.999999, 1);
        Assert.InRange(taken.Leaving, 0, 1e-8);
        Extraction none = Take(0, 3.3, Healthy);
        Assert.Equal((0, 0, true), (none.Consumption, none.Fraction, none.IsLimited));
        Assert.Equal(0, none.TissuePressure);
    }

    private static double Healthy => 3.18 / 44.6 * Millilitre / Minute / MmHg;

    private static Extraction Take(double flow, double demand, double? diffusivity) => Extraction.Of(
        Blood, Arterial, flow * Millilitre / Minute, demand * Millilitre / Minute, diffusivity);

    private static double PerMinute(double si) => si * Minute / Millilitre;
}
