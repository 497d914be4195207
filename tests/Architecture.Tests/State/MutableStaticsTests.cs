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
    public void Constants_and_private_tables_are_accepted() =>
        Rule.Holds(MutableStaticsRule.Faults([typeof(Constants)]));

    // The samples do on purpose what the rule looks for.
#pragma warning disable CA2211, CS0414, IDE0044, IDE0051, IDE0052, CA1823
    private static class SettableField
    {
        private static int count = 1;
    }

    private static class SettableProperty
    {
        public static int Count { get; set; }
    }

    private static class PublishedArray
    {
        public static readonly double[] Weights = [1, 2];
    }

    private static class PublishedList
    {
        public static List<double> Weights { get; } = [1, 2];
    }

    private static class Constants
    {
        public const int Count = 1;
        public static readonly double Weight = 2;
        private static readonly double[] Weights = [1, 2];
    }
#pragma warning restore CA2211, CS0414, IDE0044, IDE0051, IDE0052, CA1823
}
