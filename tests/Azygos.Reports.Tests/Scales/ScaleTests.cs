using System.Globalization;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Tests.Scales;

public sealed class ScaleTests
{
    // Relative luminance of WCAG 2: what is left of a colour for an eye that sees none.
    private static double Luminance(string colour)
    {
        double Part(int at)
        {
            double c = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Part(1) + 0.7152 * Part(3) + 0.0722 * Part(5);
    }

    [Fact]
    public void Higher_pressure_is_always_lighter()
    {
        ColourScale scale = new(-30, 40);
        double[] luminance = [.. Enumerable.Range(-30, 71).Select(p => Luminance(scale.At(p)))];
        Assert.All(luminance.Zip(luminance.Skip(1)), pair => Assert.True(pair.First < pair.Second));
    }

    [Fact]
    public void Values_outside_take_the_end_colours()
    {
        ColourScale scale = new(4, 10);
        Assert.Equal("#440154", scale.At(-100));
        Assert.Equal("#fde725", scale.At(13));
        Assert.Equal("#21918c", scale.At(7));
    }

    [Theory]
    [InlineData(3, 30)]
    [InlineData(30, 100)]
    [InlineData(100, 400)]
    [InlineData(400, 3000)]
    public void More_flow_is_darker_and_reversed_flow_has_another_hue(double less, double more)
    {
        Assert.True(Luminance(FlowClasses.At(less)) > Luminance(FlowClasses.At(more)));
        Assert.True(Luminance(FlowClasses.At(-less)) > Luminance(FlowClasses.At(-more)));
        Assert.NotEqual(FlowClasses.At(more), FlowClasses.At(-more));
    }

    [Theory]
    [InlineData(4.5, 9.1, 1, 6)]
    [InlineData(-29.4, 33.7, 1, 6)]
    [InlineData(93.2, 93.2, 1, 3)]
    [InlineData(0, 7800, 10, 3)]
    [InlineData(-0.004, 0.003, 1e-6, 4)]
    public void An_axis_covers_its_data_with_round_ticks(double low, double high, double leastSpan, int ticks)
    {
        Axis axis = Axis.Covering(low, high, leastSpan, ticks);
        Assert.InRange(low, axis.Low, axis.High);
        Assert.InRange(high, axis.Low, axis.High);
        Assert.True(axis.High - axis.Low >= leastSpan * 0.999999);     // round-off of the division by the step
        Assert.InRange(axis.Ticks().Count(), 2, 2 * ticks + 2);
        double lead = axis.Step / Math.Pow(10, Math.Floor(Math.Log10(axis.Step) + 1e-9));
        Assert.Contains(Math.Round(lead, 6), new[] { 1.0, 2, 5 });
        Assert.Equal(axis.Ticks().Count(), axis.Ticks().Select(t =>
            t.ToString("F" + axis.Decimals, CultureInfo.InvariantCulture)).Distinct().Count());
    }
}
