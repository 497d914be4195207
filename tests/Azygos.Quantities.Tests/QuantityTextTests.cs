using System.Globalization;

namespace Azygos.Quantities.Tests;

public sealed class QuantityTextTests
{
    private static string FaultOf<T>(string text) where T : struct, IQuantity<T>
    {
        Assert.False(QuantityText.TryParse(text, out T quantity, out string? fault));
        Assert.Equal(default, quantity);
        return fault;
    }

    [Theory]
    [InlineData("8 mmHg", 1066.576)]
    [InlineData("8mmHg", 1066.576)]
    [InlineData("  +8.0   mmHg ", 1066.576)]
    [InlineData("-8 mmHg", -1066.576)]
    [InlineData("−8 mmHg", -1066.576)]
    [InlineData("12 cmH2O", 1176.798)]
    [InlineData("1.2e3 Pa", 1200)]
    [InlineData("1.2E−3 kPa", 1.2)]
    [InlineData(".5 kPa", 500)]
    [InlineData("0 mmHg", 0)]
    public void Pressures_are_read(string text, double pascals) =>
        Assert.Equal(pascals, QuantityText.Parse<Pressure>(text).Pascals, 1e-12 * Math.Abs(pascals));

    [Fact]
    public void A_foreign_unit_is_refused_with_the_allowed_ones() => Assert.Equal(
        "\"8 psi\": \"psi\" is not a unit of pressure; use one of mmHg, cmH2O, Pa, kPa, MPa.",
            FaultOf<Pressure>("8 psi"));

    [Fact]
    public void A_unit_of_another_kind_is_named() => Assert.Equal(
        "\"8 mL\": \"mL\" is a unit of volume, not of flow; use one of mL/min, mL/s, L/min, m³/s.",
            FaultOf<Flow>("8 mL"));

    [Fact]
    public void Capitals_are_hinted_at() =>
        Assert.EndsWith("Did you mean mmHg?", FaultOf<Pressure>("8 mmhg"), StringComparison.Ordinal);

    [Fact]
    public void A_missing_unit_is_refused() => Assert.Equal(
        "\"8\": the unit is missing; use one of cm, mm, µm, m.", FaultOf<Length>("8"));

    [Fact]
    public void A_decimal_comma_is_refused() =>
        Assert.Equal("\"8,5 mmHg\": decimals follow a point, not a comma.", FaultOf<Pressure>("8,5 mmHg"));

    [Theory]
    [InlineData("")]
    [InlineData("mmHg")]
    [InlineData("eight mmHg")]
    [InlineData("NaN mmHg")]
    [InlineData("Infinity mmHg")]
    [InlineData("1.2.3 mmHg")]
    [InlineData("- mmHg")]
    [InlineData(". mmHg")]
    public void What_is_no_number_is_refused(string text) => Assert.EndsWith(
        "a value of pressure starts with a number, such as 8 mmHg.", FaultOf<Pressure>(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("1e400 mmHg")]
    [InlineData("1e308 kPa")]
    public void A_number_beyond_range_is_refused(string text) =>
        Assert.EndsWith("the number is too large.", FaultOf<Pressure>(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("8 mmHg kPa")]
    [InlineData("8 mmHg 9")]
    public void Text_after_the_unit_is_refused(string text) =>
        Assert.Contains("is not a unit of pressure", FaultOf<Pressure>(text), StringComparison.Ordinal);

    [Fact]
    public void Parse_throws_the_same_words() =>
        Assert.Equal(FaultOf<Pressure>("8 psi"), Assert.Throws<FormatException>(() =>
            QuantityText.Parse<Pressure>("8 psi")).Message);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(8, "8")]
    [InlineData(-8.25, "-8.25")]
    [InlineData(12.3456, "12.35")]
    [InlineData(703.04, "703")]
    [InlineData(123456, "123500")]
    [InlineData(9999999, "1E+7")]
    [InlineData(0.00012344, "0.0001234")]
    [InlineData(0.0000123, "1.23E-5")]
    [InlineData(1.33322e8, "1.333E+8")]
    public void Numbers_are_printed_with_four_digits(double value, string text) =>
        Assert.Equal(text, QuantityText.Print(value));

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    public void Digits_outside_1_to_15_are_refused(int digits) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => QuantityText.Print(9.6, digits));

    [Fact]
    public void Rounding_up_may_add_a_digit() => Assert.Equal("10", QuantityText.Print(9.6, digits: 1));

    [Fact]
    public void Zero_has_no_sign() => Assert.Equal("0", QuantityText.Print(-0.0));

    [Fact]
    public void What_is_no_number_is_printed_as_such() => Assert.Equal("NaN", QuantityText.Print(double.NaN));

    [Fact]
    public void Quantities_are_printed_in_the_unit_asked_for()
    {
        Pressure pressure = Pressure.FromMillimetresOfMercury(8);
        Assert.Equal("8 mmHg", pressure.ToString());
        Assert.Equal("10.88 cmH2O", pressure.Print("cmH2O"));
        Assert.Equal("1.067 kPa", pressure.Print("kPa"));
        Assert.Equal("1066.58 Pa", pressure.Print("Pa", digits: 6));
    }

    [Fact]
    public void Printing_in_a_unit_of_another_kind_is_refused() => Assert.Throws<FormatException>(
        () => Pressure.FromPascals(1).Print("mL"));

    [Fact]
    public void The_culture_of_the_machine_does_not_matter()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            commas.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = commas;
            Assert.Equal("8.5 mmHg", QuantityText.Parse<Pressure>("8.5 mmHg").ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
