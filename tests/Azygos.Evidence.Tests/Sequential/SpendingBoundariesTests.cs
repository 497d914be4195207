using Azygos.Evidence.Distributions;
using Azygos.Evidence.Sequential;

namespace Azygos.Evidence.Tests.Sequential;

public sealed class SpendingBoundariesTests
{
    [Fact]
    public void Quarterly_looks_have_the_published_boundaries()
    {
        // O'Brien-Fleming-type, two-sided 5 %: 4.333, 2.963, 2.359, 2.014 (ldbounds 2.0.2; Jennison and Turnbull, table
        // 7.2).
        double[] upper = SpendingBoundaries.At([0.25, 0.5, 0.75, 1], 0.05, true, Spending.OBrienFleming).Value.Upper;
        double[] expected = [4.3326, 2.9631, 2.3590, 2.0141];
        for (int i = 0; i < 4; i++) Assert.Equal(expected[i], upper[i], 0.0005);
        double[] pocock = SpendingBoundaries.At([0.25, 0.5, 0.75, 1], 0.05, true, Spending.Pocock).Value.Upper;
        double[] expectedPocock = [2.3683, 2.3675, 2.3581, 2.3500];
        for (int i = 0; i < 4; i++) Assert.Equal(expectedPocock[i], pocock[i], 0.0005);
    }

    [Fact]
    public void One_look_at_the_end_is_the_ordinary_test()
    {
        Assert.Equal(1.959963984540054,
            SpendingBoundaries.At([1], 0.05, true, Spending.OBrienFleming).Value.Upper[0], 9);
        Assert.Equal(1.959963984540054, SpendingBoundaries.At([1], 0.025, false, Spending.Pocock).Value.Upper[0], 9);
    }

    [Fact]
    public void All_error_is_spent_at_the_end_and_a_second_look_costs()
    {
        SpendingBoundaries bounds = SpendingBoundaries.At([0.5, 1], 0.05, true, Spending.Pocock).Value;
        Assert.Equal(0.05, bounds.Cumulative[^1], 12);
        Assert.True(bounds.Upper[^1] > Normal.TwoSidedQuantile(0.95));
    }

    [Fact]
    public void Fractions_that_do_not_rise_are_refused()
    {
        Assert.Equal(Refusal.BadValue, SpendingBoundaries.At([0.5, 0.5], 0.05, true, Spending.Pocock).Refused!.Code);
        Assert.Equal(Refusal.BadValue, SpendingBoundaries.At([0.5, 1.1], 0.05, true, Spending.Pocock).Refused!.Code);
    }

    [Fact]
    public void Diversity_raises_the_information_that_is_needed()
    {
        double plain = SpendingBoundaries.RequiredInformation(0.2, 0.05, 0.9);
        PublishedTables.Close(
            (1.959963984540054 + 1.2815515655446004) * (1.959963984540054 + 1.2815515655446004) / 0.04, plain, 1e-12);
        PublishedTables.Close(2 * plain, SpendingBoundaries.RequiredInformation(0.2, 0.05, 0.9, 0.5), 1e-12);
    }
}
