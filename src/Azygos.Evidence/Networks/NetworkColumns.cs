using Azygos.Evidence.Effects;
using Azygos.Evidence.Tables;

namespace Azygos.Evidence.Networks;

/// <summary>What the arms of a network are measured in: the columns an arm has, and how they make its value.</summary>
/// <param name="Key">Short name.</param>
/// <param name="Name">Name for people, of a difference between arms.</param>
/// <param name="IsRatio">True when differences are logarithms and shown as ratios.</param>
/// <param name="Columns">Columns of an arm, with what each holds.</param>
/// <source doi="10.1002/jrsm.1058" at="arm-based data of a contrast-based network"/>
public sealed record NetworkColumns(
    string Key, string Name, bool IsRatio, IReadOnlyList<(string Name, StudyNumber Holds)> Columns)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<NetworkColumns> All { get; } =
    [
        new("OR", "odds ratio", true, [("events", StudyNumber.Events), ("n", StudyNumber.Size)]),
        new("MD", "mean difference", false,
            [("mean", StudyNumber.Value), ("sd", StudyNumber.Spread), ("n", StudyNumber.Size)]),
        new("GEN", "difference of values as given", false, [("value", StudyNumber.Value), ("se", StudyNumber.Spread)]),
    ];

    /// <summary>Finds one by its key.</summary>
    public static NetworkColumns? Find(string key) => All.FirstOrDefault(one => one.Key == key);

    /// <summary>From the analysis scale to the one shown.</summary>
    public double Shown(double value) => IsRatio ? Math.Exp(value) : value;

    /// <summary>Arms on the analysis scale; ½ is added to the arms of a trial in which an arm has no event, or only
    /// events.</summary>
    /// <param name="rows">Trial, treatment and numbers of each arm, in the order of <see cref="Columns"/>.</param>
    public IReadOnlyList<NetworkArm> Arms(IReadOnlyList<(string Study, string Treatment, double[] Numbers)> rows)
    {
        HashSet<string> zero = Key != "OR" ? [] : [.. rows
            .Where(row => row.Numbers[0] == 0 || row.Numbers[0] == row.Numbers[1]).Select(row => row.Study)];
        return [.. rows.Select(row => Key switch
        {
            "OR" => Logit(row.Study, row.Treatment, row.Numbers[0], row.Numbers[1], zero.Contains(row.Study) ? 0.5 : 0),
            "MD" => NetworkArm.FromMean(row.Study, row.Treatment,
                new GroupMean(row.Numbers[0], row.Numbers[1], row.Numbers[2])),
            _ => new NetworkArm(row.Study, row.Treatment, row.Numbers[0], row.Numbers[1] * row.Numbers[1]),
        })];
    }

    private static NetworkArm Logit(string study, string treatment, double events, double size, double add)
    {
        double with = events + add, without = size - events + add;
        return new NetworkArm(study, treatment, Math.Log(with / without), 1 / with + 1 / without);
    }
}
