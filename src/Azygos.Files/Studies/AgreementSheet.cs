using Azygos.Files.Sheets;
using Azygos.Studies.Examiners;
using static Azygos.Files.Sheets.Layout;

namespace Azygos.Files.Studies;

/// <summary>Lays out predicted and published agreement of examiners, hits and misses.</summary>
/// <source choice="a published value stands beside every prediction, and a miss is called one"/>
public static class AgreementSheet
{
    /// <summary>The sheet.</summary>
    /// <param name="rows">The predictions.</param>
    public static ResultSheet Of(IReadOnlyList<PredictedAgreement> rows) => new("azygos-agreement/1",
        "Agreement of two examiners on each criterion, κ, predicted from the published agreement of areas alone",
        [
            Table("kappa", "ICC of areas 0.15 (0.05 to 0.25), 93 people:",
                ["criterion", "positive|positive rate", "predicted|κ predicted", "by_icc|κ over the ICC",
                    "counted|κ that such a study would count, 95 %", "published|κ published", "verdict|within what is counted", "range|within κ over the ICC"],
                rows.Select(one => (IReadOnlyList<SheetValue>)[one.Criterion, one.PositiveRate, one.Predicted.Median,
                    (one.Predicted.Low, one.Predicted.High), (one.Low, one.High), one.Published,
                    one.IsHit ? "hit" : "miss", one.IsWithinRange ? "hit" : "miss"])),
            new SheetRemarks("remarks", "", [
                "Fitted to the ICC and to nothing else; positive rates are those of Zamboni 2009 in the mix of the agreement "
                + "study, whose own were not found. Published: 10.1136/bmjopen-2013-003508, overall 0.20 (−0.01 to 0.42).",
                "The interval of a study of 93 people is wide: a hit says that the study cannot tell, not that it agrees."]),
        ]);
}
