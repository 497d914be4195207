using Azygos.Evidence.Counts;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Stratified;

namespace Azygos.Evidence.Tables;

/// <summary>A way to pool counts of two groups that adds nothing to a zero cell.</summary>
/// <param name="Key">Short name.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Measures">Keys of the measures it estimates.</param>
/// <param name="Pool">The effect on the analysis scale, at a measure and a confidence level.</param>
/// <source doi="10.1093/jnci/22.4.719" at="Mantel and Haenszel; Peto: 10.1016/S0033-0620(85)80003-7; mixed models of
/// counts: 10.1002/sim.4040"/>
public sealed record CountPool(string Key, string Name, IReadOnlyList<string> Measures,
    Func<IReadOnlyList<TwoByTwo>, string, double, Outcome<Coefficient>> Pool)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<CountPool> All { get; } =
    [
        new("MH", "Mantel-Haenszel, one effect for all", ["OR", "RR", "RD"], static (tables, measure, level) =>
            (measure switch
            {
                "OR" => MantelHaenszel.OddsRatio(tables, level),
                "RR" => MantelHaenszel.RiskRatio(tables, level),
                _ => MantelHaenszel.RiskDifference(tables, level),
            }).Then<Coefficient>(static fit => fit.Effect)),
        new("PETO", "Peto, one effect for all", ["OR", "PETO"], static (tables, _, level) =>
            OneStepPeto.OddsRatio(tables, level).Then<Coefficient>(static fit => fit.Effect)),
        Mixed("GLMM", "binomial GLMM, fixed study effects", CountModel.FixedStudyEffects),
        Mixed("GLMM-RS", "binomial GLMM, random study effects", CountModel.RandomStudyEffects),
        Mixed("GLMM-CE", "conditional exact GLMM", CountModel.ConditionalExact),
    ];

    /// <summary>Those that estimate a measure.</summary>
    public static IEnumerable<CountPool> Of(string measure) => All.Where(one => one.Measures.Contains(measure));

    private static CountPool Mixed(string key, string name, CountModel model) => new(key, name, ["OR"],
        (tables, _, level) => CountModels.OddsRatio(tables, new CountModelOptions { Model = model, Level = level })
            .Then<Coefficient>(static fit => fit.Effect));
}
