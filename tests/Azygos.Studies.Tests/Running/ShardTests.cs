using Azygos.Studies.Results;
using Azygos.Studies.Running;

namespace Azygos.Studies.Tests.Running;

public sealed class ShardTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(2000)]
    public void Any_division_gives_the_same_rows(int shards)
    {
        StudyPlan plan = Shipped.Plan(Shipped.Study("zamboni-2009-like"), 7);
        PersonRow[] divided =
            [.. Enumerable.Range(0, shards).SelectMany(shard => Shipped.Rows(plan, shard, shards))];
        Assert.Equal(Shipped.Rows(plan), divided);
    }

    [Fact]
    public void A_row_is_told_by_its_cells()
    {
        PersonRow row = Shipped.Rows(Shipped.Plan(Shipped.Study("brave-dreams-like"), 1))[5];
        Assert.Equal(row, PersonRow.Of(
            [.. PersonRow.Integers.Select(column => column.Of(row))],
            [.. PersonRow.Numbers.Select(column => column.Of(row))]));
    }

    [Fact]
    public void A_summary_refuses_people_who_are_missing_or_stand_twice()
    {
        StudyPlan plan = Shipped.Plan(Shipped.Null, 2);
        IReadOnlyList<PersonRow> rows = Shipped.Rows(plan);
        Assert.Throws<InvalidOperationException>(() => StudySummary.Of(plan, rows.SkipLast(1)));
        Assert.Throws<ArgumentException>(() => StudySummary.Of(plan, rows.Take(3).Concat(rows.Skip(2))));
    }

    [Fact]
    public void A_design_with_faults_makes_no_plan() =>
        Assert.Throws<ArgumentException>(() => Shipped.Plan(Shipped.Null with { Cases = 0 }, 1));
}
