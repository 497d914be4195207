using Azygos.Files.Faults;

namespace Azygos.Files.Tests;

public sealed class FaultTests
{
    [Fact]
    public void A_fault_prints_place_key_value_and_message() => Assert.Equal(
        "m/vessels.csv:7: length_cm = -3: is outside the allowed range: above 0 and at most 200 cm",
        new Fault("m/vessels.csv", 7, "length_cm", "-3", "is outside the allowed range: above 0 and at most 200 cm")
            .ToString());

    [Fact]
    public void What_is_empty_is_left_out()
    {
        Assert.Equal("m: is not a folder", new Fault("m", null, "", "", "is not a folder").ToString());
        Assert.Equal("f:1: id: this column is missing", new Fault("f", 1, "id", "", "this column is missing")
            .ToString());
    }

    [Fact]
    public void A_hostile_value_cannot_break_the_screen()
    {
        string printed = new Fault("f", 1, "k", "\u001b[2J" + new string('x', 500), "m").ToString();
        Assert.DoesNotContain('\u001b', printed);
        Assert.True(printed.Length < 100);
    }

    [Fact]
    public void Faults_are_told_by_file_as_read_and_by_line()
    {
        FaultList faults = new();
        faults.Add("b", 9, "", "", "x");
        faults.Add("a", 1, "", "", "x");
        faults.Add("b", 2, "", "", "x");
        Assert.Equal(["b:2: x", "b:9: x", "a:1: x"], faults.Found.Select(fault => fault.ToString()));
    }

    [Fact]
    public void The_exception_carries_all_of_them()
    {
        FaultList faults = new();
        faults.ThrowIfAny();
        faults.Add("a", 1, "", "", "x");
        faults.Add("a", 2, "", "", "y");
        Assert.Equal(2, Assert.Throws<InputRefusedException>(faults.ThrowIfAny).Faults.Count);
    }

    [Theory]
    [InlineData("lenght_cm", "length_cm")]
    [InlineData("Vessels", "vessels")]
    [InlineData("area", "rest_area_cm2")]
    [InlineData("zzz", null)]
    [InlineData("", null)]
    public void The_nearest_word_is_suggested_when_it_is_near(string written, string? expected) =>
        Assert.Equal(expected, Nearest.To(written, ["length_cm", "vessels", "rest_area_cm2"]));
}
