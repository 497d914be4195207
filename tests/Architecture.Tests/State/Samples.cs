namespace Architecture.Tests.State.Samples;

// The samples do on purpose what the rule looks for.
#pragma warning disable CA2211, CS0414, IDE0044, IDE0051, IDE0052, CA1823

public static class SettableField
{
    private static int count = 1;
}

public static class SettableProperty
{
    public static int Count { get; set; }
}

public static class PublishedArray
{
    public static readonly double[] Weights = [1, 2];
}

public static class PublishedList
{
    public static List<double> Weights { get; } = [1, 2];
}

public static class Constants
{
    public const int Count = 1;
    public static readonly double Weight = 2;
    private static readonly double[] Weights = [1, 2];
}

internal static class InternalTable
{
    public static readonly double[] Weights = [1, 2];
}
