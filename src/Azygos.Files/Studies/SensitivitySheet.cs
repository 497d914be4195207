using System.Globalization;
using Azygos.Files.Sheets;
using Azygos.Studies.Bodies;
using Azygos.Studies.Sensitivity;
using static Azygos.Files.Sheets.Layout;

namespace Azygos.Files.Studies;

/// <summary>Lays out what matters to a body.</summary>
/// <source choice="every estimate with its interval, every effect as a distribution"/>
public static class SensitivitySheet
{
    /// <summary>Sobol indices of a body's quantities.</summary>
    /// <param name="found">The indices.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="isSolved">True: bodies were solved; false: predicted.</param>
    /// <param name="surrogate">The surrogate where bodies were predicted.</param>
    public static ResultSheet Sobol(SobolIndices found, ulong seed, bool isSolved, Surrogate? surrogate)
    {
        ArgumentNullException.ThrowIfNull(found);
        return new("azygos-sensitivity/1", "Which of a person's numbers account for what a body shows: Sobol indices",
        [
            Facts("made", "How it was made:", ("origin", "bodies come from", isSolved ? "solver" : "surrogate"),
                ("points", "points", found.Points), ("without", "points without a mean-flow state, left out", found.Without),
                ("evaluations", "bodies", found.Points * (BodyInputs.Keys.Count + 2.0)), ("seed", "seed", (double)seed)),
            .. surrogate is null ? [] : (SheetPart[])[SurrogateSheet.Error(surrogate)],
            .. BodyQuantity.All.Select((quantity, answer) => Table(quantity.Key, $"{quantity.Words} [{quantity.Unit}]:",
                ["input", "first|alone, S", "first_interval|95 %", "total|with others, T", "total_interval|95 %"],
                found.Indices(answer, seed).Select((index, input) => (Key: BodyInputs.Keys[input], index))
                    .OrderByDescending(one => one.index.Total.Median)
                    .Select(one => (IReadOnlyList<SheetValue>)[one.Key, one.index.First.Median,
                        (one.index.First.Low, one.index.First.High), one.index.Total.Median,
                        (one.index.Total.Low, one.index.Total.High)]))),
            new SheetRemarks("remarks", "", ["Inputs are independent here: correlations of the population are left out, for "
                + "variance can be shared out among independent numbers only. An index whose interval holds 0 is not told "
                + "from nothing."]),
        ]);
    }

    /// <summary>Elementary effects on a body's quantities.</summary>
    /// <param name="found">The effects.</param>
    /// <param name="seed">Seed.</param>
    public static ResultSheet Morris(MorrisScreening found, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(found);
        return new("azygos-screening/1", "Which of a person's numbers matter at all to what a body shows: Morris screening",
        [
            Facts("made", "How it was made:", ("origin", "bodies come from", "solver"), ("ways", "ways", found.Ways),
                ("without", "ways with a body without a mean-flow state, left out", found.Without),
                ("evaluations", "bodies", found.Ways * (BodyInputs.Keys.Count + 1.0)), ("seed", "seed", (double)seed)),
            .. BodyQuantity.All.Select((quantity, answer) => Table(quantity.Key, $"{quantity.Words} [{quantity.Unit}]:",
                ["input", "size|mean size of effects, μ*", "mean|mean effect, μ", "spread|their spread, σ"],
                found.Effects[answer].Select((effect, input) => (Key: BodyInputs.Keys[input], effect))
                    .OrderByDescending(one => one.effect.Size)
                    .Select(one => (IReadOnlyList<SheetValue>)[one.Key, one.effect.Size, one.effect.Mean, one.effect.Spread]))),
        ]);
    }

    /// <summary>Effects of narrowings as distributions.</summary>
    /// <param name="effects">The effects.</param>
    /// <param name="samples">Samples of collaterals.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="modelHash">Hash of the model.</param>
    public static ResultSheet Stenosis(
        IReadOnlyList<StenosisEffect> effects, int samples, int seed, string modelHash) =>
        new("azygos-stenosis-effects/1",
            "What a narrowing of a jugular vein (J3) does, over assumed dimensions of collateral veins",
        [
            Facts("made", "How it was made:", ("samples", "samples of the collaterals", samples),
                ("stopped", "samples without a mean-flow state, left out", effects.Count > 0 ? effects[0].Stopped : 0),
                ("seed", "seed", seed), ("model_hash", "hash of the model", modelHash)),
            Table("effects", "With the narrowing less without it, lying:",
                ["side", "lumen_lost|lumen lost", "quantity", "unit", "as_assumed|in the model as it stands",
                    "median", "interval|middle 95 %"],
                effects.Select(one => (IReadOnlyList<SheetValue>)[one.Side,
                    one.AreaReduction.ToString("0 %", CultureInfo.InvariantCulture), one.Quantity, one.Unit,
                    one.AsAssumed, one.Effect.Median, (one.Effect.Low, one.Effect.High)])),
            new SheetRemarks("remarks", "", ["A band is what the assumed dimensions alone leave open (radii a half to "
                + "twice); it is not what people differ by."]),
        ]);
}
