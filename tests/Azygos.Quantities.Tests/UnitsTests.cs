using System.Text.RegularExpressions;

namespace Azygos.Quantities.Tests;

public sealed partial class UnitsTests
{
    [GeneratedRegex("^[A-Za-z0-9_]*$")]
    private static partial Regex KeyCharacters();

    [Theory]
    [InlineData("mmHg·s/mL")]
    [InlineData("mmHg s/mL")]
    [InlineData("mmHg*s/mL")]
    [InlineData("mmHg·s / mL")]
    [InlineData(" mmHg_s_per_mL ")]
    [InlineData("mmHg/(mL/s)")]
    public void A_product_may_be_written_in_several_ways(string text) =>
        Assert.Equal("mmHg·s/mL", Units.Find(text).Symbol);

    [Theory]
    [InlineData("m3/s", "m³/s")]
    [InlineData("m^3/s", "m³/s")]
    [InlineData("m3_s", "m³/s")]
    [InlineData("cm2", "cm²")]
    [InlineData("mL_min", "mL/min")]
    [InlineData("mL_per_min", "mL/min")]
    [InlineData("ml/min", "mL/min")]
    [InlineData("mL_per_mmHg", "mL/mmHg")]
    [InlineData("per_min", "1/min")]
    [InlineData("1/(Pa s)", "1/(Pa·s)")]
    [InlineData("mL/s/mmHg", "mL/(s·mmHg)")]
    [InlineData("mmHg3 s/mL", "mmHg³·s/mL")]
    [InlineData("mmHg s2/mL2", "mmHg·s²/mL²")]
    [InlineData("Pa s", "Pa·s")]
    [InlineData("μm", "µm")]
    [InlineData("°", "deg")]
    [InlineData("-", "1")]
    public void Spellings_of_tables_are_known(string text, string symbol) =>
        Assert.Equal(symbol, Units.Find(text).Symbol);

    [Fact]
    public void Symbol_and_file_form_find_their_own_unit()
    {
        foreach (Unit unit in Units.All)
        {
            Assert.Same(unit, Units.Find(unit.Symbol));
            if (unit.FileForm.Length > 0)
                Assert.Same(unit, Units.Find(unit.FileForm));
            Assert.Matches(KeyCharacters(), unit.FileForm);
        }
    }

    [Fact]
    public void Every_kind_has_units_and_one_of_size_1()
    {
        foreach (QuantityKind kind in Enum.GetValues<QuantityKind>())
            Assert.Contains(Units.Of(kind), unit => unit.SiFactor == 1);
    }

    // Ohm's law and its relatives tie the sizes of compound units to those of their parts.
    [Theory]
    [InlineData("mmHg·s/mL", "mL/s", "mmHg")]
    [InlineData("mmHg·min/mL", "mL/min", "mmHg")]
    [InlineData("mmHg·min/L", "L/min", "mmHg")]
    [InlineData("mL/(s·mmHg)", "mmHg", "mL/s")]
    [InlineData("mL/(min·mmHg)", "mmHg", "mL/min")]
    [InlineData("mmHg·s²/mL", "mL/s", "mmHg")]
    [InlineData("mL/mmHg", "mmHg", "mL")]
    [InlineData("mL/kPa", "kPa", "mL")]
    [InlineData("mmHg/mL", "mL", "mmHg")]
    [InlineData("mmHg·s²/mL²", "mL/s", "mmHg·s/mL")]
    [InlineData("1/mL", "mL", "1")]
    [InlineData("1/(mmHg·s)", "mmHg", "1/s")]
    [InlineData("mmHg³·s/mL", "mL/s", "mmHg")]
    [InlineData("L/min", "min", "L")]
    [InlineData("mL/min", "min", "mL")]
    [InlineData("1/min", "min", "1")]
    [InlineData("mPa·s", "1/s", "Pa")]
    [InlineData("cm", "cm", "cm²")]
    [InlineData("mm", "mm", "mm²")]
    [InlineData("cm²", "cm", "mL")]
    [InlineData("cm²", "cm/s", "mL/s")]
    public void Compound_units_have_the_size_of_their_parts(string first, string second, string product)
    {
        double expected = Units.ToSi(1, product), found = Units.ToSi(1, first) * Units.ToSi(1, second);
        if (first == "mmHg³·s/mL")
            expected = Math.Pow(expected, 3);
        if (first == "mPa·s")
            found *= 1000;
        Assert.Equal(1, found / expected, 1e-15);   // a few roundings
    }

    [Fact]
    public void Values_convert_to_SI_and_back()
    {
        Assert.Equal(1066.576, Units.ToSi(8, "mmHg"), 1e-12);
        Assert.Equal(8, Units.FromSi(1066.576, "mmHg"), 1e-14);
    }

    [Theory]
    [InlineData("external_pressure_mmHg", "external_pressure", "mmHg")]
    [InlineData("flow_mL_min", "flow", "mL/min")]
    [InlineData("rate_per_min", "rate", "1/min")]
    [InlineData("wave_speed_m_s", "wave_speed", "m/s")]
    [InlineData("C_mL_per_mmHg", "C", "mL/mmHg")]
    [InlineData("L_mmHg_s2_per_mL", "L", "mmHg·s²/mL")]
    [InlineData("gx_m_s2", "gx", "m/s²")]
    [InlineData("t_s", "t", "s")]
    [InlineData("leakage", "leakage", "1")]
    [InlineData("area_ratio", "area_ratio", "1")]
    public void Keys_end_in_their_unit(string key, string name, string symbol)
    {
        (string foundName, Unit unit) = Units.SplitKey(key);
        Assert.Equal((name, symbol), (foundName, unit.Symbol));
    }

    [Fact]
    public void An_unknown_unit_is_refused_with_what_is_known()
    {
        FormatException fault = Assert.Throws<FormatException>(() => Units.ToSi(1, "psi"));
        Assert.StartsWith("\"psi\" is not a unit; use one of mmHg, cmH2O, Pa,", fault.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Capitals_matter_and_are_hinted_at() =>
        Assert.EndsWith("Did you mean mmHg?", Assert.Throws<FormatException>(() => Units.Find("MMHG")).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(QuantityKind.HydraulicResistance, "hydraulic resistance")]
    [InlineData(QuantityKind.Flow, "flow")]
    public void Kinds_have_names_in_words(QuantityKind kind, string name) => Assert.Equal(name, Units.NameOf(kind));
}
