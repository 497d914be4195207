using Azygos.Evidence.Pooling;

namespace Azygos.Files.EvidenceBase;

/// <summary>Words for kinds of confidence interval.</summary>
public static class IntervalWords
{
    private static readonly (string Key, CoefficientTest Test)[] Words =
    [
        ("wald", CoefficientTest.Wald), ("t", CoefficientTest.WaldT), ("knha", CoefficientTest.KnappHartung),
        ("adhoc", CoefficientTest.KnappHartungFloor),
    ];

    /// <summary>All words.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. Words.Select(word => word.Key)];

    /// <summary>The kind of a word; null where there is none.</summary>
    /// <source choice="knha and adhoc as R metafor names them"/>
    public static CoefficientTest? Find(string key) =>
        Words.Where(word => word.Key == key).Select(word => (CoefficientTest?)word.Test).FirstOrDefault();

    /// <summary>The word of a kind.</summary>
    /// <source choice="knha and adhoc as R metafor names them"/>
    public static string Key(CoefficientTest test) => Words.First(word => word.Test == test).Key;
}
