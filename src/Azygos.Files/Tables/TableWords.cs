using Azygos.Body.Model;

namespace Azygos.Files.Tables;

/// <summary>Words of the files for the kinds of the model.</summary>
internal static class TableWords
{
    public static readonly IReadOnlyDictionary<string, Basis> Bases = new Dictionary<string, Basis>
    {
        ["published"] = Basis.Published,
        ["published_secondary"] = Basis.PublishedSecondary,
        ["derived"] = Basis.Derived,
        ["recalled"] = Basis.Recalled,
        ["assumed"] = Basis.Assumed,
    };

    public static readonly IReadOnlyDictionary<string, Space> Spaces = new Dictionary<string, Space>
    {
        ["tissue"] = Space.Tissue,
        ["thorax"] = Space.Thorax,
        ["abdomen"] = Space.Abdomen,
        ["skull"] = Space.Skull,
        ["canal"] = Space.Canal,
    };

    public static readonly IReadOnlyDictionary<string, VesselTreatment> Vessels =
        new Dictionary<string, VesselTreatment>
        {
            ["lumped"] = VesselTreatment.Lumped,
            ["waves"] = VesselTreatment.Waves,
        };

    public static readonly IReadOnlyDictionary<string, PredictionRelation> Relations =
        new Dictionary<string, PredictionRelation>
        {
            ["value"] = PredictionRelation.Value,
            ["change_from_supine"] = PredictionRelation.ChangeFromSupine,
            ["percent_from_supine"] = PredictionRelation.PercentFromSupine,
            ["change_from_rest"] = PredictionRelation.ChangeFromRest,
            ["percent_from_rest"] = PredictionRelation.PercentFromRest,
            ["tilt_of_zero"] = PredictionRelation.TiltOfZero,
        };
}
