using Azygos.Clinic.Instruments.Ultrasound;
using Azygos.Numerics;

namespace Azygos.Clinic.Tests.Instruments;

public sealed class BModeAreaTests
{
    private const double Round = 1e-4;

    [Theory]
    // The numbers of the physiology specification, §10.
    [InlineData(0.05, 4.36)]
    [InlineData(0.15, 2.38)]
    [InlineData(0.25, 1.73)]
    [InlineData(0.8, 0.5)]
    public void Poor_agreement_means_a_wide_error(double agreement, double timesSpread) =>
        Assert.Equal(timesSpread, BModeArea.TotalSpread(agreement) / BModeArea.SpreadBetweenPeople, 0.005);

    [Fact]
    public void A_careful_tracing_shows_the_area() =>
        Assert.Equal(0.4e-4, Read(new BModeArea { Agreement = 1 }, 0.4e-4));

    [Fact]
    public void A_habit_scales_the_area() =>
        Assert.Equal(0.32e-4, Read(new BModeArea { Agreement = 1, Bias = 0.8 }, 0.4e-4), 1e-18);

    [Fact]
    public void A_circle_over_the_diameter_of_a_flat_vein_is_wrong_both_ways()
    {
        double flat = 0.3e-4;
        double front = Read(new BModeArea { Agreement = 1, Method = AreaMethod.AnteroposteriorDiameter }, flat);
        double side = Read(new BModeArea { Agreement = 1, Method = AreaMethod.TransverseDiameter }, flat);
        // An ellipse has area π a b, so that the two circles π a² and π b² multiply to its square.
        Assert.Equal(flat * flat, front * side, 1e-18);
        Assert.True(front < 0.25 * flat && side > 4 * flat, $"{front} {side}");
    }

    [Fact]
    public void A_full_vein_is_round_to_every_method() => Assert.Equal(
        1.2e-4, Read(new BModeArea { Agreement = 1, Method = AreaMethod.AnteroposteriorDiameter }, 1.2e-4), 1e-18);

    [Fact]
    public void Readings_scatter_as_the_agreement_says()
    {
        var method = new BModeArea { Agreement = 0.8 };
        double[] logs = [.. Enumerable.Range(0, 4000)
            .Select(i => Math.Log(method.Measure(Round, Round, new RandomNumbers(i, "area")) / Round))];
        double spread = Math.Sqrt(logs.Average(x => x * x));
        // Standard error of a standard deviation of 4000: 1.1 %; four of them.
        Assert.Equal(0.675 * 0.5 / Math.Sqrt(3), spread, 0.045 * spread);
    }

    [Fact]
    public void No_reading_is_off_by_more_than_a_factor_of_five() => Assert.All(
        Enumerable.Range(0, 500), i => Assert.InRange(
            new BModeArea { Agreement = 0.05 }.Measure(Round, Round, new RandomNumbers(i, "area")),
            Round / 5.000001, Round * 5.000001));

    [Fact]
    public void A_closed_vein_has_no_area() => Assert.Equal(0, Read(new BModeArea(), 0));

    [Fact]
    public void The_girth_of_a_folding_vein_is_kept()
    {
        LumenShape shape = LumenShape.Of(0.2e-4, Round);
        double a = shape.Long / 2, b = shape.Short / 2, girth = 0;
        // The girth summed over 20,000 chords.
        for (int i = 0; i < 20_000; i++)
        {
            double from = 2 * Math.PI * i / 20_000, to = 2 * Math.PI * (i + 1) / 20_000;
            girth += Math.Sqrt(Math.Pow(a * (Math.Cos(to) - Math.Cos(from)), 2)
                + Math.Pow(b * (Math.Sin(to) - Math.Sin(from)), 2));
        }

        // Ramanujan's formula: below 0.05 %.
        Assert.Equal(2 * Math.Sqrt(Math.PI * Round), girth, 5e-4 * girth);
        Assert.Equal(0.2e-4, Math.PI * a * b, 1e-12);
    }

    private static double Read(BModeArea method, double area) =>
        method.Measure(area, Round, new RandomNumbers(1, "area"));
}
