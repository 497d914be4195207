using System.Globalization;
using Azygos.Body.Model;
using Azygos.Circulation.Plausibility;
using Azygos.Files.Faults;
using Azygos.Files.Tables;

namespace Azygos.Files.ModelFolder;

/// <summary>Vessels of a body whose size makes another unit likely: warnings, not faults.</summary>
public static class ModelWarnings
{
    private const double MetresPerCentimetre = 0.01;

    /// <summary>One warning for each doubtful number, with table and path; a closed vessel (area 0) is meant.</summary>
    public static IReadOnlyList<Fault> Of(BodyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        List<Fault> doubts = [];
        foreach (VesselRow vessel in model.Vessels)
        {
            double area = vessel.RestArea * MetresPerCentimetre * MetresPerCentimetre;
            foreach (ModelWarning warning in UnitSlips.OfSize(vessel.Id, vessel.Length * MetresPerCentimetre, area))
            {
                bool isLength = warning.Property == WarnedProperty.Length;
                if (!isLength && vessel.RestArea == 0) continue;
                (string column, double value) = isLength
                    ? ("length_cm", vessel.Length)
                    : ("rest_area_cm2", vessel.RestArea);
                doubts.Add(new Fault(
                    $"{model.Id}/{ModelTables.Vessels.Name}.csv", null, $"vessels.{vessel.Id}.{column}",
                    value.ToString(CultureInfo.InvariantCulture), warning.Message));
            }
        }

        return doubts;
    }
}
