using Azygos.Body.Gases;
using Azygos.Quantities;

namespace Azygos.Body.Tests.Gases;

/// <summary>What every dissociation curve does.</summary>
public abstract class DissociationCurveSpec<TCurve>
    where TCurve : struct, IDissociationCurve
{
    /// <summary>Saturations [1] at 20, 26.8, 40 and 95 mmHg, to four digits.</summary>
    protected abstract (double At20, double At27, double At40, double At95) Printed { get; }

    [Fact]
    public void It_has_the_printed_saturations()
    {
        Assert.Equal(Printed.At20, At(20), 5e-5);    // half of the last printed digit
        Assert.Equal(Printed.At27, At(26.8), 5e-5);
        Assert.Equal(Printed.At40, At(40), 5e-5);
        Assert.Equal(Printed.At95, At(95), 5e-5);
    }

    [Fact]
    public void It_rises_from_empty_towards_full()
    {
        Assert.Equal(0, At(0));
        for (double p = 1; p < 700; p *= 1.2)
            Assert.InRange(At(p), Math.BitIncrement(At(p / 1.2)), 1);
        Assert.Equal(1, At(1e5), 1e-6);
    }

    [Fact]
    public void The_inverse_gives_back_the_pressure()
    {
        Assert.Equal(0, TCurve.Pressure(0));
        for (double p = 1e-6; p < 200; p *= 3)
        {
            double pascals = Pressure.FromMillimetresOfMercury(p).Pascals;
            Assert.Equal(1, TCurve.Pressure(TCurve.Saturation(pascals)) / pascals, 1e-9);   // 1 − S cancels near full
        }
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void No_pressure_gives_an_impossible_saturation(double saturation) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TCurve.Pressure(saturation));

    private static double At(double mmHg) => TCurve.Saturation(Pressure.FromMillimetresOfMercury(mmHg).Pascals);
}

public sealed class SeveringhausTests : DissociationCurveSpec<Severinghaus>
{
    protected override (double, double, double, double) Printed => (0.3198, 0.4986, 0.7495, 0.9739);
}

public sealed class HillCurveTests : DissociationCurveSpec<HillCurve>
{
    protected override (double, double, double, double) Printed => (0.3121, 0.5, 0.7467, 0.9682);
}
