using CsCheck;

namespace Azygos.Quantities.Tests;

/// <summary>What every quantity does.</summary>
public abstract class QuantitySpec<T> where T : struct, IQuantity<T>
{
    // Two roundings of a conversion there and back: 2 · 2⁻⁵³.
    private const double ThereAndBack = 2.3e-16;

    private static readonly Gen<double> Numbers = Gen.Double[-1e9, 1e9];

    [Fact]
    public void It_is_printed_and_read_in_each_of_its_units()
    {
        foreach (Unit unit in Units.Of(T.Kind))
        {
            Numbers.Sample(number =>
            {
                T quantity = T.FromSi(unit.ToSi(number));
                T again = QuantityText.Parse<T>(quantity.Print(unit.Symbol, digits: 15));
                // Printed to 15 digits: half a unit of the fifteenth.
                return Math.Abs(again.Si - quantity.Si) <= 5.1e-15 * Math.Abs(quantity.Si);
            }, iter: 200);
        }
    }

    [Fact]
    public void It_converts_there_and_back()
    {
        foreach (Unit unit in Units.Of(T.Kind))
            Numbers.Sample(n =>
                Math.Abs(T.FromSi(unit.ToSi(n)).ValueIn(unit.FileForm) - n) <= ThereAndBack * Math.Abs(n), iter: 200);
    }

    [Fact]
    public void It_has_one_SI_unit() => Assert.Contains(Units.Of(T.Kind), unit => unit.SiFactor == 1);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void No_number_is_refused(double number)
    {
        ArgumentOutOfRangeException fault = Assert.Throws<ArgumentOutOfRangeException>(() => T.FromSi(number));
        Assert.Contains(Units.NameOf(T.Kind), fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_adds_scales_and_compares()
    {
        T two = T.FromSi(2), three = T.FromSi(3);
        Assert.Equal(T.FromSi(5), two + three);
        Assert.Equal(T.FromSi(-1), two - three);
        Assert.Equal(T.FromSi(-2), -two);
        Assert.Equal(T.FromSi(6), 2 * three);
        Assert.Equal(T.FromSi(6), three * 2);
        Assert.Equal(T.FromSi(1.5), three / 2);
        Assert.Equal(1.5, three / two);
        Assert.True(two < three && three > two && two <= three && three >= two && !(three < two) && !(two > three));
        Assert.True(two <= T.FromSi(2) && two >= T.FromSi(2) && !(two < T.FromSi(2)));
    }

    [Fact]
    public void It_shows_its_preferred_unit()
    {
        Unit preferred = Units.Of(T.Kind)[0];
        Assert.Equal($"8 {preferred.Symbol}", T.FromSi(preferred.ToSi(8)).ToString());
    }

    [Fact]
    public void A_number_without_a_unit_is_refused_with_its_units()
    {
        Assert.False(QuantityText.TryParse("8", out T _, out string? fault));
        foreach (Unit unit in Units.Of(T.Kind))
            Assert.Contains(unit.Symbol, fault, StringComparison.Ordinal);
    }
}

public sealed class PressureTests : QuantitySpec<Pressure>;

public sealed class FlowTests : QuantitySpec<Flow>;

public sealed class VolumeTests : QuantitySpec<Volume>;

public sealed class AreaTests : QuantitySpec<Area>;

public sealed class LengthTests : QuantitySpec<Length>;

public sealed class VelocityTests : QuantitySpec<Velocity>;

public sealed class AccelerationTests : QuantitySpec<Acceleration>;

public sealed class DurationTests : QuantitySpec<Duration>;

public sealed class AngleTests : QuantitySpec<Angle>;

public sealed class HydraulicResistanceTests : QuantitySpec<HydraulicResistance>;

public sealed class HydraulicInertanceTests : QuantitySpec<HydraulicInertance>;

public sealed class ComplianceTests : QuantitySpec<Compliance>;

public sealed class ElastanceTests : QuantitySpec<Elastance>;

public sealed class DensityTests : QuantitySpec<Density>;

public sealed class ViscosityTests : QuantitySpec<Viscosity>;

public sealed class FrequencyTests : QuantitySpec<Frequency>;
