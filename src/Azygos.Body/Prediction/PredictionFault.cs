using Azygos.Body.Model;
using Azygos.Body.Simulation;

namespace Azygos.Body.Prediction;

/// <summary>What can be wrong with a prediction's quantity, relation and unit before it is computed.</summary>
/// <source choice="checked when a model is read, so that no prediction fails for its wording"/>
public static class PredictionFault
{
    /// <summary>What is wrong, or null.</summary>
    /// <param name="row">The prediction.</param>
    /// <param name="sites">The model's sites.</param>
    public static string? Of(PredictionRow row, IReadOnlyList<SiteRow> sites)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(sites);
        if (BreathSwing.SiteOf(row.Quantity) is { } site)
        {
            if (!row.Beating) return "follows the breath; run must be beating";
            if (row.Unit != "%") return "is in %";
            return sites.Any(s => s.Id == site && s.Vessel.Length > 0) ? null
                : $"names '{site}', which is no site on a vessel";
        }

        string unit;
        try
        {
            unit = UnitComputed(row);
        }
        catch (FormatException fault)
        {
            return fault.Message;
        }

        string needed = row.Relation switch
        {
            PredictionRelation.PercentFromSupine or PredictionRelation.PercentFromRest => "%",
            PredictionRelation.TiltOfZero => "degrees",
            _ => row.Unit,
        };
        if (row.Unit != needed) return $"must be given in {needed}";
        if (!row.Beating && ValidationQuantity.NeedsBeat(row.Quantity)) return "takes beats; run must be beating";
        return ValidationQuantity.Fault(
            new ValidationRow(row.Id, row.Quantity, "", "", 0, 0, 0, unit, "", "", row.Provenance), sites);
    }

    /// <summary>Unit in which the quantity itself is computed: the row's, where the row is about its value.</summary>
    internal static string UnitComputed(PredictionRow row) => row.Relation switch
    {
        PredictionRelation.Value or PredictionRelation.ChangeFromSupine or PredictionRelation.ChangeFromRest => row.Unit,
        _ => ValidationQuantity.NativeUnit(row.Quantity),
    };
}
