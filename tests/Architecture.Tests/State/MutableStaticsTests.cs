using Architecture.Tests.State.Samples;

namespace Architecture.Tests.State;

public sealed class MutableStaticsTests
{
    [Fact]
    public void No_static_can_change() =>
        Rule.Holds(SourceAssemblies.All.SelectMany(assembly => MutableStaticsRule.Faults(assembly.GetTypes())));

    [Theory]
    [InlineData(typeof(SettableField))]
    [InlineData(typeof(SettableProperty))]
    [InlineData(typeof(PublishedArray))]
    [InlineData(typeof(PublishedList))]
    public void A_static_that_can_change_is_found(Type sample) =>
        Rule.Finds(sample.Name, MutableStaticsRule.Faults([sample]));

    [Fact]
    public void Constants_and_tables_of_one_assembly_are_accepted() =>
        Rule.Holds(MutableStaticsRule.Faults([typeof(Constants), typeof(InternalTable)]));
}
