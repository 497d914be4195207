using Azygos.Evidence;
using Azygos.Evidence.Distributions;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Stratified;
using Azygos.Studies.Designs;

namespace Azygos.Studies.Results;

/// <summary>The odds ratio of one study with its intervals, on the logarithmic scale; an end may be infinite.</summary>
/// <param name="Log">ln OR, ½ in every cell where one is 0.</param>
/// <param name="Woolf">Woolf's interval.</param>
/// <param name="Exact">Exact conditional interval.</param>
/// <param name="MidP">The same with half of the observed outcome.</param>
/// <source doi="10.1093/biomet/57.3.471" at="exact intervals; Woolf's variance in OddsRatio, mid-p in ExactOddsRatio"/>
public sealed record TableIntervals(double Log, (double Low, double High) Woolf, (double Low, double High) Exact,
    (double Low, double High) MidP)
{
    /// <summary>The intervals of a table; refused where nobody, or everybody, has the event.</summary>
    /// <param name="table">Whole counts.</param>
    /// <param name="level">Level in (0, 1).</param>
    public static Outcome<TableIntervals> Of(TwoByTwo table, double level)
    {
        if (table.IsUninformative) return new NoAnswer(Refusal.NotEstimable, "Nobody, or everybody, has the event.");
        TwoByTwo corrected = ZeroCellPolicy.Half.Rule.Apply(table, anyZero: table.HasZero);
        if (OddsRatio.From(corrected) is not { } effect)
            return new NoAnswer(Refusal.NotEstimable, "A cell is 0 and was not corrected.");
        double half = Normal.TwoSidedQuantile(level) * Math.Sqrt(effect.Variance);
        return ExactOddsRatio.Fit([table], level).Then(exact => ExactOddsRatio.MidPInterval(table, level)
            .Then<TableIntervals>(mid => new TableIntervals(effect.Value,
                (effect.Value - half, effect.Value + half), Open(exact.Lower, exact.Upper), Open(mid.Lower, mid.Upper))));
    }

    /// <summary>One of the three.</summary>
    /// <param name="interval">Which.</param>
    public (double Low, double High) Of(OddsRatioInterval interval) => interval switch
    {
        OddsRatioInterval.Woolf => Woolf,
        OddsRatioInterval.Exact => Exact,
        _ => MidP,
    };

    private static (double Low, double High) Open(double? low, double? high) =>
        (low ?? double.NegativeInfinity, high ?? double.PositiveInfinity);
}
