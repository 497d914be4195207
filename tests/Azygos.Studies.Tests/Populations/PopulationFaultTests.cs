using Azygos.Studies.Populations;

namespace Azygos.Studies.Tests.Populations;

public sealed class PopulationFaultTests
{
    private static List<PopulationFault> Faults(Func<PopulationRow, PopulationRow?> change, double sides = 0.3)
    {
        List<PopulationFault> faults = [];
        (string First, string Second, bool IsSlope)[] pairs = [.. Population.Correlations];
        Population.From([.. Shipped.Folder.Rows.Select(change).OfType<PopulationRow>()],
            [.. pairs.Select((pair, at) => new CorrelationRow
            {
                First = pair.First,
                Second = pair.Second,
                IsSlope = pair.IsSlope,
                Value = new[] { sides, 0.6, 0.3, 0.005, -0.25, 0.3 }[at],
            })], "hash", faults);
        return faults;
    }

    [Fact]
    public void The_shipped_rows_have_no_fault() => Assert.Empty(Faults(row => row));

    [Fact]
    public void All_faults_are_found_at_once()
    {
        List<PopulationFault> faults = Faults(row => row.Quantity switch
        {
            "lesion" => row with { A = 1.2 },
            "heart_rate" => row with { B = -1 },
            "height" when row.Sexes == Sexes.Men => null,
            "haemoglobin" => row with { Sexes = Sexes.All },
            "right_share" => row with { Kind = MarginalKind.Share },
            _ => row,
        });
        Assert.Contains(faults, fault => fault.Message.Contains("a share lies from 0 to 1", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Message.Contains("normal needs", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault is { Value: "height", Row: null });
        Assert.Equal(2, faults.Count(fault => fault.Message.Contains("another row", StringComparison.Ordinal)));
        Assert.Contains(faults, fault => fault is { Column: "kind", Value: "Share" });
    }

    [Fact]
    public void Correlations_that_cannot_hold_together_are_refused() =>
        Assert.Contains("one undoes another", Assert.Single(Faults(row => row, sides: 1.5)).Message,
            StringComparison.Ordinal);
}
