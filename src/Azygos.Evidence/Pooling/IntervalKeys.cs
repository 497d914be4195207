namespace Azygos.Evidence.Pooling;

/// <summary>Short names of kinds of confidence interval.</summary>
public static class IntervalKeys
{
    private static readonly (string Key, CoefficientTest Test)[] s_words =
    [
        ("wald", CoefficientTest.Wald), ("t", CoefficientTest.WaldT), ("knha", CoefficientTest.KnappHartung),
        ("adhoc", CoefficientTest.KnappHartungFloor),
    ];

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All { get; } = [.. s_words.Select(word => word.Key)];

    /// <summary>The kind of a name; null where there is none.</summary>
    /// <source choice="knha and adhoc as R metafor names them"/>
    public static CoefficientTest? Find(string key) =>
        s_words.Where(word => word.Key == key).Select(word => (CoefficientTest?)word.Test).FirstOrDefault();

    /// <summary>The name of a kind.</summary>
    /// <source choice="knha and adhoc as R metafor names them"/>
    public static string Of(CoefficientTest test) => s_words.First(word => word.Test == test).Key;
}
