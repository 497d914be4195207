using Azygos.Evidence;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Tables;
using Azygos.Files.EvidenceBase;
using Azygos.Files.Faults;

namespace Azygos.Files.Tests.EvidenceBase;

public sealed class StudyTableReaderTests
{
    private const string Header = "study,events_1,n_1,events_2,n_2,place\n";

    private static (IReadOnlyList<StudyNumbers> Studies, string[] Faults) Read(
        string text, string measure = "OR", string group = "", params string[] columns)
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "t.csv");
        File.WriteAllText(path, text);
        FaultList faults = new();
        StudyTableColumns asked = new(EffectMeasure.Find(measure)!, columns, "study", group);
        IReadOnlyList<StudyNumbers> studies = StudyTableReader.Read(path, "t.csv", asked, faults);
        return (studies, [.. faults.Found.Select(fault => fault.ToString())]);
    }

    [Fact]
    public void Impossible_rows_are_told_all_at_once()
    {
        (_, string[] faults) = Read(Header + "a,5,4,0,10,x\na,1.5,10,-1,10,x\n,1,ten,1,0,x\nb,1,2\n");
        Assert.Equal(
            ["t.csv:2: events_1 = 5: is above n_1 = 4: more events than people",
                "t.csv:3: study = a: stands twice; first on line 2",
                "t.csv:3: events_1 = 1.5: is not a whole number", "t.csv:3: events_2 = -1: is a negative count",
                "t.csv:4: study: is empty; a study needs a name", "t.csv:4: n_1 = ten: is not a number",
                "t.csv:4: n_2 = 0: is not a size of a group: at least 1",
                "t.csv:5: has 3 fields where the header has 6"], faults);
    }

    [Theory]
    [InlineData(
        "study,events_1,n_1,events_2,n2\na,1,2,1,2\n", "t.csv:1: n_2: this column is missing; did you mean n2?")]
    [InlineData("study,events_1,n_1,events_2,n_2,n_2\na,1,2,1,2,2\n", "t.csv:1: n_2: this column stands twice")]
    [InlineData("study,events_1,n_1,events_2,n_2\n", "t.csv: holds no study")]
    [InlineData("", "t.csv: has no header")]
    [InlineData("study,events_1,n_1,events_2,n_2\na,1e200,1e201,1,2\n",
        "t.csv:2: events_1 = 1e200: is more than any study counts")]
    public void Headers_and_counts_that_cannot_be_used_are_told(string text, string fault) =>
        Assert.Contains(Read(text).Faults, one => one.StartsWith(fault, StringComparison.Ordinal));

    [Fact]
    public void A_spread_must_be_above_0_and_a_group_may_not_be_empty()
    {
        (_, string[] faults) = Read("study,effect,se,place\na,1,0,\n", "GEN", "place");
        Assert.Equal(
            ["t.csv:2: place: is empty; every study needs a subgroup", "t.csv:2: se = 0: must be above 0"], faults);
    }

    [Fact]
    public void Other_names_of_columns_are_followed_and_other_columns_are_left_alone()
    {
        (IReadOnlyList<StudyNumbers> studies, string[] faults) =
            Read("study,x,m,y,n,remark\na,1,10,2,10,\"a, b\"\n", "OR", "", "x", "m", "y", "n");
        Assert.Empty(faults);
        Assert.Equal([1, 10, 2, 10], studies[0].Numbers.ToArray());
    }

    /// <summary>Equal effects: the pool is that effect, τ² is 0, and the weights are those of the variances.</summary>
    [Fact]
    public void Equal_effects_pool_to_that_effect()
    {
        (IReadOnlyList<StudyNumbers> studies, _) = Read(
            "study,effect,se,place\na,0.7,0.1,x\nb,0.7,0.2,x\nc,0.7,0.1,y\n", "GEN", "place");
        PooledStudies pooled = PooledStudies.Of(EffectMeasure.Find("GEN")!, studies, new PoolingOptions()).Value;
        Assert.Equal(0.7, pooled.Fit.Mean.Estimate, 14);
        Assert.Equal(0, pooled.Fit.Tau2);
        Assert.Equal(400.0 / 9, pooled.Studies[0].WeightPercent, 10);
        Assert.Equal(["x", "y"], pooled.Subgroups!.Levels);
        Assert.Equal(0, pooled.Subgroups.Between.Statistic, 10);
    }

    [Fact]
    public void A_study_without_events_is_left_out_with_its_reason_and_none_left_is_refused()
    {
        (IReadOnlyList<StudyNumbers> studies, _) = Read(Header + "a,0,10,0,10,x\nb,3,10,1,10,x\n");
        PooledStudies pooled = PooledStudies.Of(EffectMeasure.Find("OR")!, studies, new PoolingOptions()).Value;
        Assert.Equal("a", Assert.Single(pooled.LeftOut).Label);
        Assert.Equal(3.0 * 9 / 7, pooled.Studies.Single().Effect, 12);
        Assert.Equal(Refusal.NoStudies, PooledStudies.Of(
            EffectMeasure.Find("OR")!, [studies[0]], new PoolingOptions()).Refused!.Code);
    }
}
